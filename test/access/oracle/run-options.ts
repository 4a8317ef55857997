import { parseArgs } from 'node:util';

export const USE = 'npm run oracle -- --worlds N --seed S [--api-every K] [--workers W] [--out FILE.json]';

export interface Options {
  readonly worlds: number;
  /** Of the first world; each world has a seed of its own. */
  readonly seed: number;
  /** Every how many worlds the API is asked, too; 0: never. */
  readonly apiEvery: number;
  readonly workers: number;
  readonly out: string | null;
}

export class UsageError extends Error {}

export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      worlds: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      'api-every': { type: 'string', default: '10' },
      workers: { type: 'string', default: '2' },
      out: { type: 'string' },
    },
  });
  return {
    worlds: wholeNumber('--worlds', values.worlds, 1),
    seed: wholeNumber('--seed', values.seed, 0),
    apiEvery: wholeNumber('--api-every', values['api-every'], 0),
    workers: wholeNumber('--workers', values.workers, 1),
    out: values.out ?? null,
  };
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < least)
    throw new UsageError(`${name} is a whole number from ${least}: ${USE}`);
  return number;
}
