import { beforeAll, describe, expect, it } from '@jest/globals';
import { aCase, anEntry, caseFacts } from '../../support/a-case.js';
import { anAgency, type AnAgency } from '../../support/an-authority.js';
import { aPiece, firstKind, type Member } from '../../support/an-inspection.js';
import { aMerge, said } from '../../support/findings.js';
import { aNarrative, type Narrated } from '../../support/narrative.js';
import { anIssuedRequest, aSubmission } from '../../support/requests.js';
import { finds, whoOf } from './sight.js';
import { answerOf, refused } from './the-rows.js';

describe('R10: a conflict of interest overrides every grant, and never bars raising an immediate concern', () => {
  let told: Narrated;
  let reader: Member;
  let colleague: Member;
  const filed = async (more: Record<string, unknown>): Promise<string> =>
    (await aPiece(colleague, 'HMICFRS', told.id, more)).id;
  const seen = (things: Readonly<Record<string, string>>, who: Member) => whoOf(things, (id) => finds(who.client, id));
  const declare = (by: Member, more: object) => by.client.do('declareConflict', { reason: 'I worked there', ...more });

  beforeAll(async () => {
    told = await (await aNarrative()).compiled();
    reader = told.inspection.member('HMICFRS', 'INSPECTORATE_LEAD');
    colleague = told.inspection.member('HMICFRS', 'INSPECTOR');
  });

  it('hides its predecessors and successors at any distance, and no successor’s other predecessor', async () => {
    const { planner } = told.inspection;
    const agencies: Record<string, AnAgency> = {};
    for (const name of ['old', 'middle', 'young', 'other']) agencies[name] = await anAgency(planner);
    const idOf = (name: string): string => agencies[name]?.id ?? '';
    for (const [from, to] of [
      ['old', 'middle'],
      ['middle', 'young'],
      ['other', 'young'],
    ] as const)
      await planner.do('replaceAgency', { agencyId: idOf(from), replacedById: idOf(to) });
    const items: Record<string, string> = {};
    for (const name of Object.keys(agencies)) items[name] = await filed({ sourceAgencyId: idOf(name) });
    const [first, last] = [
      told.inspection.member('HMICFRS', 'ANALYST'),
      told.inspection.member('HMICFRS', 'QUALITY_ASSURER'),
    ];
    await declare(first, { agencyId: idOf('old') });
    await declare(last, { agencyId: idOf('young') });
    expect(await seen(items, first)).toEqual(['other']);
    expect(await seen(items, last)).toEqual([]);
    expect(await seen(items, colleague)).toEqual(Object.keys(items));
  });

  it('with an agency hides every row that it is the source or subject of, or accountable in, one match being enough', async () => {
    const [police, council] = ['POLICE_FORCE', 'LOCAL_AUTHORITY'].map((kind) => told.inspection.agency(kind));
    if (police === undefined || council === undefined) throw new Error('no agencies');
    const request = await anIssuedRequest(reader.client, told.inspection, police, { inspectorates: ['HMICFRS'] });
    const rows = {
      'its item': await filed({ sourceAgencyId: police.id }),
      'one that speaks of it and of another': await filed({ spokenOfIds: [council.id, police.id] }),
      'a finding that it answers for': told.findings.police,
      'the sentence of that finding': (await told.sentence('Officers share')).id,
      'a merge of that finding': (await aMerge(told.lead, [told.findings.main, told.findings.police])).id,
      'a request to it': request.id,
      'its answer': (await aSubmission(police.coordinator.client, request)).id,
    };
    const open = {
      'another agency’s item': await filed({ sourceAgencyId: council.id }),
      'a case that lists it': (await aCase(colleague.client, told.inspection, { agencyIds: [police.id] })).id,
    };
    expect(await seen(rows, reader)).toEqual(Object.keys(rows));
    await declare(reader, { agencyId: police.id });
    expect(await seen({ ...rows, ...open }, reader)).toEqual(Object.keys(open));
    expect(await seen(rows, colleague)).toEqual(Object.keys(rows));
    const item = { evidenceId: rows['its item'], reason: 'Wrong' };
    const edit = { findingId: rows['a finding that it answers for'], version: 2, ...said('HMICFRS') };
    expect(
      await refused(told.inspection, {
        'withdraws its item': [reader.client, 'withdrawEvidence', item],
        'edits its finding': [reader.client, 'editFinding', edit],
        'withdraws its finding': [reader.client, 'withdrawFinding', { findingId: edit.findingId, reason: 'Wrong' }],
        'undoes its merge': [reader.client, 'undoMerge', { mergeId: rows['a merge of that finding'], version: 1 }],
        'cancels its request': [reader.client, 'cancelRequest', { requestId: request.id, version: 2, reason: 'No' }],
        'compiles the text without it': [reader.client, 'compileNarrative', { inspectionId: told.id }],
      }),
    ).toEqual({
      'withdraws its item': 'NOT_FOUND',
      'edits its finding': 'NOT_FOUND',
      'withdraws its finding': 'NOT_FOUND',
      'undoes its merge': 'NOT_FOUND',
      'cancels its request': 'NOT_FOUND',
      'compiles the text without it': 'inspectionId: CONFLICT_OF_INTEREST',
    });
  });

  it('with a case hides every row of that case, and he still raises a concern about it', async () => {
    const who = told.inspection.member('CQC', 'INSPECTOR');
    const child = await aCase(who.client, told.inspection);
    const filedHere = await aPiece(who, 'CQC', told.id, { caseId: child.id });
    const rows = {
      'the case': child.id,
      'an item on it': filedHere.id,
      'an entry of its chronology': (await anEntry(who, filedHere.id, '2023-05-02')).id,
      'a finding that cites the item': (
        await who.client.do<{ finding: { id: string } }>(
          'draftFinding',
          { inspectionId: told.id, ...said('CQC'), citations: [{ evidenceId: filedHere.id }] },
          'finding { id }',
        )
      ).finding.id,
    };
    expect(await seen(rows, who)).toEqual(Object.keys(rows));
    await declare(who, { caseId: child.id });
    expect(await seen(rows, who)).toEqual([]);
    expect(await seen(rows, told.inspection.member('CQC', 'INSPECTORATE_LEAD'))).toEqual(Object.keys(rows));
    const edit = { caseId: child.id, version: child.version, ...caseFacts(told.inspection) };
    const file = {
      inspectionId: told.id,
      caseId: child.id,
      ...firstKind('CQC'),
      method: 'RECORD_REVIEW',
      strength: 'RECORD',
      marking: 'OFFICIAL',
      personalData: 'NONE',
      title: 'x',
      body: 'x',
    };
    expect(
      await refused(told.inspection, {
        'edits the case': [who.client, 'editCase', edit],
        'withdraws the item': [who.client, 'withdrawEvidence', { evidenceId: filedHere.id, reason: 'Wrong' }],
        'files on the case': [who.client, 'fileEvidence', file],
      }),
    ).toEqual({
      'edits the case': 'NOT_FOUND',
      'withdraws the item': 'NOT_FOUND',
      'files on the case': 'caseId: UNKNOWN_ID',
    });
    const receiver = await anAgency(told.inspection.planner);
    const concern = { inspectionId: told.id, receiverId: receiver.id, words: 'He is not safe tonight.' };
    // Named, the case would answer as none: to raise is never barred, to point at what is hidden is.
    const naming = { ...concern, caseId: child.id };
    expect(await refused(told.inspection, { naming: [who.client, 'raiseConcern', naming] })).toEqual({
      naming: 'caseId: UNKNOWN_ID',
    });
    expect(answerOf(await who.client.send('raiseConcern', concern))).toBe('done');
  });
});
