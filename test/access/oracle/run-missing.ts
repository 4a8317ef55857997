import type { World } from './world.js';

/** What of a world lies in tables that a database may not have yet; without them the rest has to stand alone. */
const HELD_IN: Readonly<Record<string, Partial<World>>> = {
  opening: { openings: [] },
  access_request: { accessRequests: [] },
  break_glass: { breakGlasses: [], breakGlassReviews: [] },
  break_glass_review: { breakGlasses: [], breakGlassReviews: [] },
  whistleblowing: { whistleblowings: [], whistleblowingHandlers: [] },
};

export const withoutMissing = (world: World, missing: readonly string[]): World =>
  missing.reduce((rest, table) => ({ ...rest, ...HELD_IN[table] }), world);
