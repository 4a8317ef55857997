/** What the database's constraints ask of a world: broken ones are told in words. */
import type { Share } from './world-evidence.js';
import type { World } from './world.js';

export function faultsOf(world: World): readonly string[] {
  return [
    ...missing(world),
    ...withoutOrganisation(world),
    ...periods(world),
    ...shares(world),
    ...states(world),
    ...atMostOne(world),
  ];
}

/** Every id that a row mentions is some row's. */
function missing(world: World): readonly string[] {
  const ids = new Set<unknown>();
  for (const rows of tables(world)) for (const row of rows) if ('id' in row) ids.add(row['id']);
  return tables(world).flatMap((rows) =>
    rows.flatMap((row) =>
      Object.entries(row)
        .flatMap(([name, value]) =>
          (Array.isArray(value) ? value : [value]).map((one: unknown) => [name, one] as const),
        )
        .filter(([, value]) => isId(value) && !ids.has(value))
        .map(([name, value]) => `${name} ${String(value)} is nobody's`),
    ),
  );
}

/** Every inspectorate that is named is an organisation; caps are computed for those too that are none. */
function withoutOrganisation(world: World): readonly string[] {
  const known = new Set<unknown>(world.organisations.map((one) => one.inspectorate));
  const fields = ['inspectorate', 'owner', 'leadingInspectorate', 'recipient'];
  return tables({ ...world, evidenceCaps: [] })
    .flatMap((rows) => rows.flatMap((row) => fields.map((field) => row[field])))
    .filter((code) => typeof code === 'string' && !known.has(code))
    .map((code) => `${JSON.stringify(code)} is no organisation`);
}

export type Row = Readonly<Record<string, unknown>>;

export const tables = (world: World): readonly (readonly Row[])[] =>
  Object.values(world).filter((part): part is readonly Row[] => Array.isArray(part) && typeof part[0] === 'object');

export const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{8}-/.test(value);

function periods(world: World): readonly string[] {
  return [...world.assignments, ...world.shares, ...world.breakGlasses]
    .filter((one) => one.endsAt !== null && one.endsAt <= one.startsAt)
    .map((one) => `${one.id} ends before it starts`);
}

function shares(world: World): readonly string[] {
  return world.shares.flatMap((share) =>
    ifAny(share.id, [
      ['starts before it is shared', share.startsAt < share.sharedAt],
      ['goes above the cap', isAboveCap(world, share)],
      ['goes to whom takes no part', !takesPart(world, share)],
      ['is of what was not submitted', itemOf(world, share)?.submittedAt === null],
      ['goes to its owner', itemOf(world, share)?.owner === share.recipient],
    ]),
  );
}

const itemOf = (world: World, share: Share) => world.evidence.find((item) => item.id === share.evidenceId);

function isAboveCap(world: World, share: Share): boolean {
  const cap = world.evidenceCaps.find(
    (one) => one.evidenceId === share.evidenceId && one.recipient === share.recipient,
  );
  return cap === undefined || cap.form === 'NOTHING' || (cap.form === 'SUMMARY' && share.form === 'WHOLE');
}

function takesPart(world: World, share: Share): boolean {
  const inspectionId = itemOf(world, share)?.inspectionId;
  return world.takingPart.some(
    (one) => one.inspectionId === inspectionId && one.inspectorate === share.recipient && one.acceptedAt !== null,
  );
}

function states(world: World): readonly string[] {
  return [
    ...world.inspections.flatMap((one) =>
      ifAny(one.id, [
        ['is closed in no stage of that name', (one.stage === 'CLOSED') !== (one.closedAt !== null)],
        ['is closed and not readable', (one.closedAt === null) !== (one.readableUntil === null)],
      ]),
    ),
    ...[...world.evidence, ...world.findings].flatMap((one) =>
      ifAny(one.id, [
        ['is a draft that was submitted', (one.state === 'DRAFT') !== (one.submittedAt === null)],
        ['is withdrawn in no state of that name', (one.state === 'WITHDRAWN') !== (one.withdrawnAt !== null)],
      ]),
    ),
    ...world.assignments
      .filter((one) => one.assignedBy === one.userId)
      .map((one) => `${one.id} was assigned by the user himself`),
    ...world.conflicts
      .filter((one) => (one.organisationId === null) === (one.caseId === null))
      .map((one) => `${one.id} is with an agency or with a case`),
  ];
}

function atMostOne(world: World): readonly string[] {
  const standing = world.assignments.filter((one) => one.endedAt === null);
  const inMerges = world.merges.filter((one) => one.undoneAt === null).flatMap((one) => one.sourceIds);
  return [
    ...twice(
      'lead',
      standing.filter((one) => one.role === 'LEAD').map((one) => one.inspectionId),
    ),
    ...twice(
      'inspectorate lead',
      standing
        .filter((one) => one.role === 'INSPECTORATE_LEAD')
        .map((one) => `${one.inspectionId} ${String(one.inspectorate)}`),
    ),
    ...twice('merge', inMerges),
    ...twice(
      'frozen text',
      world.frozenTexts.filter((one) => one.reopenedAt === null).map((one) => one.inspectionId),
    ),
    ...twice(
      'post',
      world.organisationRoles.filter((one) => one.endedAt === null).map((one) => `${one.userId} ${one.role}`),
    ),
    ...twice(
      'conflict',
      world.conflicts
        .filter((one) => one.liftedAt === null)
        .map((one) => `${one.userId} ${String(one.organisationId ?? one.caseId)}`),
    ),
    ...twice(
      'submission',
      world.submissions.map((one) => one.requestId),
    ),
    ...twice(
      'citation',
      world.citations.map((one) => `${one.findingId} ${one.evidenceId}`),
    ),
    ...twice(
      'member',
      world.caseMembers.filter((one) => one.endedAt === null).map((one) => `${one.caseId} ${one.assignmentId}`),
    ),
  ];
}

function twice(what: string, keys: readonly string[]): readonly string[] {
  const again = keys.filter((key, at) => keys.indexOf(key) !== at);
  return again.map((key) => `More than one ${what}: ${key}`);
}

const ifAny = (id: string, faults: readonly (readonly [string, boolean])[]): readonly string[] =>
  faults.filter(([, is]) => is).map(([words]) => `${id} ${words}`);
