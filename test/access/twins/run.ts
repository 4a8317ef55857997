/** `npm run twins`: asks pairs of worlds that differ only in what the asker may not see, and compares every byte. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ownCluster } from '../oracle/database.js';
import { WorldDatabase } from '../oracle/run-world.js';
import { liveSchema } from '../../support/live-schema.js';
import { PairComparison } from './compare-pair.js';
import { readOptions, UsageError, type Options } from './options.js';
import { pairsOf } from './pairs.js';
import { TwinPlatform } from './platforms.js';
import { Tally } from './tally.js';

const SHOWN = 25;

async function twins(options: Options): Promise<boolean> {
  const started = performance.now();
  const cluster = await ownCluster();
  const tally = new Tally();
  const running: TwinPlatform[] = [];
  try {
    const left = await TwinPlatform.start(cluster, 'left');
    running.push(left);
    const right = await TwinPlatform.start(cluster, 'right');
    running.push(right);
    process.env['TEST_URL'] = left.url;
    const schema = await liveSchema();
    const platforms = { left, right, urls: { left: left.url, right: right.url } };
    for (const { name, seed, twins: pair } of pairsOf(options.pairs, options.seed, await missingIn(left))) {
      const before = performance.now();
      await new PairComparison(platforms, schema, pair, name, tally, seed).run();
      const seconds = ((performance.now() - before) / 1000).toFixed(1);
      console.error(
        `${name}: ${pair.hidden.length} changes, ${tally.differences.length} differences so far, ${seconds} s`,
      );
    }
  } finally {
    for (const platform of running) await platform.stop();
    await cluster.stop();
  }
  for (const { operation, pair, hidden, asked, left, right } of tally.differences.slice(0, SHOWN))
    console.log(
      `\n${operation}, asked by ${pair}\n  hidden: ${hidden.join('; ').slice(0, 600)}\n  asked: ${asked.slice(0, 300)}\n  left:  ${left}\n  right: ${right}`,
    );
  console.log(tally.table());
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const figures = { ...tally.figures(), seed: options.seed, seconds };
  if (options.out !== null) keep(options.out, { ...figures, each: Object.fromEntries(tally.byOperation) });
  console.log(JSON.stringify(figures));
  return tally.isClean;
}

/** Tables that this platform does not have yet. */
async function missingIn(platform: TwinPlatform): Promise<readonly string[]> {
  const database = await WorldDatabase.open(platform.database);
  await database.close();
  return database.missing;
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
