import { beforeAll, describe, expect, it } from '@jest/globals';
import { aCase } from '../../support/a-case.js';
import { anInspection, aPiece, type Inspected, type Member } from '../../support/an-inspection.js';
import { aShare, degreeOf, everybodyOn, whoOf } from './sight.js';
import { each, refused, type Attempt } from './the-rows.js';

const LATER = '2024-03-05T09:00:00Z';

describe('R2: evidence is seen by its author, by its inspectorate once submitted, and by whom a share reaches', () => {
  let inspection: Inspected;
  let people: Record<string, Member>;
  let author: Member;
  const sees = (id: string, now: string) => (who: Member) =>
    degreeOf(who.client.at(now), id).then((degree) => degree !== 'none');
  const counted = async (who: Member, caseId: string): Promise<number> => {
    const { case: seen, evidence } = await who.client.read<{
      case: { evidenceCount: number; evidence: { nodes: unknown[] } };
      evidence: { nodes: { case: { id: string } | null }[] };
    }>(
      `query ($case: ID!, $inspection: ID!) { case(id: $case) { evidenceCount evidence { nodes { id } } }
         evidence(inspectionId: $inspection, first: 200) { nodes { case { id } } } }`,
      { case: caseId, inspection: inspection.id },
    );
    const listed = evidence.nodes.filter((item) => item.case?.id === caseId).length;
    expect([seen.evidence.nodes.length, listed]).toEqual([seen.evidenceCount, seen.evidenceCount]);
    return seen.evidenceCount;
  };

  beforeAll(async () => {
    inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    people = everybodyOn(inspection, 'OFSTED', 'CQC');
    author = inspection.member('OFSTED', 'INSPECTOR');
  });

  it('a draft has one reader and writer, and is in nobody else’s counts', async () => {
    const { id: caseId } = await aCase(author.client, inspection);
    const draft = await aPiece(author, 'OFSTED', inspection.id, { caseId }, false);
    const others = Object.fromEntries(Object.entries(people).filter(([, who]) => who !== author));
    expect(await whoOf(people, sees(draft.id, LATER))).toEqual(['OFSTED INSPECTOR']);
    expect([await counted(author, caseId), await counted(inspection.lead, caseId)]).toEqual([1, 0]);
    const edit = { evidenceId: draft.id, version: draft.version, title: 'Mine now', body: 'Mine now' };
    const attempts = Object.fromEntries(
      Object.entries(others).map(([name, who]): [string, Attempt] => [name, [who.client, 'editDraftEvidence', edit]]),
    );
    expect(await refused(inspection, attempts)).toEqual(each(others, 'NOT_FOUND'));
    const lead = inspection.member('OFSTED', 'INSPECTORATE_LEAD').client;
    const draftInput = { evidenceId: draft.id, version: draft.version };
    expect(
      await refused(inspection, {
        'submitted by his lead': [lead, 'submitEvidence', draftInput],
        'deleted by his lead': [lead, 'deleteDraftEvidence', draftInput],
        'withdrawn by the lead': [inspection.lead.client, 'withdrawEvidence', { evidenceId: draft.id, reason: 'No' }],
      }),
    ).toEqual({
      'submitted by his lead': 'NOT_FOUND',
      'deleted by his lead': 'NOT_FOUND',
      'withdrawn by the lead': 'NOT_FOUND',
    });
  });

  it('submitted, it is whole for the team of its owner, and a share reaches the team of its recipient', async () => {
    const item = await aPiece(author, 'OFSTED', inspection.id);
    const team = (code: string) =>
      ['INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST', 'QUALITY_ASSURER'].map((role) => `${code} ${role}`);
    const whole = (who: Member) => degreeOf(who.client.at(LATER), item.id).then((degree) => degree === 'whole');
    expect(await whoOf(people, sees(item.id, LATER))).toEqual(['lead', ...team('OFSTED')]);
    await aShare(author.client, 'OFSTED', item.id, 'CQC');
    expect(await whoOf(people, whole)).toEqual(['lead', ...team('OFSTED'), ...team('CQC')]);
    // To see is not to write: neither the recipient nor the owner's quality assurer.
    const supersede = { evidenceId: item.id, version: item.version, title: 'x', body: 'x', reason: 'x' };
    const readers = {
      'recipient’s inspector': inspection.member('CQC', 'INSPECTOR'),
      'quality assurer': inspection.member('OFSTED', 'QUALITY_ASSURER'),
      'analyst, of no data': inspection.member('OFSTED', 'ANALYST'),
    };
    const attempts = Object.fromEntries(
      Object.entries(readers).map(([name, who]): [string, Attempt] => [
        name,
        [who.client.at(LATER), 'supersedeEvidence', supersede],
      ]),
    );
    expect(await refused(inspection, attempts)).toEqual(each(readers, 'NOT_PERMITTED'));
  });

  it('an author sees what he wrote while he is on the team, and no longer', async () => {
    const own = inspection.member('HMICFRS', 'INSPECTOR');
    const draft = await aPiece(own, 'HMICFRS', inspection.id, {}, false);
    const item = await aPiece(own, 'HMICFRS', inspection.id);
    expect([await degreeOf(own.client, draft.id), await degreeOf(own.client, item.id)]).toEqual(['whole', 'whole']);
    await inspection
      .member('HMICFRS', 'INSPECTORATE_LEAD')
      .client.do('endAssignment', { assignmentId: own.assignmentId });
    expect([await degreeOf(own.client, draft.id), await degreeOf(own.client, item.id)]).toEqual(['none', 'none']);
    expect(
      await refused(inspection, {
        draft: [own.client, 'submitEvidence', { evidenceId: draft.id, version: draft.version }],
        submitted: [own.client, 'withdrawEvidence', { evidenceId: item.id, reason: 'It was mine' }],
      }),
    ).toEqual({ draft: 'NOT_FOUND', submitted: 'NOT_FOUND' });
  });
});
