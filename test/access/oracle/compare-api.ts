import { atLeast } from './answer.js';
import type { ApiClient } from './api-client.js';
import { shownById, shownInLists } from './api-sets.js';
import type { Sight } from './compare-sql.js';
import type { Tally } from './compare.js';
import type { Id, Instant } from './world-base.js';
import type { World } from './world.js';

/** Everything that the API shows one user at one instant: by ids, field by field, and in its lists. */
export async function compareApi(
  client: ApiClient,
  world: World,
  asked: { readonly user: Id | null; readonly at: Instant },
  sight: Sight,
  tally: Tally,
): Promise<void> {
  const shown = [
    ...(await shownById(client, asked.at, world)),
    ...(asked.user === null ? [] : await shownInLists(client, asked.at, world)),
  ];
  for (const { shown: given, within, ...what } of shown) {
    // Where what is around a member is not seen, nobody can ask for the member there.
    const isHidden = within !== undefined && !atLeast(sight(within).sight, 'exists');
    tally.judge('api', { ...asked, ...what }, sight(isHidden ? within : what.object), given);
  }
}
