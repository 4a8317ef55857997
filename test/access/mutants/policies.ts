import type { Catalogue, Policy } from './catalogue.js';
import { degreesMoved, elementsDropped } from './circles.js';
import { actsFlipped, comparisonsFlipped, conjunctsDropped, type Rewriting } from './conditions.js';
import type { Mutant } from './mutant.js';
import { decidedBy, lookingInto } from './near.js';

/** Policies with one thing of them changed. */
export function* policyMutants({ policies }: Catalogue): Generator<Mutant> {
  for (const policy of policies) {
    const { table, name } = policy;
    const of = (how: string, sql: string): Mutant => ({
      kind: 'policy',
      of: name,
      how,
      change: {
        in: 'catalogue',
        sql,
        tables: lookingInto([table], policies),
        near: decidedBy(policy, policies),
        effect: { at: 'read' },
      },
    });
    yield of('for everybody, not for one role', `ALTER POLICY ${name} ON app.${table} TO PUBLIC`);
    if (!policy.applications) continue;
    yield of(policy.restrictive ? 'no restriction' : 'not there', `DROP POLICY ${name} ON app.${table}`);
    for (const [clause, text] of clausesOf(policy))
      for (const { text: changed, how } of rewritings(text))
        yield of(`${clause.toLowerCase()} ${how}`, `ALTER POLICY ${name} ON app.${table} ${clause} (${changed})`);
  }
}

function clausesOf({ using, check }: Policy): readonly (readonly [clause: string, text: string])[] {
  return [
    ...(using === null || using === 'true' ? [] : [['USING', using] as const]),
    ...(check === null || check === 'true' ? [] : [['WITH CHECK', check] as const]),
  ];
}

function* rewritings(text: string): Generator<Rewriting> {
  yield { text: 'true', how: 'holds always' };
  yield* conjunctsDropped(text);
  yield* degreesMoved(text);
  yield* actsFlipped(text);
  yield* comparisonsFlipped(text);
  yield* elementsDropped(text);
}
