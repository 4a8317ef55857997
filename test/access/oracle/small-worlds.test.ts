import { describe, expect, it } from '@jest/globals';
import { ref } from './objects.js';
import { sight } from './rules.js';
import { everySmall, smallWorlds } from './small-worlds.js';
import { faultsOf } from './world-soundness.js';

describe('small worlds', () => {
  it('are some thousand, each state with each', () => {
    expect(everySmall()).toHaveLength(2 * 25 * 42);
    const items = everySmall().flatMap((small) => small.items);
    expect(items).toHaveLength(2 * 25 * 83);
  });

  it('satisfy what the database asks, and are packed many to one', () => {
    const worlds = [...smallWorlds(300)];
    expect(worlds).toHaveLength(7);
    expect(worlds.flatMap((world) => faultsOf(world).slice(0, 3))).toEqual([]);
  });

  it('answer every degree to a reader', () => {
    const seen = new Set<string>();
    const [world] = smallWorlds(300);
    if (world !== undefined) {
      for (const user of world.users) {
        for (const { id } of world.evidence) {
          for (const at of world.asked) seen.add(sight(world, user, ref('evidence', id), at).sight);
        }
      }
    }
    expect([...seen].sort()).toEqual(['exists', 'none', 'summary', 'whole', 'write']);
  });
});
