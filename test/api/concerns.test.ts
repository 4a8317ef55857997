import { beforeAll, describe, expect, it } from '@jest/globals';
import { aCase } from '../support/a-case.js';
import { aSafeguardingContact, anAgency, type AnAgency } from '../support/an-authority.js';
import { anInspection, type Inspected } from '../support/an-inspection.js';
import type { Client } from '../support/client.js';

const CONCERN = `query ($id: ID!) { concern(id: $id) { id state words receiver { id } inspection { id title } case { id } steps { step at by organisation words } } }`;
interface Seen {
  id: string;
  state: string;
  words: string;
  inspection: { id: string } | null;
  case: { id: string } | null;
  steps: { step: string; at: string; by: string; organisation: string; words: string | null }[];
}
interface Waiting {
  kind: string;
  objectId: string;
  yours: boolean;
}
const read = async (client: Client, id: string): Promise<Seen | null> =>
  (await client.read<{ concern: Seen | null }>(CONCERN, { id })).concern;
const waiting = async (client: Client): Promise<Waiting[]> =>
  (await client.read<{ waiting: Waiting[] }>('{ waiting { kind objectId yours } }')).waiting;

describe('a child at immediate risk', () => {
  let inspection: Inspected;
  let authority: AnAgency;
  let receiver: Client;
  const who = (inspectorate: string, role: Parameters<Inspected['member']>[1] = 'INSPECTOR') =>
    inspection.member(inspectorate, role);
  const raise = async (by: Client, more: Record<string, unknown> = {}): Promise<string> => {
    const { concern } = await by.do<{ concern: { id: string } }>(
      'raiseConcern',
      { inspectionId: inspection.id, receiverId: authority.id, words: 'A child of six is alone at home.', ...more },
      'concern { id } warnings',
    );
    return concern.id;
  };

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    authority = await anAgency(inspection.planner);
    receiver = (await aSafeguardingContact(authority)).client;
  });

  it('is raised by any member of the team, at any stage, and by nobody else', async () => {
    for (const role of ['INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST', 'QUALITY_ASSURER'] as const)
      await raise(who('CQC', role).client);
    const planned = await anInspection().inStage('PLANNED').build();
    await raise(planned.member('HMICFRS', 'ANALYST').client, { inspectionId: planned.id });
    const input = { inspectionId: inspection.id, receiverId: authority.id, words: 'Alone at home.' };
    for (const stranger of [
      who('CQC', 'OBSERVER').client,
      inspection.planner,
      inspection.agency('POLICE_FORCE').coordinator.client,
    ])
      expect((await stranger.send('raiseConcern', input)).code).toBe('NOT_PERMITTED');
    expect((await receiver.send('raiseConcern', input)).code).toBe('NOT_FOUND');
  });

  it('goes to a local authority that need take no part, which sees the concern alone', async () => {
    const { id: caseId } = await aCase(who('OFSTED').client, inspection);
    const id = await raise(who('OFSTED').client, { caseId });
    expect(await read(receiver, id)).toMatchObject({
      words: 'A child of six is alone at home.',
      inspection: null,
      case: null,
      steps: [{ step: 'RAISED', by: expect.stringMatching(/^User/), organisation: 'Ofsted' }],
    });
    expect(
      (
        await receiver.read<{ inspection: unknown }>('query ($id: ID!) { inspection(id: $id) { id } }', {
          id: inspection.id,
        })
      ).inspection,
    ).toBeNull();
    // Published inspections exist for everybody; this one is not among them.
    const known = await receiver.read<{ inspections: { nodes: { id: string }[] } }>(
      '{ inspections(first: 200) { nodes { id } } }',
    );
    expect(known.inspections.nodes.map(({ id }) => id)).not.toContain(inspection.id);
    const of = await receiver.read<{ concerns: { nodes: unknown[] } }>(
      'query ($id: ID!) { concerns(inspectionId: $id) { nodes { id } } }',
      { id: inspection.id },
    );
    expect(of.concerns.nodes).toEqual([]);
  });

  it('is seen by its author, the lead, the members of its case and its receiver, and by nobody else', async () => {
    const { id: caseId } = await aCase(who('OFSTED').client, inspection);
    await who('HMICFRS', 'INSPECTORATE_LEAD').client.do('nameCaseMember', {
      caseId,
      assignmentId: who('HMICFRS').assignmentId,
    });
    const id = await raise(who('OFSTED').client, { caseId });
    for (const one of [who('OFSTED'), who('HMICFRS'), inspection.lead])
      expect(await read(one.client, id)).toMatchObject({ id, case: { id: caseId }, inspection: { id: inspection.id } });
    const elsewhere = await aSafeguardingContact(await anAgency(inspection.planner));
    for (const other of [
      who('OFSTED', 'INSPECTORATE_LEAD').client,
      who('CQC').client,
      who('HMICFRS', 'INSPECTORATE_LEAD').client,
      who('OFSTED', 'QUALITY_ASSURER').client,
      inspection.planner,
      inspection.agency('LOCAL_AUTHORITY').coordinator.client,
      authority.administrator,
      elsewhere.client,
    ])
      expect(await read(other, id)).toBeNull();
  });

  it('is acknowledged and acted on by the receiver, closed by the lead, each step with time and name', async () => {
    const id = await raise(who('OFSTED').client);
    const acted = { concernId: id, words: 'A social worker is with the child.' };
    for (const other of [inspection.lead.client, who('OFSTED').client]) {
      expect((await other.send('acknowledgeConcern', { concernId: id })).code).toBe('NOT_PERMITTED');
      expect((await other.send('actOnConcern', acted)).code).toBe('NOT_PERMITTED');
    }
    expect((await who('CQC').client.send('acknowledgeConcern', { concernId: id })).code).toBe('NOT_FOUND');
    expect((await receiver.send('actOnConcern', acted)).code).toBe('WRONG_STATE');
    expect((await inspection.lead.client.send('closeConcern', { concernId: id })).code).toBe('WRONG_STATE');
    expect(await read(receiver, id)).toMatchObject({ state: 'RAISED' });
    await receiver.at('2024-03-19T10:05:00Z').do('acknowledgeConcern', { concernId: id });
    expect((await receiver.send('acknowledgeConcern', { concernId: id })).code).toBe('WRONG_STATE');
    await receiver.at('2024-03-19T11:00:00Z').do('actOnConcern', acted);
    for (const other of [receiver, who('OFSTED').client])
      expect((await other.send('closeConcern', { concernId: id })).code).toBe('NOT_PERMITTED');
    expect(await read(receiver, id)).toMatchObject({ state: 'ACTED_ON' });
    await inspection.lead.client.at('2024-03-19T12:00:00Z').do('closeConcern', { concernId: id });
    expect((await inspection.lead.client.send('closeConcern', { concernId: id })).code).toBe('WRONG_STATE');
    const seen = await read(who('OFSTED').client, id);
    expect(seen?.state).toBe('CLOSED');
    expect(seen?.steps.map(({ step, at, by }) => [step, new Date(at).toISOString(), by])).toEqual([
      ['RAISED', expect.any(String), expect.stringMatching(/^User/)],
      ['ACKNOWLEDGED', '2024-03-19T10:05:00.000Z', 'Pat Receiver'],
      ['ACTED_ON', '2024-03-19T11:00:00.000Z', 'Pat Receiver'],
      ['CLOSED', '2024-03-19T12:00:00.000Z', expect.stringMatching(/^User/)],
    ]);
  });

  it('is acknowledged once, by whichever of two contacts is first', async () => {
    const other = (await aSafeguardingContact(authority)).client;
    const id = await raise(who('OFSTED').client);
    const sent = await Promise.all([receiver, other].map((each) => each.send('acknowledgeConcern', { concernId: id })));
    expect(sent.map(({ code }) => code).sort()).toEqual(['WRONG_STATE', null].sort());
  });

  it('comes first in every answer of waiting work until it is acknowledged', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').build();
    const there = await anAgency(own.planner);
    const contact = (await aSafeguardingContact(there)).client;
    const at = (time: string, client = own.member('CQC', 'INSPECTOR').client) => client.at(`2024-03-19T${time}:00Z`);
    const more = { inspectionId: own.id, receiverId: there.id };
    const first = await raise(at('09:00'), more);
    await contact.at('2024-03-19T09:05:00Z').do('acknowledgeConcern', { concernId: first });
    const second = await raise(at('10:00'), more);
    const third = await raise(at('11:00'), more);
    for (const [client, yours] of [
      [contact, true],
      [own.lead.client, false],
      [own.member('CQC', 'INSPECTOR').client, false],
    ] as const)
      expect((await waiting(client)).slice(0, 3)).toEqual([
        { kind: 'CONCERN_UNACKNOWLEDGED', objectId: second, yours },
        { kind: 'CONCERN_UNACKNOWLEDGED', objectId: third, yours },
        { kind: 'CONCERN_NOT_ACTED_ON', objectId: first, yours },
      ]);
    await contact.do('actOnConcern', { concernId: first, words: 'Visited.' });
    expect(await waiting(own.lead.client)).toContainEqual({ kind: 'CONCERN_NOT_CLOSED', objectId: first, yours: true });
    expect(await waiting(own.member('HMICFRS', 'INSPECTOR').client)).toEqual([]);
  });

  it('says when nobody at the authority can read it', async () => {
    const deaf = await anAgency(inspection.planner);
    const payload = await who('OFSTED').client.do<{ warnings: string[] }>(
      'raiseConcern',
      { inspectionId: inspection.id, receiverId: deaf.id, words: 'Alone at home.' },
      'warnings',
    );
    expect(payload.warnings).toEqual([expect.stringMatching(/Telephone/)]);
  });

  it('goes to no other body than an authority that still is', async () => {
    const [police, old] = [await anAgency(inspection.planner, 'POLICE_FORCE'), await anAgency(inspection.planner)];
    await inspection.planner.do('replaceAgency', { agencyId: old.id, replacedById: authority.id });
    const input = { inspectionId: inspection.id, words: 'Alone at home.' };
    const send = async (receiverId: string) =>
      (await who('OFSTED').client.send('raiseConcern', { ...input, receiverId })).problems;
    expect(await send(police.id)).toMatchObject([{ at: 'receiverId', code: 'NOT_AN_AUTHORITY' }]);
    expect(await send(old.id)).toMatchObject([{ at: 'receiverId', code: 'REPLACED' }]);
  });

  it('is raised and followed in spite of a conflict of interest, which hides it from others', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').build();
    const [author, member] = [own.member('CQC', 'INSPECTOR'), own.member('CQC', 'ANALYST')];
    const { id: caseId } = await aCase(author.client, own);
    await own
      .member('CQC', 'INSPECTORATE_LEAD')
      .client.do('nameCaseMember', { caseId, assignmentId: member.assignmentId });
    const about = { inspectionId: own.id, caseId };
    const id = await raise(author.client, about);
    for (const each of [author.client, member.client, own.lead.client]) {
      expect(await read(each, id)).not.toBeNull();
      await each.do('declareConflict', { agencyId: authority.id, reason: 'I worked there' });
    }
    expect(await read(member.client, id)).toBeNull();
    expect(await waiting(member.client)).toEqual([]);
    for (const each of [author.client, own.lead.client])
      expect(await read(each, id)).toMatchObject({ id, steps: [{}] });
    await raise(author.client, about);
  });
});
