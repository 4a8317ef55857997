import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidOf } from '../support/sql-as.js';
import { answeredEarly, filing, hangUp, Judgement, looking, peeking, people, type Person } from './pool-strain.js';
import { faultyProgram, MISHAPS, Watch } from './pool-watch.js';
import { chanceFrom, pause } from './races/chance.js';
import { OwnServer } from './races/own-server.js';

const CONNECTIONS = 3;
const PATIENCE_MS = 120_000;
const SEED = 20240304;
const REQUESTS = 300;
/** Of each inspectorate. */
const PERSONS = 6;

const at = (persons: readonly Person[], index: number): Person => persons[index % persons.length] as Person;
const logged = (server: OwnServer): number =>
  server
    .platformLog()
    .split('\n')
    .filter((line) => line.includes('canary-')).length;

/** One person after the other has something go wrong; then nobody in particular asks, and somebody else. */
async function inTurn(inspectionId: string, persons: readonly Person[]): Promise<Judgement> {
  const judgement = new Judgement(persons);
  for (const [index, mishap] of [...MISHAPS, null].entries()) {
    const [person, next] = [at(persons, index), at(persons, index + 1)];
    await judgement.ask(person, filing(inspectionId, person, mishap));
    await judgement.ask(null, peeking(person, next));
    await judgement.ask(next, looking(inspectionId, next, person));
    await hangUp(person, looking(inspectionId, person, next), 3);
    await judgement.ask(null, peeking(person, next));
  }
  return judgement;
}

describe('with few connections for many', () => {
  let server: OwnServer;
  let watch: Watch;
  let inspectionId: string;
  let persons: Person[];

  beforeAll(async () => {
    server = await OwnServer.start({ poolSize: CONNECTIONS });
    process.env['TEST_URL'] = server.url;
    const made = await people(PERSONS);
    [inspectionId, persons] = [made.inspection.id, made.persons];
    watch = await Watch.over(server.superuserUrl);
  }, PATIENCE_MS);
  afterAll(async () => {
    await watch.end();
    await server.stop();
  });

  it('leaves no principal on a connection, whatever becomes of the request before', async () => {
    const { crossed, codes, whole, answers } = await inTurn(inspectionId, persons);
    expect(crossed).toBe(0);
    // What went wrong did go wrong: a raised error, a failed commit, and three that cost the statement or the connection.
    expect(Object.fromEntries(codes)).toEqual({ INTERNAL: 2, BUSY: 3 });
    expect(whole).toBe(answers - MISHAPS.length);
    const { looks, principals, open } = await watch.left();
    expect([looks > MISHAPS.length, principals, open]).toEqual([true, 0, 0]);
  });

  it(
    'answers each with his own alone, among failures, cancellations, kills and those who hang up',
    async () => {
      const judgement = new Judgement(persons);
      const chance = chanceFrom(SEED);
      let isOver = false;
      const isDone = (): boolean => isOver;
      const striking = (async () => {
        for (let strikes = 0; !isDone(); strikes += 1) {
          await watch.strike(strikes % 3 === 2 ? 'pg_terminate_backend' : 'pg_cancel_backend');
          await pause(10 + chance() * 20);
        }
      })();
      await Promise.all(
        Array.from({ length: REQUESTS }, async (_, index) => {
          const [person, next] = [at(persons, index), at(persons, index + 1)];
          await pause(chance() * 400);
          const mishap = MISHAPS[Math.floor(chance() * MISHAPS.length)] ?? null;
          if (index % 3 === 0) await judgement.ask(person, filing(inspectionId, person, mishap));
          if (index % 3 === 1) await hangUp(person, filing(inspectionId, person, null), chance() * 30);
          if (index % 6 === 2) await hangUp(person, looking(inspectionId, person, next), chance() * 30);
          if (index % 5 === 0) await judgement.ask(null, peeking(person, next));
          else await judgement.ask(person, looking(inspectionId, person, next));
        }),
      );
      isOver = true;
      await striking;
      expect(judgement.crossed).toBe(0);
      expect([...judgement.codes.keys()].filter((code) => !['BUSY', 'INTERNAL'].includes(code))).toEqual([]);
      expect(judgement.codes.get('BUSY')).toBeGreaterThan(0);
      expect(judgement.whole).toBeGreaterThan(REQUESTS / 10);
    },
    PATIENCE_MS,
  );

  it(
    'answers in the end those who wait while others use all connections up, each with his own',
    async () => {
      const judgement = new Judgement(persons);
      await watch.shut(uuidOf(inspectionId));
      const all = Promise.all(
        persons.flatMap((person, index) => [
          judgement.ask(person, filing(inspectionId, person, null)),
          judgement.ask(person, looking(inspectionId, person, at(persons, index + 1))),
          judgement.ask(null, peeking(person, at(persons, index + 1))),
        ]),
      );
      await pause(500);
      await watch.open(uuidOf(inspectionId));
      await all;
      expect([judgement.crossed, judgement.whole]).toEqual([0, 3 * persons.length]);
    },
    PATIENCE_MS,
  );

  it('gives connections back where an answer leaves before its fields are done', async () => {
    const judgement = new Judgement(persons);
    const person = at(persons, 0);
    for (let times = 0; times < 2 * CONNECTIONS; times += 1)
      expect((await judgement.ask(person, answeredEarly(inspectionId, person))).data).toBeNull();
    const after = persons.map((each) => judgement.ask(each, looking(inspectionId, each, person)));
    expect((await Promise.all(after)).filter(({ errors }) => errors.length > 0)).toEqual([]);
  });

  it('is as before when all of that is over: each sees his own, and nobody’s principal was left behind', async () => {
    const judgement = new Judgement(persons);
    const own = await Promise.all(
      persons.map(async (person, index) => {
        const { data } = await judgement.ask(person, looking(inspectionId, person, at(persons, index + 1)));
        return [(data?.['mine'] as { title: string }).title, data?.['other']];
      }),
    );
    expect(own).toEqual(persons.map(({ canary }) => [canary, null]));
    const { data } = await judgement.ask(null, peeking(at(persons, 0), at(persons, 1)));
    expect(data).toEqual({ me: null, one: null, other: null, inspections: { nodes: [] } });
    expect(judgement.crossed).toBe(0);
    const { looks, connections, principals, open } = await watch.left();
    expect([looks > REQUESTS, connections >= CONNECTIONS, principals, open]).toEqual([true, true, 0, 0]);
  });

  it('writes nothing of what they wrote into its log, nor does its database', () => {
    // It did log, and what it logged are those failures.
    expect(server.platformLog()).toContain('"msg":"unexpected error"');
    expect(logged(server)).toBe(0);
    expect(server.databaseLog()).toContain('terminating connection');
    expect(server.databaseLog()).not.toContain('canary-');
  });
});

describe('a program that leaves principals on connections, and logs what errors say', () => {
  const faulty = faultyProgram();
  let server: OwnServer;
  beforeAll(async () => {
    server = await OwnServer.start({ poolSize: CONNECTIONS, program: faulty.path });
    process.env['TEST_URL'] = server.url;
  }, PATIENCE_MS);
  afterAll(async () => {
    await server.stop();
    faulty.remove();
  });

  it('is found out', async () => {
    const { inspection, persons } = await people(1);
    const watch = await Watch.over(server.superuserUrl);
    const { crossed } = await inTurn(inspection.id, persons);
    const { principals } = await watch.left();
    await watch.end();
    expect([crossed > 0, principals > 0, logged(server) > 0]).toEqual([true, true, true]);
  });
});
