import { brackets, endOf, masked, places, replaced, splitAt, textOf, told, type Stretch } from './text.js';

/** One text made from another. */
export interface Rewriting {
  readonly text: string;
  readonly how: string;
}

const BEGINS = /\b(WHERE|ON|IF|ELSIF|WHEN|RETURN|SELECT)\b|:=/;
const ENDS =
  /^(?:THEN|LOOP|;|,|GROUP|ORDER|RETURNING|UNION|JOIN|LEFT|CROSS|FOR|LIMIT|WHERE|ELSE|WHEN|END|INTO|FROM|SET|AS|ON|EXECUTE)$/;
/** Alone they are no condition, but may hold several. */
const VALUES = ['RETURN', 'SELECT', ':='];

/** Each condition of a text: after WHERE and its like, and each bracket that holds several. */
export function* conditions(text: string): Generator<Stretch & { readonly word: string }> {
  const mask = masked(text);
  for (const { from, to, groups } of places(mask, BEGINS)) {
    const word = groups[0] ?? ':=';
    const before = mask.slice(Math.max(0, from - 8), from);
    if (/\bEND\s*$/.test(before) || /^\s*CONFLICT\b/.test(mask.slice(to))) continue;
    const region = { from: to, to: endOf(mask, to, ENDS) };
    const [whole] = splitAt(mask, region, /^$/);
    if (whole === undefined || whole.from >= whole.to) continue;
    if (word === 'WHEN' && /^'x*'(?:::\w+)?$/.test(textOf(mask, whole))) continue;
    if (!VALUES.includes(word) || isSeveral(mask, whole)) yield { ...whole, word };
  }
  for (const inside of brackets(mask))
    if (!/^SELECT\b/.test(mask.slice(inside.from)) && isSeveral(mask, inside)) yield { ...inside, word: '(' };
}

const isSeveral = (mask: string, region: Stretch): boolean => splitAt(mask, region, /^(?:AND|OR)$/).length > 1;

/** Each conjunct held true, and each alternative false, in turn. */
export function* conjunctsDropped(text: string): Generator<Rewriting> {
  const mask = masked(text);
  for (const condition of conditions(text)) {
    const alternatives = splitAt(mask, condition, /^OR$/);
    if (alternatives.length > 1)
      for (const one of alternatives)
        yield { text: replaced(text, one, 'false'), how: `never "${told(textOf(text, one))}"` };
    for (const alternative of alternatives) {
      const conjuncts = splitAt(mask, alternative, /^AND$/);
      // A bracket or value that holds alternatives alone has no conjunct to drop.
      if (conjuncts.length === 1 && (alternatives.length > 1 || condition.word === '(')) continue;
      for (const one of conjuncts)
        yield { text: replaced(text, one, 'true'), how: `without "${told(textOf(text, one))}"` };
    }
  }
}

/** IF and WHEN the other way about. */
export function* negated(text: string): Generator<Rewriting> {
  for (const condition of conditions(text)) {
    if (!['IF', 'ELSIF', 'WHEN'].includes(condition.word)) continue;
    const whole = textOf(text, condition);
    yield { text: replaced(text, condition, `NOT (${whole})`), how: `not "${told(whole)}"` };
  }
}

/** `IS NULL` is `IS NOT NULL`, and the other way about: acts that happened count as if they had not. */
export function* actsFlipped(text: string): Generator<Rewriting> {
  for (const { from, to, groups } of places(masked(text), /\bIS (NOT )?NULL\b/)) {
    const by = groups[0] === undefined ? 'IS NOT NULL' : 'IS NULL';
    yield { text: replaced(text, { from, to }, by), how: `"${told(text.slice(Math.max(0, from - 40), from))}" ${by}` };
  }
}

const OTHER_BOUND: Readonly<Record<string, string>> = { '<=': '<', '<': '<=', '>=': '>', '>': '>=' };

/** Bounds in time: what was included is not, and the other way about. */
export function* boundsMoved(text: string): Generator<Rewriting> {
  for (const { from, to, groups } of places(masked(text), / (<=|>=|<|>) (?!@)/)) {
    const by = ` ${OTHER_BOUND[groups[0] ?? ''] ?? ''} `;
    const around = told(text.slice(Math.max(0, from - 40), to + 20));
    yield { text: replaced(text, { from, to }, by), how: `"${by.trim()}" in "${around}"` };
  }
}

/** Equal is different, and the other way about. */
export function* comparisonsFlipped(text: string): Generator<Rewriting> {
  for (const { from, to, groups } of places(masked(text), / (=|<>) (?!ANY|ALL)/)) {
    const by = groups[0] === '=' ? ' <> ' : ' = ';
    const around = told(text.slice(Math.max(0, from - 40), to + 30));
    yield { text: replaced(text, { from, to }, by), how: `"${by.trim()}" in "${around}"` };
  }
}
