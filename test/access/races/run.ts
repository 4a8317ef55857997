import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { faultyReaders, ignoreEndedAssignments } from './faults.js';
import { readOptions, UsageError, type Options } from './options.js';
import { OwnServer } from './own-server.js';
import { readersOf, SqlReaders } from './readers.js';
import { runRaces } from './run-races.js';
import { scenes } from './scenes.js';
import { isClean, metTheActs, sumOf, tableOf } from './tally.js';
import { CANARY } from './things.js';

async function races(options: Options): Promise<boolean> {
  const server = await OwnServer.start({ poolSize: options.pool });
  process.env['TEST_URL'] = server.url;
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void server.stop().then(() => process.exit(1)));
  const sql = new SqlReaders(server.applicationUrl);
  try {
    if (options.fault === 'ended-assignments') await ignoreEndedAssignments(server);
    const readers = options.fault === null ? readersOf(sql) : faultyReaders(options.fault, sql);
    const worlds = await scenes();
    const started = performance.now();
    const tallies = await runRaces(worlds, readers, options);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    process.stdout.write(`${tableOf(tallies)}\n`);
    const inLogs = linesWith(server.platformLog()) + linesWith(server.databaseLog());
    const { interleavings, readsAfter, seen, ...more } = sumOf(tallies);
    const { seed, pool, readers: atOnce, fault } = options;
    const asked = { ofEachAct: options.interleavings, seed, pool, readers: atOnce, fault };
    const line = { interleavings, readsAfter, seen, ...more, inLogs, ...asked, seconds };
    process.stdout.write(`${JSON.stringify(line)}\n`);
    if (options.out !== null) keep(options.out, { ...line, each: tallies });
    return tallies.every((tally) => isClean(tally) && metTheActs(tally)) && inLogs === 0;
  } finally {
    await sql.end();
    await server.stop();
  }
}

/** Lines that hold what somebody wrote. */
const linesWith = (log: string): number => log.split('\n').filter((line) => line.includes(CANARY)).length;

function keep(file: string, result: object): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
}

try {
  const options = readOptions(process.argv.slice(2), process.env['RACES_FROM'] ?? process.cwd());
  process.exitCode = (await races(options)) ? 0 : 1;
} catch (error) {
  process.stderr.write(
    `${error instanceof UsageError ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 1;
}
