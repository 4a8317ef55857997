/** A world as lines that can be read: rows by their names, instants by the clock, what is empty left out. */
import { isId, type Row } from './world-soundness.js';
import type { World } from './world.js';

export function tellWorld(world: World): string {
  const names = namesOf(world);
  const lines = (Object.entries(world) as [string, unknown][]).flatMap(([table, rows]) => {
    if (table === 'seed') return [`seed: ${String(rows)}`];
    if (!Array.isArray(rows)) return [];
    if (table === 'asked') return [`asked: ${rows.map((at) => tellValue(names, 'askedAt', at)).join(', ')}`];
    return (rows as readonly Row[]).map((row) => `${singular(table)} ${tellRow(names, row)}`);
  });
  return lines.join('\n');
}

/** `case 2` for the second of the cases; people and organisations by their own names. */
export function namesOf(world: World): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [table, rows] of Object.entries(world) as [string, unknown][]) {
    if (!Array.isArray(rows)) continue;
    for (const [at, row] of (rows as readonly Row[]).entries()) {
      if (typeof row !== 'object' || !isId(row['id'])) continue;
      const own = table === 'users' || table === 'organisations' ? row['name'] : undefined;
      names.set(row['id'], typeof own === 'string' ? own : `${singular(table)}-${at + 1}`);
    }
  }
  return names;
}

const irregular: Readonly<Record<string, string>> = { cases: 'case', breakGlasses: 'breakGlass' };

const singular = (table: string): string =>
  irregular[table] ?? table.replace(/ies$/, 'y').replace(/sses$/, 'ss').replace(/s$/, '');

function tellRow(names: ReadonlyMap<string, string>, row: Row): string {
  const told = Object.entries(row)
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
    .filter(([field]) => field !== 'id')
    .map(([field, value]) => `${field}=${tellValue(names, field, value)}`);
  const own = isId(row['id']) ? `${names.get(row['id']) ?? row['id']}: ` : '';
  return own + told.join(' ');
}

function tellValue(names: ReadonlyMap<string, string>, field: string, value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => tellValue(names, field, one)).join(' ')}]`;
  if (isId(value)) return names.get(value) ?? value;
  if (typeof value === 'number' && /(At|Until|deadline)$/.test(field)) return new Date(value).toISOString();
  return typeof value === 'string' ? value : JSON.stringify(value);
}
