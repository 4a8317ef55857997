import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import { liveSchema } from '../../support/live-schema.js';
import { hashOfEverything } from '../oracle/api-undo.js';
import { ownCluster, type Cluster } from '../oracle/database.js';
import { PairComparison } from './compare-pair.js';
import { leakNames, LeakyProxy, type Leak } from './leaky-proxy.js';
import { groupsOf, type Group } from './pairs.js';
import { TwinPlatform, type Side } from './platforms.js';
import { settled } from './set-aside.js';
import { Tally } from './tally.js';

/** To start a PostgreSQL and two platforms takes some seconds, and minutes where all else runs too. */
const WHERE_BUSY_MS = 300_000;

/** A few operations of each kind: the whole of the SDL is for `npm run twins`. */
const SOME = [
  'node of Evidence',
  'node of Finding',
  'evidence',
  'findings',
  'inspections',
  'letters',
  'mutation withdrawEvidence',
  'mutation declareConflict',
  'GET /',
  'GET /letters/:id',
  'GET an absent page',
];

describe('twin worlds', () => {
  let cluster: Cluster;
  let platforms: Readonly<Record<Side, TwinPlatform>>;
  let schema: GraphQLSchema;
  let group: Group;
  let proxy: LeakyProxy;
  let leak: Leak | null = null;

  beforeAll(async () => {
    cluster = await ownCluster();
    platforms = await TwinPlatform.startBoth(cluster);
    schema = await liveSchema();
    const [first] = groupsOf(1, 7, await platforms.left.missing());
    if (first === undefined) throw new Error('no twins');
    group = first;
    await platforms.left.hold(group.twins);
    await platforms.right.hold(group.twins);
    proxy = await LeakyProxy.before(platforms.right.url, () => leak);
  }, WHERE_BUSY_MS);
  afterAll(async () => {
    await proxy.stop();
    await platforms.left.stop();
    await platforms.right.stop();
    await cluster.stop();
  });

  async function compared(planted: Leak | null, operations: readonly string[]): Promise<Tally> {
    const tally = new Tally();
    const [asking] = group.twins.askings;
    if (asking === undefined) throw new Error('nobody asks');
    leak = planted;
    const urls = { left: platforms.left.url, right: proxy.url };
    await new PairComparison({ ...platforms, urls }, schema, group.twins, asking, 'a test', tally, 1).run(
      new Set(operations),
    );
    leak = null;
    return tally;
  }

  it('answer alike in every byte, and nothing hidden leaves the process', async () => {
    const before = await hashOfEverything(platforms.left.superuser);
    const tally = await compared(null, SOME);
    expect(tally.differences).toEqual([]);
    expect(tally.figures()).toMatchObject({ differing: 0, canaries: 0, operations: SOME.length });
    expect(await hashOfEverything(platforms.left.superuser)).toBe(before);
    expect(group.twins.hidden.length).toBeGreaterThan(10);
    expect(platforms.left.canaries.size).toBeGreaterThan(100);
  });

  it.each(leakNames)('are told apart by a planted leak: %s', async (name) => {
    const tally = await compared(name, ['evidence', 'inspections', 'mutation withdrawEvidence', 'GET an absent page']);
    expect(tally.isClean).toBe(false);
    expect(tally.differences.length).toBeGreaterThan(0);
  });
});

describe('what is set aside of an answer', () => {
  const id = 'c1a7de6e-8c4f-4d6e-9a51-0d2b6a6f2d11';

  it('is the receipt and a new id, wherever they stand again', () => {
    const body = (code: string, made: string): string =>
      `{"data":{"a":{"receipt":{"code":"${code}"},"evidence":{"id":"Evidence.${made}"},"next":"${made}"}}}`;
    const other = 'd2b8ef7f-9d50-4e7f-8b62-1e3c7b7f3e22';
    expect(settled(body('AAAA-1111', id), () => false)).toBe(settled(body('BBBB-2222', other), () => false));
  });

  it('is where a new row stands in a list that goes by ids, its cursor and the code of a new case', () => {
    const [one, two] = ['11111111-8c4f-4d6e-9a51-0d2b6a6f2d11', 'ffffffff-8c4f-4d6e-9a51-0d2b6a6f2d11'];
    const body = (ids: readonly string[], made: string, code: string): string => {
      const cursor = Buffer.from(`2027 ${made}`).toString('base64url');
      return JSON.stringify({ data: { a: { members: ids.map((each) => ({ id: each })), cursor, case: { code } } } });
    };
    const isKnown = (word: string): boolean => word === id;
    const [left, right] = [body([one, id], one, 'ABC123'), body([id, two], two, 'XYZ789')];
    expect(settled(left, isKnown)).toBe(settled(right, isKnown));
    expect(settled(left, () => true)).toBe(left);
    expect(settled(left, isKnown)).not.toBe(settled(body([two], two, 'XYZ789'), isKnown));
    expect(settled(left, isKnown)).not.toBe(settled(body([one, id], id, 'ABC123'), isKnown));
  });

  it('is no id that a twin holds, and no text', () => {
    expect(settled(`{"data":{"a":{"id":"Evidence.${id}"}}}`, () => true)).toContain(id);
    expect(settled('{"data":{"a":{"title":"One"}}}', () => false)).toContain('One');
  });
});
