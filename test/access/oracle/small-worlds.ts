/**
 * Every small world: two inspectorates, one item shared by the one with the other, in every state of item, share,
 * assignment, conflict and closing. An inspection holds two items, and a packed world as many inspections as is asked,
 * so that they are loaded quickly: assignments differ by inspection, conflicts by user.
 */
import { day, emptyDraft, type Draft } from './generate-draft.js';
import { Chance } from './generate-random.js';
import { assignmentFlags, itemFlags, type AssignmentFlags, type ItemFlags } from './small-world-flags.js';
import { addSmallItem, type SmallInspection } from './small-world-items.js';
import type { Id, Inspectorate, Instant } from './world-base.js';
import type { Assignment } from './world-people.js';
import type { World } from './world.js';

/** Bounds of open inspections, and the moment at which closed ones were closed. */
const pivot: Instant = Date.UTC(2027, 1, 3, 12);
const readableUntil: Instant = Date.UTC(2027, 2, 4);

interface Small {
  readonly assignment: AssignmentFlags;
  readonly items: readonly ItemFlags[];
  readonly closed: boolean;
}

/** All of them, by inspections. */
export function everySmall(): readonly Small[] {
  const pairs = itemFlags.flatMap((flags, at) => (at % 2 === 0 ? [[flags, ...itemFlags.slice(at + 1, at + 2)]] : []));
  return [false, true].flatMap((closed) =>
    assignmentFlags.flatMap((assignment) => pairs.map((items) => ({ assignment, items, closed }))),
  );
}

export function* smallWorlds(inspectionsEach: number): Generator<World> {
  const all = everySmall();
  for (let from = 0; from < all.length; from += inspectionsEach) {
    yield packed(from, all.slice(from, from + inspectionsEach));
  }
}

function packed(seed: number, smalls: readonly Small[]): World {
  const chance = new Chance(seed);
  const draft = emptyDraft(seed);
  draft.asked = [pivot - 1, pivot, readableUntil - 1, readableUntil];
  const people = smallPeople(draft, chance);
  for (const [number, small] of smalls.entries()) addSmall(draft, chance, people, small, number + 1);
  return draft;
}

interface SmallPeople {
  readonly owner: Id;
  readonly recipient: Id;
  readonly author: Id;
  readonly colleague: Id;
  /** Of the recipient: without a conflict, with the source, with a successor of whom it speaks of, with the case. */
  readonly readers: readonly [Id, Id, Id, Id];
  readonly source: Id;
  readonly spokenOf: Id;
}

function smallPeople(draft: Draft, chance: Chance): SmallPeople {
  const organisation = (code: string, inspectorate: Inspectorate | null, replacedBy: Id | null = null): Id => {
    const id = chance.uuid();
    const kind = inspectorate === null ? 'LOCAL_AUTHORITY' : 'INSPECTORATE';
    draft.organisations.push({ id, code, kind, inspectorate, name: code.toLowerCase(), replacedBy });
    return id;
  };
  const user = (organisationId: Id, name: string): Id => {
    const id = chance.uuid();
    draft.users.push({ id, organisationId, name, suspendedAt: null });
    return id;
  };
  const owner = organisation('OFSTED', 'OFSTED');
  const recipient = organisation('CQC', 'CQC');
  const successor = organisation('SUCCESSOR', null);
  const spokenOf = organisation('SPOKEN_OF', null, successor);
  const source = organisation('SOURCE', null);
  const readers: SmallPeople['readers'] = [
    user(recipient, 'reader'),
    user(recipient, 'reader-conflict-source'),
    user(recipient, 'reader-conflict-spoken-of'),
    user(recipient, 'reader-conflict-case'),
  ];
  addConflict(draft, chance, readers[1], { organisationId: source, caseId: null });
  addConflict(draft, chance, readers[2], { organisationId: successor, caseId: null });
  const keeper = user(owner, 'keeper');
  draft.organisationRoles.push({
    id: chance.uuid(),
    userId: keeper,
    organisationId: owner,
    role: 'RECORD_KEEPER',
    endedAt: null,
  });
  return {
    owner,
    recipient,
    author: user(owner, 'author'),
    colleague: user(owner, 'colleague'),
    readers,
    source,
    spokenOf,
  };
}

function addConflict(
  draft: Draft,
  chance: Chance,
  userId: Id,
  subject: { readonly organisationId: Id | null; readonly caseId: Id | null },
): void {
  draft.conflicts.push({
    id: chance.uuid(),
    userId,
    inspectorate: 'CQC',
    ...subject,
    declaredBy: userId,
    declaredAt: pivot - 5 * day,
    liftedAt: null,
    liftedBy: null,
  });
}

function addSmall(draft: Draft, chance: Chance, people: SmallPeople, small: Small, number: number): void {
  const inspectionId = chance.uuid();
  const createdAt = pivot - 90 * day;
  draft.inspections.push({
    id: inspectionId,
    title: `Small ${number}`,
    leadingInspectorate: 'OFSTED',
    stage: small.closed ? 'CLOSED' : 'FIELDWORK',
    notifiedAt: createdAt + day,
    publishedAt: small.closed ? pivot - 10 * day : null,
    revealedAt: null,
    pausedAt: null,
    closedAt: small.closed ? pivot : null,
    readableUntil: small.closed ? readableUntil : null,
    createdBy: people.author,
    createdAt,
  });
  for (const inspectorate of ['OFSTED', 'CQC'] as const) {
    draft.takingPart.push({
      inspectionId,
      inspectorate,
      gateway: 'CA_2004_S20',
      invitedAt: createdAt,
      acceptedAt: createdAt,
    });
  }
  const caseId = chance.uuid();
  const code = `CASE-${number}`;
  draft.cases.push({ id: caseId, inspectionId, code, agencyIds: [], createdBy: people.author, createdAt });
  addConflict(draft, chance, people.readers[3], { organisationId: null, caseId });
  const assign = (
    userId: Id,
    organisationId: Id,
    given: Pick<Assignment, 'inspectorate' | 'role' | 'startsAt' | 'endsAt' | 'endedAt'>,
  ): Id => {
    const id = chance.uuid();
    const assignedBy = userId === people.author ? people.colleague : people.author;
    draft.assignments.push({ id, inspectionId, userId, organisationId, assignedBy, ...given });
    return id;
  };
  const always = { startsAt: createdAt, endsAt: null, endedAt: null };
  assign(people.author, people.owner, { inspectorate: 'OFSTED', role: 'INSPECTOR', ...always });
  assign(people.colleague, people.owner, { inspectorate: 'OFSTED', role: 'QUALITY_ASSURER', ...always });
  const { assignment } = small;
  const readers =
    assignment.role === null
      ? []
      : people.readers
          // There is one inspectorate lead at a time.
          .slice(assignment.role === 'INSPECTORATE_LEAD' ? number % 4 : 0)
          .slice(0, assignment.role === 'INSPECTORATE_LEAD' ? 1 : 4)
          .map((userId) =>
            assign(userId, people.recipient, {
              inspectorate: 'CQC',
              role: assignment.role ?? 'INSPECTOR',
              ...assignment.period(pivot, createdAt),
            }),
          );
  const inspection: SmallInspection = { inspectionId, caseId, pivot, createdAt, ...people, readers };
  for (const flags of small.items) addSmallItem(draft, chance, inspection, flags);
}
