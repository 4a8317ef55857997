/** Which pairs a run compares: for some worlds, several who ask. */
import { Chance } from '../oracle/generate-random.js';
import { generateWorld } from '../oracle/generate.js';
import { withoutMissing } from '../oracle/run-missing.js';
import { inspectorates } from '../oracle/world-base.js';
import type { User } from '../oracle/world-people.js';
import type { World } from '../oracle/world.js';
import { makeTwins, type Asking, type Twins } from './twin-worlds.js';

/** Worlds to be loaded once, and who asks in them. */
export interface Group {
  readonly twins: Twins;
  readonly seed: number;
  readonly names: readonly string[];
}

/** Askers of one pair of databases: mostly of one organisation, so that much is hidden from all of them. */
const TOGETHER = 4;
const GROUPS_OF_ONE_WORLD = 3;
/** Changes in each twin, at most. */
const CHANGES = 24;
/** In every so manyth group somebody is not signed in. */
const PUBLIC_EVERY = 3;

export function* groupsOf(pairs: number, seed: number, missing: readonly string[]): Generator<Group> {
  let made = 0;
  for (let number = 0; made < pairs; number += 1) {
    const worldSeed = seed * 1_000 + Math.floor(number / GROUPS_OF_ONE_WORLD);
    const world = withEveryInspectorate(withoutMissing(generateWorld(worldSeed), missing), new Chance(worldSeed));
    const chance = new Chance(worldSeed * 100 + number);
    const users = askersOf(world, chance).slice(0, Math.min(TOGETHER, pairs - made));
    const askings = users.map((user, place) => {
      const isPublic = place === 1 && number % PUBLIC_EVERY === 0;
      return { user: isPublic ? nobody(world, chance) : user, isPublic, at: chance.of(world.asked) };
    });
    const twins = makeTwins(world, askings, chance, CHANGES);
    const names = askings.map((asking, place) => `${seed}/${made + place}: ${tell(world, asking)}`);
    yield { twins, seed: worldSeed * 100 + number, names };
    made += askings.length;
  }
}

/** Colleagues with assignments first, then anybody else with one, one without at the end. */
function askersOf(world: World, chance: Chance): readonly User[] {
  const active = chance.shuffled(world.users.filter(({ suspendedAt }) => suspendedAt === null));
  const isAssigned = ({ id }: User): boolean =>
    world.assignments.some(({ userId, endedAt }) => userId === id && endedAt === null);
  const [assigned, others] = [active.filter(isAssigned), active.filter((user) => !isAssigned(user))];
  const colleagues = assigned.filter(({ organisationId }) => organisationId === assigned[0]?.organisationId);
  const strangers = assigned.filter((user) => !colleagues.includes(user));
  const last = chance.happens(0.5) ? others : strangers;
  return [...colleagues.slice(0, TOGETHER - 1), ...last.slice(0, 1), ...strangers, ...others];
}

/** A member of the public sees what somebody without any post or assignment sees. */
const nobody = (world: World, chance: Chance): User => ({
  id: chance.uuid(),
  organisationId: world.organisations.find(({ inspectorate }) => inspectorate === null)?.id ?? '',
  name: 'Nobody',
  suspendedAt: null,
});

/** The loader makes up those that are absent, each time anew; the twins have to have the same. */
function withEveryInspectorate(world: World, chance: Chance): World {
  const absent = inspectorates.filter((code) => !world.organisations.some(({ inspectorate }) => inspectorate === code));
  const organisations = absent.map((code) => ({
    id: chance.uuid(),
    code,
    kind: 'INSPECTORATE' as const,
    inspectorate: code,
    name: code,
    replacedBy: null,
  }));
  return { ...world, organisations: [...world.organisations, ...organisations] };
}

function tell(world: World, { user, isPublic, at }: Asking): string {
  const roles = world.assignments.filter(({ userId }) => userId === user.id).map(({ role }) => role);
  const posts = world.organisationRoles.filter(({ userId }) => userId === user.id).map(({ role }) => role);
  const who = isPublic ? 'the public' : [...new Set([...roles, ...posts])].join(', ').toLowerCase();
  return `${who} of world ${world.seed} at ${new Date(at).toISOString()}`;
}
