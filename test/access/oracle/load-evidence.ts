import { inspectorates } from '../../../src/inspectorates/index.js';
import { change, insert, instant, instantOrNull, type Row, type Step } from './load-steps.js';
import type { Evidence } from './world-evidence.js';
import type { Id, Inspectorate } from './world-base.js';
import type { World } from './world.js';

/** Long enough for a passage of each version. */
export const BODY = 'What was seen and heard, in words of no real person. ';
export const FALLS_ON = '2024-01-15';

const profile = (owner: Inspectorate): (typeof inspectorates)[number] => {
  const found = inspectorates.find(({ code }) => code === owner);
  if (found === undefined) throw new Error(`no inspectorate ${owner}`);
  return found;
};
export const criterionOf = (owner: Inspectorate): string => profile(owner).criteria[0]?.code ?? '';

const itemsById = (world: World): ReadonlyMap<Id, Evidence> => new Map(world.evidence.map((item) => [item.id, item]));

/** Which item a part belongs to, as its foreign key names it. */
function withItem<Part extends { readonly evidenceId: Id }>(
  world: World,
  parts: readonly Part[],
  row: (part: Part, item: Evidence) => Row,
): readonly Row[] {
  const items = itemsById(world);
  return parts.flatMap((part) => {
    const item = items.get(part.evidenceId);
    if (item === undefined) throw new Error(`no item ${part.evidenceId}`);
    return [{ evidence_id: item.id, inspection_id: item.inspectionId, owner: item.owner, ...row(part, item) }];
  });
}

const itself = (world: World): readonly { readonly evidenceId: Id }[] =>
  world.evidence.map(({ id }) => ({ evidenceId: id }));

export const cases: readonly Step[] = [
  insert('case_file', (world) =>
    world.cases.map(({ id, inspectionId, code }) => ({ id, inspection_id: inspectionId, code })),
  ),
  insert('case_detail', (world) =>
    world.cases.map((file) => ({
      case_id: file.id,
      inspection_id: file.inspectionId,
      sampling: 'TRACKED',
      rationale: 'Chosen by lot.',
      sibling_group: 'A',
      journey_stage: 'EARLY_HELP',
      age_years: 7,
      unborn: false,
      agency_ids: file.agencyIds,
      created_by: file.createdBy,
      created_at: instant(file.createdAt),
    })),
  ),
  insert('case_member', (world) =>
    world.caseMembers.map((member) => ({
      id: member.id,
      case_id: member.caseId,
      inspection_id: member.inspectionId,
      inspectorate: member.inspectorate,
      assignment_id: member.assignmentId,
      named_by: member.namedBy,
    })),
  ),
  change('case_member', (world) =>
    world.caseMembers
      .filter(({ endedAt }) => endedAt !== null)
      .map(({ id, endedAt }) => ({ id, ended_at: instantOrNull(endedAt) })),
  ),
];

export const evidence: readonly Step[] = [
  insert('evidence', (world) =>
    world.evidence.map((item) => ({
      id: item.id,
      inspection_id: item.inspectionId,
      owner: item.owner,
      case_id: item.caseId,
      state: 'DRAFT',
    })),
  ),
  insert('evidence_summary', (world) =>
    withItem(world, itself(world), (_, item) => ({
      kind: profile(item.owner).evidenceKinds[0]?.code,
      method: 'RECORD_REVIEW',
      marking: item.marking,
      criterion: criterionOf(item.owner),
      created_at: instant(item.createdAt),
    })),
  ),
  insert('evidence_body', (world) =>
    withItem(world, itself(world), (_, item) => ({
      author_id: item.authorId,
      title: `Item ${item.id}`,
      body: BODY,
      strength: item.strength,
      personal_data: 'PERSONAL',
      source_agency_id: item.sourceAgencyId,
      spoken_of_ids: item.spokenOfIds,
      occurred_from: FALLS_ON,
      occurred_to: FALLS_ON,
      submitted_at: instantOrNull(item.submittedAt),
      version: item.version,
    })),
  ),
  change('evidence', (world) =>
    world.evidence.filter(({ state }) => state !== 'DRAFT').map(({ id }) => ({ id, state: 'SUBMITTED' })),
  ),
  insert('evidence_cap', (world) =>
    withItem(world, world.evidenceCaps, ({ recipient, form }) => ({
      recipient,
      form,
      gateway: 'S20',
      why: 'So ruled.',
    })),
  ),
  insert('chronology_entry', (world) =>
    world.chronologyEntries.map((entry) => ({
      id: entry.id,
      evidence_id: entry.evidenceId,
      inspection_id: entry.inspectionId,
      owner: entry.owner,
      case_id: entry.caseId,
      happened_on: entry.happenedOn,
      agency_id: entry.agencyId,
      words: 'A visit was made.',
      author_id: entry.authorId,
    })),
  ),
  insert('evidence_version', (world) =>
    withItem(world, world.evidenceVersions, (earlier, item) => ({
      version: earlier.version,
      title: `Item ${item.id}, version ${earlier.version}`,
      body: BODY,
      reason: 'A slip of the pen.',
      superseded_at: instant(earlier.supersededAt),
      superseded_by: earlier.supersededBy,
    })),
  ),
  insert('chronology_contradiction', (world) => {
    const entries = new Map(world.chronologyEntries.map((entry) => [entry.id, entry]));
    return world.contradictions.map((flag) => ({
      entry_id: flag.entryId,
      other_id: flag.otherId,
      inspection_id: entries.get(flag.entryId)?.inspectionId,
      owner: entries.get(flag.entryId)?.owner,
      flagged_by: flag.flaggedBy,
      flagged_at: instant(flag.flaggedAt),
    }));
  }),
  insert('evidence_share', (world) =>
    withItem(world, world.shares, (share) => ({
      id: share.id,
      recipient: share.recipient,
      recipient_assignment_id: share.recipientAssignmentId,
      form: share.form,
      gateway: 'S20',
      purpose: 'To compare notes.',
      starts_at: instant(share.startsAt),
      ends_at: instantOrNull(share.endsAt),
      shared_by: share.sharedBy,
      shared_at: instant(share.sharedAt),
    })),
  ),
  insert('evidence_share_text', (world) =>
    withItem(world, world.shares, ({ id }) => ({ share_id: id, title: `Share ${id}`, summary: `Summary of ${id}` })),
  ),
  change('evidence_share', (world) =>
    world.shares
      .filter(({ revokedAt }) => revokedAt !== null)
      .map((share) => ({
        id: share.id,
        revoked_at: instantOrNull(share.revokedAt),
        revoked_by: share.revokedBy,
        revoke_reason: 'No longer needed.',
      })),
  ),
];

/** After citations: an item may be withdrawn that a finding rests on. */
export const withdrawals: readonly Step[] = [
  change('evidence', (world) => withdrawn(world).map(({ id, state }) => ({ id, state }))),
  insert('evidence_withdrawal', (world) =>
    withItem(
      world,
      withdrawn(world).map(({ id }) => ({ evidenceId: id })),
      (_, item) => ({
        title: `Item ${item.id}`,
        reason: 'It was not so.',
        withdrawn_at: instantOrNull(item.withdrawnAt),
        withdrawn_by: item.withdrawnBy,
      }),
    ),
  ),
];

const withdrawn = (world: World): readonly Evidence[] => world.evidence.filter(({ state }) => state === 'WITHDRAWN');
