/** Which pairs a run compares: for some worlds, several who ask. */
import { Chance } from '../oracle/generate-random.js';
import { generateWorld } from '../oracle/generate.js';
import { withoutMissing } from '../oracle/run-missing.js';
import { inspectorates, type Id, type Instant } from '../oracle/world-base.js';
import type { Post, Role, User } from '../oracle/world-people.js';
import type { World } from '../oracle/world.js';
import { makeTwins, type Asking, type Twins } from './twin-worlds.js';

/** Worlds to be loaded once, and who asks in them. */
export interface Group {
  readonly twins: Twins;
  readonly seed: number;
  readonly names: readonly string[];
}

const PAIRS_OF_ONE_WORLD = 3;
/** Changes in each twin, at most. */
const CHANGES = 24;
/** In every so manyth pair somebody asks too who is not signed in. */
const PUBLIC_EVERY = 10;

export function* groupsOf(pairs: number, seed: number, missing: readonly string[]): Generator<Group> {
  for (let number = 0; number < pairs; number += 1) {
    const worldSeed = seed * 1_000 + Math.floor(number / PAIRS_OF_ONE_WORLD);
    const world = withEveryInspectorate(withoutMissing(generateWorld(worldSeed), missing), new Chance(worldSeed));
    const chance = new Chance(worldSeed * 100 + number);
    const at = chance.of(world.asked);
    const askings: Asking[] = [{ user: askerOf(world, number, at, chance), isPublic: false, at }];
    if (number % PUBLIC_EVERY === PUBLIC_EVERY - 1) askings.push({ user: nobody(world, chance), isPublic: true, at });
    const twins = makeTwins(world, askings, chance, CHANGES);
    const names = askings.map((asking, place) => `${seed}/${number}.${place}: ${tell(world, asking)}`);
    yield { twins, seed: worldSeed * 100 + number, names };
  }
}

/** In turn, those who do much more often: what is done tells more than what is refused. */
const IN_TURN: readonly (Role | Post)[] = [
  'LEAD',
  'INSPECTORATE_LEAD',
  'INSPECTOR',
  'PLANNER',
  'LEAD',
  'COORDINATOR',
  'INSPECTORATE_LEAD',
  'QUALITY_ASSURER',
  'ADMINISTRATOR',
  'INSPECTOR',
  'LEAD',
  'CONTRIBUTOR',
  'PLANNER',
  'ANALYST',
  'INSPECTORATE_LEAD',
  'RECORD_KEEPER',
  'SIGNATORY',
  'LEAD',
  'SAFEGUARDING_CONTACT',
  'INSPECTOR',
  'OBSERVER',
  'COORDINATOR',
  'AGENCY_SIGNATORY',
  'AUDITOR',
];

/** Somebody in the role whose turn it is, now, or in the next after it that anybody has. */
function askerOf(world: World, number: number, at: Instant, chance: Chance): User {
  const active = chance.shuffled(world.users.filter(({ suspendedAt }) => suspendedAt === null));
  const seats: readonly { readonly userId: Id; readonly role: string }[] = [
    ...world.assignments.filter(
      ({ startsAt, endsAt, endedAt }) => endedAt === null && startsAt <= at && (endsAt === null || at < endsAt),
    ),
    ...world.organisationRoles.filter(({ endedAt }) => endedAt === null),
  ];
  const turns = IN_TURN.map((_, turn) => IN_TURN[(number + turn) % IN_TURN.length]);
  const holders = turns.map((wanted) =>
    active.find(({ id }) => seats.some(({ userId, role }) => userId === id && role === wanted)),
  );
  return holders.find((holder) => holder !== undefined) ?? chance.of(active);
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
