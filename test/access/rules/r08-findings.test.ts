import { beforeAll, describe, expect, it } from '@jest/globals';
import { anInspection, aPiece, type Inspected, type Member, type TeamRole } from '../../support/an-inspection.js';
import type { Client } from '../../support/client.js';
import { aDraft, aFinding, listed, reveal, said, seenFinding, type Drafted } from '../../support/findings.js';
import { aShare, everybodyOn, finds, whoOf } from './sight.js';
import { each, refused } from './the-rows.js';

const WRITERS = ['INSPECTORATE_LEAD', 'INSPECTOR'];

describe('R8: a finding is blind until the reveal, and cites no more than its reader sees', () => {
  let inspection: Inspected;
  let people: Record<string, Member>;
  let draft: Drafted;
  let blind: Drafted;
  const who = (code: string, role: TeamRole = 'INSPECTOR') => inspection.member(code, role);
  const roles = (code: string, ...of: string[]) => of.map((role) => `${code} ${role}`);
  const findIt = (id: string) => whoOf(people, ({ client }) => finds(client, id));
  const listIt = (id: string) =>
    whoOf(people, async ({ client }) => (await listed(client, inspection.id)).some((finding) => finding.id === id));
  const edit = (finding: Drafted) => ({ findingId: finding.id, version: finding.version, ...said('CQC') });

  beforeAll(async () => {
    inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    people = everybodyOn(inspection, 'OFSTED', 'CQC');
    draft = await aDraft(who('CQC'), 'CQC', inspection.id);
    blind = await aFinding(who('CQC'), 'CQC', inspection.id);
  });

  it('a draft is for the writers of its inspectorate; submitted, for its team', async () => {
    const [writers, team] = [roles('CQC', ...WRITERS), roles('CQC', ...WRITERS, 'ANALYST', 'QUALITY_ASSURER')];
    expect([await findIt(draft.id), await listIt(draft.id)]).toEqual([writers, writers]);
    expect([await findIt(blind.id), await listIt(blind.id)]).toEqual([team, team]);
  });

  it('is changed before the reveal by its writers alone, and the reveal is the lead’s', async () => {
    const withdraw = { findingId: blind.id, reason: 'Not so' };
    expect(
      await refused(inspection, {
        'the lead edits': [inspection.lead.client, 'editFinding', edit(blind)],
        'another inspector edits': [who('OFSTED').client, 'editFinding', edit(blind)],
        'another inspector submits': [who('OFSTED').client, 'submitFinding', { findingId: draft.id, version: 1 }],
        'an agency withdraws': [inspection.agency('POLICE_FORCE').coordinator.client, 'withdrawFinding', withdraw],
        'the quality assurer edits': [who('CQC', 'QUALITY_ASSURER').client, 'editFinding', edit(blind)],
        'an analyst edits': [who('CQC', 'ANALYST').client, 'editFinding', edit(blind)],
        'an inspector withdraws': [who('CQC').client, 'withdrawFinding', withdraw],
      }),
    ).toEqual({
      'the lead edits': 'NOT_FOUND',
      'another inspector edits': 'NOT_FOUND',
      'another inspector submits': 'NOT_FOUND',
      'an agency withdraws': 'NOT_FOUND',
      'the quality assurer edits': 'NOT_PERMITTED',
      'an analyst edits': 'NOT_PERMITTED',
      'an inspector withdraws': 'NOT_PERMITTED',
    });
    const open = { inspectionId: inspection.id, reason: 'Tonight' };
    const others = {
      'an inspectorate lead': who('OFSTED', 'INSPECTORATE_LEAD').client,
      'an observer': who('OFSTED', 'OBSERVER').client,
      'a planner': inspection.planner,
      'an agency': inspection.agency('POLICE_FORCE').coordinator.client,
    };
    const attempts = Object.entries(others).map(([name, client]) => [name, [client, 'openReveal', open]] as const);
    expect(await refused(inspection, Object.fromEntries(attempts))).toEqual(each(others, 'NOT_PERMITTED'));
  });

  it('is the whole team’s once it is revealed, which is once, and for good; later submissions at once', async () => {
    await reveal(inspection);
    const team = [
      'lead',
      ...['OFSTED', 'CQC'].flatMap((code) => roles(code, ...WRITERS, 'ANALYST', 'QUALITY_ASSURER')),
    ];
    expect([await findIt(blind.id), await listIt(blind.id)]).toEqual([team, team]);
    expect(await findIt(draft.id)).toEqual(roles('CQC', ...WRITERS));
    await who('CQC').client.do('submitFinding', { findingId: draft.id, version: draft.version });
    expect(await findIt(draft.id)).toEqual(team);
    expect(
      await refused(inspection, {
        'revealed again': [inspection.lead.client, 'openReveal', { inspectionId: inspection.id, reason: 'Again' }],
        'edited by whom it is revealed to': [who('OFSTED').client, 'editFinding', edit(blind)],
      }),
    ).toEqual({ 'revealed again': 'WRONG_STATE', 'edited by whom it is revealed to': 'NOT_PERMITTED' });
  });

  it('shows a citation where its item is seen, its passage where that is whole, and counts no other', async () => {
    const file = () =>
      aPiece(who('CQC'), 'CQC', inspection.id, { kind: 'CQC_CLINICIAN_INTERVIEW', body: 'She was seen twice.' });
    const [whole, summary, unseen] = [await file(), await file(), await file()];
    const finding = await aFinding(who('CQC'), 'CQC', inspection.id, {
      citations: [whole, summary, unseen].map(({ id }) => ({ evidenceId: id, passage: { start: 0, end: 12 } })),
    });
    await aShare(who('CQC').client, 'CQC', whole.id, 'OFSTED');
    const short = { form: 'SUMMARY', title: 'In short', summary: 'Seen twice' };
    await aShare(who('CQC').client, 'CQC', summary.id, 'OFSTED', short);
    const cited = async (client: Client): Promise<Record<string, string | null>> =>
      Object.fromEntries<string | null>(
        ((await seenFinding(client, finding.id))?.citations ?? []).map(({ evidence, passage }) => [
          evidence?.id ?? '',
          passage?.quote ?? null,
        ]),
      );
    expect(await cited(who('CQC').client)).toEqual({
      [whole.id]: 'She was seen',
      [summary.id]: 'She was seen',
      [unseen.id]: 'She was seen',
    });
    expect(await cited(who('OFSTED').client)).toEqual({ [whole.id]: 'She was seen', [summary.id]: null });
    expect(await cited(who('HMICFRS').client)).toEqual({});
    // Neither does the item say so to whom the finding is hidden.
    const citing = async (client: Client) =>
      (
        await client.read<{ node: { findings: { id: string }[] } }>(
          'query ($id: ID!) { node(id: $id) { ... on Evidence { findings { id } } } }',
          { id: whole.id },
        )
      ).node.findings;
    await aDraft(who('CQC'), 'CQC', inspection.id, { citations: [{ evidenceId: whole.id }] });
    expect([await citing(who('OFSTED').client), (await citing(who('CQC').client)).length]).toEqual([
      [{ id: finding.id }],
      2,
    ]);
    const cite = (id: string) => ({ inspectionId: inspection.id, ...said('OFSTED'), citations: [{ evidenceId: id }] });
    const quote = { ...cite(summary.id), citations: [{ evidenceId: summary.id, passage: { start: 0, end: 3 } }] };
    expect(
      await refused(inspection, {
        'what he does not see is cited': [who('OFSTED').client, 'draftFinding', cite(unseen.id)],
        'what he sees in summary is quoted': [who('OFSTED').client, 'draftFinding', quote],
      }),
    ).toEqual({
      'what he does not see is cited': 'citations.0.evidenceId: UNKNOWN_ID',
      'what he sees in summary is quoted': 'citations.0.passage: NOT_WHOLE',
    });
  });
});
