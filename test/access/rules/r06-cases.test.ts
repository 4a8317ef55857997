import { beforeAll, describe, expect, it } from '@jest/globals';
import { aCase, caseFacts, type ACase } from '../../support/a-case.js';
import { anInspection, type Inspected, type Member, type TeamRole } from '../../support/an-inspection.js';
import { anIssuedRequest } from '../../support/requests.js';
import { everybodyOn, finds, whoOf } from './sight.js';
import { each, refused, type Attempt } from './the-rows.js';

const NOBODYS = ['OBSERVER', 'SIGNATORY'];

describe('R6: a case by its code is seen by the team, and by nobody else', () => {
  let inspection: Inspected;
  let child: ACase;
  let people: Record<string, Member>;
  const who = (code: string, role: TeamRole = 'INSPECTOR') => inspection.member(code, role);
  const onTeam = (name: string) =>
    !NOBODYS.some((role) => name.endsWith(role)) && !/(coordinator|contributor)$/.test(name);

  beforeAll(async () => {
    inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    people = everybodyOn(inspection, 'OFSTED', 'CQC', 'HMICFRS');
    child = await aCase(who('CQC').client, inspection);
  });

  it('of every inspectorate alike, and by no observer, signatory, planner or agency, by id, list or count', async () => {
    const team = Object.keys(people).filter(onTeam);
    expect(team).toHaveLength(13);
    expect(await whoOf(people, ({ client }) => finds(client, child.id))).toEqual(team);
    const listed = ({ client }: Pick<Member, 'client'>) =>
      client
        .read<{
          cases: { nodes: { id: string }[]; pageInfo: { endCursor: string | null } };
        }>('query ($id: ID!) { cases(inspectionId: $id) { nodes { id } pageInfo { endCursor } } }', {
          id: inspection.id,
        })
        .then(({ cases }) => cases.nodes.length + (cases.pageInfo.endCursor === null ? 0 : 1) > 0);
    expect(await whoOf(people, listed)).toEqual(team);
    expect([await finds(inspection.planner, child.id), await listed({ client: inspection.planner })]).toEqual([
      false,
      false,
    ]);
  });

  it('is edited by leads and inspectors; who reads may not, and who does not see finds nothing', async () => {
    const edit = { caseId: child.id, version: child.version, ...caseFacts(inspection), rationale: 'Another' };
    const others = Object.entries(people).filter(([name]) => !/(lead|INSPECTORATE_LEAD|INSPECTOR)$/.test(name));
    const attempts = Object.fromEntries(
      others.map(([name, { client }]): [string, Attempt] => [name, [client, 'editCase', edit]]),
    );
    expect(await refused(inspection, { ...attempts, planner: [inspection.planner, 'editCase', edit] })).toEqual({
      ...each(Object.fromEntries(others.filter(([name]) => onTeam(name))), 'NOT_PERMITTED'),
      ...each(Object.fromEntries(others.filter(([name]) => !onTeam(name))), 'NOT_FOUND'),
      planner: 'NOT_FOUND',
    });
    await who('HMICFRS').client.do('editCase', edit);
  });

  it('is for an agency no more than its code, while an issued request to it names the case', async () => {
    const police = inspection.agency('POLICE_FORCE').coordinator.client;
    await anIssuedRequest(inspection.lead.client, inspection, inspection.agency('POLICE_FORCE'), {
      caseIds: [child.id],
    });
    const { case: seen } = await police.read<{ case: unknown }>(
      `query ($id: ID!) { case(id: $id) { code sampling rationale ageYears journeyStage siblingGroup version
         agencies { id } members { id } evidenceCount entryCount } }`,
      { id: child.id },
    );
    expect(seen).toEqual({
      code: child.code,
      sampling: null,
      rationale: null,
      ageYears: null,
      journeyStage: null,
      siblingGroup: null,
      version: null,
      agencies: [],
      members: [],
      evidenceCount: 0,
      entryCount: 0,
    });
    expect(await finds(inspection.agency('LOCAL_AUTHORITY').coordinator.client, child.id)).toBe(false);
    const edit = { caseId: child.id, version: child.version, ...caseFacts(inspection) };
    expect(await refused(inspection, { police: [police, 'editCase', edit] })).toEqual({ police: 'NOT_PERMITTED' });
  });

  it('has members whom their own inspectorate lead names, and nobody names himself', async () => {
    const name = (member: Member) => ({ caseId: child.id, assignmentId: member.assignmentId });
    expect(
      await refused(inspection, {
        'the lead, of another inspectorate': [inspection.lead.client, 'nameCaseMember', name(who('CQC'))],
        'another inspectorate lead': [who('HMICFRS', 'INSPECTORATE_LEAD').client, 'nameCaseMember', name(who('CQC'))],
        'an inspector himself': [who('CQC').client, 'nameCaseMember', name(who('CQC'))],
        'an inspectorate lead himself': [
          who('CQC', 'INSPECTORATE_LEAD').client,
          'nameCaseMember',
          name(who('CQC', 'INSPECTORATE_LEAD')),
        ],
        'an observer': [who('CQC', 'OBSERVER').client, 'nameCaseMember', name(who('CQC', 'OBSERVER'))],
      }),
    ).toEqual({
      'the lead, of another inspectorate': 'NOT_PERMITTED',
      'another inspectorate lead': 'NOT_PERMITTED',
      'an inspector himself': 'NOT_PERMITTED',
      'an inspectorate lead himself': 'NOT_PERMITTED',
      'an observer': 'NOT_FOUND',
    });
    await who('CQC', 'INSPECTORATE_LEAD').client.do('nameCaseMember', name(who('CQC')));
  });
});
