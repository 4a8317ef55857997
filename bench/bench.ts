import { writeFileSync } from 'node:fs';
import type pg from 'pg';
import { readBenchOptions, type BenchOptions } from './bench-options.js';
import { Running, type ContenderName, type Contender } from './contenders/contender.js';
import { floor } from './contenders/floor.js';
import { platform } from './contenders/platform.js';
import { postgraphile, preparePostgraphile } from './contenders/postgraphile.js';
import { usual } from './contenders/usual.js';
import { BenchServer } from './database.js';
import { ensureLoaded } from './ensure-loaded.js';
import { Loader } from './load/loader.js';
import { databaseOf, UsageError } from './options.js';
import { readers } from './reads/askers.js';
import { JOBS } from './reads/jobs.js';
import { measureReads, type JobResult } from './reads/measure-reads.js';
import { say } from './report.js';
import { commit, holdings, machine } from './scale/result.js';
import { SignIn } from './sign-in.js';
import { versions } from './versions.js';
import { benchWrites } from './writes/bench-writes.js';
import type { WriteResult } from './writes/measure-writes.js';

const SEED = 1;
const ALL: Readonly<Record<ContenderName, Contender>> = { platform, postgraphile, usual, floor };

/** `npm run bench`: the reads of the platform against other servers that do the same. */
async function bench(options: BenchOptions): Promise<void> {
  const server = await BenchServer.start();
  try {
    const database = databaseOf(options.items);
    await ensureLoaded(server, { items: options.items, seed: SEED, database });
    const reads = await server.asSuperuser(database, (db) => benchReads(options, server, db));
    const writes = await benchWrites(server, database, options);
    await server.asSuperuser(database, (db) => report(options, db, reads, writes));
  } finally {
    await server.stop();
  }
}

async function benchReads(options: BenchOptions, server: BenchServer, db: pg.Client): Promise<JobResult[]> {
  const jobs = JOBS.filter(({ name }) => options.only?.includes(name) ?? true);
  if (jobs.length === 0) return [];
  if (options.contenders.includes('postgraphile')) await preparePostgraphile(db);
  const signIn = await SignIn.open();
  const askers = await readers(db);
  const place = {
    database: await server.postgres.createDatabase(databaseOf(options.items)),
    issuersFile: signIn.issuersFile,
  };
  const running: Running[] = [];
  const loader = Loader.start();
  try {
    for (const name of options.contenders) running.push(await Running.start(ALL[name], place));
    const results: JobResult[] = [];
    for (const job of jobs)
      results.push(await measureReads(job, running, askers, signIn, loader, server.postgres.processId(), options));
    return results;
  } finally {
    await loader.stop();
    for (const each of running) await each.stop();
  }
}

async function report(
  options: BenchOptions,
  db: pg.Client,
  reads: readonly JobResult[],
  writes: readonly WriteResult[],
): Promise<void> {
  if (options.json !== null) {
    const result = {
      of: commit(),
      command: `npm run bench -- ${process.argv.slice(2).join(' ')}`,
      machine: machine(),
      versions: await versions(db),
      options,
      holdings: await holdings(db),
      contenders: options.contenders.map((name) => ({ name, words: ALL[name].words, tried: ALL[name].tried })),
      reads,
      writes,
    };
    writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
  }
  const ratios = Object.fromEntries(
    reads.map(({ job, at }) => [job, Object.fromEntries(at.map((each) => [`c${each.concurrency}`, each.ratios]))]),
  );
  say(`\n${JSON.stringify(ratios)}`);
}

try {
  await bench(readBenchOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
