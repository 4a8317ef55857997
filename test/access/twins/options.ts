import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface Options {
  readonly pairs: number;
  readonly seed: number;
  /** How many pairs are asked at the same time, each by platforms of its own. */
  readonly lanes: number;
  readonly out: string | null;
}

const USE = 'npm run twins -- [--pairs N] [--seed S] [--lanes N] [--out FILE]';

export class UsageError extends Error {}

/** Relative paths are from where the person stood. */
export function readOptions(argv: readonly string[], from: string): Options {
  const type = 'string' as const;
  const { values } = read(() =>
    parseArgs({ args: [...argv], options: { pairs: { type }, seed: { type }, lanes: { type }, out: { type } } }),
  );
  return {
    pairs: whole('--pairs', values.pairs ?? '100', 1),
    seed: whole('--seed', values.seed ?? '1', 0),
    lanes: whole('--lanes', values.lanes ?? '1', 1),
    out: values.out === undefined ? null : resolve(from, values.out),
  };
}

function read<Result>(parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USE}`);
  }
}

function whole(name: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least)
    throw new UsageError(`${name} takes a whole number from ${least}: ${USE}`);
  return number;
}
