import type { Catalogue, Table } from './catalogue.js';
import type { Effect, Mutant } from './mutant.js';
import { speakingOf } from './near.js';

const READ: Effect = { at: 'read' };
const APPLICATION = 'jip_application';

/** Row security that is not forced or not on, and more granted than is. */
export function* grantMutants({ tables, functions }: Catalogue): Generator<Mutant> {
  for (const table of tables) {
    const { name } = table;
    const of = (kind: Mutant['kind'], how: string, sql: string): Mutant => ({
      kind,
      of: name,
      how,
      change: { in: 'catalogue', sql, tables: [name], near: speakingOf([name]), effect: READ },
    });
    yield of('row security', 'not forced on its owner', `ALTER TABLE app.${name} NO FORCE ROW LEVEL SECURITY`);
    yield of('row security', 'off', `ALTER TABLE app.${name} DISABLE ROW LEVEL SECURITY`);
    for (const [privilege, how] of moreThan(table))
      yield of('grant', how, `GRANT ${privilege} ON app.${name} TO ${APPLICATION}`);
  }
  for (const { signature, name } of functions.filter(({ open }) => !open))
    yield closed(signature, name, `GRANT EXECUTE ON FUNCTION ${signature} TO ${APPLICATION}`);
  yield closed('jip_access', 'jip_access', `GRANT jip_access TO ${APPLICATION}`);
}

const closed = (of: string, name: string, sql: string): Mutant => ({
  kind: 'grant',
  of,
  how: 'granted to the application',
  change: { in: 'catalogue', sql, tables: [], near: speakingOf([name]), effect: READ },
});

function moreThan({ granted, columnGranted }: Table): readonly (readonly [privilege: string, how: string])[] {
  return ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']
    .filter((privilege) => !granted.includes(privilege))
    .map((privilege) => [
      privilege,
      columnGranted.includes(privilege) ? `${privilege} of all columns` : `${privilege} granted`,
    ]);
}
