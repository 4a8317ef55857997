import { BenchServer } from './database.js';
import { isSame, markFor } from './mark.js';
import { databaseOf, readScaleOptions, UsageError, type ScaleOptions } from './options.js';
import { say } from './report.js';
import { inspectors, mostSeats, planners } from './scale/askers.js';
import { compare } from './scale/compare.js';
import { INSPECTIONS, OPERATIONS } from './scale/operations.js';
import { commit, holdings, machine, writeResult, type OperationResult } from './scale/result.js';
import { Side } from './scale/side.js';
import { SignIn } from './sign-in.js';

const SEED = 1;
/** Inspections under way that the asker has a seat on: what people at both sizes have. */
const SEATS = 3;
/** What a page may take at a hundred times the items. */
const LIMIT = 1.5;

/** `npm run scale`: what the hot reads take at two sizes. */
async function scale(options: ScaleOptions): Promise<boolean> {
  const server = await BenchServer.start();
  try {
    await requireLoaded(server, [options.small, options.large]);
    const signIn = await SignIn.open();
    const small = await Side.open(server, options.small, signIn);
    const large = await Side.open(server, options.large, signIn);
    try {
      return await compareSides(options, small, large);
    } finally {
      await small.close();
      await large.close();
    }
  } finally {
    await server.stop();
  }
}

async function compareSides({ rounds, out }: ScaleOptions, small: Side, large: Side): Promise<boolean> {
  const results: OperationResult[] = [];
  const tell = (result: OperationResult): void => {
    results.push(result);
    const sizes = result.sizes.map(({ items, unanswered, httpMs, sqlMs, buffers }) =>
      unanswered === undefined
        ? `${items}: ${httpMs ?? 0} ms, SQL ${sqlMs ?? 0} ms, ${buffers ?? 0} buffers`
        : `${items}: no answer (${unanswered})`,
    );
    say(
      `${result.name} (${result.asker}): ${sizes.join('; ')}; ratio ${result.ratio?.http ?? '-'} and ${result.ratio?.sql ?? '-'}`,
    );
  };
  const both = [small, large];
  const alike = await Promise.all(
    both.map(async (side) => ({ side, askers: await inspectors(side.superuser, SEATS) })),
  );
  for (const operation of OPERATIONS)
    tell(await compare(operation, `an inspector on ${SEATS} inspections under way`, alike, rounds));
  const planning = await Promise.all(both.map(async (side) => ({ side, askers: await planners(side.superuser) })));
  tell(await compare(INSPECTIONS, 'a planner', planning, rounds));
  const busiest = await Promise.all(
    both.map(async (side) => {
      const most = await mostSeats(side.superuser);
      return { side, most, askers: await inspectors(side.superuser, most) };
    }),
  );
  const words = `the busiest: on ${busiest.map(({ most }) => most).join(' and on ')} inspections under way`;
  for (const operation of OPERATIONS) tell(await compare(operation, words, busiest, rounds));
  const holds = results
    .slice(0, OPERATIONS.length)
    .every(({ ratio }) => ratio !== null && ratio.http <= LIMIT && ratio.sql <= LIMIT);
  const { rows } = await small.superuser.query<{ version: string; buffers: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('shared_buffers') AS buffers`,
  );
  writeResult(out, {
    of: commit(),
    machine: machine(),
    postgres: rows[0],
    rounds,
    limit: LIMIT,
    holds,
    databases: await Promise.all(
      both.map(async (side) => ({ database: databaseOf(side.items), ...(await holdings(side.superuser)) })),
    ),
    operations: results,
  });
  return holds;
}

/** Before the platform starts on them: on a database of older rules it would first settle every audience anew. */
async function requireLoaded(server: BenchServer, sizes: readonly number[]): Promise<void> {
  const probe = 'bench_probe';
  const { ownerUrl } = await server.fresh(probe);
  for (const items of sizes) {
    const wanted = await server.asSuperuser(probe, (db) => markFor({ items, seed: SEED }, db, ownerUrl));
    if (!isSame(await server.mark(databaseOf(items)), wanted))
      throw new UsageError(
        `${databaseOf(items)} is not there or not of these rules: npm run bench:data -- --items ${items}`,
      );
  }
  await server.drop(probe);
}

try {
  process.exitCode = (await scale(readScaleOptions(process.argv.slice(2)))) ? 0 : 1;
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
