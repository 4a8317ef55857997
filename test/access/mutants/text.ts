/** The catalogue's own text, read lightly: strings and comments aside, and brackets matched. No grammar of SQL. */

/** A stretch of a text, from its first character to behind its last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export const textOf = (text: string, { from, to }: Stretch): string => text.slice(from, to);

export const replaced = (text: string, { from, to }: Stretch, by: string): string =>
  text.slice(0, from) + by + text.slice(to);

/** The same text with the contents of strings and comments blanked, character by character: offsets stay. */
export function masked(text: string): string {
  return text
    .replace(/'(?:[^']|'')*'|--[^\n]*/g, (found) =>
      found.startsWith('--') ? ' '.repeat(found.length) : `'${'x'.repeat(found.length - 2)}'`,
    )
    .replace(/DISTINCT FROM/g, 'DISTINCT_FROM');
}

const OPENING = /^(?:[([]|\bCASE\b)/;
const CLOSING = /^(?:[)\]]|\bEND\b)/;
const WORD = /^[A-Za-z_]\w*/;

/** Walks a masked text from an offset, word by word, telling how deep in brackets (and CASE ... END) it is. */
export function* walk(mask: string, from: number, to = mask.length): Generator<Stretch & { depth: number }> {
  let depth = 0;
  let at = from;
  while (at < to) {
    const rest = mask.slice(at, Math.min(to, at + 64));
    const length = WORD.exec(rest)?.[0].length ?? 1;
    const piece = rest.slice(0, length);
    const closes = CLOSING.test(piece);
    if (closes && depth === 0) return;
    yield { from: at, to: at + length, depth };
    if (closes) depth -= 1;
    if (OPENING.test(piece)) depth += 1;
    at += length;
  }
}

/** Where a region that begins here ends: at its closing bracket, or at one of the words (or signs) beside it. */
export function endOf(mask: string, from: number, ends: RegExp): number {
  let last = from;
  for (const word of walk(mask, from)) {
    if (word.depth === 0 && ends.test(textOf(mask, word))) return word.from;
    last = word.to;
  }
  return last;
}

/** The pieces of a region between words (or signs) that stand in no bracket of it. */
export function splitAt(mask: string, region: Stretch, between: RegExp): readonly Stretch[] {
  const pieces: Stretch[] = [];
  let from = region.from;
  for (const word of walk(mask, region.from, region.to)) {
    if (word.depth !== 0 || !between.test(textOf(mask, word))) continue;
    pieces.push({ from, to: word.from });
    from = word.to;
  }
  pieces.push({ from, to: region.to });
  return pieces.map((piece) => trimmed(mask, piece));
}

function trimmed(mask: string, { from, to }: Stretch): Stretch {
  const inside = mask.slice(from, to);
  return { from: from + inside.length - inside.trimStart().length, to: to - (inside.length - inside.trimEnd().length) };
}

/** What lies in each pair of round brackets, the outer ones first. */
export function* brackets(mask: string): Generator<Stretch> {
  for (let at = mask.indexOf('('); at >= 0; at = mask.indexOf('(', at + 1))
    yield trimmed(mask, { from: at + 1, to: endOf(mask, at + 1, /^$/) });
}

/** All places that match, as offsets in the text. */
export function* places(mask: string, pattern: RegExp): Generator<Stretch & { groups: readonly string[] }> {
  for (const found of mask.matchAll(new RegExp(pattern, 'g')))
    yield { from: found.index, to: found.index + found[0].length, groups: found.slice(1) };
}

/** A line of it, to tell a mutant by. */
export function told(text: string, length = 90): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
