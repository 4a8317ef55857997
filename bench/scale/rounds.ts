import type { Probe } from './side.js';

export interface Measured {
  /** Milliseconds: the median of the rounds' medians. */
  readonly http: number;
  readonly sql: number;
}

/** Times that each probe is sent in a round. */
const REPEATS = 4;

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  if (low === undefined || high === undefined) throw new Error('nothing was measured');
  return (low + high) / 2;
};

/** The sizes by turns, probe for probe: what else the machine does meets all alike. The first round only warms up. */
export async function measure(sides: readonly (readonly Probe[])[], rounds: number): Promise<(Measured | null)[]> {
  const medians = sides.map(() => ({ http: [] as number[], sql: [] as number[] }));
  for (let round = 0; round <= rounds; round += 1) {
    const times = sides.map(() => ({ http: [] as number[], sql: [] as number[] }));
    for (let turn = 0; turn < REPEATS; turn += 1)
      for (let place = 0; place < Math.max(...sides.map((probes) => probes.length)); place += 1)
        for (const [side, probes] of sides.entries()) {
          const probe = probes[place % probes.length];
          if (probe === undefined) continue;
          const started = performance.now();
          await probe.send();
          times[side]?.http.push(performance.now() - started);
          times[side]?.sql.push(await probe.runStatement());
        }
    if (round === 0) continue;
    times.forEach(({ http, sql }, side) => {
      if (http.length === 0) return;
      medians[side]?.http.push(median(http));
      medians[side]?.sql.push(median(sql));
    });
  }
  return medians.map(({ http, sql }) => (http.length === 0 ? null : { http: median(http), sql: median(sql) }));
}
