/** The inspections of the scene, each at a stage of its own; what is returned are the ids that probes speak of. */
import { day, now, type WorldBuilder } from '../oracle/world-builder.js';
import * as contents from '../oracle/world-builder-contents.js';
import * as texts from '../oracle/world-builder-texts.js';
import { breakGlass, concern, handler, whistleblowing } from '../oracle/world-builder-unusual.js';
import type { Id } from '../oracle/world-base.js';
import type { ChronologyEntry } from '../oracle/world-evidence.js';

export type Ids = Readonly<Record<string, Id>>;

/** Drafting, after the reveal: evidence, findings, a merge, a narrative, requests. */
export function drafting(w: WorldBuilder): Ids {
  w.takesPart('HMICFRS', null);
  const [council, police] = [w.organisation('COUNCIL'), w.organisation('POLICE')];
  const caseId = contents.caseFile(w, { agencyIds: [council] });
  contents.member(w, caseId, 'inspector');
  contents.member(w, caseId, 'cqc inspector');
  contents.member(w, caseId, 'colleague', now - day);
  const analyst = w.user('analyst').id;
  const said = contents.item(w, { sourceAgencyId: police, version: 2 });
  const data = contents.item(w, { strength: 'DATA', authorId: analyst });
  const draft = contents.item(w, { state: 'DRAFT', version: 1 });
  const withdrawn = contents.item(w, { state: 'WITHDRAWN', withdrawnBy: w.user('inspector').id });
  const ofCase = contents.item(w, { caseId });
  const capped = contents.item(w, {}, 'SUMMARY');
  const cqc = contents.item(w, { owner: 'CQC', spokenOfIds: [council] });
  const cqcWhole = contents.item(w, { owner: 'CQC' });
  const cqcSummary = contents.item(w, { owner: 'CQC' });
  const shared = contents.share(w, said);
  contents.share(w, withdrawn);
  contents.share(w, cqcWhole, { recipient: 'OFSTED', sharedBy: w.user('cqc inspector').id });
  contents.share(w, cqcSummary, { recipient: 'OFSTED', form: 'SUMMARY', sharedBy: w.user('cqc inspector').id });
  const personal = w.assignmentOf('cqc colleague').id;
  const personalShare = contents.share(w, data, { recipientAssignmentId: personal });
  const revoked = contents.share(w, ofCase, { revokedAt: now - day, revokedBy: w.user('inspector').id });
  const entry = chronology(w, ofCase, 'OFSTED', caseId);
  const entryOfCqc = chronology(w, cqcWhole, 'CQC', caseId);
  const findingDraft = contents.finding(w, { state: 'DRAFT' }, [said]);
  const first = contents.finding(w, { agencyIds: [council] }, [said]);
  const second = contents.finding(w, {}, [cqcWhole]);
  const third = contents.finding(w, {});
  const ofCqc = contents.finding(w, { owner: 'CQC', authorId: w.user('cqc inspector').id }, [cqcWhole]);
  const withdrawnFinding = contents.finding(w, { state: 'WITHDRAWN', withdrawnBy: w.user('ofsted lead').id });
  const merge = contents.merge(w, [first, ofCqc]);
  const undone = contents.merge(w, [second, ofCqc], { undoneAt: now - 5 * day, undoneBy: w.user('lead').id });
  contents.contribution(w, 'OFSTED', 'DRAFT');
  contents.contribution(w, 'CQC', 'SUBMITTED');
  const request = texts.request(w, { caseIds: [caseId] });
  const requestDraft = texts.request(w, { state: 'DRAFT' });
  const requestOpen = texts.request(w);
  const submission = texts.submission(w, request, 'SUBMITTED');
  const submissionDraft = texts.submission(w, requestOpen, 'DRAFT');
  const conflict = w.conflict('cqc colleague', 'POLICE');
  const conflictOfLead = w.conflict('cqc lead', 'DISTRICT');
  const lifted = w.conflict('colleague', 'COUNCIL', true);
  const concernId = concern(w, { caseId });
  const paragraph = narrative(w, first);
  // A case of which the other inspectorate holds an item, too: the lead of CQC broke the glass of its Ofsted item.
  const otherCase = contents.caseFile(w, { code: 'CASE-2' });
  contents.item(w, { caseId: otherCase });
  breakGlass(w, { caseId });
  const review = w.draft.breakGlassReviews.at(-1)?.id ?? '';
  handler(w, 'handler');
  const handlerId = w.draft.whistleblowingHandlers.at(-1)?.id ?? '';
  const whistle = whistleblowing(w);
  const accessRequest = asked(w, said, 'OPEN');
  const accessDecided = asked(w, ofCase, 'REFUSED');
  return {
    ...{ otherCase, review, handler: handlerId, whistle, accessRequest, accessDecided },
    ...{ caseId, said, data, draft, withdrawn, ofCase, capped, cqc, cqcWhole, cqcSummary, shared, personalShare },
    ...{ revoked, entry, entryOfCqc, findingDraft, first, second, third, ofCqc, withdrawnFinding, merge, undone },
    ...{ request, requestDraft, requestOpen, submission, submissionDraft, conflict, conflictOfLead, lifted },
    ...{ concern: concernId, paragraph, council, police, trust: w.organisation('TRUST') },
  };
}

function asked(w: WorldBuilder, evidenceId: Id, state: 'OPEN' | 'REFUSED'): Id {
  const id = w.id();
  const { inspectionId } = w;
  const { id: assignmentId, userId: askedBy } = w.assignmentOf('cqc inspector');
  const decided =
    state === 'REFUSED'
      ? { decidedBy: w.user('inspector').id, decidedAt: now - day }
      : { decidedBy: null, decidedAt: null };
  w.draft.accessRequests.push({
    ...{
      id,
      evidenceId,
      inspectionId,
      owner: 'OFSTED',
      askedBy,
      assignmentId,
      recipient: 'CQC',
      recipientAssignmentId: null,
    },
    ...{ form: 'WHOLE', askedAt: now - 2 * day, dueAt: now + day, state, ...decided, shareId: null },
  });
  return id;
}

/** Fieldwork, before the reveal. */
export function blind(w: WorldBuilder): Ids {
  const item = contents.item(w);
  const share = contents.share(w, item);
  const draft = contents.finding(w, { state: 'DRAFT' }, [item]);
  const finding = contents.finding(w, {}, [item]);
  const ofCqc = contents.finding(w, { owner: 'CQC', authorId: w.user('cqc inspector').id });
  const withdrawn = contents.finding(w, { state: 'WITHDRAWN', withdrawnBy: w.user('ofsted lead').id });
  const contribution = contents.contribution(w, 'CQC', 'SUBMITTED');
  const contributionDraft = contents.contribution(w, 'OFSTED', 'DRAFT');
  return { item, share, draft, finding, ofCqc, withdrawn, contribution, contributionDraft };
}

/** The accuracy check, the window open: comments of each kind. */
export function checking(w: WorldBuilder): Ids {
  const finding = contents.finding(w, { agencyIds: [w.organisation('COUNCIL')] });
  narrative(w, finding);
  const shown = texts.frozenText(w, [finding]);
  w.assign('cqc colleague', { role: 'SIGNATORY' });
  const draft = texts.comment(w, shown, { state: 'DRAFT' });
  const sent = texts.comment(w, shown);
  const late = texts.comment(w, shown, { late: true });
  const drafted = {
    state: 'DRAFT',
    draftedBy: w.user('cqc lead').id,
    draftedAt: now - day,
    sentBy: null,
    sentAt: null,
  } as const;
  const answering = texts.comment(w, shown, { reply: drafted });
  const answered = texts.comment(w, shown, {
    reply: { ...drafted, state: 'SENT', sentBy: w.user('cqc lead').id, sentAt: now - day },
  });
  w.draft.qualityPasses.push({
    id: w.id(),
    inspectionId: w.inspectionId,
    inspectorate: 'OFSTED',
    narrativeVersion: 2,
    passedBy: w.user('assurer').id,
    passedAt: now - 11 * day,
  });
  const [frozenText, frozenParagraph] = shown;
  return { finding, frozenText, frozenParagraph, draft, sent, late, answering, answered };
}

/** Published: a letter that stands, and one that it replaced. */
export function published(w: WorldBuilder): Ids {
  const { finding, frozenText } = frozen(w);
  const receivedAt = now - 4 * day;
  const superseded = texts.letter(w, frozenText, {
    ...{ receivedAt, publishedAt: now - 3 * day, supersededAt: now - 2 * day },
  });
  const letter = texts.letter(w, frozenText, { version: 2, receivedAt, publishedAt: now - 2 * day });
  return { finding, frozenText, superseded, letter };
}

/** Signed, the agencies with their copy; a signature that was made void before. */
export function signed(w: WorldBuilder): Ids {
  const { finding, frozenText } = frozen(w);
  const signature = w.id();
  const voided = w.id();
  for (const [id, voidedAt] of [
    [signature, null],
    [voided, now - 4 * day],
  ] as const)
    w.draft.signatures.push({
      ...{ id, inspectionId: w.inspectionId, frozenTextId: frozenText, inspectorate: 'OFSTED' },
      ...{ userId: w.user('signatory').id, hash: '0'.repeat(64), signedAt: now - 4 * day - 1, voidedAt },
    });
  const letter = texts.letter(w, frozenText, { receivedAt: now - day });
  return { finding, frozenText, signature, voided, letter };
}

function frozen(w: WorldBuilder): { finding: Id; frozenText: Id } {
  const finding = contents.finding(w, { agencyIds: [w.organisation('COUNCIL')] });
  narrative(w, finding);
  const [frozenText] = texts.frozenText(w, [finding], { deadline: now - 5 * day });
  return { finding, frozenText };
}

/** Closed a month ago, within the 28 days. */
export function closed(w: WorldBuilder): Ids {
  const item = contents.item(w, { version: 2 });
  const share = contents.share(w, item);
  const draft = contents.item(w, { state: 'DRAFT' });
  const finding = contents.finding(w, {}, [item]);
  const request = texts.request(w);
  const submission = texts.submission(w, request, 'SUBMITTED');
  const concernId = concern(w);
  return { item, share, draft, finding, request, submission, concern: concernId, ...leftDrafts(w, finding) };
}

/** Of each kind one draft that nobody finished before closing. */
function leftDrafts(w: WorldBuilder, findingId: Id): Ids {
  const leftFinding = contents.finding(w, { state: 'DRAFT' });
  const leftContribution = contents.contribution(w, 'OFSTED', 'DRAFT');
  contents.contribution(w, 'CQC', 'SUBMITTED');
  const leftRequest = texts.request(w, { state: 'DRAFT' });
  const leftSubmission = texts.submission(w, texts.request(w), 'DRAFT');
  narrative(w, findingId);
  const shown = texts.frozenText(w, [findingId], { openedAt: now - 45 * day, deadline: now - 35 * day });
  const leftComment = texts.comment(w, shown, { state: 'DRAFT' });
  const answered = { state: 'SENT', sentBy: w.user('cqc lead').id, sentAt: now - 34 * day } as const;
  texts.comment(w, shown, { reply: { ...answered, draftedBy: w.user('cqc lead').id, draftedAt: now - 36 * day } });
  const leftReply = texts.comment(w, shown, {
    reply: { state: 'DRAFT', draftedBy: w.user('cqc lead').id, draftedAt: now - 36 * day, sentBy: null, sentAt: null },
  });
  return { leftFinding, leftContribution, leftRequest, leftSubmission, leftComment, leftReply };
}

/** Planned, not notified. */
export function planned(w: WorldBuilder): Ids {
  w.takesPart('HMICFRS', null);
  return {};
}

function chronology(w: WorldBuilder, evidenceId: Id, owner: ChronologyEntry['owner'], caseId: Id): Id {
  const id = w.id();
  const authorId = w.user(owner === 'CQC' ? 'cqc inspector' : 'inspector').id;
  const { inspectionId } = w;
  w.draft.chronologyEntries.push({
    ...{ id, evidenceId, inspectionId, owner, caseId, agencyId: null, happenedOn: '2027-01-05', authorId },
  });
  return id;
}

function narrative(w: WorldBuilder, findingId: Id): Id {
  const { inspectionId } = w;
  const paragraphId = w.id();
  w.draft.narratives.push({ inspectionId, version: 2, compiledBy: w.user('lead').id, compiledAt: now - 11 * day });
  w.draft.narrativeParagraphs.push({ id: paragraphId, inspectionId, position: 1 });
  w.draft.narrativeSentences.push({ id: w.id(), paragraphId, inspectionId, position: 1, findingIds: [findingId] });
  return paragraphId;
}
