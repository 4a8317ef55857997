/**
 * What each operation of the platform is in the words of the rules, and what the platform is told of its object. Where
 * the page has no such operation, what it says of its neighbours is said here.
 */
import type { ActedOn, Operation } from '../../../src/access/operations.js';
import type { About } from '../oracle/may-do-parts.js';
import type { OperationName } from '../oracle/may-do.js';
import { ref, type ObjectRef } from '../oracle/objects.js';
import type { WorldBuilder } from '../oracle/world-builder.js';
import type { User } from '../oracle/world-people.js';

/** One question of both: to the rules about an object, to the platform by what matters of it. */
export interface Asking {
  readonly object: ObjectRef;
  readonly on: ActedOn;
  readonly about?: About;
}

type Askings = (w: WorldBuilder, user: User) => readonly Asking[];

/** The rules' operation of that name, with the objects that both are asked about. */
export type InTheRules = readonly [name: OperationName, askings: Askings];

const inspectorateOf = (w: WorldBuilder, user: User) =>
  w.draft.organisations.find(({ id }) => id === user.organisationId)?.inspectorate ?? null;

const onInspection: Askings = (w) => [{ object: ref('inspection', w.inspectionId), on: {} }];

/** For the person's own inspectorate, as the services take it from who asks. */
const forOwn: Askings = (w, user) => {
  const inspectorate = inspectorateOf(w, user);
  if (inspectorate === null) return onInspection(w, user);
  return [{ object: ref('inspection', w.inspectionId), on: { owner: inspectorate }, about: { inspectorate } }];
};

const forEachOwner: Askings = (w) =>
  (['OFSTED', 'CQC'] as const).map((owner) => ({
    object: ref('inspection', w.inspectionId),
    on: { owner },
    about: { inspectorate: owner },
  }));

const forOwnAgency: Askings = (w, user) =>
  w.draft.inspectionAgencies
    .filter(({ organisationId }) => organisationId === user.organisationId)
    .map(({ organisationId }) => ({ object: ref('inspection', w.inspectionId), on: { agencyId: organisationId } }));

const items =
  (states: readonly string[]): Askings =>
  (w, user) =>
    w.draft.evidence
      .filter(({ state }) => states.includes(state))
      .map((item) => ({ object: ref('evidence', item.id), on: itemOf(item, user) }));

const itemOf = (item: WorldBuilder['draft']['evidence'][number], user: User): ActedOn => ({
  owner: item.owner,
  state: item.state,
  data: item.strength === 'DATA',
  mine: item.authorId === user.id,
});

const findings: Askings = (w) =>
  w.draft.findings.map(({ id, owner, state }) => ({ object: ref('finding', id), on: { owner, state } }));

const requests: Askings = (w) =>
  w.draft.requests.map(({ id, inspectorates, state }) => ({
    object: ref('request', id),
    on: { named: inspectorates, state },
  }));

const submissions =
  (states: readonly string[]): Askings =>
  (w) =>
    w.draft.requests.flatMap((request) => {
      const submission = w.draft.submissions.find(({ requestId }) => requestId === request.id);
      const state = request.state === 'ISSUED' ? (submission?.state ?? 'NONE') : request.state;
      if (!states.includes(state)) return [];
      return [{ object: ref('request', request.id), on: { agencyId: request.organisationId, state } }];
    });

const comments: Askings = (w) =>
  w.draft.accuracyComments.map(({ id, organisationId, state }) => ({
    object: ref('accuracy-comment', id),
    on: { agencyId: organisationId, state },
  }));

const answered: Askings = (w, user) =>
  w.draft.accuracyComments
    // A late one that waits for admission is answered by nobody: the page says so where it tells of admission.
    .filter(({ late }) => !late)
    .map(({ id, state, reply }) => ({
      object: ref('accuracy-comment', id),
      on: { state: reply?.state === 'SENT' ? 'ANSWERED' : state, mine: reply === null || reply.draftedBy === user.id },
    }));

const late: Askings = (w) =>
  w.draft.accuracyComments.map(({ id, state, late: isLate, reply }) => ({
    object: ref('accuracy-comment', id),
    on: { state: state === 'SENT' && isLate && reply === null ? 'LATE' : state },
  }));

const merges: Askings = (w, user) =>
  w.draft.merges.map(({ id, undoneAt }) => ({
    object: ref('merge', id),
    on: { owner: inspectorateOf(w, user) ?? 'NONE', state: undoneAt === null ? 'STANDING' : 'UNDONE' },
  }));

const narrative: Askings = (w) => [{ object: ref('narrative', w.inspectionId), on: {} }];

const TABLE: Partial<Record<Operation, InTheRules>> = {
  inviteInspectorate: ['invite inspectorate', onInspection],
  acceptInvitation: ['accept invitation', forOwn],
  nameLead: ['name lead', onInspection],
  nameInspectorateLead: ['name inspectorate lead', forOwn],
  assignMember: ['assign member', forOwn],
  assignContributor: ['assign contributor', forOwnAgency],
  endAssignment: [
    'end assignment',
    (w) =>
      w.draft.assignments.map(({ id, inspectorate, organisationId, endedAt }) => ({
        object: ref('assignment', id),
        on: {
          ...(inspectorate === null ? { agencyId: organisationId } : { owner: inspectorate }),
          state: endedAt === null ? 'ACTIVE' : 'ENDED',
        },
      })),
  ],
  mark: ['defer', onInspection],
  closeInspection: ['close', onInspection],
  createCase: ['create case', onInspection],
  editCase: ['edit case', (w) => w.draft.cases.map(({ id }) => ({ object: ref('case', id), on: {} }))],
  nameCaseMember: [
    'name case member',
    (w, user) =>
      w.draft.cases.map(({ id }) => ({ object: ref('case', id), on: { owner: inspectorateOf(w, user) ?? 'NONE' } })),
  ],
  createEvidence: [
    'create evidence',
    (w, user) =>
      (['SAID', 'DATA'] as const).map((strength) => ({
        object: ref('inspection', w.inspectionId),
        on: { owner: inspectorateOf(w, user) ?? 'NONE', data: strength === 'DATA' },
        about: { strength },
      })),
  ],
  changeDraftEvidence: ['submit draft', items(['DRAFT', 'SUBMITTED'])],
  supersedeEvidence: ['edit evidence', items(['SUBMITTED', 'WITHDRAWN'])],
  raiseMarking: ['raise marking', items(['DRAFT', 'SUBMITTED', 'WITHDRAWN'])],
  lowerMarking: ['lower marking', items(['DRAFT', 'SUBMITTED', 'WITHDRAWN'])],
  withdrawEvidence: ['withdraw evidence', items(['SUBMITTED', 'WITHDRAWN'])],
  shareEvidence: ['share evidence', items(['SUBMITTED', 'WITHDRAWN'])],
  revokeShare: [
    'revoke share',
    (w, user) =>
      w.draft.shares.flatMap((share) =>
        w.draft.evidence
          .filter(({ id }) => id === share.evidenceId)
          .map((item) => ({
            object: ref('share', share.id),
            on: { ...itemOf(item, user), state: share.revokedAt === null ? 'IN_FORCE' : 'REVOKED' },
          })),
      ),
  ],
  draftFinding: ['draft finding', (w, user) => forOwn(w, user)],
  changeFinding: ['edit finding', findings],
  finishDraftFinding: ['submit finding', findings],
  withdrawFinding: ['withdraw finding', findings],
  submitContribution: [
    'submit contribution',
    (w) =>
      w.draft.contributions.map(({ id, inspectorate, state }) => ({
        object: ref('contribution', id),
        on: { owner: inspectorate, state },
      })),
  ],
  openReveal: ['open reveal', onInspection],
  mergeFindings: ['merge', onInspection],
  undoMerge: ['undo merge', merges],
  takeAttitude: ['take attitude to merge', merges],
  writeNarrative: ['compile narrative', onInspection],
  passQuality: ['pass quality', narrative],
  reopenDrafting: ['reopen drafting', narrative],
  sendComment: ['send accuracy comment', comments],
  admitLateComment: ['admit late comment', late],
  answerComment: ['answer comment', answered],
  sign: [
    'delegate signing',
    (w, user) =>
      w.draft.frozenTexts.map(({ id }) => ({
        object: ref('frozen-text', id),
        on: { owner: inspectorateOf(w, user) ?? 'NONE' },
      })),
  ],
  publish: ['publish letter', (w) => w.draft.letters.map(({ id }) => ({ object: ref('letter', id), on: {} }))],
  draftRequest: [
    'draft request',
    (w, user) =>
      forEachOwner(w, user).map(({ object, about, on }) => ({
        object,
        ...(about === undefined ? {} : { about }),
        on: { named: [on.owner ?? 'NONE'] },
      })),
  ],
  issueRequest: ['issue request', requests],
  editRequest: ['issue request', requests],
  cancelRequest: ['cancel request', requests],
  saveSubmission: ['save submission', submissions(['NONE', 'DRAFT', 'CANCELLED'])],
  sendSubmission: ['submit submission', submissions(['DRAFT', 'CANCELLED'])],
  replaceSubmission: ['submit submission', submissions(['SUBMITTED', 'CANCELLED'])],
  requestAccess: ['request access', items(['SUBMITTED', 'WITHDRAWN'])],
  decideAccessRequest: [
    'decide access request',
    (w, user) =>
      w.draft.accessRequests.flatMap(({ id, evidenceId, state }) =>
        w.draft.evidence
          .filter((item) => item.id === evidenceId)
          .map((item) => ({ object: ref('access-request', id), on: { ...itemOf(item, user), state } })),
      ),
  ],
  breakGlass: ['break glass on item', items(['SUBMITTED', 'WITHDRAWN'])],
  reviewBreakGlass: [
    'review break-glass',
    (w, user) =>
      w.draft.breakGlassReviews.map(({ id, owner, reviewedAt, breakGlassId }) => ({
        object: ref('break-glass-review', id),
        on: {
          ...{ owner, state: reviewedAt === null ? 'OPEN' : 'REVIEWED' },
          mine: w.draft.breakGlasses.some((one) => one.id === breakGlassId && one.askedBy === user.id),
        },
      })),
  ],
  nameWhistleblowingHandler: ['name whistleblowing handlers', onInspection],
  fileWhistleblowing: ['file whistleblowing', onInspection],
  raiseConcern: ['raise concern', onInspection],
  closeConcern: [
    'close concern',
    (w) => w.draft.concerns.map(({ id, state }) => ({ object: ref('concern', id), on: { state } })),
  ],
};

export const operationsInTheRules = (): readonly (readonly [operation: string, InTheRules])[] => Object.entries(TABLE);
