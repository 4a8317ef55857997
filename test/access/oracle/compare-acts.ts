import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { ActKind, Act } from './api-acts.js';
import { contentActs } from './api-acts-content.js';
import { planningActs } from './api-acts-planning.js';
import { textAndAgencyActs } from './api-acts-texts.js';
import { unusualActs } from './api-acts-unusual.js';
import { ApiClient } from './api-client.js';
import { actsReached, hashOfEverything } from './api-undo.js';
import type { Tally } from './compare.js';
import { mayDo, type Outcome } from './may-do.js';
import { objectsOf, type ObjectRef } from './objects.js';
import { sight } from './rules.js';
import type { Instant } from './world-base.js';
import type { User } from './world-people.js';
import type { World } from './world.js';

export const actKinds: readonly ActKind[] = [...planningActs, ...contentActs, ...textAndAgencyActs, ...unusualActs];

interface Planned {
  readonly kind: ActKind;
  readonly act: Act;
  readonly user: User;
  readonly object: ObjectRef;
  readonly expected: Outcome;
}

/** From what tells least to what lets most: an answer further on than it should be tells or lets too much. */
const ORDER: readonly Outcome[] = ['not found', 'not permitted', 'wrong state', 'done-possible'];

/** Of each operation some of each outcome, tried through the API; nothing that is refused changes anything. */
export async function compareActs(
  world: World,
  at: Instant,
  ofEach: number,
  platform: { readonly url: string },
  db: pg.Client,
  tally: Tally,
): Promise<void> {
  const clients = new Map<string, ApiClient>();
  const before = await hashOfEverything(db);
  for (const planned of actKinds.flatMap((kind) => sample(world, at, kind, ofEach))) {
    const { user, object, kind, expected } = planned;
    const client = clients.get(user.id) ?? (await ApiClient.signedIn(platform.url, world, user.id));
    clients.set(user.id, client);
    const got = await outcomeOf(client, at, planned.act, db);
    const asked = { user: user.id, at, object, where: `${planned.act.mutation} (${kind.operation})` };
    tally.count('api', expected === 'done-possible', []);
    if (got !== expected)
      tally.differ({
        ...asked,
        way: 'api',
        fault: ORDER.indexOf(got) > ORDER.indexOf(expected) ? 'over-grant' : 'under-grant',
        expected,
        got,
        allowedBy: [],
        deniedBy: [],
      });
    if ((await hashOfEverything(db)) !== before)
      throw new Error(`${asked.where} answered "${got}" and changed something: ${JSON.stringify(asked)}`);
  }
}

function sample(world: World, at: Instant, kind: ActKind, ofEach: number): readonly Planned[] {
  const chosen = new Map<Outcome, Planned[]>(ORDER.map((outcome) => [outcome, []]));
  const objects = objectsOf(world, kind.on);
  const users = world.users.filter(({ suspendedAt }) => suspendedAt === null);
  const pairs = objects.flatMap((object) => users.map((user) => ({ object, user })));
  for (const { object, user } of scattered(pairs, world.seed)) {
    const act = kind.act({ world, user, key: object.key, at });
    if (act === null) continue;
    const expected = expectedOf(world, user, kind, object, at, act);
    const group = chosen.get(expected);
    if (group !== undefined && group.length < ofEach) group.push({ kind, act, user, object, expected });
    if ([...chosen.values()].every((each) => each.length >= ofEach)) break;
  }
  return [...chosen.values()].flat();
}

function expectedOf(world: World, user: User, kind: ActKind, object: ObjectRef, at: Instant, act: Act): Outcome {
  const outcome = mayDo(world, user, kind.operation, object, at, act.about);
  const inspection = act.input['inspectionId'];
  if (outcome !== 'not found' || !kind.byInspection || typeof inspection !== 'string') return outcome;
  const seen = sight(world, user, { kind: 'inspection', key: inspection.replace(/^\w+\./, '') }, at);
  return seen.sight === 'none' ? outcome : 'not permitted';
}

/** The same for the same seed, and different people first from world to world. */
function scattered<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const STEP = 7_919;
  const start = (seed * STEP) % Math.max(1, items.length);
  const order = items.map((_, place) => (start + place * STEP) % items.length);
  return [...new Set(order)].flatMap((place) => {
    const item = items[place];
    return item === undefined ? [] : [item];
  });
}

const REFUSALS: Readonly<Record<string, Outcome>> = {
  NOT_FOUND: 'not found',
  NOT_PERMITTED: 'not permitted',
  WRONG_STATE: 'wrong state',
  // Somebody else was quicker, it says: so it is his to do.
  CONFLICT: 'done-possible',
};

async function outcomeOf(client: ApiClient, at: Instant, act: Act, db: pg.Client): Promise<Outcome> {
  const type = act.inputType ?? `${act.mutation[0]?.toUpperCase() ?? ''}${act.mutation.slice(1)}Input`;
  const before = await actsReached(db);
  const { data, errors } = await client.ask(
    at,
    `mutation ($input: ${type}!) { ${act.mutation}(input: $input) { problems { at code } } }`,
    { input: { idempotencyKey: randomUUID(), ...act.input } },
  );
  if ((await actsReached(db)) > before) return 'done-possible';
  const payload = data?.[act.mutation] as { problems: readonly unknown[] } | null | undefined;
  if (payload != null && payload.problems.length > 0) return 'done-possible';
  const outcome = REFUSALS[errors[0]?.extensions?.code ?? ''];
  if (outcome === undefined)
    throw new Error(`${act.mutation} ${JSON.stringify(act.input)}: ${JSON.stringify({ data, errors })}`);
  return outcome;
}
