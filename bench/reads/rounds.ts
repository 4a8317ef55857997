import type { ContenderName, Running } from '../contenders/contender.js';
import type { Loader } from '../load/loader.js';
import { usageOf } from '../load/process-usage.js';
import type { LoadRequest, Pace } from '../load/protocol.js';

/** What one contender did in one round, at one concurrency. */
export interface Slice {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Milliseconds of processor time a request, of the contender's process and of the database; null where the system does not tell. */
  readonly nodeCpuMs: number | null;
  readonly databaseCpuMs: number | null;
  readonly memoryMb: number | null;
}

export interface Rounds {
  readonly concurrency: number;
  /** By contender, round for round. */
  readonly slices: ReadonlyMap<ContenderName, readonly Slice[]>;
}

export interface Rhythm extends Pace {
  readonly rounds: number;
}

/** Round for round, all contenders one after the other, each round beginning with another: what else the machine does meets all. */
export async function measureRounds(
  loader: Loader,
  requests: ReadonlyMap<Running, readonly LoadRequest[]>,
  databaseProcess: number,
  concurrency: number,
  { rounds, warmUpMs, measureMs, patienceMs }: Rhythm,
): Promise<Rounds> {
  const contenders = [...requests];
  const slices = new Map<ContenderName, Slice[]>(contenders.map(([{ contender }]) => [contender.name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const next = contenders[(round + turn) % contenders.length];
      if (next === undefined) throw new Error('nobody is measured');
      const [running, asked] = next;
      const order = { url: running.url, requests: asked, concurrency, pace: { warmUpMs, measureMs, patienceMs } };
      const { figures, before, after } = await loader.run(order, () => ({
        node: usageOf(running.processId),
        database: usageOf(databaseProcess),
      }));
      if (figures.wrong > 0)
        throw new Error(`${running.contender.name}: ${figures.wrong} wrong answers, ${figures.firstWrong ?? ''}`);
      if (figures.requests === 0) throw new Error(`${running.contender.name} answers nothing in ${measureMs} ms`);
      const each = (one: number | undefined, other: number | undefined): number | null =>
        one === undefined || other === undefined ? null : ((other - one) * 1000) / figures.requests;
      slices.get(running.contender.name)?.push({
        requestsPerSecond: figures.requests / figures.seconds,
        p50: figures.p50,
        p95: figures.p95,
        p99: figures.p99,
        nodeCpuMs: each(before.node?.cpu, after.node?.cpu),
        databaseCpuMs: each(before.database?.cpu, after.database?.cpu),
        memoryMb: after.node === null ? null : after.node.memory / 1_048_576,
      });
    }
  return { concurrency, slices };
}
