/** Which pairs a run compares: for some worlds, several who ask. */
import { Chance } from '../oracle/generate-random.js';
import { generateWorld } from '../oracle/generate.js';
import { withoutMissing } from '../oracle/run-missing.js';
import { inspectorates } from '../oracle/world-base.js';
import type { User } from '../oracle/world-people.js';
import type { World } from '../oracle/world.js';
import { makeTwins, type Twins } from './twin-worlds.js';

export interface Pair {
  readonly name: string;
  readonly seed: number;
  readonly twins: Twins;
}

/** Askers of one world. */
const OF_ONE_WORLD = 10;
/** So often nobody is signed in. */
const PUBLIC_EVERY = 12;

export function* pairsOf(count: number, seed: number, missing: readonly string[]): Generator<Pair> {
  let made = 0;
  for (let number = 0; made < count; number += 1) {
    const worldSeed = seed * 1_000 + number;
    const world = withEveryInspectorate(withoutMissing(generateWorld(worldSeed), missing), new Chance(worldSeed));
    const chance = new Chance(worldSeed + 17);
    const askers = askersOf(world, chance);
    for (let place = 0; place < OF_ONE_WORLD && made < count; place += 1) {
      const isPublic = made % PUBLIC_EVERY === PUBLIC_EVERY - 1;
      const asker = isPublic ? nobody(world, chance) : askers[place % askers.length];
      const at = world.asked[place % world.asked.length];
      if (asker === undefined || at === undefined) continue;
      const twins = makeTwins(world, asker, isPublic, at, chance);
      yield { name: `${seed}/${made}: ${tell(world, twins)}`, seed: worldSeed * 100 + place, twins };
      made += 1;
    }
  }
}

/** Those with assignments first among several; all others have their turn. */
function askersOf(world: World, chance: Chance): readonly User[] {
  const active = chance.shuffled(world.users.filter(({ suspendedAt }) => suspendedAt === null));
  const isAssigned = ({ id }: User): boolean =>
    world.assignments.some(({ userId, endedAt }) => userId === id && endedAt === null);
  const [assigned, others] = [active.filter(isAssigned), active.filter((user) => !isAssigned(user))];
  return [...assigned.slice(0, OF_ONE_WORLD - 2), ...others.slice(0, 2), ...assigned.slice(OF_ONE_WORLD - 2)];
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

function tell(world: World, { asker, isPublic, at }: Twins): string {
  const roles = world.assignments.filter(({ userId }) => userId === asker.id).map(({ role }) => role);
  const posts = world.organisationRoles.filter(({ userId }) => userId === asker.id).map(({ role }) => role);
  const who = isPublic ? 'the public' : [...new Set([...roles, ...posts])].join(', ').toLowerCase();
  return `${who} of world ${world.seed} at ${new Date(at).toISOString()}`;
}
