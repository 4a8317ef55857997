import { anInspection, aPiece, firstKind, gatewayOf, type Inspected, type Member } from './an-inspection.js';
import { aBreakGlass } from './break-glass.js';
import { thePublic, type Client } from './client.js';
import { aFiling, aHandler, theItem } from './whistleblowing.js';

/** An object, one who sees it, and those from whom it is hidden, by what they are called. */
export interface HiddenObject {
  readonly what: string;
  readonly id: string;
  readonly owner: Client;
  readonly from: Readonly<Record<string, Client>>;
}

/** One object of each kind that is made before anything is published, in an inspection of its own. */
export async function hiddenObjects(): Promise<HiddenObject[]> {
  const inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  const unannounced = await anInspection().inStage('PREPARING').build();
  const people = peopleOf(inspection, unannounced.lead.client);
  const ofsted = inspection.member('OFSTED', 'INSPECTOR');
  const found: HiddenObject[] = [];
  const hide = (what: string, id: string, owner: Client, ...names: (keyof typeof people)[]): void => {
    found.push({ what, id, owner, from: Object.fromEntries(names.map((name) => [name, people[name]])) });
  };

  const draft = await aPiece(ofsted, 'OFSTED', inspection.id, {}, false);
  hide(
    'a draft of evidence',
    draft.id,
    ofsted.client,
    'lead',
    'inspector elsewhere',
    'observer',
    'agency',
    'planner',
    'public',
  );
  const item = await aPiece(ofsted, 'OFSTED', inspection.id);
  hide(
    'evidence not shared',
    item.id,
    ofsted.client,
    'inspector elsewhere',
    'inspectorate lead elsewhere',
    'signatory',
    'observer',
    'agency',
    'planner',
    'lead of another',
    'public',
  );
  const shared = await aPiece(ofsted, 'OFSTED', inspection.id);
  const { share } = await ofsted.client.do<{ share: { id: string } }>(
    'shareEvidence',
    {
      evidenceId: shared.id,
      recipient: 'HMICFRS',
      form: 'WHOLE',
      gateway: gatewayOf('OFSTED', 'SHARE'),
      purpose: 'To corroborate',
    },
    'share { id }',
  );
  const asker = inspection.member('HMICFRS', 'ANALYST').client;
  const { request: access } = await asker.do<{ request: { id: string } }>(
    'requestAccess',
    { evidenceId: shared.id, recipient: 'CQC', form: 'SUMMARY', reason: 'They track the same child' },
    'request { id }',
  );
  hide(
    'a request for access',
    access.id,
    asker,
    'quality assurer',
    'inspector elsewhere',
    'inspectorate lead elsewhere',
    'observer',
    'signatory',
    'agency',
    'planner',
    'lead of another',
    'public',
  );
  hide('a share with another inspectorate', share.id, ofsted.client, 'inspector elsewhere', 'agency', 'observer');

  const { case: child } = await ofsted.client.do<{ case: { id: string } }>(
    'createCase',
    {
      inspectionId: inspection.id,
      sampling: 'TRACKED',
      rationale: 'Youngest at risk',
      journeyStage: 'CHILD_PROTECTION',
      ageYears: 4,
      agencyIds: [],
    },
    'case { id }',
  );
  hide('a case', child.id, ofsted.client, 'agency', 'observer', 'signatory', 'planner', 'lead of another', 'public');
  const { entry } = await ofsted.client.do<{ entry: { id: string } }>(
    'addChronologyEntry',
    {
      evidenceId: (await aPiece(ofsted, 'OFSTED', inspection.id, { caseId: child.id })).id,
      caseId: child.id,
      happenedOn: '2023-05-02',
      words: 'Seen at school',
    },
    'entry { id }',
  );
  hide('an entry of a chronology under evidence not shared', entry.id, ofsted.client, 'inspector elsewhere', 'agency');

  const finding = await aFinding(ofsted, inspection, item.id, false);
  hide(
    'a draft finding',
    finding.id,
    ofsted.client,
    'inspector elsewhere',
    'quality assurer',
    'agency',
    'observer',
    'signatory',
    'planner',
    'public',
  );
  const blind = await aFinding(ofsted, inspection, item.id, true);
  hide(
    'a finding before the reveal',
    blind.id,
    ofsted.client,
    'inspector elsewhere',
    'inspectorate lead elsewhere',
    'agency',
    'observer',
    'signatory',
    'planner',
    'public',
  );

  const police = inspection.agency('POLICE_FORCE');
  const { request } = await inspection.lead.client.do<{ request: { id: string; version: number } }>(
    'draftRequest',
    {
      inspectionId: inspection.id,
      agencyId: police.id,
      title: 'Lists',
      asked: 'Lists',
      reason: 'To choose',
      inspectorates: ['OFSTED'],
      dueOn: '2024-04-02',
    },
    'request { id version }',
  );
  hide(
    'a draft request',
    request.id,
    inspection.lead.client,
    'inspector elsewhere',
    'agency',
    'observer',
    'planner',
    'public',
  );
  const { concern } = await ofsted.client.do<{ concern: { id: string } }>(
    'raiseConcern',
    {
      inspectionId: inspection.id,
      receiverId: inspection.agency('LOCAL_AUTHORITY').id,
      words: 'A child is not safe tonight',
    },
    'concern { id }',
  );
  hide('an immediate concern', concern.id, ofsted.client, 'inspector elsewhere', 'observer', 'planner', 'public');

  const handler = await aHandler(inspection);
  await aFiling(ofsted.client, inspection.id);
  hide(
    'an item of whistleblowing',
    (await theItem(handler.client, inspection.id)).id,
    handler.client,
    'lead',
    'inspector elsewhere',
    'inspectorate lead elsewhere',
    'quality assurer',
    'observer',
    'signatory',
    'agency',
    'planner',
    'public',
  );
  hide(
    'a handler of whistleblowing',
    handler.handlerId,
    handler.client,
    'lead',
    'inspector elsewhere',
    'inspectorate lead elsewhere',
    'observer',
    'agency',
    'public',
  );
  const { case: missing } = await ofsted.client.do<{ case: { id: string } }>(
    'createCase',
    {
      inspectionId: inspection.id,
      sampling: 'SAMPLED',
      rationale: 'Missing',
      journeyStage: 'CHILD_PROTECTION',
      agencyIds: [],
    },
    'case { id }',
  );
  await aPiece(ofsted, 'OFSTED', inspection.id, { caseId: missing.id });
  const breaker = inspection.member('HMICFRS', 'INSPECTORATE_LEAD').client;
  const glass = await aBreakGlass(breaker, { caseId: missing.id });
  for (const [what, id] of [
    ['a break-glass', glass.id],
    ['the review of a break-glass', glass.reviews[0]?.id ?? ''],
  ] as const)
    hide(
      what,
      id,
      breaker,
      'inspector elsewhere',
      'quality assurer',
      'observer',
      'signatory',
      'agency',
      'planner',
      'lead of another',
      'public',
    );

  hide(
    'an inspection before notification',
    unannounced.id,
    unannounced.lead.client,
    'inspector elsewhere',
    'observer',
    'agency',
    'public',
  );
  return found;
}

function peopleOf(inspection: Inspected, elsewhere: Client) {
  return {
    lead: inspection.lead.client,
    'inspector elsewhere': inspection.member('CQC', 'INSPECTOR').client,
    'inspectorate lead elsewhere': inspection.member('HMICFRS', 'INSPECTORATE_LEAD').client,
    'quality assurer': inspection.member('OFSTED', 'QUALITY_ASSURER').client,
    observer: inspection.member('OFSTED', 'OBSERVER').client,
    signatory: inspection.member('OFSTED', 'SIGNATORY').client,
    agency: inspection.agency('LOCAL_AUTHORITY').coordinator.client,
    planner: inspection.planner,
    'lead of another': elsewhere,
    public: thePublic('2024-03-19T10:00:00Z'),
  };
}

async function aFinding(
  member: Member,
  inspection: Inspected,
  evidenceId: string,
  submitted: boolean,
): Promise<{ id: string }> {
  const { finding } = await member.client.do<{ finding: { id: string; version: number } }>(
    'draftFinding',
    {
      inspectionId: inspection.id,
      kind: 'STRENGTH',
      placement: 'STRENGTH',
      position: 1,
      criterion: firstKind('OFSTED').criterion,
      statement: 'Referrals are read on the day',
      citations: [{ evidenceId }],
    },
    'finding { id version }',
  );
  if (submitted) await member.client.do('submitFinding', { findingId: finding.id, version: finding.version });
  return finding;
}
