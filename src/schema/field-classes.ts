import { ACCESS_RULES } from '../database/access/access-rules.js';
import type { FieldRead, ReadModel } from '../reading/read-model.js';
import { SelectionScope, Statement } from '../reading/selection-scope.js';

const DEGREES = ['', 'exists', 'summary', 'whole', 'write'] as const;

/** The degree of sight that each table holds, as its policy for reading says. */
function degreesOfTables(): ReadonlyMap<string, number> {
  const rules = ACCESS_RULES.join('\n');
  const reads = rules.matchAll(/CREATE POLICY \w+_read ON (app\.\w+) FOR SELECT TO jip_application\s+USING \(audience_id = ANY \(\(SELECT auth\.audiences\((\d)\)/g);
  return new Map([...reads].map(([, table = '', degree]) => [table, Number(degree)]));
}

/** The fields of a type by the degree of sight at which they are told; the others are null below it. */
export function fieldClasses(model: ReadModel): ReadonlyMap<string, readonly string[]> {
  const degrees = degreesOfTables();
  const classes = new Map<string, string[]>();
  for (const [field, read] of Object.entries(model.fields)) {
    const name = classOf(model, read, degrees);
    classes.set(name, [...(classes.get(name) ?? []), field]);
  }
  return classes;
}

function classOf(model: ReadModel, read: FieldRead, degrees: ReadonlyMap<string, number>): string {
  const scope = new SelectionScope(new Statement(), 'self', model.key);
  const text = sqlOf(read, scope);
  const tables = new Set([...`${text} ${scope.joins.join(' ')}`.matchAll(/\bapp\.\w+/g)].map(([table]) => table));
  const held = new Set([...tables].flatMap((table) => degrees.get(table) ?? []));
  if (held.size > 1) return 'each part where it is seen';
  const [degree = degrees.get(model.table) ?? 0] = held;
  const at = DEGREES[degree] === '' ? 'whoever sees the row' : (DEGREES[degree] ?? '');
  return read.kind === 'value' ? at : `${at}, and as what it leads to is seen`;
}

function sqlOf(read: FieldRead, scope: SelectionScope): string {
  if (read.kind === 'value') return read.sql(scope, {});
  if (read.kind === 'page') return read.page.where('source', scope, {});
  return read.on(scope, 'other');
}
