import type { Answer } from './answer.js';
import type { Tally } from './compare.js';
import { objectsOf, type ObjectRef } from './objects.js';
import type { Part } from './sql-parts.js';
import type { Sets } from './sql-sets.js';
import type { Id, Instant } from './world-base.js';
import type { World } from './world.js';

export type Sight = (object: ObjectRef) => Answer;

/** Every row of every table, for one user at one instant. */
export function compareSets(
  world: World,
  parts: readonly Part[],
  asked: { readonly user: Id | null; readonly at: Instant },
  sight: Sight,
  sets: Sets,
  tally: Tally,
): void {
  for (const part of parts) {
    const seen = setOf(sets.seen, part);
    const written = part.written ? setOf(sets.written, part) : null;
    const objects = objectsOf(world, part.kind);
    const known = new Set(objects.map(({ key }) => key));
    for (const key of seen)
      if (!known.has(key)) throw new Error(`app.${part.table} shows ${key}, which no world holds`);
    for (const object of objects) {
      const answer = sight(object);
      const question = { ...asked, object, where: `app.${part.table}`, least: part.degree };
      tally.judge('sql', question, answer, seen.has(object.key));
      if (written !== null)
        tally.judge(
          'sql',
          { ...question, where: `UPDATE app.${part.table}`, least: 'write' },
          answer,
          written.has(object.key),
        );
    }
  }
}

function setOf(sets: ReadonlyMap<string, ReadonlySet<string>>, part: Part): ReadonlySet<string> {
  const found = sets.get(part.table);
  if (found === undefined) throw new Error(`app.${part.table} was not read`);
  return found;
}
