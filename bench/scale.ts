import { BenchServer } from './database.js';
import { markFor } from './mark.js';
import { databaseOf } from './options.js';
import { say } from './report.js';
import { inspectors, mostSeats, planners } from './scale/askers.js';
import { compare } from './scale/compare.js';
import { INSPECTIONS, OPERATIONS } from './scale/operations.js';
import { commit, holdings, machine, writeResult, type OperationResult } from './scale/result.js';
import { Side } from './scale/side.js';
import { SignIn } from './sign-in.js';

const SMALL = 10_000;
const LARGE = 1_000_000;
const SEED = 1;
const ROUNDS = 7;
/** Inspections under way that the asker has a seat on: what people at both sizes have. */
const SEATS = 3;
/** What a page may take at a hundred times the items. */
const LIMIT = 1.5;

/** `npm run scale`: what the hot reads take at 10,000 and at 1,000,000 items. */
async function scale(): Promise<boolean> {
  const server = await BenchServer.start();
  try {
    await requireLoaded(server);
    const signIn = await SignIn.open();
    const small = await Side.open(server, SMALL, signIn);
    const large = await Side.open(server, LARGE, signIn);
    try {
      return await compareSides(server, small, large);
    } finally {
      await small.close();
      await large.close();
    }
  } finally {
    await server.stop();
  }
}

async function compareSides(server: BenchServer, small: Side, large: Side): Promise<boolean> {
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
    tell(await compare(operation, `an inspector on ${SEATS} inspections under way`, alike, ROUNDS));
  const planning = await Promise.all(both.map(async (side) => ({ side, askers: await planners(side.superuser) })));
  tell(await compare(INSPECTIONS, 'a planner', planning, ROUNDS));
  const busiest = await Promise.all(
    both.map(async (side) => {
      const most = await mostSeats(side.superuser);
      return { side, most, askers: await inspectors(side.superuser, most) };
    }),
  );
  const words = `the busiest: on ${busiest.map(({ most }) => most).join(' and on ')} inspections under way`;
  for (const operation of OPERATIONS) tell(await compare(operation, words, busiest, ROUNDS));
  const holds = results
    .slice(0, OPERATIONS.length)
    .every(({ ratio }) => ratio !== null && ratio.http <= LIMIT && ratio.sql <= LIMIT);
  const { rows } = await small.superuser.query<{ version: string; buffers: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('shared_buffers') AS buffers`,
  );
  writeResult({
    of: commit(),
    machine: machine(),
    postgres: rows[0],
    rounds: ROUNDS,
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
async function requireLoaded(server: BenchServer): Promise<void> {
  const urls = await server.fresh('bench_probe');
  for (const items of [SMALL, LARGE])
    if ((await server.mark(databaseOf(items))) !== (await markFor({ items, seed: SEED }, urls.ownerUrl)))
      throw new Error(
        `${databaseOf(items)} is not there, or of other tables or rules: npm run bench:data -- --items ${items}`,
      );
  await server.drop('bench_probe');
}

process.exitCode = (await scale()) ? 0 : 1;
