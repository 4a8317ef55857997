import { LIMITS } from '../../../src/api/limits.js';
import type { ApiClient } from './api-client.js';
import type { ApiKind, ApiList, ApiRoot } from './api-kinds.js';
import { apiRoots } from './api-lists.js';
import { apiKinds } from './api-objects.js';
import type { Degree } from './answer.js';
import { objectsOf, type ObjectRef } from './objects.js';
import type { Instant } from './world-base.js';
import type { World } from './world.js';

/** Something that an answer showed, or did not: an object by its id, a field of it, a member of a list. */
export interface Shown {
  readonly object: ObjectRef;
  readonly where: string;
  readonly least: Degree;
  readonly shown: boolean;
  /** In what it is a member. */
  readonly within?: ObjectRef;
}

type Json = Readonly<Record<string, unknown>>;
interface Asked {
  readonly kind: ApiKind;
  readonly object: ObjectRef;
}

/** Alias, fragment, the id and what else stands in it. */
const costOf = ({ kind }: Asked): number => 3 + Object.keys(kind.fields).length + 2 * kind.lists.length;

/** Every object by its global id: whether it is there, which of its fields are null, who is in its lists. */
export async function shownById(client: ApiClient, at: Instant, world: World): Promise<readonly Shown[]> {
  const all = apiKinds.flatMap((kind) => objectsOf(world, kind.kind).map((object) => ({ kind, object })));
  const shown: Shown[] = [];
  for (const batch of batches(all)) {
    const data = await client.read(at, `{ ${batch.map(nodeField).join(' ')} }`);
    batch.forEach((asked, place) => shown.push(...ofObject(world, asked, data[`a${place}`] as Json | null)));
  }
  return shown;
}

function* batches(all: readonly Asked[]): Generator<readonly Asked[]> {
  let batch: Asked[] = [];
  let cost = 0;
  for (const asked of all) {
    if (cost + costOf(asked) > LIMITS.fields) {
      yield batch;
      batch = [];
      cost = 0;
    }
    batch.push(asked);
    cost += costOf(asked);
  }
  if (batch.length > 0) yield batch;
}

function nodeField({ kind, object }: Asked, place: number): string {
  const lists = kind.lists.map(({ field, select }) => `${field} { ${select} }`);
  const inner = ['id', ...Object.keys(kind.fields), ...lists].join(' ');
  return `a${place}: node(id: "${kind.type}.${object.key}") { ... on ${kind.type} { ${inner} } }`;
}

function ofObject(world: World, { kind, object }: Asked, found: Json | null): readonly Shown[] {
  const fields = Object.entries(kind.fields).map(([field, least]) => ({
    object,
    where: `${kind.type}.${field}`,
    least,
    shown: found !== null && found[field] !== null,
  }));
  const lists = kind.lists.flatMap((list) =>
    within(
      object,
      ofList(world, list, `${kind.type}.${list.field}`, object, (found?.[list.field] ?? []) as readonly Json[]),
    ),
  );
  // By its id it is found where any of it is seen, and nowhere else.
  return [{ object, where: `node(${kind.type})`, least: 'exists', shown: found !== null }, ...fields, ...lists];
}

function ofList(
  world: World,
  list: ApiList,
  where: string,
  around: ObjectRef,
  found: readonly Json[],
): readonly Shown[] {
  const keys = new Set(found.map((member) => list.keyOf(member, around.key)));
  const members = list.members(world, around.key);
  const known = new Set(members);
  for (const key of keys) if (!known.has(key)) throw new Error(`${where} shows ${key}, which does not belong there`);
  return members.map((key) => ({
    object: { kind: list.kind, key },
    where,
    least: list.least,
    shown: keys.has(key),
  }));
}

/** Who does not see what is around a member cannot ask for the member there, though he may see it elsewhere. */
const within = (around: ObjectRef, members: readonly Shown[]): readonly Shown[] =>
  members.map((member) => ({ ...member, within: around }));

/** Every list from the root, to its last page. */
export async function shownInLists(client: ApiClient, at: Instant, world: World): Promise<readonly Shown[]> {
  const shown: Shown[] = [];
  for (const root of apiRoots) {
    const arounds = root.of === 'inspection' ? world.inspections.map(({ id }) => id) : [''];
    for (const around of arounds) {
      const found = await membersOf(client, at, root, around);
      shown.push(...ofList(world, root, `${root.field}(…)`, { kind: 'inspection', key: around }, found));
    }
  }
  return shown;
}

async function membersOf(client: ApiClient, at: Instant, root: ApiRoot, around: string): Promise<readonly Json[]> {
  const args = [...(root.of === 'inspection' ? [`inspectionId: "Inspection.${around}"`] : []), ...(root.args ?? [])];
  if (!root.paged) {
    const data = await client.read(at, `{ ${root.field}(${args.join(', ')}) { ${root.select} } }`);
    return data[root.field] as readonly Json[];
  }
  const members: Json[] = [];
  for (let after = ''; ;) {
    const page = [...args, 'first: 50', ...(after === '' ? [] : [`after: "${after}"`])].join(', ');
    const data = await client.read(
      at,
      `{ ${root.field}(${page}) { nodes { ${root.select} } pageInfo { hasNextPage endCursor } } }`,
    );
    const connection = data[root.field] as { nodes: Json[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    members.push(...connection.nodes);
    if (!connection.pageInfo.hasNextPage) return members;
    after = connection.pageInfo.endCursor;
  }
}
