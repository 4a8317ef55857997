/** `npm run twins`: asks pairs of worlds that differ only in what the asker may not see, and compares every byte. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ownCluster } from '../oracle/database.js';
import { sourceOf } from '../oracle/run-report.js';
import { liveSchema } from '../../support/live-schema.js';
import { PairComparison } from './compare-pair.js';
import { readOptions, UsageError, type Options } from './options.js';
import { groupsOf } from './pairs.js';
import { TwinPlatform } from './platforms.js';
import { Tally, type Difference } from './tally.js';

const SHOWN = 25;
const source = sourceOf();

async function twins(options: Options): Promise<boolean> {
  const started = performance.now();
  const cluster = await ownCluster();
  const tally = new Tally();
  let shown = 0;
  const running: TwinPlatform[] = [];
  try {
    const { left, right } = await TwinPlatform.startBoth(cluster);
    running.push(left, right);
    process.env['TEST_URL'] = left.url;
    const schema = await liveSchema();
    const platforms = { left, right, urls: { left: left.url, right: right.url } };
    for (const { twins: pair, seed, names } of groupsOf(options.pairs, options.seed, await left.missing())) {
      await Promise.all([left.hold(pair), right.hold(pair)]);
      tally.pairs += 1;
      tally.planted += left.canaries.size + right.canaries.size;
      for (const [place, asking] of pair.askings.entries()) {
        const before = performance.now();
        const name = names[place] ?? '';
        await new PairComparison(platforms, schema, pair, asking, name, tally, seed * 10 + place).run();
        for (const difference of tally.differences.splice(0)) if ((shown += 1) <= SHOWN) show(difference);
        const seconds = ((performance.now() - before) / 1000).toFixed(1);
        console.error(`${name}: ${pair.hidden.length} changes, ${shown} differences so far, ${seconds} s`);
      }
      keep(options, tally, started);
    }
  } finally {
    for (const platform of running) await platform.stop();
    await cluster.stop();
  }
  console.log(tally.table());
  console.log(JSON.stringify(keep(options, tally, started)));
  return tally.isClean;
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
