/** The acts of the rules, as the asker may try them: made so well that it is the object that decides. */
import { uuidIn } from '../oracle/api-kinds.js';
import { gatewayOf, global, type Act, type ActKind } from '../oracle/api-acts.js';
import { apiKinds } from '../oracle/api-objects.js';
import { actKinds } from '../oracle/compare-acts.js';
import type { Chance } from '../oracle/generate-random.js';
import { mayDo, type Outcome } from '../oracle/may-do.js';
import { objectsOf, type ObjectRef } from '../oracle/objects.js';
import type { World } from '../oracle/world.js';
import type { Whose } from './ids.js';
import { seenBy, type Asking, type Twins } from './twin-worlds.js';

/** An act on one object, with the objects whose version it names. */
interface Tried {
  readonly act: Act;
  readonly versioned: readonly string[];
  readonly expected: Outcome | null;
}

/** What the acts of the rules try in one way, the API has in another too. */
const granting: ActKind = {
  operation: 'decide access request',
  on: 'access-request',
  byInspection: false,
  act: ({ world, key }) => {
    const owner = world.accessRequests.find(({ id }) => id === key)?.owner ?? null;
    return {
      mutation: 'grantAccess',
      input: { requestId: global('AccessRequest', key), gateway: gatewayOf(owner, 'SHARE'), purpose: 'To corroborate' },
    };
  },
};

/** What tells most comes first. */
const ORDER: readonly (Outcome | null)[] = ['done-possible', 'wrong state', 'not permitted', 'not found', null];
/** Of each kind of act, on so many objects of each sort. */
const MOST = 40;

export class Acts {
  private readonly byMutation = new Map<string, Record<Whose, Tried[]>>();

  constructor(
    private readonly twins: Twins,
    private readonly asking: Asking,
    private readonly chance: Chance,
  ) {
    // Whoever is not signed in has no act of his own.
    if (asking.isPublic) return;
    for (const kind of [...actKinds, granting]) {
      const [left, right] = [twins.left, twins.right].map((world) => objectsOf(world, kind.on));
      const [inLeft, inRight] = [left, right].map((objects) => new Set((objects ?? []).map(({ key }) => key)));
      const both = (left ?? []).filter(({ key }) => inRight?.has(key));
      const sees = seenBy(twins.left, asking);
      this.add(
        kind,
        twins.left,
        'seen',
        both.filter((object) => sees(object) !== 'none'),
      );
      this.add(
        kind,
        twins.left,
        'hidden',
        both.filter((object) => sees(object) === 'none'),
      );
      this.add(
        kind,
        twins.left,
        'one twin',
        (left ?? []).filter(({ key }) => !inRight?.has(key)),
      );
      this.add(
        kind,
        twins.right,
        'one twin',
        (right ?? []).filter(({ key }) => !inLeft?.has(key)),
      );
    }
  }

  private add(kind: ActKind, world: World, whose: Whose, objects: readonly ObjectRef[]): void {
    const { user, at } = this.asking;
    for (const object of this.chance.shuffled(objects).slice(0, MOST)) {
      const act = kind.act({ world, user, key: object.key, at });
      if (act === null) continue;
      const expected = whose === 'seen' ? mayDo(world, user, kind.operation, object, at, act.about) : null;
      // Whether there is something to be opened, which he does not see, is told by intent to whoever may open it (R11).
      if (kind.operation === 'break glass on case' && expected === 'done-possible') continue;
      const known = this.byMutation.get(act.mutation) ?? { seen: [], hidden: [], 'one twin': [] };
      known[whose].push({ act, expected, versioned: versionedBy(world, object) });
      this.byMutation.set(act.mutation, known);
    }
  }

  /** An input of this mutation that is the likeliest to be accepted, with the version that the asker has read. */
  inputOf(mutation: string, whose: Whose, versions: ReadonlyMap<string, number>): Act['input'] | null {
    const tried = this.byMutation.get(mutation)?.[whose] ?? [];
    const best = ORDER.map((outcome) => tried.filter(({ expected }) => expected === outcome)).find(
      (some) => some.length > 0,
    );
    if (best === undefined) return null;
    const { act, versioned } = this.chance.of(best);
    const version = versioned.map((id) => versions.get(id)).find((read) => read !== undefined) ?? 1;
    return 'version' in act.input ? { ...act.input, version } : act.input;
  }
}

/** The object itself, and what is reached by it. */
function versionedBy(world: World, { kind, key }: ObjectRef): readonly string[] {
  const type = apiKinds.find((each) => each.kind === kind)?.type ?? '';
  const id = uuidIn(key);
  const beside: readonly { readonly type: string; readonly id: string }[] = [
    ...(kind === 'request'
      ? world.submissions.filter(({ requestId }) => requestId === id).map((one) => ({ type: 'Submission', id: one.id }))
      : []),
    ...(kind === 'accuracy-comment' ? [{ type: 'AccuracyReply', id }] : []),
  ];
  return [...beside, { type, id }].map((one) => `${one.type}.${one.id}`);
}
