/** What the inspection of a world by hand holds: each is added with what the sentence says of it. */
import { day, now, type WorldBuilder } from './world-builder.js';
import type { Person } from './world-builder-people.js';
import { inspectorates, type Id, type Inspectorate } from './world-base.js';
import type { CaseFile, Evidence, Form, Share } from './world-evidence.js';
import type { Citation, Contribution, Finding, Merge } from './world-findings.js';

const submitted = now - 30 * day;

/** Of Ofsted, by its inspector, submitted; its cap for everybody is whole. */
export function item(w: WorldBuilder, given: Partial<Evidence> = {}, cap: Form | 'NOTHING' = 'WHOLE'): Id {
  const id = w.id();
  const state = given.state ?? 'SUBMITTED';
  const owner = given.owner ?? 'OFSTED';
  const row: Evidence = {
    id,
    inspectionId: w.inspectionId,
    owner,
    caseId: null,
    state,
    version: 1,
    authorId: w.user(owner === 'OFSTED' ? 'inspector' : 'cqc inspector').id,
    strength: 'SAID',
    marking: 'OFFICIAL',
    sourceAgencyId: null,
    spokenOfIds: [],
    createdAt: submitted - day,
    submittedAt: state === 'DRAFT' ? null : submitted,
    withdrawnAt: state === 'WITHDRAWN' ? now - 2 * day : null,
    withdrawnBy: null,
    ...given,
  };
  w.draft.evidence.push(row);
  for (const recipient of inspectorates.filter((one) => one !== owner)) {
    w.draft.evidenceCaps.push({ evidenceId: id, recipient, form: cap });
  }
  for (let version = 1; version < row.version; version += 1) {
    const supersededAt = submitted + version * 5 * day;
    w.draft.evidenceVersions.push({ evidenceId: id, version, supersededAt, supersededBy: row.authorId });
  }
  return id;
}

/** Whole, with CQC, from a day after submission, without an end. */
export function share(w: WorldBuilder, evidenceId: Id, given: Partial<Share> = {}): Id {
  const id = w.id();
  w.draft.shares.push({
    id,
    evidenceId,
    recipient: 'CQC',
    recipientAssignmentId: null,
    form: 'WHOLE',
    startsAt: submitted + day,
    endsAt: null,
    sharedBy: w.user('inspector').id,
    sharedAt: submitted + day,
    revokedAt: null,
    revokedBy: null,
    ...given,
  });
  return id;
}

export function caseFile(w: WorldBuilder, given: Partial<CaseFile> = {}): Id {
  const id = w.id();
  const createdBy = w.user('lead').id;
  const createdAt = now - 60 * day;
  w.draft.cases.push({
    id,
    inspectionId: w.inspectionId,
    code: 'CASE-1',
    agencyIds: [],
    createdBy,
    createdAt,
    ...given,
  });
  return id;
}

export function member(w: WorldBuilder, caseId: Id, name: Person, endedAt: number | null = null): void {
  const assignment = w.assignmentOf(name);
  w.draft.caseMembers.push({
    id: w.id(),
    caseId,
    inspectionId: w.inspectionId,
    inspectorate: assignment.inspectorate ?? 'OFSTED',
    assignmentId: assignment.id,
    namedBy: w.user('ofsted lead').id,
    endedAt,
  });
}

/** Of Ofsted, by its inspector, submitted; revealed if the inspection is. */
export function finding(w: WorldBuilder, given: Partial<Finding> = {}, cites: readonly Id[] = []): Id {
  const id = w.id();
  const state = given.state ?? 'SUBMITTED';
  const [inspection] = w.draft.inspections;
  w.draft.findings.push({
    id,
    inspectionId: w.inspectionId,
    owner: 'OFSTED',
    state,
    revealed: state !== 'DRAFT' && inspection?.revealedAt !== null,
    authorId: w.user('inspector').id,
    caseId: null,
    agencyIds: [],
    createdAt: submitted,
    submittedAt: state === 'DRAFT' ? null : submitted + day,
    withdrawnAt: state === 'WITHDRAWN' ? now - day : null,
    withdrawnBy: null,
    ...given,
  });
  for (const evidenceId of cites) cite(w, id, evidenceId);
  return id;
}

export function cite(w: WorldBuilder, findingId: Id, evidenceId: Id, given: Partial<Citation> = {}): Id {
  const id = w.id();
  w.draft.citations.push({ id, findingId, evidenceId, citedAt: submitted + 2 * day, quotedVersion: 1, ...given });
  return id;
}

export function merge(w: WorldBuilder, sourceIds: readonly Id[], given: Partial<Merge> = {}): Id {
  const id = w.id();
  w.draft.merges.push({
    id,
    inspectionId: w.inspectionId,
    sourceIds,
    keptFindingId: null,
    agencyIds: [],
    madeBy: w.user('lead').id,
    madeAt: now - 10 * day,
    undoneAt: null,
    undoneBy: null,
    ...given,
  });
  return id;
}

export function contribution(w: WorldBuilder, inspectorate: Inspectorate, state: Contribution['state']): Id {
  const id = w.id();
  const savedBy = w.user('inspector').id;
  w.draft.contributions.push({ id, inspectionId: w.inspectionId, inspectorate, state, savedBy, savedAt: submitted });
  return id;
}
