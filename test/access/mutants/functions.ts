import type { Catalogue, KernelFunction } from './catalogue.js';
import * as circles from './circles.js';
import * as conditions from './conditions.js';
import type { Effect, Mutant } from './mutant.js';
import { speakingOf } from './near.js';
import { reachOf, type Reach } from './reach.js';
import { masked, places } from './text.js';

/** Functions of the access kernel with one thing of them changed. */
export function* functionMutants(catalogue: Catalogue): Generator<Mutant> {
  for (const one of catalogue.functions) {
    const reach = reachOf(one, catalogue);
    const [effect, tables] = [effectOf(one, catalogue, reach), tablesOf(one, reach)];
    const of = (how: string, sql: string): Mutant => ({
      kind: 'function',
      of: one.signature,
      how,
      change: {
        in: 'catalogue',
        sql,
        tables,
        near: speakingOf([...tables, ...reach.tables, ...reach.functions]),
        effect,
      },
    });
    if (one.definer) {
      yield of('without a search path of its own', `ALTER FUNCTION ${one.signature} RESET search_path`);
      yield of('with the rights of its caller', `ALTER FUNCTION ${one.signature} SECURITY INVOKER`);
    }
    for (const { text, how } of rewritings(one.source)) yield of(how, `${replacing(one)} AS $mutant$${text}$mutant$`);
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

/** Tables that a function settles; of one that several of these call, any; of all others, those that rest on it. */
function tablesOf({ name, source }: KernelFunction, reach: Reach): readonly string[] {
  if (name.startsWith('place_'))
    return [...new Set([...places(masked(source), /\bUPDATE app\.(\w+)/)].flatMap(({ groups }) => groups))];
  return isPartOfPlacing(reach) ? [] : reach.tables;
}

/** Functions that settle audiences call it. */
const isPartOfPlacing = ({ functions }: Reach): boolean => functions.some((name) => name.startsWith('place_'));

const REBUILT: Effect & { at: 'place' } = {
  at: 'place',
  sql: 'SELECT auth.rebuild()',
  otherWay: 'SELECT auth.place_all_of(id) FROM (SELECT id FROM app.inspection ORDER BY id DESC) last',
};

function effectOf({ name }: KernelFunction, catalogue: Catalogue, reach: Reach): Effect {
  if (name === 'rebuild' || name === 'place_all_of') return REBUILT;
  if (isPartOfPlacing(reach)) {
    if (reach.reads)
      throw new Error(`${name} places rows and is asked when they are read: it has to be looked at twice`);
    return name.startsWith('place_') ? placedBy(name, catalogue) : REBUILT;
  }
  return { at: reach.reads ? 'read' : reach.settles ? 'write' : 'guard' };
}

/** Statements that settle every row anew, kind by kind, what others rest on first. */
export function placing(catalogue: Pick<Catalogue, 'functions'>): readonly string[] {
  const all = catalogue.functions.find((one) => one.name === 'place_all_of')?.source ?? '';
  const kinds = [...all.matchAll(/auth\.(place_\w+)\(which\)/g)].map((found) => found[1] ?? '');
  return [...kinds, 'place_conflicts'].map((name) => placedBy(name, catalogue).sql);
}

/** All rows that a function places, one after the other. */
export function placedBy(name: string, { functions }: Pick<Catalogue, 'functions'>): Effect & { at: 'place' } {
  const all = functions.find((one) => one.name === 'place_all_of')?.source ?? '';
  const rows = new RegExp(`auth\\.${name}\\(which\\) FROM \\((.*)\\) every \\(which\\)`).exec(all)?.[1];
  const every =
    name === 'place_conflicts'
      ? 'SELECT DISTINCT user_id AS which FROM app.conflict_of_interest'
      : rows === undefined
        ? null
        : `SELECT which FROM app.inspection i, LATERAL (${rows.replace('of_inspection', 'i.id')}) every (which)`;
  if (every === null) return REBUILT;
  const placed = (order: string): string => `SELECT auth.${name}(which) FROM (${every} ORDER BY 1 ${order}) every`;
  return { at: 'place', sql: placed(''), otherWay: placed('DESC') };
}
