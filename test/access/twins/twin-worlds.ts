/** Two worlds that differ in nothing that those who ask may see at the instants at which they ask. */
import type { Degree } from '../oracle/answer.js';
import type { Chance } from '../oracle/generate-random.js';
import { everyObject, type ObjectRef } from '../oracle/objects.js';
import { sight } from '../oracle/rules.js';
import type { Instant } from '../oracle/world-base.js';
import type { User } from '../oracle/world-people.js';
import { faultsOf } from '../oracle/world-soundness.js';
import type { World } from '../oracle/world.js';
import { rowsOf, shownBy, tables, type Row, type Table } from './hidden-rows.js';
import { sameMarkings, sensitiveBases } from './derived-markings.js';
import { toldBeside } from './told-beside.js';
import { without } from './removal.js';

/** Somebody who asks, at an instant; as the public he is not signed in. */
export interface Asking {
  readonly user: User;
  readonly isPublic: boolean;
  readonly at: Instant;
}

export interface Twins {
  readonly left: World;
  readonly right: World;
  readonly askings: readonly Asking[];
  /** What is hidden, and different, in words. */
  readonly hidden: readonly string[];
}

export type Sees = (object: ObjectRef) => Degree;

export const seenBy =
  (world: World, { user, at }: Asking): Sees =>
  (object) =>
    sight(world, user, object, at).sight;

/** So many changes are judged together, and one by one only where together they do not hold. */
const TOGETHER = 8;

interface Change {
  readonly words: string;
  readonly apply: (world: World) => World | null;
}

export function makeTwins(world: World, askings: readonly Asking[], chance: Chance, changes: number): Twins {
  const before = askings.map((asking) => seenIn(world, asking));
  const degreesOf = (object: ObjectRef): readonly Degree[] => before.map((seen) => seen.get(nameOf(object)) ?? 'none');
  const all = candidates(world, degreesOf, chance);
  const bases = sensitiveBases(world);
  const beside = askings.map((asking) => toldBeside(world, asking));
  const holds = (changed: World): boolean =>
    sameMarkings(bases, sensitiveBases(changed)) &&
    askings.every((asking, place) => toldBeside(changed, asking) === beside[place]) &&
    isUnseen(changed, askings, before);
  const hidden: string[] = [];
  const grow = (side: string): World => {
    const made: Change[] = [];
    let twin = world;
    const chosen = chance.shuffled(all).slice(0, changes);
    for (let from = 0; from < chosen.length; from += TOGETHER) {
      const some = chosen.slice(from, from + TOGETHER);
      const together = applied(twin, some);
      if (together !== null && holds(together)) {
        twin = together;
        made.push(...some);
        continue;
      }
      for (const one of some) {
        const alone = one.apply(twin);
        if (alone === null || !holds(alone)) continue;
        twin = alone;
        made.push(one);
      }
    }
    hidden.push(...made.map(({ words }) => `${side}: ${words}`));
    return twin;
  };
  return { left: grow('left'), right: grow('right'), askings, hidden };
}

const nameOf = ({ kind, key }: ObjectRef): string => `${kind} ${key}`;

function seenIn(world: World, asking: Asking): ReadonlyMap<string, Degree> {
  const sees = seenBy(world, asking);
  return new Map(everyObject(world).map((object) => [nameOf(object), sees(object)]));
}

function applied(world: World, changes: readonly Change[]): World | null {
  return changes.reduce<World | null>((changed, { apply }) => (changed === null ? null : apply(changed)), world);
}

/** Nobody who asks sees anything more or less, and the world could have come about. */
function isUnseen(changed: World, askings: readonly Asking[], before: readonly ReadonlyMap<string, Degree>[]): boolean {
  const isSame = askings.every((asking, place) => {
    const sees = seenBy(changed, asking);
    const left = new Map(before[place]);
    for (const object of everyObject(changed)) {
      if (sees(object) !== (left.get(nameOf(object)) ?? 'none')) return false;
      left.delete(nameOf(object));
    }
    return [...left.values()].every((degree) => degree === 'none');
  });
  return isSame && faultsOf(changed).length === 0;
}

/** They go with what they belong to, never alone: a share rests on a cap, an assignment on an inspectorate's part. */
const PARTS: readonly Table[] = ['evidenceCaps', 'takingPart', 'inspectionAgencies'];

type Degrees = (object: ObjectRef) => readonly Degree[];

/** Rows of which none of those who ask sees all: to be taken away where none sees anything, else to be edited. */
function candidates(world: World, degreesOf: Degrees, chance: Chance): readonly Change[] {
  return tables
    .filter((table) => !PARTS.includes(table))
    .flatMap((table) =>
      rowsOf(world, table).flatMap((row) => {
        const degrees = shownBy(table, row).flatMap(degreesOf);
        const isHidden = degrees.every((degree) => degree === 'none');
        if (table === 'evidence' && degrees.every((degree) => ['none', 'exists', 'summary'].includes(degree))) {
          if (!isHidden || chance.happens(0.3)) return [edit(row, isHidden, chance.happens(0.5))];
        }
        return isHidden ? [removal(table, row)] : [];
      }),
    );
}

const removal = (table: Table, row: Row): Change => ({
  words: `no ${table} ${typeof row['id'] === 'string' ? row['id'] : ''}`,
  apply: (world) => (rowsOf(world, table).includes(row) ? without(world, table, row) : null),
});

/** What is told of an item to nobody who sees it less than whole; its marking is part of the summary. */
const edit = (row: Row, isHidden: boolean, loses: boolean): Change => ({
  words: `evidence ${String(row['id'])} is edited`,
  apply: (world) => ({
    ...world,
    evidence: world.evidence.map((item) =>
      item.id !== row['id']
        ? item
        : {
            ...item,
            strength: item.strength === 'SAID' ? ('RECORD' as const) : ('SAID' as const),
            spokenOfIds: loses ? [] : item.spokenOfIds,
            marking: isHidden && item.marking === 'OFFICIAL' ? ('OFFICIAL_SENSITIVE' as const) : item.marking,
          },
    ),
  }),
});
