import { beforeAll, describe, expect, it } from '@jest/globals';
import { administratorOf, anInspection, aUser, type Inspected } from '../support/an-inspection.js';
import type { Client } from '../support/client.js';
import {
  aClosedInspection,
  aFiling,
  aHandler,
  eventsSeen,
  handlersSeen,
  itemsSeen,
  opened,
  theItem,
} from '../support/whistleblowing.js';

const build = () => anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
const someone = async (organisation = 'OFSTED', posts: string[] = []) =>
  aUser(await administratorOf(organisation), organisation, posts);

describe('the handlers', () => {
  let inspection: Inspected;
  const name = (by: Client, userId: string, inspectionId = inspection.id) =>
    by.send('nameWhistleblowingHandler', { inspectionId, userId });

  beforeAll(async () => {
    inspection = await build();
  });

  it('are named by a planner of the leading inspectorate, and by nobody else', async () => {
    const { userId } = await someone();
    for (const [by, code] of [
      [inspection.plannerOf('CQC'), 'NOT_PERMITTED'],
      [inspection.lead.client, 'NOT_PERMITTED'],
      [inspection.member('OFSTED', 'INSPECTORATE_LEAD').client, 'NOT_PERMITTED'],
      [inspection.agency('POLICE_FORCE').coordinator.client, 'NOT_PERMITTED'],
      [await administratorOf('OFSTED'), 'NOT_FOUND'],
      [(await someone('HMI_PROBATION', ['PLANNER'])).client, 'NOT_FOUND'],
    ] as const)
      expect((await name(by, userId)).code).toBe(code);
    expect(await handlersSeen(inspection.planner, inspection.id)).toEqual([]);
    const { client, handlerId } = await aHandler(inspection);
    expect((await name(client, userId)).code).toBe('NOT_PERMITTED');
    expect(await handlersSeen(inspection.planner, inspection.id)).toEqual([{ id: handlerId, endedAt: null }]);
  });

  it('are people of the leading inspectorate, not suspended, who lead nothing there and do not name themselves', async () => {
    const before = await handlersSeen(inspection.planner, inspection.id);
    const suspended = await someone();
    await (await administratorOf('OFSTED')).do('suspendUser', { userId: suspended.userId });
    for (const [userId, code] of [
      [(await someone('CQC')).userId, 'UNKNOWN_ID'],
      [suspended.userId, 'UNKNOWN_ID'],
      [inspection.lead.userId, 'LEADS_HERE'],
      [inspection.member('OFSTED', 'INSPECTORATE_LEAD').userId, 'LEADS_HERE'],
    ] as const)
      expect((await name(inspection.planner, userId)).problems).toMatchObject([{ at: 'userId', code }]);
    const self = await someone('OFSTED', ['PLANNER']);
    expect((await name(self.client, self.userId)).code).toBe('NOT_PERMITTED');
    expect(await handlersSeen(inspection.planner, inspection.id)).toEqual(before);
    const { userId } = await aHandler(inspection);
    expect((await name(inspection.planner, userId)).problems).toMatchObject([{ at: 'userId', code: 'TAKEN' }]);
  });

  it('are known to the planners of the leading inspectorate and to one another, and to nobody else', async () => {
    const own = await build();
    const [one, other] = [await aHandler(own), await aHandler(own)];
    for (const client of [own.planner, (await someone('OFSTED', ['PLANNER'])).client, one.client, other.client])
      expect((await handlersSeen(client, own.id)).map(({ id }) => id).sort()).toEqual(
        [one.handlerId, other.handlerId].sort(),
      );
    for (const client of [
      own.plannerOf('CQC'),
      own.lead.client,
      own.member('OFSTED', 'INSPECTORATE_LEAD').client,
      own.member('OFSTED', 'INSPECTOR').client,
      await administratorOf('OFSTED'),
      own.agency('POLICE_FORCE').coordinator.client,
    ])
      expect(await handlersSeen(client, own.id)).toEqual([]);
  });

  it('see nothing more once they are ended, which only such a planner does, and once', async () => {
    const own = await build();
    const [handler, other] = [await aHandler(own), await aHandler(own)];
    await aFiling(own.member('CQC', 'INSPECTOR').client, own.id);
    const { id } = await theItem(handler.client, own.id);
    const end = (by: Client) => by.send('endWhistleblowingHandler', { handlerId: handler.handlerId });
    for (const [by, code] of [
      [own.plannerOf('CQC'), 'NOT_FOUND'],
      [own.lead.client, 'NOT_FOUND'],
      [other.client, 'NOT_PERMITTED'],
      [handler.client, 'NOT_PERMITTED'],
    ] as const)
      expect((await end(by)).code).toBe(code);
    expect(await itemsSeen(handler.client, own.id)).toHaveLength(1);
    expect((await end((await someone('OFSTED', ['PLANNER'])).client)).code).toBeNull();
    expect(await itemsSeen(handler.client, own.id)).toEqual([]);
    expect(await opened(handler.client, id)).toBeNull();
    const inspectionOf = 'query ($id: ID!) { inspection(id: $id) { id } }';
    expect(await handler.client.read(inspectionOf, { id: own.id })).toEqual({ inspection: null });
    expect((await end(own.planner)).code).toBe('WRONG_STATE');
    expect((await eventsSeen(other.client, own.id)).map(({ operation }) => operation).sort()).toEqual([
      'FILED',
      'HANDLER_ENDED',
      'HANDLER_NAMED',
      'HANDLER_NAMED',
    ]);
  });

  it('are none from the moment at which they are to lead, nor when they lead no more', async () => {
    for (const role of ['INSPECTORATE_LEAD', 'LEAD'] as const) {
      const own = await build();
      const [handler, other] = [await aHandler(own), await aHandler(own)];
      await aFiling(own.member('CQC', 'INSPECTOR').client, own.id);
      const { id, version } = await theItem(handler.client, own.id);
      const before = role === 'LEAD' ? own.lead : own.member('OFSTED', role);
      const { assignment } = await own.planner.do<{ assignment: { id: string } }>(
        'handOver',
        { assignmentId: before.assignmentId, userId: handler.userId },
        'assignment { id }',
      );
      const blind = async () => {
        expect(await itemsSeen(handler.client, own.id)).toEqual([]);
        expect(await eventsSeen(handler.client, own.id)).toEqual([]);
        expect(await handlersSeen(handler.client, own.id)).toEqual([]);
        expect(await opened(handler.client, id)).toBeNull();
        const take = { itemId: id, version, step: 'TAKEN_IN_HAND' };
        expect((await handler.client.send('handleWhistleblowing', take)).code).toBe('NOT_FOUND');
      };
      await blind();
      expect((await handlersSeen(own.planner, own.id)).filter(({ endedAt }) => endedAt !== null)).toMatchObject([
        { id: handler.handlerId },
      ]);
      expect(await eventsSeen(other.client, own.id)).toContainEqual(
        expect.objectContaining({ operation: 'HANDLER_ENDED', handler: { id: handler.handlerId } }),
      );
      await own.planner.do('endAssignment', { assignmentId: assignment.id });
      await blind();
      await aHandler(own, handler);
      expect(await itemsSeen(handler.client, own.id)).toHaveLength(1);
    }
  });

  it('stay after closing and after the 28 days, when nobody is named any more and no record keeper comes in', async () => {
    const person = await someone();
    const closed = await aClosedInspection(async (narrated) => {
      await aHandler(narrated.inspection, person);
      await aFiling(narrated.who('CQC', 'INSPECTOR'), narrated.id);
    });
    const reader = person.client;
    const [within, later] = ['2024-03-20T09:00:00Z', '2024-08-01T09:00:00Z'];
    await aFiling(closed.who('CQC', 'OBSERVER').at(within), closed.id);
    const tooLate = { inspectionId: closed.id, words: 'Too late.' };
    expect((await closed.who('CQC', 'INSPECTOR').at(later).send('fileWhistleblowing', tooLate)).code).toBe(
      'NOT_PERMITTED',
    );
    const [item] = await itemsSeen(reader.at(later), closed.id);
    expect(await opened(reader.at(later), item?.id ?? '')).toMatchObject({ words: expect.stringMatching(/dates/) });
    const step = { itemId: item?.id, version: item?.version };
    await reader.at(later).do('handleWhistleblowing', { ...step, step: 'TAKEN_IN_HAND' });
    const keeper = (await someone('OFSTED', ['RECORD_KEEPER'])).client;
    for (const other of [keeper, closed.lead, closed.inspection.planner])
      for (const at of [within, later]) expect(await itemsSeen(other.at(at), closed.id)).toEqual([]);
    const { userId } = await someone();
    expect((await name(closed.inspection.planner.at(within), userId, closed.id)).code).toBe('WRONG_STATE');
    expect(await itemsSeen(reader.at(later), closed.id)).toHaveLength(2);
  });
});

describe('handling', () => {
  it('goes from received to in hand to closed, with notes that the handlers read', async () => {
    const own = await build();
    const [one, other] = [await aHandler(own), await aHandler(own)];
    await aFiling(own.member('CQC', 'INSPECTOR').client, own.id);
    const { id } = await theItem(one.client, own.id);
    const send = async (client: Client, step: string, words: string | null, version?: number) =>
      client.send('handleWhistleblowing', {
        itemId: id,
        version: version ?? (await theItem(one.client, own.id)).version,
        step,
        words,
      });
    const stands = async () => {
      const { state, version, steps } = await theItem(other.client, own.id);
      return [state, version, steps.length];
    };
    for (const step of ['NOTED', 'CLOSED']) expect((await send(one.client, step, 'Early')).code).toBe('WRONG_STATE');
    expect((await send(one.client, 'TAKEN_IN_HAND', null, 7)).code).toBe('CONFLICT');
    expect(await stands()).toEqual(['RECEIVED', 1, 0]);
    expect((await send(one.client.at('2024-03-19T10:00:00Z'), 'TAKEN_IN_HAND', null)).code).toBeNull();
    expect((await send(other.client, 'TAKEN_IN_HAND', null)).code).toBe('WRONG_STATE');
    expect((await send(other.client, 'NOTED', null)).problems).toMatchObject([{ at: 'words', code: 'MISSING' }]);
    expect(await stands()).toEqual(['IN_HAND', 2, 1]);
    expect((await send(other.client.at('2024-03-19T11:00:00Z'), 'NOTED', 'I spoke to her.')).code).toBeNull();
    expect((await send(one.client.at('2024-03-19T12:00:00Z'), 'CLOSED', 'The dates are back.')).code).toBeNull();
    for (const step of ['TAKEN_IN_HAND', 'NOTED', 'CLOSED'])
      expect((await send(one.client, step, 'Late')).code).toBe('WRONG_STATE');
    expect(await stands()).toEqual(['CLOSED', 4, 3]);
    const { steps } = await theItem(one.client, own.id);
    expect(steps.map(({ step, at, by }) => [step, new Date(at).toISOString(), by])).toEqual([
      ['TAKEN_IN_HAND', '2024-03-19T10:00:00.000Z', 'Hana Handler'],
      ['NOTED', '2024-03-19T11:00:00.000Z', 'Hana Handler'],
      ['CLOSED', '2024-03-19T12:00:00.000Z', 'Hana Handler'],
    ]);
    expect((await opened(one.client, id))?.notes).toEqual([
      { step: 'NOTED', by: 'Hana Handler', words: 'I spoke to her.' },
      { step: 'CLOSED', by: 'Hana Handler', words: 'The dates are back.' },
    ]);
  });

  it('is begun once, by whichever of two handlers is first', async () => {
    const own = await build();
    const both = [await aHandler(own), await aHandler(own)] as const;
    await aFiling(own.member('CQC', 'INSPECTOR').client, own.id);
    const { id: itemId, version } = await theItem(both[0].client, own.id);
    const sent = await Promise.all(
      both.map(({ client }) => client.send('handleWhistleblowing', { itemId, version, step: 'TAKEN_IN_HAND' })),
    );
    const codes = sent.map(({ code }) => code);
    expect(codes).toContain(null);
    expect(codes.filter((code) => code === 'CONFLICT' || code === 'WRONG_STATE')).toHaveLength(1);
  });

  it('is recorded in a stream of its own, an opening before its words leave', async () => {
    const own = await build();
    const handler = await aHandler(own);
    await aFiling(own.member('CQC', 'INSPECTOR').client.at('2024-03-19T15:00:00Z'), own.id);
    const { id, version } = await theItem(handler.client, own.id);
    await opened(handler.client.at('2024-03-20T09:00:00Z'), id);
    await handler.client
      .at('2024-03-20T10:00:00Z')
      .do('handleWhistleblowing', { itemId: id, version, step: 'TAKEN_IN_HAND' });
    const events = (await eventsSeen(handler.client, own.id)).map(({ operation, at, by, item }) => [
      operation,
      new Date(at).toISOString(),
      by?.id ?? null,
      item?.id ?? null,
    ]);
    expect(events).toEqual([
      ['TAKEN_IN_HAND', '2024-03-20T10:00:00.000Z', handler.userId, id],
      ['OPENED', '2024-03-20T09:00:00.000Z', handler.userId, id],
      // Nobody, and the beginning of the day: its author is sealed with its words.
      ['FILED', '2024-03-19T00:00:00.000Z', null, id],
      ['HANDLER_NAMED', '2024-03-04T09:00:00.000Z', expect.stringMatching(/^Person/), null],
    ]);
  });

  it('waits for the handlers; a planner is told only that an inspection has none', async () => {
    const own = await build();
    const waiting = async (client: Client) =>
      (
        await client.read<{ waiting: { kind: string; objectId: string; yours: boolean }[] }>(
          '{ waiting { kind objectId yours } }',
        )
      ).waiting;
    const missing = [{ kind: 'WHISTLEBLOWING_HANDLER_MISSING', objectId: own.id, yours: true }];
    const told = async () => (await waiting(own.planner)).filter(({ objectId }) => objectId === own.id);
    expect(await told()).toEqual(missing);
    await aFiling(own.member('CQC', 'INSPECTOR').client, own.id);
    expect(await told()).toEqual(missing);
    expect(await waiting(own.lead.client)).toEqual([]);
    const handler = await aHandler(own);
    expect(await told()).toEqual([]);
    const { id, version } = await theItem(handler.client, own.id);
    expect(await waiting(handler.client)).toEqual([{ kind: 'WHISTLEBLOWING_RECEIVED', objectId: id, yours: true }]);
    const step = { itemId: id, words: 'Done' };
    await handler.client.do('handleWhistleblowing', { ...step, version, step: 'TAKEN_IN_HAND' });
    expect(await waiting(handler.client)).toEqual([{ kind: 'WHISTLEBLOWING_IN_HAND', objectId: id, yours: true }]);
    await handler.client.do('handleWhistleblowing', { ...step, version: version + 1, step: 'CLOSED' });
    expect(await waiting(handler.client)).toEqual([]);
    await (await administratorOf('OFSTED')).do('suspendUser', { userId: handler.userId });
    expect(await told()).toEqual(missing);
  });
});
