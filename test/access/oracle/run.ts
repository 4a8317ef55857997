/** `npm run oracle`: compares what the platform shows in many random worlds with what the rules say. */
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Tally, type Difference } from './compare.js';
import { smallestWorld } from './compare-shrink.js';
import { migratedDatabase, ownCluster, type Cluster, type DatabaseUrls } from './database.js';
import { readOptions, UsageError, type Options } from './run-options.js';
import { faultLine, faultsOf, figuresOf, sourceOf, tableByRule } from './run-report.js';
import type { Share, ShareResult } from './run-share.js';
import type { WorkerMessage } from './run-worker.js';
import { WorldDatabase } from './run-world.js';
import { everySmallWorld, randomWorlds } from './run-worlds.js';
import { tellWorld } from './tell-world.js';

const FAULTS_SHOWN = 40;
const FAULTS_SHRUNK = 3;
const SHRINKS_WITHIN_MS = 60_000;

async function main(options: Options): Promise<boolean> {
  const source = sourceOf();
  const started = performance.now();
  const cluster = await ownCluster();
  const tally = new Tally();
  const missing = new Set<string>();
  try {
    const shares = await sharesOf(cluster, options);
    for (const result of await Promise.all(shares.map(inWorker))) {
      tally.add(result.tally);
      for (const table of result.missing) missing.add(table);
    }
    const faults = faultsOf(tally.differences);
    for (const group of faults.slice(0, FAULTS_SHOWN)) console.log(faultLine(group));
    const [share] = shares;
    if (share !== undefined) await showSmallest(share.database, faults);
  } finally {
    await cluster.stop();
  }
  const figures = figuresOf(tally, options.worlds + everySmallWorld().length, performance.now() - started);
  console.log(tableByRule(tally));
  if (missing.size > 0) console.log(`not yet in the database: ${[...missing].join(', ')}`);
  if (options.out !== null) {
    const written = { ...source, seed: options.seed, ...figures, missing: [...missing], rules: tally.byRule };
    writeFileSync(options.out, `${JSON.stringify(written, null, 2)}\n`);
  }
  console.log(JSON.stringify(figures));
  return tally.differences.length === 0;
}

/** Of the most frequent faults the smallest worlds that show them. */
async function showSmallest(urls: DatabaseUrls, faults: readonly (readonly Difference[])[]): Promise<void> {
  const bySql = faults.flatMap((group) => group.filter(({ way }) => way === 'sql').slice(0, 1));
  if (bySql.length === 0) return;
  const database = await WorldDatabase.open(urls);
  try {
    for (const difference of bySql.slice(0, FAULTS_SHRUNK)) {
      const world = await smallestWorld(database, difference, SHRINKS_WITHIN_MS);
      console.log(`\nThe smallest world: ${faultLine([difference])}\n${tellWorld(world)}`);
    }
  } finally {
    await database.close();
  }
}

/** The worlds are dealt out in turn, each worker with a database of its own. */
async function sharesOf(cluster: Cluster, options: Options): Promise<readonly Share[]> {
  const random = randomWorlds(options.seed, options.worlds);
  const byApi = random.map(({ number }) => number).filter((_, place) => isByApi(options, place));
  // Those that take longest first, and then all others: so both workers end at about the same time.
  const worlds = [
    ...random.filter(({ number }) => byApi.includes(number)),
    ...random.filter(({ number }) => !byApi.includes(number)),
    ...everySmallWorld(),
  ];
  const shares: Share[] = [];
  for (let worker = 0; worker < options.workers; worker += 1) {
    const database = await migratedDatabase(cluster, `oracle_${worker}`);
    shares.push({ database, worlds: worlds.filter((_, place) => place % options.workers === worker), byApi });
  }
  return shares;
}

const isByApi = ({ apiEvery }: Options, place: number): boolean => apiEvery > 0 && place % apiEvery === 0;

async function inWorker(share: Share): Promise<ShareResult> {
  const worker = fork(fileURLToPath(new URL('run-worker.ts', import.meta.url)), {
    execArgv: ['--import', './scripts/typescript.mjs', '--enable-source-maps'],
  });
  return new Promise((resolve, reject) => {
    worker.on('message', (message) => {
      const said = message as WorkerMessage;
      if ('line' in said) console.error(said.line);
      else resolve(said.result);
    });
    worker.once('exit', (code) => reject(new Error(`a worker ended with ${code ?? 'a signal'}`)));
    worker.send(share);
  });
}

try {
  process.exitCode = (await main(readOptions(process.argv.slice(2)))) ? 0 : 1;
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 2;
}
