import { beforeAll, describe, expect, it } from '@jest/globals';
import { aCase } from '../../support/a-case.js';
import { anInspection, type Inspected, type TeamRole } from '../../support/an-inspection.js';
import {
  aBreakGlass,
  aCqcPiece,
  breaking,
  CQC_NOTHING,
  CQC_SUMMARY,
  sight,
  theGlass,
} from '../../support/break-glass.js';
import { type Client, thePublic } from '../../support/client.js';
import { finds, whoOf } from './sight.js';
import { answerOf, refused, type Attempt } from './the-rows.js';

const NOW = '2024-03-04T09:00:00Z';

describe('R11: a lead breaks the glass on one case or summary, with a reason, for an hour at most, and it is reviewed', () => {
  let inspection: Inspected;
  let lead: Client;
  let caseId: string;
  let items: Record<'whole' | 'summary' | 'nothing' | 'draft', string>;
  const who = (code: string, role: TeamRole = 'INSPECTOR') => inspection.member(code, role).client;
  const seen = async (client: Client) => {
    const found: string[] = [];
    for (const id of Object.values(items)) found.push(await sight(client, inspection.id, id));
    return found;
  };
  const NOTHING = ['NOTHING', 'NOTHING', 'NOTHING', 'NOTHING'];
  const filed = async (more: Record<string, unknown>, submit = true) =>
    (await aCqcPiece(inspection, { caseId, ...more }, submit)).id;

  beforeAll(async () => {
    inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    lead = inspection.lead.client;
    caseId = (await aCase(lead, inspection)).id;
    items = {
      whole: await filed({}),
      summary: await filed(CQC_SUMMARY),
      nothing: await filed(CQC_NOTHING),
      draft: await filed({}, false),
    };
  });

  it('is for the lead and inspectorate leads: others of the team may not, and others find nothing to break', async () => {
    const on = breaking({ caseId });
    const attempts: Record<string, Attempt> = {
      inspector: [who('OFSTED'), 'breakGlass', on],
      analyst: [who('OFSTED', 'ANALYST'), 'breakGlass', on],
      'quality assurer': [who('OFSTED', 'QUALITY_ASSURER'), 'breakGlass', on],
      observer: [who('OFSTED', 'OBSERVER'), 'breakGlass', on],
      signatory: [who('OFSTED', 'SIGNATORY'), 'breakGlass', on],
      planner: [inspection.planner, 'breakGlass', on],
      agency: [inspection.agency('POLICE_FORCE').coordinator.client, 'breakGlass', on],
      public: [thePublic(NOW), 'breakGlass', on],
      'the lead, on an item that he does not see': [lead, 'breakGlass', breaking({ evidenceId: items.whole })],
    };
    expect(await refused(inspection, attempts)).toEqual({
      inspector: 'NOT_PERMITTED',
      analyst: 'NOT_PERMITTED',
      'quality assurer': 'NOT_PERMITTED',
      observer: 'NOT_FOUND',
      signatory: 'NOT_FOUND',
      planner: 'NOT_FOUND',
      agency: 'NOT_FOUND',
      public: 'NOT_SIGNED_IN',
      'the lead, on an item that he does not see': 'NOT_FOUND',
    });
    expect(await seen(lead)).toEqual(NOTHING);
  });

  it('needs 30 code points of reason, as they are left when trimmed, composed and collapsed, and at most an hour', async () => {
    const with30 = (reason: string): Attempt => [lead, 'breakGlass', breaking({ caseId }, { reason })];
    const for60 = (minutes: number): Attempt => [lead, 'breakGlass', breaking({ caseId }, { minutes })];
    const told = await refused(inspection, {
      'of 29 letters': with30('x'.repeat(29)),
      'of 29 letters and spaces around': with30(` ${'x'.repeat(29)} `),
      'of 29 letters with accents of their own': with30('e\u0301'.repeat(29)),
      'of 28 letters with many spaces between': with30(`${'x'.repeat(14)}     ${'x'.repeat(14)}`),
      'of 29 signs of two units each': with30('\u{1F6A8}'.repeat(29)),
    });
    expect([...new Set(Object.values(told))]).toEqual(['reason: TOO_SHORT']);
    const times = await refused(inspection, { 'for 61 minutes': for60(61), 'for none': for60(0) });
    for (const answer of Object.values(times)) expect(answer).toMatch(/^minutes: /);
  });

  it('opens to the asker alone what is submitted, as release() allows, to the minute; its owner is told', async () => {
    const glass = await aBreakGlass(lead, { caseId }, { minutes: 60, reason: '\u{1F6A8}'.repeat(30) });
    expect(await seen(lead.at('2024-03-04T09:59:59.999Z'))).toEqual(['WHOLE', 'SUMMARY', 'NOTHING', 'NOTHING']);
    expect(await seen(lead.at('2024-03-04T10:00:00Z'))).toEqual(NOTHING);
    for (const other of [who('OFSTED', 'INSPECTORATE_LEAD'), who('OFSTED'), who('HMICFRS', 'INSPECTORATE_LEAD')])
      expect(await seen(other)).toEqual(NOTHING);
    const people = {
      asker: lead,
      'the owner’s lead': who('CQC', 'INSPECTORATE_LEAD'),
      'its inspector': who('CQC'),
      'another lead': who('HMICFRS', 'INSPECTORATE_LEAD'),
      'the asker’s inspectorate lead': who('OFSTED', 'INSPECTORATE_LEAD'),
      observer: who('CQC', 'OBSERVER'),
      planner: inspection.planner,
    };
    expect(await whoOf(people, (client) => finds(client, glass.id))).toEqual(['asker', 'the owner’s lead']);
    // To see by it is not to write by it.
    const supersede = { evidenceId: items.whole, version: 2, title: 'x', body: 'x', reason: 'x' };
    const share = {
      evidenceId: items.whole,
      recipient: 'HMICFRS',
      form: 'WHOLE',
      gateway: 'CA_2004_S20',
      purpose: 'To pass it on',
    };
    expect(
      await refused(inspection, {
        'is edited by it': [lead, 'supersedeEvidence', supersede],
        'is shared by it': [lead, 'shareEvidence', share],
      }),
    ).toEqual({ 'is edited by it': 'NOT_PERMITTED', 'is shared by it': 'NOT_PERMITTED' });
  });

  it('is reviewed by the owner’s lead alone, and not broken again by the same person before', async () => {
    const child = (await aCase(lead, inspection)).id;
    await aCqcPiece(inspection, { caseId: child });
    const glass = await aBreakGlass(lead, { caseId: child });
    const review = { reviewId: glass.reviews[0]?.id, version: 1, outcome: 'JUSTIFIED', words: 'He had to know' };
    const later = lead.at('2024-03-11T09:00:00Z');
    expect(
      await refused(inspection, {
        'reviewed by the asker': [lead, 'reviewBreakGlass', review],
        'reviewed by the owner’s inspector': [who('CQC'), 'reviewBreakGlass', review],
        'reviewed by its quality assurer': [who('CQC', 'QUALITY_ASSURER'), 'reviewBreakGlass', review],
        'reviewed by another lead': [who('HMICFRS', 'INSPECTORATE_LEAD'), 'reviewBreakGlass', review],
        'broken again, long overdue': [later, 'breakGlass', breaking({ caseId: child })],
      }),
    ).toEqual({
      'reviewed by the asker': 'NOT_PERMITTED',
      'reviewed by the owner’s inspector': 'NOT_FOUND',
      'reviewed by its quality assurer': 'NOT_FOUND',
      'reviewed by another lead': 'NOT_FOUND',
      'broken again, long overdue': 'caseId: NOT_REVIEWED',
    });
    const owners = who('CQC', 'INSPECTORATE_LEAD');
    const overdue = async (now: string) => (await theGlass(owners.at(now), glass.id))?.reviews[0]?.overdue;
    // Monday's is due at the end of Wednesday.
    expect([await overdue('2024-03-06T23:59:59.999Z'), await overdue('2024-03-07T00:00:00Z')]).toEqual([false, true]);
    await owners.do('reviewBreakGlass', review);
    expect(answerOf(await later.send('breakGlass', breaking({ caseId: child })))).toBe('done');
  });
});
