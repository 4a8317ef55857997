/** Numbers said in a text, in order: figures and number words alike, as figures, so that "five" and "5" are one. */
export function numbersIn(words: readonly string[]): string[] {
  const found: string[] = [];
  let spoken: Spoken | null = null;
  const flush = (): void => {
    if (spoken) found.push(String(spoken.total + spoken.current));
    spoken = null;
  };
  for (const [at, word] of words.entries()) {
    const next = words[at + 1] ?? '';
    if (word === 'and' && spoken && canFollowAnd(spoken, next)) continue;
    const longer = extend(spoken, word);
    if (longer === null) flush();
    spoken = longer ?? extend(null, word);
    if (spoken === null) found.push(...figuresIn(word), ...(FRACTIONS.has(word) ? [word] : []));
  }
  flush();
  return found;
}

interface Spoken {
  readonly total: number;
  readonly current: number;
  /** The value of the last word: after "twenty" a unit may follow, after "five" none. */
  readonly last: number;
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const VALUES: ReadonlyMap<string, number> = new Map([
  ...UNITS.split(' ').map((word, value): [string, number] => [word, value]),
  ...TENS.split(' ').map((word, at): [string, number] => [word, (at + 2) * 10]),
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
]);
/** Numbers of their own that do not combine. "Half" is a quantity word; "first" and "second" seldom count anything. */
const FRACTIONS: ReadonlySet<string> = new Set(
  (
    'third thirds quarter quarters fifth fifths sixth sixths seventh sevenths eighth eighths ninth ninths tenth tenths ' +
    'once twice thrice double triple twofold threefold dozen dozens hundreds thousands millions scores single'
  ).split(' '),
);

/** Null where the word does not carry the number on. */
function extend(spoken: Spoken | null, word: string): Spoken | null {
  const value = VALUES.get(word);
  if (value !== undefined) {
    if (!spoken) return { total: 0, current: value, last: value };
    const fits = (spoken.last >= 20 && spoken.last < 100 && value > 0 && value < 10) || spoken.last >= 100;
    return fits ? { ...spoken, current: spoken.current + value, last: value } : null;
  }
  const scale = SCALES.get(word);
  if (scale === undefined) return null;
  if (!spoken) return { total: scale === 100 ? 0 : scale, current: scale === 100 ? 100 : 0, last: scale };
  if (scale <= spoken.last) return null;
  if (scale === 100) return { ...spoken, current: Math.max(spoken.current, 1) * 100, last: 100 };
  return { total: spoken.total + Math.max(spoken.current, 1) * scale, current: 0, last: scale };
}

/** "One hundred and five", not "five and six". */
function canFollowAnd(spoken: Spoken, next: string): boolean {
  return spoken.last >= 100 && VALUES.has(next);
}

/** "18yo" says 18, "1,200" is 1200; digits of every script and signs such as ⅔ count. */
function figuresIn(word: string): string[] {
  const plain = /^[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/.test(word) ? word.replaceAll(',', '') : word;
  return (plain.match(/\p{N}+(?:[.,]\p{N}+)*/gu) ?? []).map((figure) => figure.replace(/^0+(?=[0-9])/, ''));
}
