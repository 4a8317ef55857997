import { beforeAll, describe, expect, it } from '@jest/globals';
import { aCase, anEntry } from '../support/a-case.js';
import { anAgency, type AnAgency } from '../support/an-authority.js';
import { anInspection, aPiece, gatewayOf, type Inspected, type Member } from '../support/an-inspection.js';
import type { Client } from '../support/client.js';

interface Conflict {
  id: string;
  state: string;
  inspectorate: string;
  person: { id: string } | null;
  agency: { id: string } | null;
  caseCode: string | null;
  reason: string | null;
}
const conflictsOf = async (client: Client): Promise<Conflict[]> =>
  (
    await client.read<{ conflicts: { nodes: Conflict[] } }>(
      '{ conflicts(first: 200) { nodes { id state inspectorate person { id } agency { id } caseCode reason } } }',
    )
  ).conflicts.nodes;
const found = async (client: Client, id: string): Promise<Conflict | undefined> =>
  (await conflictsOf(client)).find((conflict) => conflict.id === id);
const declare = async (client: Client, input: Record<string, unknown>): Promise<string> =>
  (
    await client.do<{ conflict: { id: string } }>(
      'declareConflict',
      { reason: 'A past employer', ...input },
      'conflict { id }',
    )
  ).conflict.id;

/** Everything that an asker finds of an item, by every way to it. */
async function ways(client: Client, inspectionId: string, evidenceId: string, caseId: string) {
  const {
    node,
    evidence,
    case: found,
  } = await client.read<{
    node: { id: string } | null;
    evidence: { nodes: { id: string }[] };
    case: {
      evidenceCount: number;
      entryCount: number;
      evidence: { nodes: { id: string }[] };
      chronology: unknown[];
    } | null;
  }>(
    `query ($inspection: ID!, $item: ID!, $case: ID!) { node(id: $item) { id } evidence(inspectionId: $inspection, first: 200) { nodes { id shares { id } } }
       case(id: $case) { evidenceCount entryCount evidence { nodes { id } } chronology { id } } }`,
    { inspection: inspectionId, item: evidenceId, case: caseId },
  );
  return {
    node: node !== null,
    listed: evidence.nodes.some(({ id }) => id === evidenceId),
    ofCase: found?.evidence.nodes.some(({ id }) => id === evidenceId) ?? false,
    counted: found?.evidenceCount ?? 0,
    entries: found?.chronology.length ?? 0,
    entriesCounted: found?.entryCount ?? 0,
  };
}
const EVERYWHERE = { node: true, listed: true, ofCase: true, counted: 1, entries: 1, entriesCounted: 1 };
const NOWHERE = { node: false, listed: false, ofCase: false, counted: 0, entries: 0, entriesCounted: 0 };

describe('a conflict of interest', () => {
  let inspection: Inspected;
  let fresh: (inspectorate: string, role?: Parameters<Inspected['member']>[1]) => Member;

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    fresh = (inspectorate, role = 'INSPECTOR') => inspection.member(inspectorate, role);
  });

  describe('with an agency', () => {
    let own: Inspected;
    let agency: AnAgency;
    const item = async (owner: string, more: Record<string, unknown>, submit = true) => {
      const { id: caseId } = await aCase(own.lead.client, own);
      const { id } = await aPiece(own.member(owner, 'INSPECTOR'), owner, own.id, { caseId, ...more }, submit);
      await anEntry(own.member(owner, 'INSPECTOR'), id, '2024-01-10');
      return { id, caseId };
    };
    const seenBy = (client: Client, { id, caseId }: { id: string; caseId: string }) => ways(client, own.id, id, caseId);

    beforeAll(async () => {
      own = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
      agency = await anAgency(own.planner, 'NHS_PROVIDER');
    });

    it('hides what comes from it or speaks of it, by every way, his own draft too, and nothing from others', async () => {
      const me = own.member('OFSTED', 'INSPECTOR');
      const sourced = await item('OFSTED', { sourceAgencyId: agency.id });
      const spokenOf = await item('OFSTED', { spokenOfIds: [own.agencies[0]?.id, agency.id] });
      const draft = await item('OFSTED', { sourceAgencyId: agency.id }, false);
      const unconcerned = await item('OFSTED', { sourceAgencyId: own.agencies[0]?.id });
      for (const each of [sourced, spokenOf, draft, unconcerned])
        expect(await seenBy(me.client, each)).toEqual(EVERYWHERE);
      await declare(me.client, { agencyId: agency.id });
      for (const each of [sourced, spokenOf, draft]) expect(await seenBy(me.client, each)).toEqual(NOWHERE);
      expect(await seenBy(me.client, unconcerned)).toEqual(EVERYWHERE);
      expect(await seenBy(own.member('OFSTED', 'ANALYST').client, sourced)).toEqual(EVERYWHERE);
      const edit = { evidenceId: draft.id, version: 1, title: 'New', body: 'New' };
      expect((await me.client.send('editDraftEvidence', edit)).code).toBe('NOT_FOUND');
    });

    it('hides what was shared with him, whole or in summary, and the share', async () => {
      const recipient = own.member('CQC', 'ANALYST').client;
      const body = await anAgency(own.planner, 'NHS_PROVIDER');
      const ids: string[] = [];
      for (const form of ['WHOLE', 'SUMMARY'] as const) {
        const { id } = await item('HMICFRS', { sourceAgencyId: body.id });
        const summary = form === 'SUMMARY' ? { title: 'In short', summary: 'In short' } : {};
        const { share } = await own.member('HMICFRS', 'INSPECTOR').client.do<{ share: { id: string } }>(
          'shareEvidence',
          {
            evidenceId: id,
            recipient: 'CQC',
            form,
            gateway: gatewayOf('HMICFRS', 'SHARE'),
            purpose: 'To corroborate',
            ...summary,
          },
          'share { id }',
        );
        ids.push(id, share.id);
      }
      const nodes = () =>
        Promise.all(
          ids.map(
            async (id) =>
              (await recipient.read<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', { id })).node,
          ),
        );
      expect(await nodes()).toEqual(ids.map((id) => ({ id })));
      await declare(recipient, { agencyId: body.id });
      expect(await nodes()).toEqual(ids.map(() => null));
    });

    it("means its predecessors and successors at any distance, and not a successor's other predecessors", async () => {
      const me = own.member('CQC', 'INSPECTOR');
      const bodies = await Promise.all(Array.from({ length: 4 }, () => anAgency(own.planner, 'HEALTH_COMMISSIONER')));
      const [first, second, third, other] = bodies.map(({ id }) => id);
      for (const [agencyId, replacedById] of [
        [first, second],
        [second, third],
        [other, third],
      ])
        await own.planner.do('replaceAgency', { agencyId, replacedById });
      const items = [];
      for (const id of [first, second, third, other]) items.push(await item('CQC', { sourceAgencyId: id }));
      await declare(me.client, { agencyId: second });
      const seen = [];
      for (const each of items) seen.push((await seenBy(me.client, each)).node);
      expect(seen).toEqual([false, false, false, true]);
    });

    it('hides an entry that names it, of an item that does not', async () => {
      const me = own.member('HMICFRS', 'INSPECTOR');
      const body = await anAgency(own.planner, 'SCHOOL');
      const { id, caseId } = await item('HMICFRS', {});
      await anEntry(me, id, '2024-01-11', { agencyId: body.id });
      expect(await seenBy(me.client, { id, caseId })).toEqual({ ...EVERYWHERE, entries: 2, entriesCounted: 2 });
      await declare(me.client, { agencyId: body.id });
      expect(await seenBy(me.client, { id, caseId })).toEqual(EVERYWHERE);
    });

    it('lets nobody flag what contradicts an entry that he would not see', async () => {
      const me = own.member('HMICFRS', 'INSPECTOR');
      const body = await anAgency(own.planner, 'SCHOOL');
      const { id, caseId } = await item('HMICFRS', {});
      const other = await anEntry(me, id, '2024-01-11');
      const entry = await anEntry(me, id, '2024-01-12');
      await declare(me.client, { agencyId: body.id });
      expect(await seenBy(me.client, { id, caseId })).toMatchObject({ entries: 3 });
      const words = { happenedOn: '2024-01-12', words: 'Another day.', agencyId: body.id, contradictsIds: [other.id] };
      const refused = [
        await me.client.send('addChronologyEntry', { ...words, evidenceId: id }),
        await me.client.send('editChronologyEntry', { ...words, entryId: entry.id, version: entry.version }),
      ];
      for (const { code, problems } of refused) {
        expect(code).toBeNull();
        expect(problems).toEqual([expect.objectContaining({ at: 'agencyId', code: 'CONFLICT_OF_INTEREST' })]);
      }
      const unflagged = { ...words, contradictsIds: [], entryId: entry.id, version: entry.version };
      await me.client.do('editChronologyEntry', unflagged);
      expect(await seenBy(me.client, { id, caseId })).toMatchObject({ entries: 2 });
    });

    it('holds in every inspection that he is on', async () => {
      const me = own.member('HMICFRS', 'QUALITY_ASSURER');
      const body = await anAgency(own.planner, 'PRISON');
      const elsewhere = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
      const { assignment } = await elsewhere
        .member('HMICFRS', 'INSPECTORATE_LEAD')
        .client.do<{ assignment: { id: string } }>(
          'assign',
          { inspectionId: elsewhere.id, userId: me.userId, role: 'INSPECTOR' },
          'assignment { id }',
        );
      const member = { ...me, assignmentId: assignment.id };
      const there = await aPiece(member, 'HMICFRS', elsewhere.id, { sourceAgencyId: body.id });
      await declare(me.client, { agencyId: body.id });
      expect(
        (await me.client.read<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', { id: there.id })).node,
      ).toBeNull();
    });
  });

  describe('with a case', () => {
    it('hides every row of that case, and no row of another', async () => {
      const me = fresh('HMICFRS');
      const kept = await aCase(me.client, inspection);
      const hidden = await aCase(me.client, inspection);
      const item = await aPiece(me, 'HMICFRS', inspection.id, { caseId: hidden.id });
      const entry = await anEntry(me, item.id, '2024-01-10');
      const general = await aPiece(me, 'HMICFRS', inspection.id);
      const underGeneral = await anEntry(me, general.id, '2024-01-10', { caseId: hidden.id });
      const { member } = await fresh('HMICFRS', 'INSPECTORATE_LEAD').client.do<{ member: { id: string } }>(
        'nameCaseMember',
        { caseId: hidden.id, assignmentId: me.assignmentId },
        'member { id }',
      );
      const ids = [hidden.id, item.id, entry.id, underGeneral.id, member.id];
      const nodes = () =>
        Promise.all(
          [...ids, kept.id, general.id].map(
            async (id) =>
              (await me.client.read<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', { id })).node !==
              null,
          ),
        );
      expect(await nodes()).toEqual([true, true, true, true, true, true, true]);
      const id = await declare(me.client, { caseId: hidden.id });
      expect(await nodes()).toEqual([false, false, false, false, false, true, true]);
      const { cases } = await me.client.read<{ cases: { nodes: { id: string }[] } }>(
        'query ($id: ID!) { cases(inspectionId: $id, first: 200) { nodes { id } } }',
        { id: inspection.id },
      );
      expect(cases.nodes.map((each) => each.id)).not.toContain(hidden.id);
      expect(await found(me.client, id)).toMatchObject({ caseCode: hidden.code, agency: null });
    });
  });

  describe('is known', () => {
    it('whole to the person and his inspectorate lead, to the lead that there is one, and to nobody else', async () => {
      const me = fresh('CQC', 'ANALYST');
      const agencyId = inspection.agency('POLICE_FORCE').id;
      const id = await declare(me.client, { agencyId });
      for (const one of [me, fresh('CQC', 'INSPECTORATE_LEAD')])
        expect(await found(one.client, id)).toMatchObject({
          state: 'ACTIVE',
          person: { id: me.userId },
          agency: { id: agencyId },
          reason: 'A past employer',
        });
      expect(await found(inspection.lead.client, id)).toEqual({
        id,
        state: 'ACTIVE',
        inspectorate: 'CQC',
        person: null,
        agency: null,
        caseCode: null,
        reason: null,
      });
      for (const other of [
        fresh('CQC').client,
        fresh('OFSTED', 'INSPECTORATE_LEAD').client,
        fresh('CQC', 'QUALITY_ASSURER').client,
        inspection.planner,
        inspection.agency('POLICE_FORCE').coordinator.client,
      ])
        expect(await found(other, id)).toBeUndefined();
    });

    it('to the planner where it is that of an inspectorate lead', async () => {
      const me = fresh('OFSTED', 'INSPECTORATE_LEAD');
      const id = await declare(me.client, { agencyId: inspection.agency('POLICE_FORCE').id });
      expect(await found(inspection.planner, id)).toMatchObject({
        person: { id: me.userId },
        reason: 'A past employer',
      });
      expect(await found(fresh('CQC', 'INSPECTORATE_LEAD').client, id)).toBeUndefined();
    });

    it('to his inspectorate lead on an inspection that he joins later, and no longer once he has left', async () => {
      const me = fresh('HMICFRS', 'ANALYST');
      const id = await declare(me.client, { agencyId: inspection.agency('POLICE_FORCE').id });
      const elsewhere = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('PREPARING').build();
      const lead = elsewhere.member('HMICFRS', 'INSPECTORATE_LEAD').client;
      expect(await found(lead, id)).toBeUndefined();
      const { assignment } = await lead.do<{ assignment: { id: string } }>(
        'assign',
        { inspectionId: elsewhere.id, userId: me.userId, role: 'ANALYST' },
        'assignment { id }',
      );
      expect(await found(lead, id)).toMatchObject({ reason: 'A past employer' });
      expect(await found(elsewhere.lead.client, id)).toMatchObject({ reason: null });
      await lead.do('endAssignment', { assignmentId: assignment.id });
      expect(await found(lead, id)).toBeUndefined();
      expect(await found(elsewhere.lead.client, id)).toBeUndefined();
    });
  });

  describe('is declared', () => {
    it('for a person by his inspectorate lead, and by nobody else', async () => {
      const me = fresh('CQC', 'QUALITY_ASSURER');
      const agency = await anAgency(inspection.planner);
      const input = { personId: me.userId, agencyId: agency.id, reason: 'His sister works there' };
      for (const other of [inspection.lead.client, fresh('OFSTED', 'INSPECTORATE_LEAD').client, fresh('CQC').client])
        expect((await other.send('declareConflict', input)).code).toBe('NOT_PERMITTED');
      expect((await conflictsOf(me.client)).filter(({ agency: one }) => one?.id === agency.id)).toEqual([]);
      const item = await aPiece(fresh('CQC'), 'CQC', inspection.id, { sourceAgencyId: agency.id });
      const node = async () =>
        (await me.client.read<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', { id: item.id })).node;
      expect(await node()).not.toBeNull();
      const id = await declare(fresh('CQC', 'INSPECTORATE_LEAD').client, input);
      expect(await node()).toBeNull();
      expect(await found(me.client, id)).toMatchObject({ reason: 'His sister works there' });
    });

    it('of one agency or one case that is seen, and once', async () => {
      const me = fresh('OFSTED', 'ANALYST').client;
      const problems = async (input: object) =>
        (await me.send('declareConflict', { reason: 'x', ...input })).problems.map(({ at, code }) => `${at} ${code}`);
      const [agency, elsewhere] = [await anAgency(inspection.planner), await anInspection().build()];
      const unseen = await aCase(elsewhere.lead.client, elsewhere);
      expect(await problems({})).toEqual(['agencyId MISSING']);
      expect(await problems({ agencyId: agency.id, caseId: unseen.id })).toEqual(['caseId NOT_NEEDED']);
      expect(await problems({ caseId: unseen.id })).toEqual(['caseId UNKNOWN_ID']);
      await declare(me, { agencyId: agency.id });
      expect(await problems({ agencyId: agency.id })).toEqual(['agencyId TAKEN']);
    });

    it('by inspectorates only', async () => {
      const { coordinator, id } = inspection.agency('LOCAL_AUTHORITY');
      const sent = await coordinator.client.send('declareConflict', { agencyId: id, reason: 'x' });
      expect(sent.code).toBe('NOT_PERMITTED');
    });
  });

  describe('is lifted', () => {
    it('by his inspectorate lead with a reason, never by himself, and opens what it hid', async () => {
      const me = fresh('OFSTED');
      const agency = await anAgency(inspection.planner);
      const item = await aPiece(me, 'OFSTED', inspection.id, { sourceAgencyId: agency.id });
      const id = await declare(me.client, { agencyId: agency.id });
      const lift = { conflictId: id, reason: 'He left fifteen years ago' };
      for (const other of [me.client, inspection.lead.client])
        expect((await other.send('liftConflict', lift)).code).toBe('NOT_PERMITTED');
      for (const other of [fresh('CQC', 'INSPECTORATE_LEAD').client, inspection.planner])
        expect((await other.send('liftConflict', lift)).code).toBe('NOT_FOUND');
      expect(await found(me.client, id)).toMatchObject({ state: 'ACTIVE' });
      await fresh('OFSTED', 'INSPECTORATE_LEAD').client.do('liftConflict', lift);
      expect(await found(me.client, id)).toMatchObject({ state: 'LIFTED' });
      const { node } = await me.client.read<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', {
        id: item.id,
      });
      expect(node).toEqual({ id: item.id });
      expect((await fresh('OFSTED', 'INSPECTORATE_LEAD').client.send('liftConflict', lift)).code).toBe('WRONG_STATE');
    });

    it("of an inspectorate lead by his planner alone, another inspectorate lead's colleague or not", async () => {
      const me = fresh('CQC', 'INSPECTORATE_LEAD');
      const id = await declare(me.client, { agencyId: (await anAgency(inspection.planner)).id });
      const lift = { conflictId: id, reason: 'Long ago' };
      const elsewhere = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('PREPARING').build();
      const colleague = elsewhere.member('CQC', 'INSPECTORATE_LEAD').client;
      await colleague.do('assign', { inspectionId: elsewhere.id, userId: me.userId, role: 'INSPECTOR' });
      for (const other of [me.client, colleague])
        expect((await other.send('liftConflict', lift)).code).toBe('NOT_PERMITTED');
      expect(await found(me.client, id)).toMatchObject({ state: 'ACTIVE' });
      await inspection.plannerOf('CQC').do('liftConflict', lift);
      expect(await found(me.client, id)).toMatchObject({ state: 'LIFTED' });
    });
  });
});
