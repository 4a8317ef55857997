import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { faultyReaders, ignoreEndedAssignments } from './races/faults.js';
import { OwnServer } from './races/own-server.js';
import type { Scene } from './races/race.js';
import { readersOf, SqlReaders } from './races/readers.js';
import { runRaces } from './races/run-races.js';
import { ACTS, scenes } from './races/scenes.js';
import { sumOf, type ActTally } from './races/tally.js';

// A small share of `npm run races`: some hundred interleavings, each of one act and one reader.
const [READERS, RACES] = [8, 4];
const SEED = 20240304;

const oneOf = (worlds: readonly Scene[], act: string): Scene[] => worlds.filter((scene) => scene.act === act);
const plan = (interleavings: number) => ({ interleavings, readers: READERS, seed: SEED });
const wrong = ({ act, seen, mixed, turnedBack }: ActTally) => ({ act, seen, mixed, turnedBack });

describe('an act', () => {
  let worlds: Scene[];
  let sql: SqlReaders;

  beforeAll(async () => {
    worlds = await scenes();
  });
  beforeEach(() => {
    sql = new SqlReaders(process.env['TEST_DATABASE_URL'] ?? '');
  });
  afterEach(() => sql.end());

  it('holds for every read that begins after it was acknowledged, and every answer is of one moment', async () => {
    const tallies = await runRaces(worlds, readersOf(sql), plan(READERS * RACES));
    expect(tallies.map(wrong)).toEqual(ACTS.map((act) => ({ act, seen: 0, mixed: 0, turnedBack: 0 })));
    // The reads did meet the acts.
    for (const tally of tallies) expect(Math.min(tally.besideBefore, tally.readsAfter)).toBeGreaterThan(0);
    const { interleavings, besideAfter } = sumOf(tallies);
    expect([interleavings, besideAfter > 0]).toEqual([ACTS.length * READERS * RACES, true]);
  });

  it.each(['old-snapshot', 'kept-answers'] as const)('is found to be overtaken by readers with %s', async (fault) => {
    const [tally] = await runRaces(oneOf(worlds, 'revokeShare'), faultyReaders(fault, sql), plan(READERS * 2));
    expect(tally?.seen).toBeGreaterThan(0);
  });

  it('is found in part in answers that are put together from two moments', async () => {
    const [tally] = await runRaces(oneOf(worlds, 'revokeShare'), faultyReaders('torn-answers', sql), plan(READERS * 4));
    expect(tally?.mixed).toBeGreaterThan(0);
  });
});

describe('a database that goes by ended assignments', () => {
  let server: OwnServer;
  beforeAll(async () => {
    server = await OwnServer.start({ poolSize: 10 });
    // Of this file alone, from here on: each file of tests has an environment of its own.
    process.env['TEST_URL'] = server.url;
  });
  afterAll(() => server.stop());

  it('is found, at every read that begins after the end', async () => {
    await ignoreEndedAssignments(server);
    const sql = new SqlReaders(server.applicationUrl);
    const [tally] = await runRaces(await scenes(['endAssignment']), readersOf(sql), plan(READERS));
    expect(tally?.seen).toBe(tally?.readsAfter);
    expect(tally?.readsAfter).toBe(2 * READERS);
    await sql.end();
  });
});
