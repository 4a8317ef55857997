import { beforeAll, describe, expect, it } from '@jest/globals';
import { anInspection, type Inspected, type Member, type TeamRole } from '../../support/an-inspection.js';
import type { Client } from '../../support/client.js';
import {
  aDraftRequest,
  anIssuedRequest,
  aSavedSubmission,
  requestWords,
  theRequest,
  type RequestSeen,
} from '../../support/requests.js';
import { everybodyOn, finds, whoOf } from './sight.js';
import { refused } from './the-rows.js';

describe('R7: a request and its answer are for the agency asked and the inspectorates named', () => {
  let inspection: Inspected;
  let people: Record<string, Member>;
  let asked: RequestSeen;
  const who = (code: string, role: TeamRole = 'INSPECTOR') => inspection.member(code, role);
  const police = () => inspection.agency('POLICE_FORCE');
  const council = () => inspection.agency('LOCAL_AUTHORITY');
  const team = (code: string) =>
    ['INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST', 'QUALITY_ASSURER'].map((role) => `${code} ${role}`);
  const findIt = (id: string) => whoOf(people, ({ client }) => finds(client, id));
  const readIt = (id: string) =>
    whoOf(people, async ({ client }) => ((await theRequest(client, id))?.title ?? null) !== null);
  const submissions = async (client: Client): Promise<number> =>
    (
      await client.read<{ submissions: { nodes: unknown[] } }>(
        'query ($id: ID!) { submissions(inspectionId: $id) { nodes { id } } }',
        { id: inspection.id },
      )
    ).submissions.nodes.length;

  beforeAll(async () => {
    inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    people = everybodyOn(inspection, 'OFSTED', 'CQC');
    asked = await anIssuedRequest(who('OFSTED', 'INSPECTORATE_LEAD').client, inspection, police());
  });

  it('a draft is for the teams of the inspectorates named, and reaches no agency and no other inspectorate', async () => {
    const cqcs = { inspectorates: ['CQC'] };
    const draft = await aDraftRequest(who('CQC', 'INSPECTORATE_LEAD').client, inspection, police(), cqcs);
    expect(await findIt(draft.id)).toEqual(team('CQC'));
    const edit = { requestId: draft.id, version: draft.version, ...requestWords() };
    const issue = { requestId: draft.id, version: draft.version };
    expect(
      await refused(inspection, {
        'the lead, not named, edits': [inspection.lead.client, 'editRequest', edit],
        'an inspector named edits': [who('CQC').client, 'editRequest', edit],
        'the agency issues': [police().coordinator.client, 'issueRequest', issue],
        'an observer issues': [who('CQC', 'OBSERVER').client, 'issueRequest', issue],
      }),
    ).toEqual({
      'the lead, not named, edits': 'NOT_FOUND',
      'an inspector named edits': 'NOT_PERMITTED',
      'the agency issues': 'NOT_FOUND',
      'an observer issues': 'NOT_FOUND',
    });
  });

  it('issued, it is whole for its agency, the inspectorates named and the lead; others know that it exists', async () => {
    expect(await readIt(asked.id)).toEqual([
      'lead',
      ...team('OFSTED'),
      'POLICE_FORCE coordinator',
      'POLICE_FORCE contributor',
    ]);
    expect(await findIt(asked.id)).toEqual([
      'lead',
      ...team('OFSTED'),
      ...team('CQC'),
      'LOCAL_AUTHORITY coordinator',
      'POLICE_FORCE coordinator',
      'POLICE_FORCE contributor',
    ]);
    const known = { state: 'ISSUED', agency: { id: police().id }, title: null, asked: null, reason: null };
    const due = expect.stringMatching(/^2024-03-09T00:00/);
    expect(await theRequest(council().coordinator.client, asked.id)).toMatchObject({ ...known, dueAt: due });
    expect(await theRequest(who('CQC').client, asked.id)).toMatchObject({ ...known, dueAt: null });
  });

  it('its answer is a draft of the whole agency, sent by the coordinator, and then read by those named', async () => {
    const draft = await aSavedSubmission(police().contributor.client, asked);
    expect(await findIt(draft.id)).toEqual(['POLICE_FORCE coordinator', 'POLICE_FORCE contributor']);
    const send = { requestId: asked.id, version: draft.version };
    const save = { requestId: asked.id, text: 'Ours', data: [], version: draft.version };
    expect(
      await refused(inspection, {
        'the contributor sends': [police().contributor.client, 'sendSubmission', send],
        'another agency’s coordinator writes': [council().coordinator.client, 'saveSubmission', save],
        'another agency’s contributor writes': [council().contributor.client, 'saveSubmission', save],
        'an inspector named writes': [who('OFSTED').client, 'saveSubmission', save],
        'an inspector not named sends': [who('CQC').client, 'sendSubmission', send],
        'a signatory sends': [who('OFSTED', 'SIGNATORY').client, 'sendSubmission', send],
      }),
    ).toEqual({
      'the contributor sends': 'NOT_PERMITTED',
      'another agency’s coordinator writes': 'NOT_PERMITTED',
      'another agency’s contributor writes': 'NOT_FOUND',
      'an inspector named writes': 'NOT_PERMITTED',
      'an inspector not named sends': 'NOT_PERMITTED',
      'a signatory sends': 'NOT_FOUND',
    });
    const readers = [who('OFSTED'), who('OFSTED', 'ANALYST'), who('CQC'), council().coordinator, inspection.lead];
    expect(await Promise.all(readers.map(({ client }) => submissions(client)))).toEqual([0, 0, 0, 0, 0]);
    await police().coordinator.client.do('sendSubmission', send);
    expect(await findIt(draft.id)).toEqual([
      'lead',
      ...team('OFSTED'),
      'POLICE_FORCE coordinator',
      'POLICE_FORCE contributor',
    ]);
    expect(await Promise.all(readers.map(({ client }) => submissions(client)))).toEqual([1, 1, 0, 0, 1]);
  });
});
