import type { BenchOptions } from '../bench-options.js';
import { OWNER_ROLE } from '../../src/database/embedded/roles.js';
import { Running } from '../contenders/contender.js';
import { platform } from '../contenders/platform.js';
import type { BenchServer } from '../database.js';
import { Loader } from '../load/loader.js';
import { SignIn } from '../sign-in.js';
import { measureWrites, WRITE_JOBS, type WriteResult } from './measure-writes.js';

const COPY = 'bench_writes';
/** Of the acts of a whole run. */
const QUICK = 0.2;

/** Writes go to a copy of the database, so that the next run reads what this one read. */
export async function benchWrites(
  server: BenchServer,
  database: string,
  { only, isQuick }: Pick<BenchOptions, 'only' | 'isQuick'>,
): Promise<WriteResult[]> {
  // What is edited is compiled before.
  const wanted = (name: string): boolean => only?.includes(name) ?? true;
  const jobs = WRITE_JOBS.filter(({ name }) => wanted(name) || (name === 'COMPILE' && wanted('W3')));
  if (jobs.length === 0) return [];
  await server.drop(COPY);
  await server.asSuperuser('postgres', (db) =>
    db.query(`CREATE DATABASE "${COPY}" TEMPLATE "${database}" OWNER "${OWNER_ROLE}"`),
  );
  const signIn = await SignIn.open();
  const running = await Running.start(platform, {
    database: await server.postgres.createDatabase(COPY),
    issuersFile: signIn.issuersFile,
  });
  const loader = Loader.start();
  try {
    const results: WriteResult[] = [];
    await server.asSuperuser(COPY, async (db) => {
      for (const job of jobs)
        results.push(
          await measureWrites(job, running, db, signIn, loader, server.postgres.processId(), isQuick ? QUICK : 1),
        );
    });
    return results;
  } finally {
    await loader.stop();
    await running.stop();
    await server.drop(COPY);
  }
}
