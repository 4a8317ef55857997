import { describe, expect, it } from '@jest/globals';
import { generateWorld } from './generate.js';
import { objectsOf } from './objects.js';
import { sight } from './rules.js';
import { shrink, sizeOf } from './shrink.js';
import { tellWorld } from './tell-world.js';
import { faultsOf } from './world-soundness.js';
import type { World } from './world.js';

/** As if the policy forgot R10: some item is hidden by a conflict alone. */
const forgetsConflicts = (world: World): boolean =>
  world.asked.some((at) =>
    world.users.some((user) =>
      objectsOf(world, 'evidence').some((item) => {
        const { deniedBy } = sight(world, user, item, at);
        return deniedBy.length === 1 && deniedBy[0] === 'R10';
      }),
    ),
  );

describe('shrinking', () => {
  it('leaves the few rows that a failure needs', async () => {
    const world = generateWorld(3);
    const smallest = await shrink(world, forgetsConflicts);
    expect(forgetsConflicts(smallest)).toBe(true);
    expect(faultsOf(smallest)).toEqual([]);
    expect(sizeOf(world)).toBeGreaterThan(500);
    expect(sizeOf(smallest)).toBeLessThan(30);
    expect(smallest.conflicts).toHaveLength(1);
    expect(smallest.evidence).toHaveLength(1);
    expect(smallest.inspections).toHaveLength(1);
    expect(smallest.findings).toEqual([]);
  });

  it('waits for a failure that is found elsewhere', async () => {
    const smallest = await shrink(generateWorld(5), async (world) => Promise.resolve(world.concerns.length > 0));
    expect(smallest.concerns).toHaveLength(1);
    expect(smallest.assignments).toEqual([]);
  });

  it('refuses a world that does not fail', async () => {
    await expect(shrink(generateWorld(1), () => false)).rejects.toThrow('does not fail');
  });

  it('tells what is left in lines, by names', async () => {
    const told = tellWorld(await shrink(generateWorld(3), forgetsConflicts));
    expect(told).toMatch(/^seed: 3$/m);
    expect(told).toMatch(/^evidence evidence-1: inspectionId=inspection-1 owner=/m);
    expect(told).toMatch(/^conflict conflict-1: userId=/m);
    expect(told).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
  });
});
