/** One item of a small world, with an earlier version, and its share. */
import { day, hour, type Draft } from './generate-draft.js';
import type { Chance } from './generate-random.js';
import type { ItemFlags } from './small-world-flags.js';
import { inspectorates, type Id, type Instant } from './world-base.js';

export interface SmallInspection {
  readonly inspectionId: Id;
  readonly caseId: Id;
  readonly pivot: Instant;
  readonly createdAt: Instant;
  readonly author: Id;
  readonly source: Id;
  readonly spokenOf: Id;
  /** The readers' assignments; none where that is what is enumerated. */
  readonly readers: readonly Id[];
}

export function addSmallItem(draft: Draft, chance: Chance, small: SmallInspection, flags: ItemFlags): void {
  const { pivot, author } = small;
  const evidenceId = chance.uuid();
  const submitted = flags.state !== 'DRAFT';
  const withdrawn = flags.state === 'WITHDRAWN';
  draft.evidence.push({
    id: evidenceId,
    inspectionId: small.inspectionId,
    owner: 'OFSTED',
    caseId: small.caseId,
    state: flags.state,
    version: submitted ? 2 : 1,
    authorId: author,
    strength: 'SAID',
    marking: 'OFFICIAL',
    sourceAgencyId: small.source,
    spokenOfIds: [small.spokenOf],
    createdAt: small.createdAt + 5 * day,
    submittedAt: submitted ? small.createdAt + 6 * day : null,
    withdrawnAt: withdrawn ? pivot - day : null,
    withdrawnBy: withdrawn ? author : null,
  });
  for (const recipient of inspectorates.filter((one) => one !== 'OFSTED')) {
    draft.evidenceCaps.push({ evidenceId, recipient, form: 'WHOLE' });
  }
  if (!submitted) return;
  const supersededAt = small.createdAt + 10 * day;
  draft.evidenceVersions.push({ evidenceId, version: 1, supersededAt, supersededBy: author });
  addShares(draft, chance, small, flags, evidenceId);
}

/** A personal share names one assignment: each reader gets his own. On observers and nobody there is none. */
function addShares(draft: Draft, chance: Chance, small: SmallInspection, { share }: ItemFlags, evidenceId: Id): void {
  if (share === null) return;
  const sharedAt = small.createdAt + 9 * day;
  const onTeam = small.readers.filter((id) =>
    draft.assignments.some((one) => one.id === id && one.role !== 'OBSERVER'),
  );
  for (const recipientAssignmentId of share.personal ? onTeam : [null]) {
    draft.shares.push({
      id: chance.uuid(),
      evidenceId,
      recipient: 'CQC',
      recipientAssignmentId,
      form: share.form,
      ...share.period(small.pivot, sharedAt),
      sharedBy: small.author,
      sharedAt,
      revokedAt: share.revoked ? small.pivot - hour : null,
      revokedBy: share.revoked ? small.author : null,
    });
  }
}
