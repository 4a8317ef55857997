import { expect } from '@jest/globals';
import { asSuperuser } from '../../support/break-glass.js';
import type { Client, Sent } from '../../support/client.js';
import { uuidOf } from '../../support/sql-as.js';

/** What was asked and read is recorded, whatever it changed. */
const RECORDS = ['audit_event', 'opening'];

/** Every row that is kept of an inspection, as one hash for each table: what nobody sees is in it too. */
export const rowsOf = (inspectionId: string): Promise<ReadonlyMap<string, string>> =>
  asSuperuser(async (db) => {
    const { rows: tables } = await db.query<{ name: string; key: string }>(
      `SELECT c.relname AS name, CASE WHEN c.relname = 'inspection' THEN 'id' ELSE 'inspection_id' END AS key
       FROM pg_class c WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1)
         AND (c.relname = 'inspection' OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'inspection_id'))`,
      [RECORDS],
    );
    const hashes = tables.map(
      ({ name, key }) =>
        `SELECT '${name}' AS name, md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS hash FROM app.${name} t WHERE t.${key} = $1`,
    );
    const { rows } = await db.query<{ name: string; hash: string }>(hashes.join(' UNION ALL '), [uuidOf(inspectionId)]);
    return new Map(rows.map(({ name, hash }) => [name, hash]));
  });

/** What the asker is told: the code of the error, or where the problems are, or that it is done. */
export const answerOf = ({ code, problems, payload, answer }: Sent): string => {
  if (code !== null) return code;
  if (problems.length > 0) return problems.map((problem) => `${problem.at}: ${problem.code}`).join(', ');
  return payload['receipt'] === null || payload['receipt'] === undefined ? `nothing: ${answer.text}` : 'done';
};

export type Attempt = readonly [by: Client, operation: string, input: object];

/** What each is told who tries what he may not, once it is shown that no row of the inspection changed. */
export async function refused(
  inspection: { readonly id: string },
  attempts: Readonly<Record<string, Attempt>>,
): Promise<Record<string, string>> {
  const before = await rowsOf(inspection.id);
  const told: Record<string, string> = {};
  for (const [name, [by, operation, input]] of Object.entries(attempts))
    told[name] = answerOf(await by.send(operation, input));
  expect(await rowsOf(inspection.id)).toEqual(before);
  return told;
}

/** The same answer to each of several. */
export const each = (names: object, answer: string): Record<string, string> =>
  Object.fromEntries(Object.keys(names).map((name) => [name, answer]));
