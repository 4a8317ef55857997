import type { Policy } from './catalogue.js';

/** Statements that speak of one of these tables or functions. */
export const speakingOf = (names: readonly string[]): RegExp =>
  new RegExp(`\\b(?:app|auth)\\.(?:${names.join('|')})\\b`);

/** Statements that a policy decides of: its own command's, and those whose policies look into its table. */
export function decidedBy({ table, command }: Policy, policies: readonly Policy[]): RegExp {
  const own = {
    INSERT: `INSERT INTO app\\.${table}`,
    UPDATE: `UPDATE app\\.${table}`,
    DELETE: `DELETE FROM app\\.${table}`,
  }[command];
  const looking = policies.filter(({ using, check }) =>
    new RegExp(`\\bapp\\.${table}\\b`).test(`${using ?? ''} ${check ?? ''}`),
  );
  return new RegExp(
    [own ?? `app\\.${table}`, ...looking.map((other) => `app\\.${other.table}`)]
      .map((one) => `(?:${one}\\b)`)
      .join('|'),
  );
}
