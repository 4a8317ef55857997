/** Worlds at every stage, with an object of every state, to ask what each person may do. */
import { day, hour, now, WorldBuilder } from '../oracle/world-builder.js';
import * as contents from '../oracle/world-builder-contents.js';
import * as texts from '../oracle/world-builder-texts.js';
import { breakGlass, concern } from '../oracle/world-builder-unusual.js';
import { stages, type Inspection } from '../oracle/world-people.js';

/** Each stage, as an inspection comes to it and with each mark that it may bear there. */
export function inspectionsToAsk(): readonly Partial<Inspection>[] {
  return stages.flatMap((stage) => {
    const place = stages.indexOf(stage);
    const isClosed = stage === 'CLOSED';
    const usual = {
      stage,
      notifiedAt: place < stages.indexOf('FIELDWORK') ? null : now - 50 * day,
      revealedAt: place > stages.indexOf('FIELDWORK') ? now - 40 * day : null,
      publishedAt: place >= stages.indexOf('PUBLISHED') ? now - 35 * day : null,
      closedAt: isClosed ? now - 28 * day : null,
      readableUntil: isClosed ? now + 12 * hour : null,
    } satisfies Partial<Inspection>;
    if (isClosed) return [usual, { ...usual, revealedAt: null }];
    return [
      usual,
      { ...usual, revealedAt: usual.revealedAt === null ? now - 40 * day : null },
      { ...usual, notifiedAt: usual.notifiedAt === null ? now - 50 * day : null },
      { ...usual, pausedAt: now - day },
    ];
  });
}

/** With HMICFRS invited, and of everything one in each state, of the leading inspectorate and of the other. */
export function worldToAsk(inspection: Partial<Inspection>): WorldBuilder {
  const w = new WorldBuilder(inspection);
  w.takesPart('HMICFRS', null);
  const caseId = contents.caseFile(w);
  contents.member(w, caseId, 'inspector');
  contents.member(w, caseId, 'colleague', now - day);
  for (const owner of ['OFSTED', 'CQC'] as const) {
    const [writer, analyst] =
      owner === 'OFSTED' ? (['inspector', 'analyst'] as const) : (['cqc inspector', 'cqc analyst'] as const);
    for (const [strength, name] of [
      ['SAID', writer],
      ['DATA', analyst],
    ] as const)
      for (const state of ['DRAFT', 'SUBMITTED', 'WITHDRAWN'] as const) {
        const id = contents.item(w, { owner, strength, state, authorId: w.user(name).id, withdrawnBy: null });
        const recipient = owner === 'OFSTED' ? 'CQC' : 'OFSTED';
        if (state !== 'DRAFT') contents.share(w, id, { recipient });
        if (state === 'SUBMITTED') contents.share(w, id, { recipient, revokedAt: now - day });
        w.draft.chronologyEntries.push({
          ...{ id: w.id(), evidenceId: id, inspectionId: w.inspectionId, owner, caseId, agencyId: null },
          ...{ happenedOn: '2027-01-05', authorId: w.user(name).id },
        });
      }
    const authorId = w.user(writer).id;
    for (const state of ['DRAFT', 'SUBMITTED', 'WITHDRAWN'] as const) contents.finding(w, { owner, authorId, state });
    contents.contribution(w, owner, owner === 'OFSTED' ? 'DRAFT' : 'SUBMITTED');
    for (const state of ['DRAFT', 'ISSUED', 'CANCELLED'] as const)
      texts.request(w, { state, inspectorates: [owner], draftedBy: w.user('lead').id });
  }
  const [one, other] = w.draft.findings.filter(({ state }) => state === 'SUBMITTED').map(({ id }) => id);
  if (one !== undefined && other !== undefined) {
    contents.merge(w, [one, other]);
    contents.merge(w, [one, other], { undoneAt: now - day });
  }
  for (const state of ['DRAFT', 'SUBMITTED'] as const) texts.submission(w, texts.request(w), state);
  for (const state of ['RAISED', 'ACKNOWLEDGED', 'ACTED_ON', 'CLOSED'] as const) concern(w, { state });
  // Whoever wrote it is no writer any more.
  contents.item(w, { state: 'DRAFT', authorId: w.user('assurer').id });
  w.changeAssignment('observer', { endedAt: now - day });
  unusual(w);
  frozenWith(w, one === undefined ? [] : [one]);
  return w;
}

/** Requests for access to an item of each strength, open and decided; breaking of glass, reviewed and not. */
function unusual(w: WorldBuilder): void {
  const asker = w.assignmentOf('cqc inspector');
  for (const { id: evidenceId } of w.draft.evidence.filter(
    ({ owner, state }) => owner === 'OFSTED' && state === 'SUBMITTED',
  ))
    for (const state of ['OPEN', 'REFUSED'] as const)
      w.draft.accessRequests.push({
        ...{ id: w.id(), evidenceId, inspectionId: w.inspectionId, owner: 'OFSTED', askedBy: asker.userId },
        ...{ assignmentId: asker.id, recipient: 'CQC', recipientAssignmentId: null, form: 'WHOLE' },
        ...{ askedAt: now - day, dueAt: now + day, state, decidedBy: null, decidedAt: null, shareId: null },
      });
  for (const { id: evidenceId } of w.draft.evidence.slice(1, 2)) breakGlass(w, { evidenceId }, ['OFSTED', 'CQC']);
  const [first] = w.draft.breakGlassReviews;
  if (first !== undefined)
    w.draft.breakGlassReviews.push({
      ...first,
      id: w.id(),
      reviewedAt: now,
      reviewedBy: first.id,
      outcome: 'JUSTIFIED',
    });
}

function frozenWith(w: WorldBuilder, findingIds: readonly string[]): void {
  const { inspectionId } = w;
  w.draft.narratives.push({ inspectionId, version: 2, compiledBy: w.user('lead').id, compiledAt: now - 11 * day });
  const shown = texts.frozenText(w, findingIds);
  const answering = {
    state: 'DRAFT',
    draftedBy: w.user('cqc lead').id,
    draftedAt: now - day,
    sentBy: null,
    sentAt: null,
  } as const;
  texts.comment(w, shown, { state: 'DRAFT' });
  texts.comment(w, shown);
  texts.comment(w, shown, { late: true });
  texts.comment(w, shown, { reply: answering });
  texts.comment(w, shown, { reply: { ...answering, draftedBy: w.user('ofsted lead').id } });
  texts.comment(w, shown, { reply: { ...answering, state: 'SENT', sentBy: answering.draftedBy, sentAt: now } });
  texts.letter(w, shown[0]);
}
