import { parseArgs } from 'node:util';

export const USE = 'npm run mutants [-- --share K/N --seed S --only PATTERN --lanes L --at-least P --out FILE]';

export interface Options {
  /** Of all mutants, shuffled by the seed, the part to try: the first of twenty is [1, 20]. */
  readonly share: readonly [part: number, of: number];
  readonly seed: number;
  /** Only mutants whose name it matches. */
  readonly only: RegExp;
  /** How many are tried at a time, each in databases of its own. */
  readonly lanes: number;
  /** Of a hundred mutants so many are caught, or the run has failed. */
  readonly atLeast: number;
  readonly out: string | null;
}

export class UsageError extends Error {}

export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      share: { type: 'string', default: '1/1' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
      lanes: { type: 'string', default: '2' },
      'at-least': { type: 'string', default: '100' },
      out: { type: 'string' },
    },
  });
  const [part, of] = (/^(\d+)\/(\d+)$/.exec(values.share)?.slice(1) ?? []).map(Number);
  if (part === undefined || of === undefined || part < 1 || part > of) throw new UsageError(`--share is K/N: ${USE}`);
  return {
    share: [part, of],
    seed: wholeNumber('--seed', values.seed),
    only: new RegExp(values.only),
    lanes: wholeNumber('--lanes', values.lanes),
    atLeast: wholeNumber('--at-least', values['at-least']),
    out: values.out ?? null,
  };
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new UsageError(`${name} is a whole number from 1: ${USE}`);
  return number;
}
