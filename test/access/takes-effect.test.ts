import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import type { Inspected } from '../support/an-inspection.js';
import { expressionsOf, sightOf, type Sight } from './races/looks.js';
import { apiReader, atOnce, begin, oneByOne, SqlReaders } from './races/readers.js';
import { ACTS } from './races/scenes.js';
import { inFieldwork, OTHER_EFFECTS, racedEffect, type Effect } from './takes-effect-acts.js';

let inspection: Inspected;
let connections: SqlReaders;
let earlier: pg.Client;
let later: pg.Client;

beforeAll(async () => {
  inspection = await inFieldwork();
});
beforeEach(async () => {
  connections = new SqlReaders(process.env['TEST_DATABASE_URL'] ?? '');
  [earlier, later] = [await connections.client(0), await connections.client(1)];
});
afterEach(() => connections.end());

const opposite = (sight: Sight): Sight => (sight === 'SEEN' ? 'UNSEEN' : 'SEEN');

/** In order, nobody waits: a transaction begins, the act is acknowledged, another begins, whose clock may be behind. */
async function shown(effect: Effect): Promise<void> {
  const { who, looks, thing, after } = effect;
  const signs = expressionsOf(looks, thing);
  const before = opposite(after);
  await begin(earlier, who, 'REPEATABLE READ');
  expect(sightOf(await atOnce(earlier, signs))).toBe(before);
  await effect.act();
  await begin(later, who, 'READ COMMITTED');
  expect(sightOf(await atOnce(later, signs))).toBe(after);
  // What began before keeps its snapshot, in whole: that is no breach, and shows that the two did overlap.
  expect(sightOf(await oneByOne(earlier, signs))).toBe(before);
  await earlier.query('COMMIT');
  await begin(earlier, who, 'REPEATABLE READ');
  expect(sightOf(await oneByOne(earlier, signs))).toBe(after);
  expect(await apiReader(who, looks, thing).read()).toBe(after);
  await earlier.query('COMMIT');
  await later.query('COMMIT');
}

describe('from its acknowledgement on, for every transaction that begins then, it holds that', () => {
  it.each(ACTS)('%s was done', async (act) => {
    await shown(await racedEffect(inspection, act));
  });

  it.each(Object.entries(OTHER_EFFECTS))('%s was done', async (_act, effect) => {
    await shown(await effect(inspection));
  });
});
