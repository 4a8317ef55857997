import { blocksOf } from '../much-read.js';
import type { Asker } from './askers.js';
import type { Operation } from './operations.js';
import { ratioOf, sizeResult, type OperationResult } from './result.js';
import { measure, median } from './rounds.js';
import { scannedWhole, type Side } from './side.js';

/** An operation of the same kind of asker at each size, measured by turns. */
export async function compare(
  operation: Operation,
  asker: string,
  asked: readonly { readonly side: Side; readonly askers: readonly Asker[] }[],
  rounds: number,
): Promise<OperationResult> {
  const probed = await Promise.all(
    asked.map(async ({ side, askers }) => {
      const probes = [];
      for (const each of askers) probes.push(await side.probe(operation, each));
      return { side, probes };
    }),
  );
  const measured = await measure(
    probed.map(({ probes }) => probes),
    rounds,
  );
  const sizes = probed.flatMap(({ side, probes }, at) => {
    const times = measured[at];
    const scanned = [...new Set(probes.flatMap(({ plan }) => scannedWhole(plan)))].sort();
    const buffers = median(probes.map(({ plan }) => blocksOf(plan)));
    return times === undefined ? [] : [sizeResult(side.items, probes.length, times, buffers, scanned)];
  });
  return { name: operation.name, words: operation.words, asker, sizes, ratio: ratioOf(sizes) };
}
