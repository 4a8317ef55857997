import { randomUUID } from 'node:crypto';
import { aCase, anEntry, caseFacts } from './a-case.js';
import { aSafeguardingContact, anAgency } from './an-authority.js';
import { anInspection, aPiece, aUser, administratorOf, firstKind, gatewayOf, type Inspected } from './an-inspection.js';
import type { Client } from './client.js';
import { aDraft, aFinding, aMerge, reveal, said } from './findings.js';
import { aFrozenText } from './frozen-text.js';
import { aNarrative } from './narrative.js';
import { aDraftRequest, anIssuedRequest, aSavedSubmission, aSubmission, requestWords } from './requests.js';
import { aFiling, aHandler, theItem } from './whistleblowing.js';

/** An input that is accepted from this client, as long as nothing else has changed. */
export interface Valid {
  readonly client: Client;
  readonly input: Readonly<Record<string, unknown>>;
}

export type ValidInputs = Readonly<Record<string, Valid>>;

/** Of each mutation an input that is accepted; each rests on objects of its own, so that all can be sent in turn. */
export async function validInputs(): Promise<ValidInputs> {
  const [planned, fieldwork, window, narrative] = [
    await ofPlanning(),
    await ofFieldwork(),
    await ofTheWindow(),
    await ofTheNarrative(),
  ];
  return { ...planned, ...fieldwork, ...window, ...narrative, ...(await ofOrganisations()) };
}

async function ofPlanning(): Promise<ValidInputs> {
  const inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('PLANNED').build();
  const { planner, lead, id } = inspection;
  const versionOf = async () =>
    (
      await lead.client.read<{ inspection: { version: number; timetable: { code: string }[] } }>(
        'query ($id: ID!) { inspection(id: $id) { version timetable { code } } }',
        { id },
      )
    ).inspection;
  const { version, timetable } = await versionOf();
  const ofsted = await administratorOf('OFSTED');
  const agency = await anAgency(planner);
  const invited = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('PLANNED').build();
  await invited.planner.do('inviteInspectorate', { inspectionId: invited.id, inspectorate: 'HMI_PROBATION' });
  const probation = await aUser(await administratorOf('HMI_PROBATION'), 'HMI_PROBATION', ['PLANNER']);
  const inspectorateLead = inspection.member('OFSTED', 'INSPECTORATE_LEAD').client;
  return {
    createInspection: {
      client: planner,
      input: {
        framework: 'JTAI_2022',
        areaCode: 'E10000020',
        theme: 'FRONT_DOOR',
        fieldworkFrom: '2024-03-18',
        gateway: gatewayOf('OFSTED', 'INSPECT'),
        inspectorates: ['CQC', 'HMICFRS'],
        agencyIds: [agency.id],
        principalAuthorityId: agency.id,
      },
    },
    inviteInspectorate: { client: planner, input: { inspectionId: id, inspectorate: 'HMI_PROBATION' } },
    acceptInvitation: {
      client: probation.client,
      input: { inspectionId: invited.id, gateway: gatewayOf('HMI_PROBATION', 'INSPECT') },
    },
    addAgency: { client: planner, input: { inspectionId: id, agencyId: agency.id, principalAuthority: false } },
    assign: {
      client: inspectorateLead,
      input: {
        inspectionId: id,
        userId: (await aUser(ofsted, 'OFSTED')).userId,
        role: 'INSPECTOR',
        startsAt: '2024-03-04T10:00:00Z',
        endsAt: '2024-05-04T10:00:00Z',
      },
    },
    handOver: {
      client: inspectorateLead,
      input: {
        assignmentId: inspection.member('OFSTED', 'SIGNATORY').assignmentId,
        userId: (await aUser(ofsted, 'OFSTED')).userId,
      },
    },
    endAssignment: {
      client: inspectorateLead,
      input: { assignmentId: inspection.member('OFSTED', 'OBSERVER').assignmentId },
    },
    setTimetableDate: {
      client: lead.client,
      input: { inspectionId: id, code: timetable[0]?.code ?? '', fallsOn: '2024-03-19', reason: 'A holiday' },
    },
    advanceStage: { client: lead.client, input: { inspectionId: id, to: 'PREPARING', version } },
    notifyArea: { client: lead.client, input: { inspectionId: id } },
    markInspection: {
      client: lead.client,
      input: { inspectionId: id, kind: 'INCOMPLETE', authority: 'The chief inspector', reason: 'A flood' },
    },
  };
}

async function ofFieldwork(): Promise<ValidInputs> {
  const inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  const { id } = inspection;
  const ofsted = inspection.member('OFSTED', 'INSPECTOR');
  const writer = (input: Record<string, unknown>): Valid => ({ client: ofsted.client, input });
  const ownLead = inspection.member('OFSTED', 'INSPECTORATE_LEAD').client;
  const agencyId = inspection.agency('LOCAL_AUTHORITY').id;
  const { id: caseId, version: caseVersion } = await aCase(ofsted.client, inspection);
  const aDraftPiece = () => aPiece(ofsted, 'OFSTED', id, {}, false);
  const [draft, deleted, submitted] = [await aDraftPiece(), await aDraftPiece(), await aDraftPiece()];
  const item = () => aPiece(ofsted, 'OFSTED', id);
  const [superseded, withdrawn, shared] = [await item(), await item(), await item()];
  const [marked, classified] = [await item(), await item()];
  const sensitive = await aPiece(ofsted, 'OFSTED', id, { marking: 'OFFICIAL_SENSITIVE' });
  const share = {
    recipient: 'CQC',
    gateway: gatewayOf('OFSTED', 'SHARE'),
    purpose: 'To corroborate',
    recipientAssignmentId: inspection.member('CQC', 'INSPECTOR').assignmentId,
    startsAt: '2024-03-04T10:00:00Z',
    endsAt: '2024-05-04T10:00:00Z',
  };
  const { share: revoked } = await ofsted.client.do<{ share: { id: string } }>(
    'shareEvidence',
    { ...share, evidenceId: shared.id, form: 'WHOLE' },
    'share { id }',
  );
  const ofCase = await aPiece(ofsted, 'OFSTED', id, { caseId });
  const [edited, removed, other] = [
    await anEntry(ofsted, ofCase.id, '2023-05-01'),
    await anEntry(ofsted, ofCase.id, '2023-05-02'),
    await anEntry(ofsted, ofCase.id, '2023-05-03'),
  ];
  const { member } = await ownLead.do<{ member: { id: string } }>(
    'nameCaseMember',
    { caseId, assignmentId: inspection.member('OFSTED', 'INSPECTOR').assignmentId },
    'member { id }',
  );
  const finding = (more: Record<string, unknown> = {}) => ({
    ...said('OFSTED'),
    effectOnChildren: 'Children are seen soon.',
    disconfirming: 'One was not.',
    count: { n: 3, of: 7, basis: 'TRACKED' },
    agencyIds: [agencyId],
    caseId,
    citations: [{ evidenceId: superseded.id, passage: { start: 0, end: 3 } }],
    ...more,
  });
  const draftFinding = () => aDraft(ofsted, 'OFSTED', id);
  const [editedFinding, deletedFinding, submittedFinding] = [
    await draftFinding(),
    await draftFinding(),
    await draftFinding(),
  ];
  const withdrawnFinding = await aFinding(ofsted, 'OFSTED', id);
  const sensitiveFinding = await aFinding(ofsted, 'OFSTED', id, { citations: [{ evidenceId: sensitive.id }] });
  return {
    createCase: writer({ inspectionId: id, ...caseFacts(inspection), unborn: false }),
    editCase: writer({ caseId, version: caseVersion, ...caseFacts(inspection), unborn: false }),
    nameCaseMember: {
      client: ownLead,
      input: { caseId, assignmentId: inspection.member('OFSTED', 'ANALYST').assignmentId },
    },
    endCaseMember: { client: ownLead, input: { memberId: member.id } },
    fileEvidence: writer({
      inspectionId: id,
      ...firstKind('OFSTED'),
      method: 'RECORD_REVIEW',
      strength: 'RECORD',
      marking: 'OFFICIAL',
      personalData: 'NONE',
      title: 'A visit',
      body: 'What was seen',
      caseId,
      sourceAgencyId: agencyId,
      spokenOfIds: [agencyId],
      occurredFrom: '2024-01-10',
      occurredTo: '2024-01-20',
    }),
    editDraftEvidence: writer({ evidenceId: draft.id, version: draft.version, title: 'Another', body: 'Text' }),
    deleteDraftEvidence: writer({ evidenceId: deleted.id, version: deleted.version }),
    submitEvidence: writer({ evidenceId: submitted.id, version: submitted.version }),
    shareEvidence: writer({
      ...share,
      evidenceId: superseded.id,
      form: 'SUMMARY',
      title: 'In short',
      summary: 'What you need to know',
    }),
    revokeShare: writer({ shareId: revoked.id, reason: 'By mistake' }),
    addChronologyEntry: writer({
      evidenceId: ofCase.id,
      caseId,
      agencyId,
      happenedOn: '2023-06-01',
      words: 'Seen at school',
      contradictsIds: [other.id],
    }),
    editChronologyEntry: writer({
      entryId: edited.id,
      version: edited.version,
      agencyId,
      happenedOn: '2023-06-02',
      words: 'Seen at home',
      contradictsIds: [other.id],
    }),
    removeChronologyEntry: writer({ entryId: removed.id, version: removed.version }),
    draftFinding: writer({ inspectionId: id, ...finding() }),
    editFinding: writer({ findingId: editedFinding.id, version: editedFinding.version, ...finding() }),
    deleteDraftFinding: writer({ findingId: deletedFinding.id, version: deletedFinding.version }),
    submitFinding: writer({ findingId: submittedFinding.id, version: submittedFinding.version }),
    withdrawFinding: { client: ownLead, input: { findingId: withdrawnFinding.id, reason: 'It was wrong' } },
    supersedeEvidence: writer({
      evidenceId: superseded.id,
      version: superseded.version,
      title: 'Mended',
      body: 'Mended text',
      reason: 'A slip',
    }),
    changeMarking: writer({
      evidenceId: marked.id,
      version: marked.version,
      marking: 'OFFICIAL_SENSITIVE',
      reason: 'A child is named',
    }),
    reclassifyEvidence: writer({
      evidenceId: classified.id,
      version: classified.version,
      personalData: 'PERSONAL',
      reason: 'It names a worker',
    }),
    proposeLowerMarking: { client: ownLead, input: { findingId: sensitiveFinding.id, reason: 'It names nobody' } },
    withdrawEvidence: writer({ evidenceId: withdrawn.id, reason: 'Consent withdrawn' }),
    saveContribution: {
      client: inspection.member('CQC', 'INSPECTOR').client,
      input: { inspectionId: id, answers: [{ question: 'recordsRead', answer: '12' }], nilReason: 'Nothing was found' },
    },
    ...(await ofRequests(inspection, caseId)),
    ...(await ofConcerns(inspection, caseId)),
    ...(await ofConflicts(inspection)),
    ...(await ofWhistleblowing(inspection)),
    openReveal: { client: inspection.lead.client, input: { inspectionId: id, reason: 'The team meets tonight' } },
  };
}

async function ofRequests(inspection: Inspected, caseId: string): Promise<ValidInputs> {
  const lead = inspection.lead.client;
  const agency = inspection.agency('POLICE_FORCE');
  const coordinator = agency.coordinator.client;
  const words = requestWords({ caseIds: [caseId], dueOn: '2024-03-12', dueTime: '12:30' });
  const draft = () => aDraftRequest(lead, inspection, agency);
  const issued = () => anIssuedRequest(lead, inspection, agency);
  const [edited, toIssue] = [await draft(), await draft()];
  const [cancelled, toSave, toSend, toReplace] = [await issued(), await issued(), await issued(), await issued()];
  const saved = await aSavedSubmission(coordinator, toSend);
  const sent = await aSubmission(coordinator, toReplace);
  const answer = { text: 'The list is below.', data: [{ name: 'Children', value: '214' }] };
  return {
    draftRequest: { client: lead, input: { inspectionId: inspection.id, agencyId: agency.id, ...words } },
    editRequest: { client: lead, input: { requestId: edited.id, version: edited.version, ...words } },
    issueRequest: { client: lead, input: { requestId: toIssue.id, version: toIssue.version } },
    cancelRequest: {
      client: lead,
      input: { requestId: cancelled.id, version: cancelled.version, reason: 'Not needed' },
    },
    saveSubmission: { client: coordinator, input: { requestId: toSave.id, ...answer } },
    sendSubmission: { client: coordinator, input: { requestId: toSend.id, version: saved.version } },
    replaceSubmission: {
      client: coordinator,
      input: { requestId: toReplace.id, version: sent.version, reason: 'A slip', ...answer },
    },
  };
}

async function ofConcerns(inspection: Inspected, caseId: string): Promise<ValidInputs> {
  const authority = await anAgency(inspection.planner);
  const receiver = (await aSafeguardingContact(authority)).client;
  const raising = {
    client: inspection.member('OFSTED', 'INSPECTOR').client,
    input: { inspectionId: inspection.id, receiverId: authority.id, words: 'A child is alone at home.', caseId },
  };
  const raised = async (...steps: string[]): Promise<string> => {
    const { concern } = await raising.client.do<{ concern: { id: string } }>(
      'raiseConcern',
      raising.input,
      'concern { id }',
    );
    for (const step of steps) await receiver.do(step, { concernId: concern.id, words: 'Done' });
    return concern.id;
  };
  const toClose = await raised('acknowledgeConcern', 'actOnConcern');
  return {
    raiseConcern: raising,
    acknowledgeConcern: { client: receiver, input: { concernId: await raised(), words: 'Read' } },
    actOnConcern: { client: receiver, input: { concernId: await raised('acknowledgeConcern'), words: 'Visited' } },
    closeConcern: { client: inspection.lead.client, input: { concernId: toClose, words: 'Satisfied' } },
  };
}

async function ofWhistleblowing(inspection: Inspected): Promise<ValidInputs> {
  const handler = await aHandler(inspection);
  await aFiling(inspection.lead.client, inspection.id);
  const { id: itemId, version } = await theItem(handler.client, inspection.id);
  const named = await aUser(await administratorOf('OFSTED'), 'OFSTED');
  return {
    fileWhistleblowing: {
      client: inspection.agency('POLICE_FORCE').contributor.client,
      input: {
        inspectionId: inspection.id,
        words: 'We were told to leave the dates out.',
        agencyId: inspection.agency('POLICE_FORCE').id,
      },
    },
    handleWhistleblowing: {
      client: handler.client,
      input: { itemId, version, step: 'TAKEN_IN_HAND', words: 'I shall ask her.' },
    },
    nameWhistleblowingHandler: {
      client: inspection.planner,
      input: { inspectionId: inspection.id, userId: named.userId },
    },
    endWhistleblowingHandler: {
      client: inspection.planner,
      input: { handlerId: (await aHandler(inspection)).handlerId },
    },
  };
}

async function ofConflicts(inspection: Inspected): Promise<ValidInputs> {
  const ownLead = inspection.member('OFSTED', 'INSPECTORATE_LEAD').client;
  const [one, two] = [await anAgency(inspection.planner), await anAgency(inspection.planner)];
  const personId = inspection.member('OFSTED', 'ANALYST').userId;
  const declared = { agencyId: one.id, personId, reason: 'A past employer' };
  const { conflict } = await ownLead.do<{ conflict: { id: string } }>(
    'declareConflict',
    { ...declared, agencyId: two.id },
    'conflict { id }',
  );
  return {
    declareConflict: { client: ownLead, input: declared },
    liftConflict: { client: ownLead, input: { conflictId: conflict.id, reason: 'It was long ago' } },
  };
}

const [OPENED, DEADLINE, AFTER] = ['2024-04-08T09:00:00Z', '2024-04-23T23:00:00Z', '2024-04-24T08:00:00Z'];

/** Revealed and frozen, so that merges and comments can be made. */
async function ofTheWindow(): Promise<ValidInputs> {
  const inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('DRAFTING').build();
  const lead = inspection.lead.client;
  const agencyIds = [inspection.agency('LOCAL_AUTHORITY').id];
  const finding = async (inspectorate: string) =>
    (await aFinding(inspection.member(inspectorate, 'INSPECTOR'), inspectorate, inspection.id, { agencyIds })).id;
  const [one, two, three, four] = [
    await finding('OFSTED'),
    await finding('CQC'),
    await finding('OFSTED'),
    await finding('CQC'),
  ];
  await reveal(inspection);
  const undone = await aMerge(lead, [three, four]);
  const text = await aFrozenText(inspection, OPENED, DEADLINE);
  const council = inspection.agency('LOCAL_AUTHORITY');
  const [contributor, coordinator] = [council.contributor.client.at(OPENED), council.coordinator.client.at(OPENED)];
  const words = { kind: 'FACT', text: 'The team has nine social workers.', proof: 'Staff list of March' };
  const draft = async () =>
    (
      await contributor.do<{ comment: { id: string; version: number } }>(
        'draftComment',
        { paragraphId: text.paragraphIds[0], ...words },
        'comment { id version }',
      )
    ).comment;
  const sent = async (now: string) => {
    const { id, version } = await draft();
    await coordinator.at(now).do('sendComment', { commentId: id, version });
    return id;
  };
  const [edited, toSend] = [await draft(), await draft()];
  return {
    mergeFindings: {
      client: lead,
      input: {
        findingIds: [one, two],
        statement: 'Social workers and nurses see children soon.',
        effectOnChildren: 'Help comes early.',
        count: { n: 3, of: 7, basis: 'TRACKED' },
        position: 2,
        criterion: 'IDENTIFY',
        agencyIds,
      },
    },
    undoMerge: { client: lead, input: { mergeId: undone.id, version: undone.version, reason: 'They differ' } },
    takeAttitude: {
      client: inspection.member('CQC', 'INSPECTORATE_LEAD').client,
      input: { onId: one, attitude: 'QUALIFY', words: 'In two of three hubs' },
    },
    draftComment: { client: contributor, input: { paragraphId: text.paragraphIds[1], ...words } },
    editComment: { client: contributor, input: { commentId: edited.id, version: edited.version, ...words } },
    sendComment: { client: coordinator, input: { commentId: toSend.id, version: toSend.version } },
    answerComment: {
      client: lead.at(OPENED),
      input: { commentId: await sent(OPENED), decision: 'CHANGED', text: 'It says nine now.', send: false },
    },
    admitLateComment: { client: lead.at(AFTER), input: { commentId: await sent(AFTER), reason: 'It bears on safety' } },
  };
}

async function ofTheNarrative(): Promise<ValidInputs> {
  const narrated = await (await aNarrative()).compiled();
  const { id: inspectionId, lead } = narrated;
  const { version, sections } = await narrated.read();
  const paragraph = sections.flatMap(({ paragraphs }) => paragraphs).find(({ sentences }) => sentences.length > 0);
  const [first] = paragraph?.sentences ?? [];
  const removed = await narrated.sentence('Officers share');
  const findingIds = [narrated.findings.main];
  return {
    setLetterChoices: {
      client: lead,
      input: {
        inspectionId,
        version,
        none: ['AREA_FOR_PRIORITY_ACTION'],
        headings: [{ section: 'WHAT_NEEDS_TO_IMPROVE', heading: 'What needs to improve' }],
      },
    },
    addSentence: {
      client: lead,
      input: { paragraphId: paragraph?.id, afterSentenceId: first?.id, findingIds, text: 'Children are visited.' },
    },
    editSentence: {
      client: lead,
      input: {
        sentenceId: first?.id,
        version: first?.version,
        findingIds: first?.findings.map(({ id }) => id),
        text: 'Leaders know their services.',
        confirmed: true,
      },
    },
    removeSentence: { client: lead, input: { sentenceId: removed.id, version: removed.version } },
    compileNarrative: { client: lead, input: { inspectionId } },
  };
}

async function ofOrganisations(): Promise<ValidInputs> {
  const administrator = await administratorOf('OFSTED');
  const planner = (await aUser(administrator, 'OFSTED', ['PLANNER'])).client;
  const someone = async (...posts: string[]) => (await aUser(administrator, 'OFSTED', posts)).userId;
  const suspended = await someone();
  await administrator.do('suspendUser', { userId: suspended });
  const code = `LA-${randomUUID()}`;
  return {
    registerAgency: {
      client: planner,
      input: {
        code,
        kind: 'LOCAL_AUTHORITY',
        name: 'Exdale Council',
        areaCodes: ['E10000020'],
        issuer: `urn:joint-inspection:local:${code}`,
        administratorSubject: 'administrator',
        administratorName: 'Ada Ministrator',
      },
    },
    replaceAgency: {
      client: planner,
      input: { agencyId: (await anAgency(planner)).id, replacedById: (await anAgency(planner)).id },
    },
    inviteUser: {
      client: administrator,
      input: { subject: randomUUID(), name: 'Una User', contact: 'By telephone', posts: ['PLANNER'] },
    },
    grantPost: { client: administrator, input: { userId: await someone(), post: 'PLANNER' } },
    endPost: { client: administrator, input: { userId: await someone('PLANNER'), post: 'PLANNER' } },
    suspendUser: { client: administrator, input: { userId: await someone() } },
    restoreUser: { client: administrator, input: { userId: suspended } },
  };
}
