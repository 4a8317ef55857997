/** Two worlds that differ in nothing that their asker may see at the instant at which he asks. */
import type { Chance } from '../oracle/generate-random.js';
import { everyObject, ref, type ObjectRef } from '../oracle/objects.js';
import { sight } from '../oracle/rules.js';
import type { Instant } from '../oracle/world-base.js';
import type { User } from '../oracle/world-people.js';
import { faultsOf } from '../oracle/world-soundness.js';
import type { World } from '../oracle/world.js';
import { rowsOf, shownBy, tables, type Row, type Table } from './hidden-rows.js';
import { without } from './removal.js';

export interface Twins {
  readonly left: World;
  readonly right: World;
  readonly asker: User;
  /** Nobody is signed in: the asker is any member of the public. */
  readonly isPublic: boolean;
  readonly at: Instant;
  /** What is hidden, and different, in words. */
  readonly hidden: readonly string[];
}

/** Changes in each of the two, at most. */
const MOST = 14;

type Degree = ReturnType<typeof sight>['sight'];
type Sights = (object: ObjectRef) => Degree;

export function makeTwins(
  world: World,
  asker: User,
  isPublic: boolean,
  at: Instant,
  chance: Chance,
  changes = MOST,
): Twins {
  const before: Sights = (object) => sight(world, asker, object, at).sight;
  const known = new Map(everyObject(world).map((object) => [nameOf(object), before(object)]));
  const degree: Sights = (object) => known.get(nameOf(object)) ?? 'none';
  const isSame = (changed: World): boolean =>
    everyObject(changed).every((object) => sight(changed, asker, object, at).sight === degree(object));
  const hidden: string[] = [];
  const sides = ['left', 'right'] as const;
  const twins: Record<(typeof sides)[number], World> = { left: world, right: world };
  for (const side of sides) {
    let made = 0;
    for (const [table, row] of chance.shuffled(candidates(world, degree)).slice(0, changes * 3)) {
      if (made === changes) break;
      const changed = changeOf(twins[side], table, row, degree, chance);
      if (changed === null || !isSame(changed.world)) continue;
      twins[side] = changed.world;
      hidden.push(`${side}: ${changed.words}`);
      made += 1;
    }
    const [fault] = faultsOf(twins[side]);
    if (fault !== undefined) throw new Error(`a twin of world ${world.seed} is not sound: ${fault}`);
  }
  return { ...twins, asker, isPublic, at, hidden };
}

const nameOf = ({ kind, key }: ObjectRef): string => `${kind} ${key}`;

/** They go with what they belong to, never alone: a share rests on a cap, an assignment on an inspectorate's part. */
const PARTS: readonly Table[] = ['evidenceCaps', 'takingPart', 'inspectionAgencies'];

/** Rows of which the asker does not see all. */
function candidates(world: World, degree: Sights): readonly (readonly [Table, Row])[] {
  return tables
    .filter((table) => !PARTS.includes(table))
    .flatMap((table) => {
      const rows = rowsOf(world, table).filter((row) => isHidden(table, row, degree) || isBody(table, row, degree));
      return rows.map((row) => [table, row] as const);
    });
}

const isHidden = (table: Table, row: Row, degree: Sights): boolean =>
  shownBy(table, row).every((object) => degree(object) === 'none');
const isBody = (table: Table, row: Row, degree: Sights): boolean =>
  table === 'evidence' && ['exists', 'summary'].includes(degree(ref('evidence', String(row['id']))));

interface Change {
  readonly world: World;
  readonly words: string;
}

function changeOf(world: World, table: Table, row: Row, degree: Sights, chance: Chance): Change | null {
  const stands = rowsOf(world, table).find((each) => each === row);
  if (stands === undefined) return null;
  if (table === 'evidence' && (!isHidden(table, row, degree) || chance.happens(0.3)))
    return edited(world, row, degree, chance);
  const removal = without(world, table, row);
  if (removal === null || removal.gone.some((object) => degree(object) !== 'none')) return null;
  const others = removal.gone.length - shownBy(table, row).length;
  const words = `no ${table} ${String(row['id'] ?? '')}${others > 0 ? `, with ${others} more` : ''}`;
  return { world: removal.world, words };
}

/** What is told of an item to nobody who sees it less than whole; its marking is part of the summary. */
function edited(world: World, row: Row, degree: Sights, chance: Chance): Change {
  const id = String(row['id']);
  const isNone = degree(ref('evidence', id)) === 'none';
  const evidence = world.evidence.map((item) =>
    item.id !== id
      ? item
      : {
          ...item,
          strength: item.strength === 'SAID' ? ('RECORD' as const) : ('SAID' as const),
          spokenOfIds: chance.happens(0.5) ? [] : item.spokenOfIds,
          ...(isNone
            ? { marking: item.marking === 'OFFICIAL' ? ('OFFICIAL_SENSITIVE' as const) : ('OFFICIAL' as const) }
            : {}),
        },
  );
  return { world: { ...world, evidence }, words: `evidence ${id} is edited` };
}
