/** `npm run oracle`: compares what the platform shows in many random worlds with what the rules say. */
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Tally } from './compare.js';
import { migratedDatabase, ownCluster, type Cluster } from './database.js';
import { readOptions, UsageError, type Options } from './run-options.js';
import { faultLine, faultsOf, figuresOf, sourceOf, tableByRule } from './run-report.js';
import type { Share, ShareResult } from './run-share.js';
import type { WorkerMessage } from './run-worker.js';

const FAULTS_SHOWN = 40;

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
  } finally {
    await cluster.stop();
  }
  const figures = figuresOf(tally, options.worlds, performance.now() - started);
  const faults = faultsOf(tally.differences);
  console.log(tableByRule(tally));
  if (missing.size > 0) console.log(`not yet in the database: ${[...missing].join(', ')}`);
  for (const group of faults.slice(0, FAULTS_SHOWN)) console.log(faultLine(group));
  if (options.out !== null) {
    const written = { ...source, seed: options.seed, ...figures, missing: [...missing], rules: tally.byRule };
    writeFileSync(options.out, `${JSON.stringify(written, null, 2)}\n`);
  }
  console.log(JSON.stringify(figures));
  return tally.differences.length === 0;
}

/** The worlds are dealt out in turn, each worker with a database of its own. */
async function sharesOf(cluster: Cluster, options: Options): Promise<readonly Share[]> {
  const seeds = Array.from({ length: options.worlds }, (_, place) => options.seed + place);
  const isByApi = (place: number): boolean => options.apiEvery > 0 && place % options.apiEvery === 0;
  const shares: Share[] = [];
  for (let worker = 0; worker < Math.min(options.workers, options.worlds); worker += 1) {
    const own = seeds.filter(
      (_, place) => Math.floor(place / Math.max(1, options.apiEvery)) % options.workers === worker,
    );
    const database = await migratedDatabase(cluster, `oracle_${worker}`);
    shares.push({ database, seeds: own, apiSeeds: own.filter((seed) => isByApi(seed - options.seed)) });
  }
  return shares;
}

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
