/**
 * Cuts a text into sentences, so that each can be cited and edited alone. Nothing is lost: the pieces, joined without
 * anything between them, are the text; white space stays at the end of the piece before it. In doubt it does not cut:
 * two sentences under one key are a nuisance, half a sentence is an error.
 */
export function splitSentences(text: string): string[] {
  const pieces: string[] = [];
  const depth = bracketDepth(text);
  let start = 0;
  for (const match of text.matchAll(END)) {
    const { stop = '', closers = '' } = match.groups ?? {};
    const next = match.index + match[0].length;
    if (next >= text.length) break;
    if (stop !== '' && (depth[match.index + stop.length + closers.length] ?? 0) > 0) continue;
    const before = text.slice(Math.max(start, match.index - LOOK_BEHIND), match.index);
    if (stop === '' || endsHere(before, stop, text.slice(next, next + LOOK_AHEAD))) {
      pieces.push(text.slice(start, next));
      start = next;
    }
  }
  if (start < text.length) pieces.push(text.slice(start));
  return pieces;
}

/** Bounded, so that the time taken grows with the text and not with its square. */
const LOOK_BEHIND = 80;
const LOOK_AHEAD = 40;

/** A full stop, question or exclamation mark or ellipsis, what closes after it, and white space; or a blank line. */
const END = /(?<![.?!…])(?<stop>[.?!…]+)(?<closers>[’”"'»)\]]*)\s+|\n[^\S\n]*\n\s*/gu;

/** Never at the end of a sentence. */
const BEFORE_A_NAME = wordSet(
  'mr mrs ms mx dr prof rev st sgt insp supt det capt hon messrs e.g i.e eg ie cf vs v viz',
);
/** Only before a number: "No. 10", "para. 4", "Sept. 2016"; "The answer was no. It …" is two sentences. */
const BEFORE_A_NUMBER = wordSet(
  'no nos para paras p pp s ss sec secs sch art arts reg regs vol vols ch fig figs ref refs approx ext tel pt pts c ca ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec',
);
/** May end a sentence or not, so the word after it decides: "at 9 a.m. Monday", "at 9 a.m. The …". */
const STARTERS = wordSet(
  'a after all although an and as at both but by children consequently during each for from he her his however if in ' +
    'it its leaders many most no not of on one other our police practitioners school schools she since so social some ' +
    'staff such that the their then there these they this those to we when where while with without young',
);
/** Things named by a letter, as children are in published reviews: "the sibling of Child A. The …". */
const NAMED_BY_LETTER = wordSet(
  'adult agency annex appendix area band baby brother case category child children class family father form grade group ' +
    'home hospital hepatitis level mother officer option parent part person phase plan practice school section service ' +
    'sibling sister site stage table team tier vitamin ward worker',
);

function endsHere(before: string, stop: string, after: string): boolean {
  const next = /^[‘“"'«([–—•*-]*\s*(?<first>\S)/u.exec(after)?.groups?.['first'] ?? '';
  if (/\p{Ll}/u.test(next)) return false;
  if (stop !== '.') return true;
  if (isOnlyANumber(before)) return false;
  const words = /(?:(?<before>[\p{L}\p{N}’'-]+)\s+)?[‘“"'([]*(?<last>[\p{L}\p{N}&.’'-]+)$/u.exec(before)?.groups;
  const last = words?.['last'] ?? '';
  const lower = last.toLowerCase();
  if (BEFORE_A_NAME.has(lower)) return false;
  if (BEFORE_A_NUMBER.has(lower) && /[\p{N}#]/u.test(next)) return false;
  if (/^\p{Lu}$/u.test(last)) return NAMED_BY_LETTER.has((words?.['before'] ?? '').toLowerCase());
  if (/^(?:\p{L}\.)+\p{L}$/u.test(last)) return STARTERS.has(firstWord(after));
  return true;
}

/** "12. Children …": the number of a paragraph belongs to its first sentence. */
function isOnlyANumber(sentence: string): boolean {
  return /^\s*[(]?(?:\p{N}{1,3}(?:\.\p{N}{1,3})*|[a-z]|[ivx]{1,5})[)]?$/u.test(sentence);
}

function firstWord(after: string): string {
  return (/[\p{L}’']+/u.exec(after)?.[0] ?? '').toLowerCase();
}

/**
 * At each place, how many brackets are open that will be closed: one left open would otherwise swallow the rest of the
 * text. A place just after a closing bracket is outside.
 */
function bracketDepth(text: string): Int32Array {
  const change = new Int32Array(text.length + 1);
  const open: number[] = [];
  for (const { index, 0: bracket } of text.matchAll(/[()[\]]/g)) {
    if (bracket === '(' || bracket === '[') open.push(index);
    else {
      const from = open.pop();
      if (from !== undefined) {
        change[from] = (change[from] ?? 0) + 1;
        change[index + 1] = (change[index + 1] ?? 0) - 1;
      }
    }
  }
  for (let at = 1; at < change.length; at++) change[at] = (change[at] ?? 0) + (change[at - 1] ?? 0);
  return change;
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
