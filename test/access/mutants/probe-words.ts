import { hour } from '../oracle/world-builder.js';
import { people, type Person } from '../oracle/world-builder-people.js';
import type { Instant } from '../oracle/world-base.js';
import type { Probe, Try } from './probing.js';
import { sceneNow } from './scene.js';

/** SQL as it is, among values that are quoted. */
export class Sql {
  constructor(readonly text: string) {}
}
export const sql = (text: string): Sql => new Sql(text);
export const me = sql('auth.user_id()');
export const at = sql('auth.at()');
export const fresh = sql('gen_random_uuid()');
export const later = new Date(sceneNow + 100 * hour).toISOString();
export const earlier = new Date(sceneNow - 100 * hour).toISOString();
export const uuids = (...ids: readonly string[]): Sql => sql(`'{${ids.join(',')}}'::uuid[]`);

type Value = string | number | boolean | null | Sql;
export type Row = Readonly<Record<string, Value>>;

const literal = (value: Value): string => {
  if (value instanceof Sql) return value.text;
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
};

export const insert = (table: string, row: Row): string =>
  `INSERT INTO app.${table} (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).map(literal).join(', ')})`;

export const update = (table: string, set: Row, where: Row): string =>
  `UPDATE app.${table} SET ${pairs(set, ', ')} WHERE ${pairs(where, ' AND ')}`;

export const remove = (table: string, where: Row): string => `DELETE FROM app.${table} WHERE ${pairs(where, ' AND ')}`;

const pairs = (row: Row, between: string): string =>
  Object.entries(row)
    .map(([column, value]) => `${column} = ${literal(value)}`)
    .join(between);

/** Under what a try happens, where it is not at the scene's time with nothing before. */
export interface Under {
  readonly given?: readonly string[];
  readonly at?: Instant;
}

const tried = (as: Try['as'], does: string | readonly string[], expected: Try['expected'], under: Under = {}): Try => ({
  as,
  at: under.at ?? sceneNow,
  given: under.given ?? [],
  does: typeof does === 'string' ? [does] : does,
  expected,
});

export const lets = (as: Try['as'], does: string | readonly string[], under: Under = {}): Try =>
  tried(as, does, 'done', under);
export const refuses = (as: Try['as'], does: string | readonly string[], under: Under = {}): Try =>
  tried(as, does, 'refused', under);
/** The last statement answers. */
export const tells = (as: Try['as'], does: string | readonly string[], answer: string | null, under: Under = {}): Try =>
  tried(as, does, { answer }, under);

export const probe = (name: string, ...tries: readonly (Try | readonly Try[])[]): Probe => ({
  name,
  tries: tries.flat(),
});

export const everybody = Object.keys(people) as readonly Person[];

/** Those named do it, and nobody else of all the people. */
export const only = (who: readonly Person[], does: string | readonly string[], under: Under = {}): readonly Try[] =>
  everybody.map((person) => (who.includes(person) ? lets(person, does, under) : refuses(person, does, under)));

/** To those named one answer is given, and to all others another. */
export const tellsOnly = (
  who: readonly Person[],
  does: string,
  [some, others]: readonly [string | null, string | null],
  under: Under = {},
): readonly Try[] => everybody.map((person) => tells(person, does, who.includes(person) ? some : others, under));

/** A row that those named add, and nobody else; nor they themselves with anything of it forged. */
export function adds(
  who: readonly Person[],
  table: string,
  row: Row,
  forged: readonly Row[] = [],
  under: Under = {},
): readonly Try[] {
  const [first] = who;
  return [
    ...only(who, insert(table, row), under),
    ...(first === undefined ? [] : forged.map((other) => refuses(first, insert(table, { ...row, ...other }), under))),
  ];
}

export const writersOfsted = ['lead', 'ofsted lead', 'inspector', 'colleague'] as const satisfies readonly Person[];
export const writersCqc = ['cqc lead', 'cqc inspector', 'cqc colleague'] as const satisfies readonly Person[];
export const leads = ['lead', 'ofsted lead', 'cqc lead'] as const satisfies readonly Person[];
export const teamOfsted = [...writersOfsted, 'analyst', 'assurer'] as const satisfies readonly Person[];
export const teamCqc = [...writersCqc, 'cqc analyst', 'cqc assurer'] as const satisfies readonly Person[];
