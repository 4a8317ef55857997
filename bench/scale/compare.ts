import { blocksOf } from '../much-read.js';
import type { Asker } from './askers.js';
import type { Operation } from './operations.js';
import { ratioOf, sizeResult, type OperationResult, type SizeResult } from './result.js';
import { measure, median, type Measured } from './rounds.js';
import { scannedWhole, type Probe, type Side } from './side.js';

/** An operation of the same kind of asker at each size, measured by turns. */
export async function compare(
  operation: Operation,
  asker: string,
  asked: readonly { readonly side: Side; readonly askers: readonly Asker[] }[],
  rounds: number,
): Promise<OperationResult> {
  const probed = [];
  for (const { side, askers } of asked) probed.push({ side, ...(await prepared(side, operation, askers)) });
  const areAllAnswered = probed.every(({ unanswered }) => unanswered === null);
  // Where one size gives no answer there is nothing to compare: the other is measured once, to say what it takes.
  const measured = await measure(
    probed.map(({ probes }) => probes),
    areAllAnswered ? rounds : 1,
  );
  const sizes = probed.map(({ side, probes, unanswered }, at) =>
    sizeOf(side, probes, unanswered, measured[at] ?? null),
  );
  return { name: operation.name, words: operation.words, asker, sizes, ratio: ratioOf(sizes) };
}

async function prepared(
  side: Side,
  operation: Operation,
  askers: readonly Asker[],
): Promise<{ probes: Probe[]; unanswered: string | null }> {
  if (askers.length === 0) return { probes: [], unanswered: 'nobody of this kind is there' };
  try {
    const probes = [];
    for (const each of askers) probes.push(await side.probe(operation, each));
    return { probes, unanswered: null };
  } catch (error) {
    return { probes: [], unanswered: error instanceof Error ? error.message : String(error) };
  }
}

function sizeOf(side: Side, probes: readonly Probe[], unanswered: string | null, times: Measured | null): SizeResult {
  if (unanswered !== null || times === null)
    return {
      items: side.items,
      askers: 0,
      unanswered: unanswered ?? '',
      httpMs: null,
      sqlMs: null,
      buffers: null,
      scannedWhole: [],
    };
  const scanned = [...new Set(probes.flatMap(({ plan }) => scannedWhole(plan)))].sort();
  return sizeResult(side.items, probes.length, times, median(probes.map(({ plan }) => blocksOf(plan))), scanned);
}
