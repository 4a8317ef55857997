import type { Instant } from './world-base.js';
import type { World } from './world.js';

export type Row = Readonly<Record<string, unknown>>;

/** Rows that come to stand in a table, or columns of rows that an act changes: one statement each. */
export interface Step {
  readonly verb: 'insert' | 'change';
  readonly table: string;
  /** Columns by which a changed row is found. */
  readonly key: readonly string[];
  readonly rows: (world: World) => readonly Row[];
}

export const insert = (table: string, rows: Step['rows']): Step => ({ verb: 'insert', table, key: [], rows });

export const change = (table: string, rows: Step['rows'], key: readonly string[] = ['id']): Step => ({
  verb: 'change',
  table,
  key,
  rows,
});

export const instant = (at: Instant): string => new Date(at).toISOString();
export const instantOrNull = (at: Instant | null): string | null => (at === null ? null : instant(at));
export const day = (at: Instant): string => instant(at).slice(0, 10);

/** The statement of a step, whose one parameter is its rows as JSON. */
export function statementOf(step: Step, columns: readonly string[]): string {
  const named = columns.map((column) => `"${column}"`);
  const rows = `jsonb_populate_recordset(NULL::app.${step.table}, $1::jsonb) r`;
  if (step.verb === 'insert')
    return `INSERT INTO app.${step.table} (${named.join(', ')}) SELECT ${named.map((name) => `r.${name}`).join(', ')} FROM ${rows}`;
  const set = columns.filter((column) => !step.key.includes(column)).map((column) => `"${column}" = r."${column}"`);
  const found = step.key.map((column) => `t."${column}" = r."${column}"`);
  return `UPDATE app.${step.table} t SET ${set.join(', ')} FROM ${rows} WHERE ${found.join(' AND ')}`;
}
