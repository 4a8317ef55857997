/** What an asker is told beside the objects that the rules let him see: the twins have the same of it. */
import type { World } from '../oracle/world.js';
import type { Asking } from './twin-worlds.js';

const OF_AGENCIES: readonly string[] = ['COORDINATOR', 'CONTRIBUTOR', 'AGENCY_SIGNATORY'];

/** In words to be compared. */
export function toldBeside(world: World, { user }: Asking): string {
  return [...membersToEnd(world, user.id), ...paragraphsShown(world, user.id)].sort().join(' ');
}

/** Planners see, and end, what case members are inspectorate leads of their own, and learn nothing of the case by it. */
function membersToEnd(world: World, userId: string): readonly string[] {
  const plansFor = world.organisationRoles
    .filter((post) => post.userId === userId && post.role === 'PLANNER')
    .map(({ organisationId }) => organisationId);
  const assigned = new Set(
    world.assignments
      .filter(({ organisationId, role }) => role === 'INSPECTORATE_LEAD' && plansFor.includes(organisationId))
      .map(({ id }) => id),
  );
  return world.caseMembers.filter(({ assignmentId }) => assigned.has(assignmentId)).map(({ id }) => id);
}

/** An agency was shown them while the window was open, and comments on them, late, by their ids. */
function paragraphsShown(world: World, userId: string): readonly string[] {
  const ofHis = new Set(
    world.assignments
      .filter((seat) => seat.userId === userId && OF_AGENCIES.includes(seat.role))
      .map(({ inspectionId }) => inspectionId),
  );
  const texts = new Set(world.frozenTexts.filter(({ inspectionId }) => ofHis.has(inspectionId)).map(({ id }) => id));
  return world.frozenParagraphs.filter(({ frozenTextId }) => texts.has(frozenTextId)).map(({ id }) => id);
}
