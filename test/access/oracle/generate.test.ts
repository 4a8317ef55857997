import { beforeAll, describe, expect, it } from '@jest/globals';
import { rules } from './answer.js';
import { tallyOf, type Tally } from './generate-tally.js';
import { generateWorld } from './generate.js';
import { faultsOf } from './world-soundness.js';

const seeds = [1, 2, 3, 4, 5, 6];

describe('random worlds', () => {
  let tallies: readonly Tally[] = [];
  beforeAll(() => {
    tallies = seeds.map((seed) => tallyOf(generateWorld(seed)));
  });

  it('are the same for the same seed, and others for another', () => {
    expect(generateWorld(11)).toEqual(generateWorld(11));
    expect(generateWorld(11)).not.toEqual(generateWorld(12));
  });

  it.each(seeds)('satisfy what the database asks: seed %i', (seed) => {
    expect(faultsOf(generateWorld(seed))).toEqual([]);
  });

  it('do not satisfy it where something was broken', () => {
    const world = generateWorld(1);
    const [broken, ...others] = world.shares;
    const shares = [{ ...broken, startsAt: 0 }, ...others] as typeof world.shares;
    expect(faultsOf({ ...world, shares })).not.toEqual([]);
    expect(faultsOf({ ...world, evidence: world.evidence.slice(1) })).not.toEqual([]);
  });

  it('give more than ten thousand decisions each, of which at least 15 % are allowed', () => {
    expect(Math.min(...tallies.map((tally) => tally.decisions))).toBeGreaterThan(10_000);
    const allowed = sum(tallies, (tally) => tally.allowed) / sum(tallies, (tally) => tally.decisions);
    expect(allowed).toBeGreaterThan(0.15);
  });

  it('ask every rule both ways, so often that 200 worlds ask each two thousand times', () => {
    const perWorld = 2000 / 200;
    const seldom = rules
      .filter((rule) => rule !== 'time')
      .filter(
        (rule) =>
          sum(tallies, (tally) => tally.allowedBy[rule]) < perWorld * seeds.length ||
          sum(tallies, (tally) => tally.deniedBy[rule]) < perWorld * seeds.length,
      );
    expect(seldom).toEqual([]);
  });
});

const sum = (tallies: readonly Tally[], of: (tally: Tally) => number): number =>
  tallies.reduce((total, tally) => total + of(tally), 0);
