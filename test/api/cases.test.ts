import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { aCase, anEntry, caseFacts, type ACase } from '../support/a-case.js';
import { anInspection, aPiece, gatewayOf, type Inspected } from '../support/an-inspection.js';
import type { Client } from '../support/client.js';

const CASE = `query ($id: ID!) { case(id: $id) { id code version sampling rationale journeyStage ageYears unborn siblingGroup evidenceCount entryCount
  agencies { id } members { id inspectorate endedAt } chronology { id happenedOn words version owner { code } agency { id } contradicts { id } }
  evidence(first: 2) { nodes { id title } pageInfo { hasNextPage } } } }`;
interface Seen extends ACase {
  sampling: string;
  rationale: string;
  ageYears: number | null;
  unborn: boolean;
  siblingGroup: string | null;
  evidenceCount: number;
  entryCount: number;
  agencies: { id: string }[];
  members: { id: string; inspectorate: string; endedAt: string | null }[];
  chronology: {
    id: string;
    happenedOn: string;
    words: string;
    version: number;
    owner: { code: string };
    contradicts: { id: string }[];
  }[];
  evidence: { nodes: { id: string; title: string }[]; pageInfo: { hasNextPage: boolean } };
}
const read = async (client: Client, id: string): Promise<Seen | null> =>
  (await client.read<{ case: Seen | null }>(CASE, { id })).case;

describe('cases', () => {
  let inspection: Inspected;
  const who = (inspectorate: string, role: Parameters<Inspected['member']>[1] = 'INSPECTOR') =>
    inspection.member(inspectorate, role);

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  });

  describe('by their code', () => {
    it('get an opaque code from the platform, unlike any other', async () => {
      const codes = new Set<string>();
      for (let each = 0; each < 5; each += 1) codes.add((await aCase(who('OFSTED').client, inspection)).code);
      expect(codes.size).toBe(5);
      for (const code of codes) expect(code).toMatch(/^[2-9B-DF-HJ-NP-TV-Z]{6}$/);
    });

    it('are seen whole by the team, and by nobody else', async () => {
      const { id } = await aCase(who('CQC').client, inspection);
      for (const role of ['INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST', 'QUALITY_ASSURER'] as const)
        expect(await read(who('OFSTED', role).client, id)).toMatchObject({ id, sampling: 'TRACKED', ageYears: 7 });
      for (const stranger of [
        inspection.planner,
        who('OFSTED', 'OBSERVER').client,
        who('OFSTED', 'SIGNATORY').client,
        inspection.agency('LOCAL_AUTHORITY').coordinator.client,
      ])
        expect(await read(stranger, id)).toBeNull();
    });

    it('are made and edited by leads and inspectors, and by nobody else', async () => {
      const made = await aCase(inspection.lead.client, inspection);
      const edit = { caseId: made.id, version: 1, ...caseFacts(inspection), rationale: 'Missing from school' };
      for (const role of ['ANALYST', 'QUALITY_ASSURER'] as const) {
        const own = who('OFSTED', role).client;
        expect((await own.send('editCase', edit)).code).toBe('NOT_PERMITTED');
        expect((await own.send('createCase', { inspectionId: inspection.id, ...caseFacts(inspection) })).code).toBe(
          'NOT_PERMITTED',
        );
      }
      expect((await inspection.agency('POLICE_FORCE').coordinator.client.send('editCase', edit)).code).toBe(
        'NOT_FOUND',
      );
      expect(await read(inspection.lead.client, made.id)).toMatchObject({
        rationale: 'Known to three agencies',
        version: 1,
      });
      await who('HMICFRS').client.do('editCase', edit);
      expect(await read(inspection.lead.client, made.id)).toMatchObject({
        rationale: 'Missing from school',
        version: 2,
      });
      expect((await who('CQC').client.send('editCase', edit)).code).toBe('CONFLICT');
    });

    it('are not made before the inspection prepares', async () => {
      const planned = await anInspection().inStage('PLANNED').build();
      const sent = await planned.lead.client.send('createCase', {
        inspectionId: planned.id,
        ...caseFacts(planned),
      });
      expect(sent.code).toBe('WRONG_STATE');
    });

    it('tell an unborn child from one whose age is not known', async () => {
      const unborn = await aCase(who('OFSTED').client, inspection, { ageYears: null, unborn: true });
      const unknown = await aCase(who('OFSTED').client, inspection, { ageYears: null });
      expect(await read(who('CQC').client, unborn.id)).toMatchObject({ ageYears: null, unborn: true });
      expect(await read(who('CQC').client, unknown.id)).toMatchObject({ ageYears: null, unborn: false });
    });

    it('say what is wrong with each field', async () => {
      const elsewhere = await anInspection().joinedBy('CQC', 'HMICFRS').build();
      const sent = await who('OFSTED').client.send('createCase', {
        inspectionId: inspection.id,
        ...caseFacts(inspection),
        ageYears: 3,
        unborn: true,
        agencyIds: [elsewhere.agencies[0]?.id],
      });
      expect(sent.problems.map(({ at, code }) => `${at} ${code}`)).toEqual([
        'ageYears NOT_NEEDED',
        'agencyIds.0 NOT_AMONG',
      ]);
      const aged = await who('OFSTED').client.send('createCase', {
        inspectionId: inspection.id,
        ...caseFacts(inspection),
        ageYears: 26,
        rationale: ' ',
      });
      expect(aged.problems.map(({ at, code }) => `${at} ${code}`).sort()).toEqual([
        'ageYears OUT_OF_RANGE',
        'rationale BAD_TEXT',
      ]);
    });

    it('share a code with siblings, which the platform makes', async () => {
      const first = await aCase(who('OFSTED').client, inspection);
      const second = await aCase(who('OFSTED').client, inspection, { siblingOfId: first.id });
      const group = (await read(who('CQC').client, second.id))?.siblingGroup;
      expect(group).toMatch(/^[2-9B-Z]{6}$/);
      expect(await read(who('CQC').client, first.id)).toMatchObject({ siblingGroup: group, version: 2 });
      const third = await aCase(who('OFSTED').client, inspection, { siblingGroup: group });
      expect((await read(who('CQC').client, third.id))?.siblingGroup).toBe(group);
      const invented = await who('OFSTED').client.send('createCase', {
        inspectionId: inspection.id,
        ...caseFacts(inspection),
        siblingGroup: 'SMITHS',
      });
      expect(invented.problems).toEqual([expect.objectContaining({ at: 'siblingGroup', code: 'UNKNOWN_CODE' })]);
    });

    it('are listed oldest first, page by page, and by how they were chosen', async () => {
      const own = await anInspection().joinedBy('CQC', 'HMICFRS').build();
      const inspector = own.member('CQC', 'INSPECTOR').client;
      const ids: string[] = [];
      for (let minute = 10; minute < 13; minute += 1)
        ids.push(
          (
            await aCase(inspector.at(`2024-03-19T10:${minute}:00Z`), own, {
              sampling: minute === 11 ? 'SAMPLED' : 'TRACKED',
            })
          ).id,
        );
      const list = (variables: Record<string, unknown>) =>
        inspector.read<{ cases: { nodes: { id: string }[]; pageInfo: { endCursor: string } } }>(
          'query ($id: ID!, $sampling: Sampling, $first: Int, $after: String) { cases(inspectionId: $id, sampling: $sampling, first: $first, after: $after) { nodes { id } pageInfo { endCursor } } }',
          { id: own.id, ...variables },
        );
      const { cases } = await list({ first: 2 });
      expect(cases.nodes.map(({ id }) => id)).toEqual(ids.slice(0, 2));
      expect((await list({ after: cases.pageInfo.endCursor })).cases.nodes.map(({ id }) => id)).toEqual(ids.slice(2));
      expect((await list({ sampling: 'SAMPLED' })).cases.nodes.map(({ id }) => id)).toEqual([ids[1]]);
    });

    it('show their evidence newest first, and count no more than the asker sees', async () => {
      const { id } = await aCase(who('OFSTED').client, inspection);
      const pieces: string[] = [];
      for (let minute = 10; minute < 13; minute += 1) {
        const member = { ...who('OFSTED'), client: who('OFSTED').client.at(`2024-03-19T10:${minute}:00Z`) };
        pieces.unshift((await aPiece(member, 'OFSTED', inspection.id, { caseId: id })).id);
      }
      const hidden = await aPiece(who('CQC'), 'CQC', inspection.id, { caseId: id });
      const seen = await read(who('OFSTED', 'ANALYST').client, id);
      expect(seen?.evidence.nodes.map((node) => node.id)).toEqual(pieces.slice(0, 2));
      expect(seen).toMatchObject({ evidenceCount: 3, evidence: { pageInfo: { hasNextPage: true } } });
      expect(await read(who('CQC').client, id)).toMatchObject({
        evidenceCount: 1,
        evidence: { nodes: [{ id: hidden.id }], pageInfo: { hasNextPage: false } },
      });
    });
  });

  describe('their members', () => {
    const name = (caseId: string, assignmentId: string) => ({ caseId, assignmentId });

    it('are named by the inspectorate lead of the person, and by nobody else', async () => {
      const { id } = await aCase(who('OFSTED').client, inspection);
      const input = name(id, who('CQC').assignmentId);
      for (const other of [inspection.lead, who('OFSTED', 'INSPECTORATE_LEAD'), who('CQC', 'ANALYST')])
        expect((await other.client.send('nameCaseMember', input)).code).toBe('NOT_PERMITTED');
      expect((await inspection.agency('POLICE_FORCE').coordinator.client.send('nameCaseMember', input)).code).toBe(
        'NOT_FOUND',
      );
      expect((await read(inspection.lead.client, id))?.members).toEqual([]);
      await who('CQC', 'INSPECTORATE_LEAD').client.do('nameCaseMember', input);
      expect((await read(inspection.lead.client, id))?.members).toMatchObject([{ inspectorate: 'CQC', endedAt: null }]);
      const again = await who('CQC', 'INSPECTORATE_LEAD').client.send('nameCaseMember', input);
      expect(again.problems).toEqual([expect.objectContaining({ at: 'assignmentId', code: 'TAKEN' })]);
    });

    it('name an inspectorate lead through his planner alone, who sees no case by it', async () => {
      const { id } = await aCase(who('OFSTED').client, inspection);
      const input = name(id, who('OFSTED', 'INSPECTORATE_LEAD').assignmentId);
      expect((await who('OFSTED', 'INSPECTORATE_LEAD').client.send('nameCaseMember', input)).code).toBe(
        'NOT_PERMITTED',
      );
      expect((await read(inspection.lead.client, id))?.members).toEqual([]);
      const answer = await inspection.planner.do('nameCaseMember', input, 'member { inspectorate } case { id }');
      expect(answer).toMatchObject({ member: { inspectorate: 'OFSTED' }, case: null });
      expect(await read(inspection.planner, id)).toBeNull();
      const ofAnother = name(id, who('CQC', 'INSPECTORATE_LEAD').assignmentId);
      const isUnknown = name(id, `Assignment.${randomUUID()}`);
      for (const refused of [ofAnother, isUnknown, name(`Case.${randomUUID()}`, input.assignmentId)])
        expect((await inspection.planner.send('nameCaseMember', refused)).code).toBe('NOT_FOUND');
    });

    it('are no observers or signatories', async () => {
      const { id } = await aCase(who('OFSTED').client, inspection);
      const sent = await who('CQC', 'INSPECTORATE_LEAD').client.send(
        'nameCaseMember',
        name(id, who('CQC', 'OBSERVER').assignmentId),
      );
      expect(sent.problems).toEqual([expect.objectContaining({ at: 'assignmentId', code: 'UNKNOWN_ID' })]);
    });

    it('are ended by their inspectorate lead or planner, once', async () => {
      const { id } = await aCase(who('OFSTED').client, inspection);
      const lead = who('CQC', 'INSPECTORATE_LEAD').client;
      const { member } = await lead.do<{ member: { id: string } }>(
        'nameCaseMember',
        name(id, who('CQC').assignmentId),
        'member { id }',
      );
      expect((await inspection.lead.client.send('endCaseMember', { memberId: member.id })).code).toBe('NOT_PERMITTED');
      expect((await read(lead, id))?.members).toMatchObject([{ endedAt: null }]);
      // A planner names inspectorate leads, and learns of no other member.
      expect((await inspection.plannerOf('CQC').send('endCaseMember', { memberId: member.id })).code).toBe('NOT_FOUND');
      await lead.do('endCaseMember', { memberId: member.id });
      expect((await read(lead, id))?.members).toMatchObject([{ endedAt: expect.any(String) }]);
      expect((await lead.send('endCaseMember', { memberId: member.id })).code).toBe('WRONG_STATE');
    });
  });

  describe('their chronology', () => {
    const shared = async (evidenceId: string, recipient: string, form: 'WHOLE' | 'SUMMARY' = 'WHOLE') =>
      who('OFSTED').client.do('shareEvidence', {
        evidenceId,
        recipient,
        form,
        gateway: gatewayOf('OFSTED', 'SHARE'),
        purpose: 'To compare accounts',
        ...(form === 'SUMMARY' ? { title: 'In short', summary: 'In short' } : {}),
      });

    it('is seen entry by entry, where the item is seen whole', async () => {
      const { id } = await aCase(who('OFSTED').client, inspection);
      const item = await aPiece(who('OFSTED'), 'OFSTED', inspection.id, { caseId: id });
      await anEntry(who('OFSTED'), item.id, '2024-01-10');
      expect(await read(who('OFSTED', 'QUALITY_ASSURER').client, id)).toMatchObject({ entryCount: 1 });
      expect(await read(who('CQC').client, id)).toMatchObject({ entryCount: 0, chronology: [] });
      await shared(item.id, 'CQC');
      await shared(item.id, 'HMICFRS', 'SUMMARY');
      expect(await read(who('CQC').client, id)).toMatchObject({ chronology: [{ owner: { code: 'OFSTED' } }] });
      expect(await read(who('HMICFRS').client, id)).toMatchObject({ entryCount: 0, chronology: [] });
    });

    it('is written by writers of the owner, and of a draft by its author alone', async () => {
      const { id } = await aCase(who('OFSTED').client, inspection);
      const item = await aPiece(who('OFSTED'), 'OFSTED', inspection.id, { caseId: id });
      await shared(item.id, 'CQC');
      const input = { evidenceId: item.id, happenedOn: '2024-01-10', words: 'Referred' };
      for (const other of [who('CQC'), who('OFSTED', 'ANALYST'), who('OFSTED', 'QUALITY_ASSURER')])
        expect((await other.client.send('addChronologyEntry', input)).code).toBe('NOT_PERMITTED');
      expect((await who('HMICFRS').client.send('addChronologyEntry', input)).code).toBe('NOT_FOUND');
      expect((await read(who('OFSTED').client, id))?.chronology).toEqual([]);
      const entry = await anEntry(who('OFSTED', 'INSPECTORATE_LEAD'), item.id, '2024-01-10');
      const edit = { entryId: entry.id, version: 1, happenedOn: '2024-01-11', words: 'Referred on the eleventh' };
      expect((await who('CQC').client.send('editChronologyEntry', edit)).code).toBe('NOT_PERMITTED');
      expect((await who('CQC').client.send('removeChronologyEntry', { entryId: entry.id, version: 1 })).code).toBe(
        'NOT_PERMITTED',
      );
      expect((await who('HMICFRS').client.send('removeChronologyEntry', { entryId: entry.id, version: 1 })).code).toBe(
        'NOT_FOUND',
      );
      expect((await read(who('OFSTED').client, id))?.chronology).toMatchObject([
        { happenedOn: '2024-01-10', version: 1 },
      ]);
      await who('OFSTED').client.do('editChronologyEntry', edit);
      expect((await read(who('OFSTED').client, id))?.chronology).toMatchObject([
        { words: 'Referred on the eleventh', version: 2 },
      ]);
      expect((await who('OFSTED').client.send('removeChronologyEntry', { entryId: entry.id, version: 1 })).code).toBe(
        'CONFLICT',
      );
      await who('OFSTED').client.do('removeChronologyEntry', { entryId: entry.id, version: 2 });
      expect((await read(who('OFSTED').client, id))?.chronology).toEqual([]);
    });

    it('takes entries of analysts under data, and of nobody under a withdrawn item', async () => {
      const { id } = await aCase(who('OFSTED').client, inspection);
      const data = await aPiece(who('OFSTED'), 'OFSTED', inspection.id, { caseId: id, strength: 'DATA' });
      await anEntry(who('OFSTED', 'ANALYST'), data.id, '2024-01-10');
      await who('OFSTED').client.do('withdrawEvidence', { evidenceId: data.id, reason: 'Another child' });
      const sent = await who('OFSTED').client.send('addChronologyEntry', {
        evidenceId: data.id,
        happenedOn: '2024-01-10',
        words: 'Too late',
      });
      expect(sent.code).toBe('WRONG_STATE');
      expect(await read(who('OFSTED').client, id)).toMatchObject({ entryCount: 0 });
    });

    it('refuses a day ahead and the case of another item', async () => {
      const [one, other] = [
        await aCase(who('OFSTED').client, inspection),
        await aCase(who('OFSTED').client, inspection),
      ];
      const item = await aPiece(who('OFSTED'), 'OFSTED', inspection.id, { caseId: one.id });
      const send = (more: object) =>
        who('OFSTED').client.send('addChronologyEntry', {
          evidenceId: item.id,
          happenedOn: '2024-01-10',
          words: 'x',
          ...more,
        });
      expect((await send({ happenedOn: '2030-01-01' })).problems).toMatchObject([
        { at: 'happenedOn', code: 'IN_FUTURE' },
      ]);
      expect((await send({ caseId: other.id })).problems).toMatchObject([{ at: 'caseId', code: 'NOT_AMONG' }]);
      const general = await aPiece(who('OFSTED'), 'OFSTED', inspection.id);
      expect((await send({ evidenceId: general.id })).problems).toMatchObject([{ at: 'caseId', code: 'MISSING' }]);
      await anEntry(who('OFSTED'), general.id, '2024-01-10', { caseId: other.id });
      expect(await read(who('OFSTED').client, other.id)).toMatchObject({ entryCount: 1 });
    });

    it('is asked for gaps and contradictions, over what the asker sees only', async () => {
      const { id } = await aCase(who('OFSTED').client, inspection);
      const [authority, police] = [inspection.agency('LOCAL_AUTHORITY').id, inspection.agency('POLICE_FORCE').id];
      const ofsted = await aPiece(who('OFSTED'), 'OFSTED', inspection.id, { caseId: id });
      const hmicfrs = await aPiece(who('HMICFRS'), 'HMICFRS', inspection.id, { caseId: id });
      const visit = await anEntry(who('OFSTED'), ofsted.id, '2024-01-10', { agencyId: authority });
      await anEntry(who('OFSTED'), ofsted.id, '2024-03-01', { agencyId: authority });
      await anEntry(who('HMICFRS'), hmicfrs.id, '2024-02-01', { agencyId: police });
      await shared(ofsted.id, 'HMICFRS');
      await anEntry(who('HMICFRS'), hmicfrs.id, '2024-01-10', { agencyId: police, contradictsIds: [visit.id] });
      const ask = async (client: Client) =>
        (
          await client.read<{ chronologyQuestions: unknown }>(
            `query ($id: ID!) { chronologyQuestions(caseId: $id, longerThanDays: 28) {
               gaps { from to days before { entryId } } contradictions { entry { owner agency } contradicts { entryId } } toCompare { on entries { agencyId } } } }`,
            { id },
          )
        ).chronologyQuestions;
      expect(await ask(who('OFSTED').client)).toEqual({
        gaps: [{ from: '2024-01-10', to: '2024-03-01', days: 51, before: [{ entryId: visit.id }] }],
        contradictions: [],
        toCompare: [],
      });
      expect(await ask(who('HMICFRS').client)).toMatchObject({
        gaps: [{ from: '2024-02-01', to: '2024-03-01', days: 29 }],
        contradictions: [
          { entry: { owner: 'HMICFRS', agency: 'POLICE_FORCE of Test' }, contradicts: { entryId: visit.id } },
        ],
        toCompare: [
          { on: '2024-01-10', entries: expect.arrayContaining([{ agencyId: authority }, { agencyId: police }]) },
        ],
      });
      expect(await ask(who('CQC').client)).toEqual({ gaps: [], contradictions: [], toCompare: [] });
      expect(await ask(inspection.planner)).toBeNull();
      expect(
        (await read(who('HMICFRS').client, id))?.chronology.find(({ contradicts }) => contradicts.length > 0),
      ).toMatchObject({
        contradicts: [{ id: visit.id }],
      });
    });

    it('flags no entry as contradicted that its author does not see', async () => {
      const { id } = await aCase(who('OFSTED').client, inspection);
      const unseen = await anEntry(
        who('CQC'),
        (await aPiece(who('CQC'), 'CQC', inspection.id, { caseId: id })).id,
        '2024-01-10',
      );
      const item = await aPiece(who('OFSTED'), 'OFSTED', inspection.id, { caseId: id });
      const sent = await who('OFSTED').client.send('addChronologyEntry', {
        evidenceId: item.id,
        happenedOn: '2024-01-10',
        words: 'x',
        contradictsIds: [unseen.id],
      });
      expect(sent.problems).toEqual([expect.objectContaining({ at: 'contradictsIds.0', code: 'UNKNOWN_ID' })]);
    });
  });
});
