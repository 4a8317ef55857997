import { chanceFrom } from './chance.js';
import { runRace, type Scene } from './race.js';
import type { Readers } from './readers.js';
import { add, newTally, type ActTally } from './tally.js';

export interface Plan {
  /** Of each act. */
  readonly interleavings: number;
  /** At once, beside each act. */
  readonly readers: number;
  readonly seed: number;
}

/** Races every act of the scenes, one act after the other, until each has as many interleavings as were asked for. */
export async function runRaces(scenes: readonly Scene[], readers: Readers, plan: Plan): Promise<ActTally[]> {
  const chance = chanceFrom(plan.seed);
  const tallies: ActTally[] = [];
  for (const scene of scenes) {
    const tally = newTally(scene.act);
    tallies.push(tally);
    while (tally.interleavings < plan.interleavings) {
      const count = Math.min(plan.readers, plan.interleavings - tally.interleavings);
      add(tally, await runRace(await scene.prepare(readers, count), chance));
    }
  }
  return tallies;
}
