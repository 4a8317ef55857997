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
  const looking = lookingInto([table], policies).filter((other) => other !== table);
  const statements = [own ?? `app\\.${table}`, ...looking.map((other) => `app\\.${other}`)];
  return new RegExp(statements.map((one) => `(?:${one}\\b)`).join('|'));
}

/** These tables, and those whose policies look into one of them, at any distance. */
export function lookingInto(tables: readonly string[], policies: readonly Policy[]): readonly string[] {
  const found = new Set(tables);
  for (const one of found)
    for (const { table, using, check } of policies)
      if (new RegExp(`\\bapp\\.${one}\\b`).test(`${using ?? ''} ${check ?? ''}`)) found.add(table);
  return [...found];
}
