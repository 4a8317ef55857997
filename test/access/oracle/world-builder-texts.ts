/** The texts of a world by hand, and what its agencies are asked and send. */
import { day, hour, now, type WorldBuilder } from './world-builder.js';
import type * as acts from './world-acts.js';
import type { Id } from './world-base.js';
import type { AccuracyComment, FrozenText, Letter } from './world-texts.js';

/** Frozen ten days ago, with one paragraph on the findings given; the window ends at the instant given. */
export function frozenText(w: WorldBuilder, findingIds: readonly Id[], given: Partial<FrozenText> = {}): [Id, Id] {
  const id = w.id();
  const paragraphId = w.id();
  w.draft.frozenTexts.push({
    id,
    inspectionId: w.inspectionId,
    narrativeVersion: 2,
    hash: '0'.repeat(64),
    openedAt: now - 10 * day,
    openedBy: w.user('lead').id,
    deadline: now + day,
    reopenedAt: null,
    ...given,
  });
  w.draft.frozenParagraphs.push({
    id: paragraphId,
    frozenTextId: id,
    inspectionId: w.inspectionId,
    position: 1,
    findingIds,
  });
  return [id, paragraphId];
}

export function letter(w: WorldBuilder, frozenTextId: Id, given: Partial<Letter> = {}): Id {
  const id = w.id();
  w.draft.letters.push({
    id,
    inspectionId: w.inspectionId,
    frozenTextId,
    version: 1,
    hash: '0'.repeat(64),
    receivedAt: null,
    publishedAt: null,
    withdrawnAt: null,
    supersededAt: null,
    ...given,
  });
  return id;
}

/** The council's, sent by its coordinator. */
export function comment(
  w: WorldBuilder,
  [frozenTextId, frozenParagraphId]: [Id, Id],
  given: Partial<AccuracyComment> = {},
): Id {
  const id = w.id();
  const state = given.state ?? 'SENT';
  const sent = state === 'SENT';
  w.draft.accuracyComments.push({
    id,
    inspectionId: w.inspectionId,
    organisationId: w.organisation('COUNCIL'),
    frozenTextId,
    frozenParagraphId,
    state,
    late: false,
    draftedBy: w.user('contributor').id,
    draftedAt: now - 9 * day,
    sentBy: sent ? w.user('coordinator').id : null,
    sentAt: sent ? now - 9 * day + hour : null,
    reply: null,
    ...given,
  });
  return id;
}

/** Of the council, naming CQC, issued. */
export function request(w: WorldBuilder, given: Partial<acts.AgencyRequest> = {}): Id {
  const id = w.id();
  const state = given.state ?? 'ISSUED';
  const issuedAt = state === 'DRAFT' ? null : now - 40 * day;
  w.draft.requests.push({
    id,
    inspectionId: w.inspectionId,
    organisationId: w.organisation('COUNCIL'),
    state,
    inspectorates: ['CQC'],
    caseIds: [],
    draftedBy: w.user('cqc lead').id,
    draftedAt: now - 41 * day,
    issuedAt,
    dueAt: issuedAt === null ? null : now - 30 * day,
    cancelledAt: state === 'CANCELLED' ? now - 20 * day : null,
    ...given,
  });
  return id;
}

export function submission(w: WorldBuilder, requestId: Id, state: acts.Submission['state']): Id {
  const id = w.id();
  const sent = state === 'SUBMITTED';
  w.draft.submissions.push({
    id,
    requestId,
    inspectionId: w.inspectionId,
    organisationId: w.organisation('COUNCIL'),
    state,
    late: false,
    writtenBy: w.user('contributor').id,
    writtenAt: now - 35 * day,
    submittedAt: sent ? now - 34 * day : null,
    submittedBy: sent ? w.user('coordinator').id : null,
  });
  return id;
}
