import { Tally, type Difference } from './compare.js';
import { everyObject } from './objects.js';
import { withoutMissing } from './run-missing.js';
import type { WorldDatabase } from './run-world.js';
import { worldOf } from './run-worlds.js';
import { shrink } from './shrink.js';
import type { World } from './world.js';

/** The smallest world found within the time in which the same user still sees, or misses, the same through SQL. */
export async function smallestWorld(
  database: WorldDatabase,
  difference: Difference,
  withinMilliseconds: number,
): Promise<World> {
  const until = performance.now() + withinMilliseconds;
  const whole = withoutMissing(worldOf(difference.world), database.missing);
  const start = { ...whole, asked: [difference.at] };
  await database.empty();
  return shrink(start, async (world) => performance.now() < until && (await shows(database, world, difference)));
}

async function shows(database: WorldDatabase, world: World, difference: Difference): Promise<boolean> {
  const { object, at } = difference;
  const user = world.users.find(({ id }) => id === difference.user);
  if (user === undefined || !world.asked.includes(at)) return false;
  if (!everyObject(world).some(({ kind, key }) => kind === object.kind && key === object.key)) return false;
  const tally = new Tally();
  await database.compareFor(world, user, at, tally);
  return tally.differences.some(
    (one) =>
      one.where === difference.where &&
      one.fault === difference.fault &&
      one.object.kind === object.kind &&
      one.object.key === object.key,
  );
}
