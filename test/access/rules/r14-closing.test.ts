import { beforeAll, describe, expect, it } from '@jest/globals';
import { aCase, caseFacts } from '../../support/a-case.js';
import { anAgency } from '../../support/an-authority.js';
import {
  administratorOf,
  anInspection,
  aPiece,
  aUser,
  type Inspected,
  type TeamRole,
} from '../../support/an-inspection.js';
import type { Client } from '../../support/client.js';
import { toFollowUp } from '../../support/stages.js';
import { aShare, degreeOf, finds, shareOf } from './sight.js';
import { each, refused } from './the-rows.js';

const keeperOf = async (code: string): Promise<Client> =>
  (await aUser(await administratorOf(code), code, ['RECORD_KEEPER'])).client;
const atThe = (client: Client, times: readonly string[], id: string): Promise<string[]> =>
  Promise.all(times.map((now) => degreeOf(client.at(now), id)));

describe('R14: closing freezes; its team reads for 28 London days, and from closing the owner’s record keepers', () => {
  describe('across the change to summer time', () => {
    const CLOSED = '2024-03-05T12:00:00.000Z';
    const DURING = '2024-03-20T12:00:00Z';
    /** 00:00 in London of 3 April, the 29th day: an hour before midnight UTC, as clocks went forward on 31 March. */
    const [LAST, OVER] = ['2024-04-02T22:59:59.999Z', '2024-04-02T23:00:00.000Z'];
    let inspection: Inspected;
    let items: Record<'own' | 'shared' | 'draft' | 'ended', { id: string; version: number }>;
    let shareId: string;
    let caseId: string;
    let keepers: Record<'OFSTED' | 'CQC', Client>;
    const who = (code: string, role: TeamRole = 'INSPECTOR') => inspection.member(code, role);

    beforeAll(async () => {
      inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
      const file = (submit = true) => aPiece(who('OFSTED'), 'OFSTED', inspection.id, {}, submit);
      items = { own: await file(), shared: await file(), draft: await file(false), ended: await file() };
      const { client } = who('OFSTED');
      shareId = (await aShare(client, 'OFSTED', items.shared.id, 'CQC')).id;
      await aShare(client, 'OFSTED', items.ended.id, 'CQC', { endsAt: '2024-03-05T11:00:00Z' });
      caseId = (await aCase(client, inspection)).id;
      keepers = { OFSTED: await keeperOf('OFSTED'), CQC: await keeperOf('CQC') };
      await who('HMICFRS', 'INSPECTORATE_LEAD').client.do('endAssignment', {
        assignmentId: who('HMICFRS').assignmentId,
      });
    });

    it('is the lead’s act, once the inspection is followed up, and record keepers see nothing before', async () => {
      const close = { inspectionId: inspection.id };
      const early = await refused(inspection, { 'in fieldwork': [inspection.lead.client, 'closeInspection', close] });
      expect(early).toEqual({ 'in fieldwork': 'WRONG_STATE' });
      await toFollowUp(inspection, '2024-03-05T09:00:00Z');
      const now = '2024-03-05T11:59:59Z';
      expect(
        await refused(inspection, {
          'an inspectorate lead': [who('OFSTED', 'INSPECTORATE_LEAD').client.at(now), 'closeInspection', close],
          'a planner': [inspection.planner.at(now), 'closeInspection', close],
          'an agency': [inspection.agency('POLICE_FORCE').coordinator.client.at(now), 'closeInspection', close],
          'a record keeper': [keepers.OFSTED.at(now), 'closeInspection', close],
        }),
      ).toEqual({
        'an inspectorate lead': 'NOT_PERMITTED',
        'a planner': 'NOT_PERMITTED',
        'an agency': 'NOT_PERMITTED',
        'a record keeper': 'NOT_FOUND',
      });
      expect(await degreeOf(keepers.OFSTED.at(now), items.own.id)).toBe('none');
      await inspection.lead.client.at(CLOSED).do('closeInspection', close);
    });

    it('lets the team of closing read to the last moment of the 28th day, and nobody who had left', async () => {
      const times = [CLOSED, LAST, OVER];
      const toTheEnd = ['whole', 'whole', 'none'];
      expect(await atThe(who('OFSTED').client, times, items.own.id)).toEqual(toTheEnd);
      expect(await atThe(who('OFSTED', 'ANALYST').client, times, items.own.id)).toEqual(toTheEnd);
      expect(await atThe(who('OFSTED').client, times, items.draft.id)).toEqual(toTheEnd);
      expect(await Promise.all(times.map((now) => finds(who('CQC').client.at(now), caseId)))).toEqual([
        true,
        true,
        false,
      ]);
      expect(await finds(who('HMICFRS').client.at(CLOSED), caseId)).toBe(false);
      expect(await finds(who('HMICFRS', 'ANALYST').client.at(CLOSED), caseId)).toBe(true);
    });

    it('lets a share in force at closing count as long, and none that had ended', async () => {
      const times = [CLOSED, LAST, OVER];
      expect(await atThe(who('CQC').client, times, items.shared.id)).toEqual(['whole', 'whole', 'none']);
      expect(await atThe(who('CQC').client, times, items.ended.id)).toEqual(['none', 'none', 'none']);
    });

    it('lets record keepers read what is their inspectorate’s, from closing on: no drafts, and nothing of others', async () => {
      const times = [CLOSED, LAST, OVER, '2030-01-01T00:00:00Z'];
      expect(await atThe(keepers.OFSTED, times, items.own.id)).toEqual(times.map(() => 'whole'));
      expect(await atThe(keepers.OFSTED, times, items.draft.id)).toEqual(times.map(() => 'none'));
      expect(await atThe(keepers.CQC, times, items.shared.id)).toEqual(times.map(() => 'none'));
    });

    it('takes no more writing, of anybody who could, whatever the time that he writes at', async () => {
      const { id } = inspection;
      const writer = who('OFSTED').client.at(DURING);
      const lead = inspection.lead.client.at(DURING);
      const { own, shared, draft } = items;
      const text = { title: 'x', body: 'x' };
      const late = {
        'a draft is edited': [writer, 'editDraftEvidence', { evidenceId: draft.id, version: 1, ...text }],
        'a draft is submitted': [writer, 'submitEvidence', { evidenceId: draft.id, version: 1 }],
        'an item is superseded': [
          writer,
          'supersedeEvidence',
          { evidenceId: own.id, version: 2, ...text, reason: 'x' },
        ],
        'an item is shared': [writer, 'shareEvidence', shareOf('OFSTED', own.id, 'CQC')],
        'a marking is changed': [
          writer,
          'changeMarking',
          { evidenceId: own.id, version: 2, marking: 'OFFICIAL_SENSITIVE' },
        ],
        'a case is edited': [writer, 'editCase', { caseId, version: 1, ...caseFacts(inspection) }],
        'an area is notified': [lead, 'notifyArea', { inspectionId: id }],
        'it is closed again': [lead, 'closeInspection', { inspectionId: id }],
        // An act holds for every transaction that begins after it, whatever its timestamp.
        'by the clock before closing': [
          who('OFSTED').client,
          'supersedeEvidence',
          { evidenceId: own.id, version: 2, ...text, reason: 'x' },
        ],
      } as const;
      expect(await refused(inspection, late)).toEqual(each(late, 'WRONG_STATE'));
      const keepersOwn = {
        'withdrawn by its writer': [writer, 'withdrawEvidence', { evidenceId: own.id, reason: 'x' }],
        'unshared by its writer': [writer, 'revokeShare', { shareId, reason: 'x' }],
      } as const;
      expect(await refused(inspection, keepersOwn)).toEqual(each(keepersOwn, 'NOT_PERMITTED'));
      const others = {
        'withdrawn by another’s keeper': [
          keepers.CQC.at(DURING),
          'withdrawEvidence',
          { evidenceId: shared.id, reason: 'x' },
        ],
      } as const;
      expect(await refused(inspection, others)).toEqual(each(others, 'NOT_FOUND'));
      await keepers.OFSTED.at(DURING).do('revokeShare', { shareId, reason: 'Kept no longer' });
      expect(await degreeOf(who('CQC').client.at(DURING), shared.id)).toBe('none');
    });
  });

  it('counts the day of closing by London’s calendar, and 28 days across the end of summer time', async () => {
    const inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('PREPARING').build();
    const writer = inspection.member('OFSTED', 'INSPECTOR');
    const { id } = await aPiece(writer, 'OFSTED', inspection.id);
    // Half past midnight of 15 October in London; the 29th day after it is 13 November, in winter time.
    const closed = '2024-10-14T23:30:00Z';
    await toFollowUp(inspection, '2024-10-14T09:00:00Z');
    await inspection.lead.client.at(closed).do('closeInspection', { inspectionId: inspection.id });
    const times = [closed, '2024-11-12T00:00:00Z', '2024-11-12T23:59:59.999Z', '2024-11-13T00:00:00Z'];
    expect(await atThe(writer.client, times, id)).toEqual(['whole', 'whole', 'whole', 'none']);
  });

  it('shows a conflict of an inspectorate lead to his planner for those days and no longer', async () => {
    const inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('PREPARING').build();
    const leads = inspection.member('OFSTED', 'INSPECTORATE_LEAD').client;
    const { conflict } = await leads.do<{ conflict: { id: string } }>(
      'declareConflict',
      { agencyId: (await anAgency(inspection.planner, 'NHS_PROVIDER')).id, reason: 'He worked there.' },
      'conflict { id }',
    );
    await toFollowUp(inspection, '2024-10-14T09:00:00Z');
    const closed = '2024-10-14T12:00:00Z';
    await inspection.lead.client.at(closed).do('closeInspection', { inspectionId: inspection.id });
    const seen = [closed, '2024-11-11T23:59:59.999Z', '2024-11-12T00:00:00Z'].map((now) =>
      finds(inspection.planner.at(now), conflict.id),
    );
    expect(await Promise.all(seen)).toEqual([true, true, false]);
    expect(await finds(leads.at('2024-11-12T00:00:00Z'), conflict.id)).toBe(true);
  });
});
