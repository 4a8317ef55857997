import type { Catalogue, KernelFunction } from './catalogue.js';
import * as circles from './circles.js';
import * as conditions from './conditions.js';
import type { Effect, Mutant } from './mutant.js';
import { masked, places } from './text.js';

/** Functions of the access kernel with one thing of them changed. */
export function* functionMutants(catalogue: Catalogue): Generator<Mutant> {
  for (const one of catalogue.functions) {
    const of = (how: string, sql: string, effect: Effect): Mutant => ({
      kind: 'function',
      of: one.signature,
      how,
      change: { in: 'catalogue', sql, tables: tablesWritten(one), effect },
    });
    if (one.definer) {
      yield of('without a search path of its own', `ALTER FUNCTION ${one.signature} RESET search_path`, { at: 'read' });
      yield of(
        'with the rights of its caller',
        `ALTER FUNCTION ${one.signature} SECURITY INVOKER`,
        effectOf(one, catalogue),
      );
    }
    for (const { text, how } of rewritings(one.source))
      yield of(how, `${replacing(one)} AS $mutant$${text}$mutant$`, effectOf(one, catalogue));
  }
}

function* rewritings(source: string): Generator<conditions.Rewriting> {
  yield* conditions.conjunctsDropped(source);
  yield* conditions.negated(source);
  yield* conditions.actsFlipped(source);
  yield* conditions.boundsMoved(source);
  yield* circles.degreesMoved(source);
  yield* circles.elementsDropped(source);
  yield* circles.listsChanged(source);
  yield* circles.branchesDropped(source);
  yield* circles.statementsDropped(source);
  yield* circles.leastFlipped(source);
  if (source.includes('SIGNATORY') && source.includes(`'seat:'`)) yield* circles.circlesAdded(source);
}

/** All of the definition but its body. */
const replacing = ({ definition }: KernelFunction): string => definition.slice(0, definition.indexOf('AS $'));

const tablesWritten = ({ source }: KernelFunction): readonly string[] => [
  ...new Set([...places(masked(source), /\bUPDATE app\.(\w+)/)].flatMap(({ groups }) => groups)),
];

/** Functions that others call to settle audiences: all of them have to be settled again. */
const SETTLES_ALL = /^(sees|audience|share_entitlements|place_all_of|rebuild)$/;

function effectOf({ name, trigger }: KernelFunction, { functions }: Catalogue): Effect {
  if (trigger) return { at: 'write' };
  if (SETTLES_ALL.test(name)) return { at: 'place', sql: 'SELECT auth.rebuild()' };
  if (!name.startsWith('place_')) return { at: 'read' };
  if (name === 'place_conflicts')
    return {
      at: 'place',
      sql: 'SELECT auth.place_conflicts(user_id) FROM (SELECT DISTINCT user_id FROM app.conflict_of_interest) c',
    };
  const all = functions.find((one) => one.name === 'place_all_of')?.source ?? '';
  const rows = new RegExp(`auth\\.${name}\\(which\\) FROM \\((.*)\\) every \\(which\\)`).exec(all)?.[1];
  if (rows === undefined) return { at: 'place', sql: 'SELECT auth.rebuild()' };
  const ofEvery = rows.replace('of_inspection', 'i.id');
  return { at: 'place', sql: `SELECT auth.${name}(which) FROM app.inspection i, LATERAL (${ofEvery}) every (which)` };
}
