import type { Degree } from './answer.js';
import type { ObjectKind } from './objects.js';
import type { World } from './world.js';

type Json = Readonly<Record<string, unknown>>;

/** Keys of what belongs to an object, or to an inspection, by its key. */
export type Members = (world: World, around: string) => readonly string[];

/** A list within an object's answer: each member is there for whoever sees it at least so far. */
export interface ApiList {
  readonly field: string;
  /** What is asked of a member, and the member's key in a world, made of that and of the key of the object around it. */
  readonly select: string;
  readonly keyOf: (member: Json, around: string) => string;
  readonly kind: ObjectKind;
  readonly least: Degree;
  readonly members: Members;
}

/** A kind of object as the API shows it: which fields tell what at which degree. All of them are set in a world. */
export interface ApiKind {
  readonly kind: ObjectKind;
  readonly type: string;
  readonly fields: Readonly<Record<string, Degree>>;
  readonly lists: readonly ApiList[];
}

/** A list from the root: of one inspection, or of all that the asker sees. */
export interface ApiRoot extends ApiList {
  readonly of: 'inspection' | 'everything';
  readonly paged: boolean;
  /** What else is asked for, so that nothing is left out. */
  readonly args?: readonly string[];
}

const UUID = /[0-9a-f]{8}-[0-9a-f-]{27}$/;
export const uuidIn = (globalId: unknown): string => UUID.exec(String(globalId))?.[0] ?? String(globalId);
const byId = (member: Json): string => uuidIn(member['id']);

/** Tables of a world whose rows have an id. */
type Named = {
  [Name in keyof World]: World[Name] extends readonly { readonly id: string }[] ? Name : never;
}[keyof World];

/** The rows of a table that name what is around them in a column. */
export const belonging =
  (table: Named, column: string): Members =>
  (world, around) => {
    const rows: readonly { readonly id: string }[] = world[table];
    return rows
      .filter((row) => Object.entries(row).some(([name, value]) => name === column && value === around))
      .map(({ id }) => id);
  };
export const everywhere =
  (table: Named): Members =>
  (world) => {
    const rows: readonly { readonly id: string }[] = world[table];
    return rows.map(({ id }) => id);
  };

export const list = (field: string, kind: ObjectKind, least: Degree, members: Members): ApiList => ({
  field,
  select: 'id',
  keyOf: byId,
  kind,
  least,
  members,
});

/** Members that stand for a link: its key is made of both ends. */
export const links = (field: string, kind: ObjectKind, ends: Members): ApiList => ({
  ...list(field, kind, 'exists', (world, around) => ends(world, around).map((end) => `${around}/${end}`)),
  keyOf: (member, around) => `${around}/${byId(member)}`,
});
