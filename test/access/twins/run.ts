/** `npm run twins`: asks pairs of worlds that differ only in what the asker may not see, and compares every byte. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ownCluster } from '../oracle/database.js';
import { liveSchema } from '../../support/live-schema.js';
import { PairComparison } from './compare-pair.js';
import { readOptions, UsageError, type Options } from './options.js';
import { groupsOf } from './pairs.js';
import { TwinPlatform } from './platforms.js';
import { Tally, type Difference } from './tally.js';

const SHOWN = 25;

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
      tally.planted += left.canaries.size + right.canaries.size;
      for (const [place, asking] of pair.askings.entries()) {
        const before = performance.now();
        const name = names[place] ?? '';
        await new PairComparison(platforms, schema, pair, asking, name, tally, seed * 10 + place).run();
        for (const difference of tally.differences.splice(0)) if ((shown += 1) <= SHOWN) show(difference);
        const seconds = ((performance.now() - before) / 1000).toFixed(1);
        console.error(`${name}: ${pair.hidden.length} changes, ${shown} differences so far, ${seconds} s`);
      }
    }
  } finally {
    for (const platform of running) await platform.stop();
    await cluster.stop();
  }
  console.log(tally.table());
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const figures = { ...tally.figures(), seed: options.seed, seconds };
  if (options.out !== null) keep(options.out, { ...figures, each: Object.fromEntries(tally.byOperation) });
  console.log(JSON.stringify(figures));
  return tally.isClean;
}

function show({ operation, pair, hidden, asked, left, right }: Difference): void {
  console.log(`\n${operation}, asked by ${pair}\n  asked: ${asked.slice(0, 900)}\n  left:  ${left}\n  right: ${right}`);
  console.log(`  hidden: ${hidden.join('; ').slice(0, 2_000)}`);
}

function keep(file: string, result: object): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
}

try {
  process.exitCode = (await twins(readOptions(process.argv.slice(2), process.env['TWINS_FROM'] ?? process.cwd())))
    ? 0
    : 1;
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 2;
}
