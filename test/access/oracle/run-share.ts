import { ApiClient } from './api-client.js';
import { startPlatform, type Platform } from './api-platform.js';
import { undoActs } from './api-undo.js';
import { compareActs } from './compare-acts.js';
import { compareApi } from './compare-api.js';
import { Tally, type TallyFigures } from './compare.js';
import type { DatabaseUrls } from './database.js';
import { withoutMissing } from './run-missing.js';
import { memorised, WorldDatabase } from './run-world.js';
import { worldOf, type WorldName } from './run-worlds.js';
import type { User } from './world-people.js';
import type { World } from './world.js';

/** The worlds of one worker, in a database of its own. */
export interface Share {
  readonly database: DatabaseUrls;
  readonly worlds: readonly WorldName[];
  /** Of those the random ones, by number, in which the API is asked, too. */
  readonly byApi: readonly number[];
}

export interface ShareResult {
  readonly tally: TallyFigures;
  readonly missing: readonly string[];
}

/** How many users of a world ask by the API: a few thousand questions each. */
const API_USERS = 6;
/** Of each outcome of each operation: how many try it. */
const API_ACTS = 2;

export async function runShare(share: Share, onWorld: (line: string) => void): Promise<ShareResult> {
  const database = await WorldDatabase.open(share.database);
  const platform = share.byApi.length > 0 ? await startPlatform(share.database) : null;
  const tally = new Tally();
  try {
    if (platform !== null) await undoActs(database.superuser);
    for (const name of share.worlds) {
      const started = performance.now();
      const before = tally.differences.length;
      const world = withoutMissing(worldOf(name), database.missing);
      tally.world = name;
      await database.hold(world);
      await compareUsers(database, world, name, tally);
      if (platform !== null && name.kind === 'random' && share.byApi.includes(name.number))
        await compareByApi(platform, database, world, tally);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      onWorld(`${name.kind} world ${name.number}: ${tally.differences.length - before} differences, ${seconds} s`);
    }
    return { tally, missing: database.missing };
  } finally {
    await platform?.stop();
    await database.close();
  }
}

/**
 * Everybody, just before a bound of the world's periods and on it. In a random world the bound changes from user to
 * user; the few of a small one are asked at all.
 */
export async function compareUsers(
  database: WorldDatabase,
  world: World,
  { kind }: WorldName,
  tally: Tally,
): Promise<void> {
  const users = kind === 'small' ? world.users : fewerStrangers(world);
  for (const [place, user] of users.entries()) {
    const first = (2 * place) % world.asked.length;
    const asked = kind === 'small' ? world.asked : world.asked.slice(first, first + 2);
    for (const at of asked) await database.compare(world, user, at, tally);
  }
}

/** Who has no assignment is denied nearly everything: of these every third is asked, so that more can be allowed. */
function fewerStrangers({ users, assignments }: World): readonly User[] {
  const assigned = new Set(assignments.map(({ userId }) => userId));
  const strangers = users.filter(({ id }) => !assigned.has(id));
  return users.filter((user) => assigned.has(user.id) || strangers.indexOf(user) % 3 === 0);
}

async function compareByApi(platform: Platform, database: WorldDatabase, world: World, tally: Tally): Promise<void> {
  for (const [place, user] of usersFor(world).entries()) {
    const client = await ApiClient.signedIn(platform.url, world, user.id);
    const at = world.asked[place % world.asked.length] ?? 0;
    await compareApi(client, world, { user: user.id, at }, memorised(world, user, at), tally);
  }
  const at = world.asked[world.seed % world.asked.length] ?? 0;
  await compareActs(world, at, API_ACTS, platform, database.superuser, tally);
}

/** Other people in each world: those who come first in one come last in the next. Suspended ones are not signed in. */
function usersFor(world: World): readonly User[] {
  const active = world.users.filter(({ suspendedAt }) => suspendedAt === null);
  const start = (world.seed * API_USERS) % active.length;
  return [...active.slice(start), ...active.slice(0, start)].slice(0, API_USERS);
}
