/** `npm run twins`: asks pairs of worlds that differ only in what the asker may not see, and compares every byte. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { ownCluster } from '../oracle/database.js';
import { sourceOf } from '../oracle/run-report.js';
import { liveSchema } from '../../support/live-schema.js';
import { PairComparison } from './compare-pair.js';
import { readOptions, UsageError, type Options } from './options.js';
import { groupsOf, type Group } from './pairs.js';
import { TwinPlatform, type Side } from './platforms.js';
import { Tally, type Difference } from './tally.js';

const SHOWN = 25;
const source = sourceOf();
let shown = 0;

async function twins(options: Options): Promise<boolean> {
  const started = performance.now();
  const cluster = await ownCluster();
  const tally = new Tally();
  const lanes: Readonly<Record<Side, TwinPlatform>>[] = [];
  try {
    for (let lane = 0; lane < options.lanes; lane += 1) lanes.push(await TwinPlatform.startBoth(cluster));
    const [first] = lanes;
    if (first === undefined) throw new UsageError('no lane');
    process.env['TEST_URL'] = first.left.url;
    const schema = await liveSchema();
    const groups = groupsOf(options.pairs, options.seed, await first.left.missing());
    const told = (): void => void keep(options, tally, started);
    await Promise.all(lanes.map((platforms) => compareIn(platforms, groups, schema, tally, told)));
  } finally {
    for (const { left, right } of lanes) for (const platform of [left, right]) await platform.stop();
    await cluster.stop();
  }
  console.log(tally.table());
  console.log(JSON.stringify(keep(options, tally, started)));
  return tally.isClean;
}

/** Takes one pair after the other, as long as there is any. */
async function compareIn(
  { left, right }: Readonly<Record<Side, TwinPlatform>>,
  groups: Generator<Group>,
  schema: GraphQLSchema,
  tally: Tally,
  told: () => void,
): Promise<void> {
  const platforms = { left, right, urls: { left: left.url, right: right.url } };
  for (let next = groups.next(); next.done !== true; next = groups.next()) {
    const { twins: pair, seed, names } = next.value;
    await Promise.all([left.hold(pair), right.hold(pair)]);
    for (const [place, asking] of pair.askings.entries()) {
      const before = performance.now();
      const name = names[place] ?? '';
      await new PairComparison(platforms, schema, pair, asking, name, tally, seed * 10 + place).run();
      for (const difference of tally.differences.splice(0)) if ((shown += 1) <= SHOWN) show(difference);
      const seconds = ((performance.now() - before) / 1000).toFixed(1);
      console.error(`${name}: ${pair.hidden.length} changes, ${shown} differences so far, ${seconds} s`);
    }
    tally.pairs += 1;
    tally.planted += left.canaries.size + right.canaries.size;
    told();
  }
}

function show({ operation, pair, hidden, asked, left, right }: Difference): void {
  console.log(`\n${operation}, asked by ${pair}\n  asked: ${shortened(asked)}\n  left:  ${left}\n  right: ${right}`);
  console.log(`  hidden: ${hidden.join('; ').slice(0, 400)}`);
}

/** What was asked for matters more than the fields that were. */
const shortened = (asked: string): string => `${asked.slice(0, 160)} … ${asked.slice(160).slice(-500)}`;

/** After each pair, so that a run that is broken off has told how far it came. */
function keep({ seed, out }: Options, tally: Tally, started: number): object {
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const figures = { ...tally.figures(), seed, seconds };
  if (out !== null) {
    const result = { ...source, ...figures, each: Object.fromEntries([...tally.byOperation].sort(byName)) };
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, `${JSON.stringify(result, null, 2)}\n`);
  }
  return figures;
}

const byName = ([one]: readonly [string, unknown], [two]: readonly [string, unknown]): number => one.localeCompare(two);

try {
  process.exitCode = (await twins(readOptions(process.argv.slice(2), process.env['TWINS_FROM'] ?? process.cwd())))
    ? 0
    : 1;
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 2;
}
