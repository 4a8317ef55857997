import { notPermitted, wrongState } from '../platform/errors.js';
import { holds, isBefore, isBetween, leads, plansFor, writesFor, type Stage, type Standing } from './standing.js';

/** What of the object matters to who may act on it. */
export interface ActedOn {
  /** Inspectorate that owns it, or that the act is for. */
  readonly owner?: string;
  /** The actor wrote it himself. */
  readonly mine?: boolean;
  readonly state?: string;
  /** Evidence of strength "data", which analysts write too. */
  readonly data?: boolean;
  /** The agency concerned. */
  readonly agencyId?: string;
  /** Inspectorates that a request or a finding names. */
  readonly named?: readonly string[];
}

interface Rule {
  /** For whom, in words: shown in a refusal and in schema/access.txt. */
  readonly who: string;
  readonly may: (standing: Standing, on: ActedOn) => boolean;
  /** When, in words. */
  readonly when: string;
  readonly now: (standing: Standing, on: ActedOn) => boolean;
}

const between = (first: Stage, last: Stage) => (s: Standing) => isBetween(s.stage, first, last);
const before = (end: Stage) => (s: Standing) => isBefore(s.stage, end);
const always = (): boolean => true;
const lead = (s: Standing): boolean => holds(s, 'LEAD');
const owns = (s: Standing, on: ActedOn): boolean => on.owner !== undefined && writesFor(s, on.owner);
const ownsOrAnalyses = (s: Standing, on: ActedOn): boolean =>
  owns(s, on) ||
  (on.data === true && s.seats.some((seat) => seat.role === 'ANALYST' && seat.inspectorate === on.owner));
const ownDraft = (on: ActedOn): boolean => on.mine === true && on.state === 'DRAFT';
/** After closing what was found is its record keepers' (R14). */
const ownsOrKeeps = (s: Standing, on: ActedOn): boolean =>
  s.closed ? s.inspectorate === on.owner && s.posts.includes('RECORD_KEEPER') : ownsOrAnalyses(s, on);
const ownLead = (s: Standing, on: ActedOn): boolean => on.owner !== undefined && leads(s, on.owner);
const anyLead = (s: Standing): boolean => holds(s, 'LEAD', 'INSPECTORATE_LEAD');
const inAgencyAs =
  (...roles: ('COORDINATOR' | 'CONTRIBUTOR')[]) =>
  (s: Standing, on: ActedOn): boolean =>
    s.seats.some((seat) => seat.organisationId === on.agencyId && roles.some((role) => role === seat.role));
const namedLead = (s: Standing, on: ActedOn): boolean =>
  lead(s) || (on.named ?? []).some((inspectorate) => leads(s, inspectorate));
const team = (s: Standing): boolean => holds(s, 'LEAD', 'INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST', 'QUALITY_ASSURER');

const THE_LEAD = 'the lead of the inspection';
const WRITERS = "the owner's lead, inspectorate lead and inspectors";
const LEADS = 'the lead and the inspectorate leads';
const REQUESTERS = 'the lead, or the lead of an inspectorate that the request names';
const REVEALED = 'after the reveal, until it is signed';

/** "Who may do what" of docs/access.md, for what is done inside an inspection. */
export const OPERATIONS = {
  inviteInspectorate: {
    who: 'a planner of the leading inspectorate',
    may: (s) => plansFor(s, s.leading),
    when: 'until the reveal',
    now: (s) => !s.revealed && !s.closed,
  },
  acceptInvitation: {
    who: 'a planner of the inspectorate invited',
    may: (s, on) => on.owner !== undefined && plansFor(s, on.owner),
    when: 'until the reveal',
    now: (s) => !s.revealed && !s.closed,
  },
  addAgency: {
    who: 'a planner of the leading inspectorate, or the lead',
    may: (s) => plansFor(s, s.leading) || lead(s),
    when: 'until drafting ends',
    now: before('ACCURACY_CHECK'),
  },
  nameLead: {
    who: 'a planner of the leading inspectorate',
    may: (s) => plansFor(s, s.leading),
    when: 'until the inspection is closed',
    now: before('CLOSED'),
  },
  nameInspectorateLead: {
    who: 'a planner of that inspectorate',
    may: (s, on) => on.owner !== undefined && plansFor(s, on.owner),
    when: 'until the inspection is closed',
    now: before('CLOSED'),
  },
  assignMember: {
    who: 'the lead of that inspectorate',
    may: ownLead,
    when: 'until the inspection is closed',
    now: before('CLOSED'),
  },
  assignCoordinator: {
    who: 'an administrator of that agency',
    may: (s, on) => s.organisationId === on.agencyId && s.posts.includes('ADMINISTRATOR'),
    when: 'from notification until the inspection is closed',
    now: (s) => s.notified && isBefore(s.stage, 'CLOSED'),
  },
  assignContributor: {
    who: 'the coordinator of that agency',
    may: inAgencyAs('COORDINATOR'),
    when: 'from notification until the inspection is closed',
    now: (s) => s.notified && isBefore(s.stage, 'CLOSED'),
  },
  endAssignment: {
    who: 'its inspectorate lead or planner; of an agency, its coordinator or administrator',
    may: (s, on) =>
      (on.owner !== undefined && (leads(s, on.owner) || plansFor(s, on.owner))) ||
      (on.agencyId !== undefined &&
        (inAgencyAs('COORDINATOR')(s, on) || (s.organisationId === on.agencyId && s.posts.includes('ADMINISTRATOR')))),
    when: 'while it has not ended',
    now: (_, on) => on.state === 'ACTIVE',
  },
  advanceStage: {
    who: THE_LEAD,
    may: lead,
    when: 'from the stage before, while the inspection is not paused',
    now: (s) => !s.paused && !s.closed,
  },
  notify: {
    who: THE_LEAD,
    may: lead,
    when: 'once, before fieldwork ends',
    now: (s) => !s.notified && isBefore(s.stage, 'DRAFTING'),
  },
  mark: { who: THE_LEAD, may: lead, when: 'before publication', now: before('PUBLISHED') },
  closeInspection: { who: THE_LEAD, may: lead, when: 'in follow-up', now: between('FOLLOW_UP', 'FOLLOW_UP') },
  createCase: {
    who: 'the lead, the inspectorate leads and the inspectors',
    may: (s) => holds(s, 'LEAD', 'INSPECTORATE_LEAD', 'INSPECTOR'),
    when: 'from preparing to drafting',
    now: between('PREPARING', 'DRAFTING'),
  },
  editCase: {
    who: 'the lead, the inspectorate leads and the inspectors',
    may: (s) => holds(s, 'LEAD', 'INSPECTORATE_LEAD', 'INSPECTOR'),
    when: 'from preparing to drafting',
    now: between('PREPARING', 'DRAFTING'),
  },
  nameCaseMember: {
    who: 'the inspectorate lead of the person',
    may: ownLead,
    when: 'until the inspection is closed',
    now: before('CLOSED'),
  },
  nameLeadAsCaseMember: {
    who: 'a planner of the inspectorate lead',
    may: (s, on) => on.owner !== undefined && plansFor(s, on.owner),
    when: 'until the inspection is closed',
    now: before('CLOSED'),
  },
  endCaseMember: {
    who: 'the inspectorate lead of the person; of an inspectorate lead a planner of his inspectorate',
    may: (s, on) => on.owner !== undefined && (leads(s, on.owner) || plansFor(s, on.owner)),
    when: 'while it has not ended, until the inspection is closed',
    now: (s, on) => on.state === 'ACTIVE' && !s.closed,
  },
  addChronologyEntry: {
    who: `of a draft, its author; once it is submitted, ${WRITERS}; an analyst for data`,
    may: (s, on) => ownsOrAnalyses(s, on) && (on.state !== 'DRAFT' || on.mine === true),
    when: 'while its item is not withdrawn, from preparing to the accuracy check',
    now: (s, on) => on.state !== 'WITHDRAWN' && isBetween(s.stage, 'PREPARING', 'ACCURACY_CHECK'),
  },
  changeChronologyEntry: {
    who: `of a draft, its author; once it is submitted, ${WRITERS}; an analyst for data`,
    may: (s, on) => (on.state === 'DRAFT' ? on.mine === true : ownsOrAnalyses(s, on)),
    when: 'as its item is edited: a draft to the accuracy check, a submitted one until the text is signed',
    now: (s, on) =>
      on.state === 'DRAFT'
        ? isBetween(s.stage, 'PREPARING', 'ACCURACY_CHECK')
        : on.state === 'SUBMITTED' && isBefore(s.stage, 'SIGNED'),
  },
  createEvidence: {
    who: `${WRITERS}; an analyst for data`,
    may: ownsOrAnalyses,
    when: 'from preparing to the accuracy check',
    now: between('PREPARING', 'ACCURACY_CHECK'),
  },
  changeDraftEvidence: {
    who: 'its author',
    may: (_, on) => on.mine === true,
    when: 'while it is a draft, from preparing to the accuracy check',
    now: (s, on) => on.state === 'DRAFT' && isBetween(s.stage, 'PREPARING', 'ACCURACY_CHECK'),
  },
  supersedeEvidence: {
    who: WRITERS,
    may: ownsOrAnalyses,
    when: 'while it is submitted, until the text is signed',
    now: (s, on) => on.state === 'SUBMITTED' && isBefore(s.stage, 'SIGNED'),
  },
  raiseMarking: {
    who: `${WRITERS}; of a draft its author`,
    may: (s, on) => ownsOrAnalyses(s, on) || ownDraft(on),
    when: 'until it is withdrawn or the inspection is closed',
    now: (s, on) => on.state !== 'WITHDRAWN' && isBefore(s.stage, 'CLOSED'),
  },
  lowerMarking: {
    who: "the item's author, or the owner's inspectorate lead",
    may: (s, on) => ownLead(s, on) || (on.mine === true && ownsOrAnalyses(s, on)) || ownDraft(on),
    when: 'until it is withdrawn or the inspection is closed',
    now: (s, on) => on.state !== 'WITHDRAWN' && isBefore(s.stage, 'CLOSED'),
  },
  lowerFindingMarking: {
    who: 'the inspectorate lead of an owner of what the finding cites',
    may: ownLead,
    when: 'once the finding is submitted, until the inspection is closed',
    now: (s, on) => on.state === 'SUBMITTED' && isBefore(s.stage, 'CLOSED'),
  },
  withdrawEvidence: {
    who: `${WRITERS}; after closing the owner's record keepers alone`,
    may: ownsOrKeeps,
    when: 'once it is submitted',
    now: (_, on) => on.state === 'SUBMITTED',
  },
  shareEvidence: {
    who: WRITERS,
    may: ownsOrAnalyses,
    when: 'once it is submitted, until the inspection is closed',
    now: (s, on) => on.state === 'SUBMITTED' && isBefore(s.stage, 'CLOSED'),
  },
  revokeShare: {
    who: `${WRITERS}; after closing the owner's record keepers alone`,
    may: ownsOrKeeps,
    when: 'while the share is in force',
    now: (_, on) => on.state === 'IN_FORCE',
  },
  requestAccess: {
    who: 'a member of the team who sees the item, of another inspectorate than its owner',
    may: (s, on) => team(s) && !s.seats.some((seat) => seat.inspectorate === on.owner),
    when: 'while the item is submitted, until the inspection is closed',
    now: (s, on) => on.state === 'SUBMITTED' && isBefore(s.stage, 'CLOSED'),
  },
  decideAccessRequest: {
    who: `${WRITERS}; an analyst for data`,
    may: ownsOrAnalyses,
    when: 'while it is open, until the inspection is closed',
    now: (s, on) => on.state === 'OPEN' && isBefore(s.stage, 'CLOSED'),
  },
  draftFinding: {
    who: 'the lead, inspectorate lead and inspectors of its inspectorate',
    may: owns,
    when: 'from fieldwork to drafting',
    now: between('FIELDWORK', 'DRAFTING'),
  },
  changeFinding: {
    who: 'the lead, inspectorate lead and inspectors of its inspectorate',
    may: owns,
    when: 'while it is not withdrawn, from fieldwork to drafting',
    now: (s, on) => on.state !== 'WITHDRAWN' && isBetween(s.stage, 'FIELDWORK', 'DRAFTING'),
  },
  finishDraftFinding: {
    who: 'the lead, inspectorate lead and inspectors of its inspectorate',
    may: owns,
    when: 'while it is a draft, from fieldwork to drafting',
    now: (s, on) => on.state === 'DRAFT' && isBetween(s.stage, 'FIELDWORK', 'DRAFTING'),
  },
  saveContribution: {
    who: 'the lead, inspectorate lead and inspectors of the inspectorate',
    may: owns,
    when: 'from fieldwork to drafting; what was submitted no later than the reveal, since others have read it then',
    now: (s, on) => !(s.revealed && on.state === 'SUBMITTED') && isBetween(s.stage, 'FIELDWORK', 'DRAFTING'),
  },
  submitContribution: {
    who: 'the inspectorate lead',
    may: ownLead,
    when: 'once, from fieldwork to drafting',
    now: (s, on) => on.state !== 'SUBMITTED' && isBetween(s.stage, 'FIELDWORK', 'DRAFTING'),
  },
  withdrawFinding: {
    who: "its inspectorate's lead",
    may: ownLead,
    when: 'once it is submitted, until the text is signed',
    now: (s, on) => on.state === 'SUBMITTED' && isBefore(s.stage, 'SIGNED'),
  },
  openReveal: {
    who: THE_LEAD,
    may: lead,
    when: 'once, from fieldwork to drafting',
    now: (s) => !s.revealed && isBetween(s.stage, 'FIELDWORK', 'DRAFTING'),
  },
  mergeFindings: {
    who: 'the lead, or an inspectorate lead who sees every source',
    may: anyLead,
    when: REVEALED,
    now: (s) => s.revealed && isBefore(s.stage, 'SIGNED'),
  },
  undoMerge: {
    who: LEADS,
    may: anyLead,
    when: 'while it stands, until the text is signed',
    now: (s, on) => on.state === 'STANDING' && isBefore(s.stage, 'SIGNED'),
  },
  takeAttitude: {
    who: 'the inspectorate lead',
    may: ownLead,
    when: `to what stands, ${REVEALED}`,
    now: (s, on) => on.state === 'STANDING' && s.revealed && isBefore(s.stage, 'SIGNED'),
  },
  writeNarrative: {
    who: LEADS,
    may: anyLead,
    when: 'while drafting, after the reveal',
    now: (s) => s.revealed && s.stage === 'DRAFTING',
  },
  passQuality: {
    who: 'the quality assurer of the leading inspectorate',
    may: (s) => s.seats.some((seat) => seat.role === 'QUALITY_ASSURER' && seat.inspectorate === s.leading),
    when: 'from drafting until signed',
    now: between('DRAFTING', 'SIGNING'),
  },
  openAccuracyWindow: {
    who: THE_LEAD,
    may: lead,
    when: 'while drafting, after the reveal, while the inspection is not paused',
    now: (s) => s.revealed && !s.paused && s.stage === 'DRAFTING',
  },
  closeAccuracyWindow: {
    who: THE_LEAD,
    may: lead,
    when: 'in the accuracy check, while the inspection is not paused',
    now: (s) => !s.paused && s.stage === 'ACCURACY_CHECK',
  },
  reopenDrafting: {
    who: THE_LEAD,
    may: lead,
    when: 'from the accuracy check until publication',
    now: between('ACCURACY_CHECK', 'SIGNED'),
  },
  draftComment: {
    who: 'the contributors and coordinators of an addressed agency',
    may: inAgencyAs('COORDINATOR', 'CONTRIBUTOR'),
    when: 'on the text as it is frozen now, in the accuracy check, until signed',
    now: (s, on) => on.state === 'FROZEN' && isBetween(s.stage, 'ACCURACY_CHECK', 'SIGNING'),
  },
  editComment: {
    who: 'the contributors and coordinators of the agency',
    may: inAgencyAs('COORDINATOR', 'CONTRIBUTOR'),
    when: 'while it is a draft on the text as it is frozen now, in the accuracy check, until signed',
    now: (s, on) => on.state === 'DRAFT' && isBetween(s.stage, 'ACCURACY_CHECK', 'SIGNING'),
  },
  sendComment: {
    who: 'the coordinator of the agency',
    may: inAgencyAs('COORDINATOR'),
    when: 'while it is a draft on the text as it is frozen now, in the accuracy check; until signed as late',
    now: (s, on) => on.state === 'DRAFT' && isBetween(s.stage, 'ACCURACY_CHECK', 'SIGNING'),
  },
  admitLateComment: {
    who: THE_LEAD,
    may: lead,
    when: 'once, of a comment sent late, until signed',
    now: (s, on) => on.state === 'LATE' && isBetween(s.stage, 'ACCURACY_CHECK', 'SIGNING'),
  },
  answerComment: {
    who: 'the lead and the lead of the leading inspectorate; another inspectorate lead where he drafts the reply himself',
    may: (s, on) => lead(s) || leads(s, s.leading) || (anyLead(s) && on.mine === true),
    when: 'once it is sent in time or admitted, and has no reply yet, until signed',
    now: (s, on) => on.state === 'SENT' && isBetween(s.stage, 'ACCURACY_CHECK', 'SIGNING'),
  },
  sign: {
    who: 'the signatory of the inspectorate',
    may: (s, on) => s.seats.some((seat) => seat.role === 'SIGNATORY' && seat.inspectorate === on.owner),
    when: 'while signing, once quality is passed',
    now: between('SIGNING', 'SIGNING'),
  },
  holdPublication: {
    who: THE_LEAD,
    may: lead,
    when: 'once every inspectorate has signed, before publication',
    now: between('SIGNED', 'SIGNED'),
  },
  recordReceipt: {
    who: THE_LEAD,
    may: lead,
    when: 'once every inspectorate has signed, until the inspection is closed',
    now: between('SIGNED', 'FOLLOW_UP'),
  },
  publish: { who: THE_LEAD, may: lead, when: 'once every inspectorate has signed', now: between('SIGNED', 'SIGNED') },
  draftRequest: {
    who: REQUESTERS,
    may: namedLead,
    when: 'from preparing to drafting',
    now: between('PREPARING', 'DRAFTING'),
  },
  editRequest: {
    who: REQUESTERS,
    may: namedLead,
    when: 'while it is a draft, from preparing to drafting',
    now: (s, on) => on.state === 'DRAFT' && isBetween(s.stage, 'PREPARING', 'DRAFTING'),
  },
  issueRequest: {
    who: REQUESTERS,
    may: namedLead,
    when: 'while it is a draft, from preparing to drafting',
    now: (s, on) => on.state === 'DRAFT' && isBetween(s.stage, 'PREPARING', 'DRAFTING'),
  },
  cancelRequest: {
    who: REQUESTERS,
    may: namedLead,
    when: 'until it is cancelled, from preparing to drafting',
    now: (s, on) => on.state !== 'CANCELLED' && isBetween(s.stage, 'PREPARING', 'DRAFTING'),
  },
  saveSubmission: {
    who: 'the contributors and coordinators of the agency asked',
    may: inAgencyAs('COORDINATOR', 'CONTRIBUTOR'),
    when: 'once the request is issued and until the submission is sent, as long as drafting has not ended',
    now: (s, on) => (on.state === 'NONE' || on.state === 'DRAFT') && isBefore(s.stage, 'ACCURACY_CHECK'),
  },
  sendSubmission: {
    who: 'the coordinator of the agency asked',
    may: inAgencyAs('COORDINATOR'),
    when: 'while the submission is a draft, until drafting ends',
    now: (s, on) => on.state === 'DRAFT' && isBefore(s.stage, 'ACCURACY_CHECK'),
  },
  replaceSubmission: {
    who: 'the coordinator of the agency asked',
    may: inAgencyAs('COORDINATOR'),
    when: 'once the submission is sent, until drafting ends',
    now: (s, on) => on.state === 'SUBMITTED' && isBefore(s.stage, 'ACCURACY_CHECK'),
  },
  breakGlass: {
    who: LEADS,
    may: anyLead,
    when: 'from notification until the inspection is closed; on an item, while it is submitted',
    now: (s, on) => s.notified && !s.closed && (on.state === undefined || on.state === 'SUBMITTED'),
  },
  reviewBreakGlass: {
    who: "the owner's inspectorate lead, who did not take it himself",
    may: (s, on) => ownLead(s, on) && on.mine !== true,
    when: 'once, until the inspection is closed',
    now: (s, on) => !s.closed && on.state === 'OPEN',
  },
  raiseConcern: { who: 'any member of the team', may: team, when: 'at any time', now: always },
  closeConcern: { who: THE_LEAD, may: lead, when: 'once it is acted on', now: (_, on) => on.state === 'ACTED_ON' },
  nameWhistleblowingHandler: {
    who: 'a planner of the leading inspectorate',
    may: (s) => plansFor(s, s.leading),
    when: 'until the inspection is closed',
    now: before('CLOSED'),
  },
  endWhistleblowingHandler: {
    who: 'a planner of the leading inspectorate',
    may: (s) => plansFor(s, s.leading),
    when: 'while he is one',
    now: (_, on) => on.state === 'ACTIVE',
  },
  fileWhistleblowing: {
    who: 'every user with an assignment on the inspection',
    may: (s) => s.seats.length > 0,
    when: 'at any time',
    now: always,
  },
  setTimetableDate: { who: THE_LEAD, may: lead, when: 'until the inspection is closed', now: before('CLOSED') },
  setDueDate: { who: THE_LEAD, may: lead, when: 'until the inspection is closed', now: before('CLOSED') },
} as const satisfies Record<string, Rule>;

export type Operation = keyof typeof OPERATIONS;

/**
 * Refuses what is not the actor's to do, or not now, in this order; what he cannot see has been "not found" before.
 * Nothing has been written when it throws.
 */
export function permit(standing: Standing, operation: Operation, on: ActedOn = {}): void {
  const rule: Rule = OPERATIONS[operation];
  if (!rule.may(standing, on)) throw notPermitted(rule.who);
  if (!rule.now(standing, on)) throw wrongState(rule.when);
}

/** Whether it is the actor's to do, and now. */
export function isPermitted(standing: Standing, operation: Operation, on: ActedOn = {}): boolean {
  const rule: Rule = OPERATIONS[operation];
  return rule.may(standing, on) && rule.now(standing, on);
}
