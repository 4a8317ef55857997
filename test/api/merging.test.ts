import { beforeAll, describe, expect, it } from '@jest/globals';
import { anInspection, aPiece, type Inspected, type TeamRole } from '../support/an-inspection.js';
import { aDraft, aFinding, aMerge, listed, reveal, seenFinding, seenMerge } from '../support/findings.js';

const NOWHERE = 'Merge.00000000-0000-4000-8000-000000000000';

describe('merges', () => {
  let inspection: Inspected;
  const who = (inspectorate: string, role: TeamRole = 'INSPECTOR') => inspection.member(inspectorate, role);
  const client = (inspectorate: string, role: TeamRole = 'INSPECTOR') => who(inspectorate, role).client;
  const finding = (inspectorate: string, more: Record<string, unknown> = {}) =>
    aFinding(who(inspectorate), inspectorate, inspection.id, more);
  const attitude = (inspectorate: string, onId: string, taken: string, words?: string) =>
    client(inspectorate, 'INSPECTORATE_LEAD').send('takeAttitude', { onId, attitude: taken, words });

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    await reveal(inspection);
  });

  it('are not made before the reveal', async () => {
    const blind = await anInspection().inStage('FIELDWORK').build();
    const [one, two] = [
      await aFinding(blind.member('OFSTED', 'INSPECTOR'), 'OFSTED', blind.id),
      await aFinding(blind.member('OFSTED', 'INSPECTOR'), 'OFSTED', blind.id),
    ];
    const input = { findingIds: [one.id, two.id], keptFindingId: one.id };
    expect((await blind.lead.client.send('mergeFindings', input)).code).toBe('WRONG_STATE');
    expect((await seenFinding(blind.lead.client, one.id))?.mergeId).toBeNull();
    const taken = await blind.member('OFSTED', 'INSPECTORATE_LEAD').client.send('takeAttitude', {
      onId: one.id,
      attitude: 'AGREE',
    });
    expect(taken.code).toBe('WRONG_STATE');
  });

  it("keep one finding's wording, and every inspectorate's own stays readable", async () => {
    const agencyIds = [inspection.agency('LOCAL_AUTHORITY').id];
    const [ours, theirs] = [
      await finding('OFSTED', { statement: 'Referrals are answered.', agencyIds, position: 4 }),
      await finding('CQC', {
        statement: 'The hub answers at once.',
        agencyIds: [inspection.agency('POLICE_FORCE').id],
      }),
    ];
    const merge = await aMerge(inspection.lead.client, [ours.id, theirs.id]);
    const seen = await seenMerge(client('HMICFRS', 'ANALYST'), merge.id);
    expect(seen).toMatchObject({
      statement: 'Referrals are answered.',
      criterion: 'IDENTIFY',
      keptFinding: { id: ours.id },
      undoneAt: null,
    });
    expect(seen?.agencies).toHaveLength(2);
    expect(seen?.sources.map(({ statement, owner }) => [owner.code, statement])).toEqual([
      ['CQC', 'The hub answers at once.'],
      ['OFSTED', 'Referrals are answered.'],
    ]);
    expect(await seenFinding(client('CQC'), theirs.id)).toMatchObject({ mergeId: merge.id, state: 'SUBMITTED' });
    const unmerged = (await listed(client('CQC'), inspection.id, ', unmerged: true')).map(({ id }) => id);
    expect(unmerged).not.toContain(theirs.id);
  });

  it('are seen by the team and by nobody outside it', async () => {
    const merge = await aMerge(inspection.lead.client, [(await finding('OFSTED')).id, (await finding('CQC')).id]);
    const merges = async (as: ReturnType<typeof client>) =>
      (
        await as.read<{ merges: { nodes: { id: string }[] } }>(
          'query ($id: ID!) { merges(inspectionId: $id) { nodes { id } } }',
          { id: inspection.id },
        )
      ).merges.nodes;
    expect(await merges(client('HMICFRS'))).toContainEqual({ id: merge.id });
    for (const outsider of [
      client('OFSTED', 'OBSERVER'),
      client('CQC', 'SIGNATORY'),
      inspection.agency('LOCAL_AUTHORITY').coordinator.client,
    ]) {
      expect(await seenMerge(outsider, merge.id)).toBeNull();
      expect(await merges(outsider)).toEqual([]);
      const undo = { version: merge.version };
      const [real, absent] = [
        await outsider.send('undoMerge', { mergeId: merge.id, ...undo }),
        await outsider.send('undoMerge', { mergeId: NOWHERE, ...undo }),
      ];
      expect(real.code).toBe('NOT_FOUND');
      expect(real.answer.text).toBe(absent.answer.text);
    }
  });

  it('are made by the lead and by inspectorate leads, and by nobody else', async () => {
    const [one, two] = [await finding('OFSTED'), await finding('CQC')];
    const input = { findingIds: [one.id, two.id], statement: 'Together' };
    for (const other of [client('OFSTED'), client('CQC', 'QUALITY_ASSURER'), client('HMICFRS', 'ANALYST')])
      expect((await other.send('mergeFindings', input)).code).toBe('NOT_PERMITTED');
    expect((await seenFinding(client('CQC'), one.id))?.mergeId).toBeNull();
    const merge = await aMerge(client('HMICFRS', 'INSPECTORATE_LEAD'), [one.id, two.id], { statement: 'Together' });
    expect(await seenMerge(client('CQC'), merge.id)).toMatchObject({ statement: 'Together', keptFinding: null });
  });

  it('say what stands against them, finding by finding', async () => {
    const [one, two, other] = [
      await finding('OFSTED'),
      await finding('CQC'),
      await finding('CQC', { kind: 'CONTEXT' }),
    ];
    const placed = await finding('CQC', { placement: 'STRENGTH' });
    const draft = await aDraft(who('OFSTED'), 'OFSTED', inspection.id);
    const problems = async (findingIds: string[], more: Record<string, unknown> = { keptFindingId: findingIds[0] }) =>
      (await inspection.lead.client.send('mergeFindings', { findingIds, ...more })).problems.map(({ at, code }) => [
        at,
        code,
      ]);
    expect(await problems([one.id])).toEqual([['findingIds', expect.any(String)]]);
    expect(await problems([one.id, one.id])).toEqual([['findingIds', 'REPEATED']]);
    expect(await problems([one.id, other.id])).toEqual([['findingIds.1', 'OTHER_KIND']]);
    expect(await problems([one.id, placed.id])).toEqual([['findingIds.1', 'OTHER_PLACEMENT']]);
    expect(await problems([one.id, draft.id])).toEqual([['findingIds.1', 'NOT_SUBMITTED']]);
    expect(await problems([one.id, two.id], {})).toEqual([['statement', 'MISSING']]);
    expect(await problems([one.id, two.id], { keptFindingId: one.id, statement: 'Other' })).toEqual([
      ['statement', 'NOT_THE_KEPT_WORDING'],
    ]);
    expect(await problems([one.id, two.id], { keptFindingId: placed.id })).toEqual([
      ['keptFindingId', 'NOT_AMONG'],
      ['statement', 'MISSING'],
    ]);
    expect(await problems([one.id, two.id], { statement: 'Overall effectiveness is inadequate.' })).toEqual([
      ['statement', 'GRADE_WORD'],
    ]);
    expect(await problems([one.id, two.id], { statement: 'So', count: { n: 3, of: 2, basis: 'TRACKED' } })).toEqual([
      ['count.n', 'OUT_OF_RANGE'],
    ]);
    expect((await seenFinding(inspection.lead.client, one.id))?.mergeId).toBeNull();
  });

  it('hold a finding once, until they are undone', async () => {
    const [one, two, three] = [await finding('OFSTED'), await finding('CQC'), await finding('HMICFRS')];
    const merge = await aMerge(inspection.lead.client, [one.id, two.id]);
    const again = { findingIds: [two.id, three.id], keptFindingId: three.id };
    expect((await inspection.lead.client.send('mergeFindings', again)).problems).toEqual([
      expect.objectContaining({ at: 'findingIds.0', code: 'ALREADY_MERGED' }),
    ]);

    const undo = { mergeId: merge.id, version: merge.version, reason: 'They do not say the same' };
    expect((await client('CQC').send('undoMerge', undo)).code).toBe('NOT_PERMITTED');
    expect((await inspection.lead.client.send('undoMerge', { ...undo, version: 9 })).code).toBe('CONFLICT');
    expect(await seenMerge(client('CQC'), merge.id)).toMatchObject({ undoneAt: null, version: merge.version });

    await client('CQC', 'INSPECTORATE_LEAD').do('undoMerge', undo);
    expect(await seenMerge(client('CQC'), merge.id)).toMatchObject({
      undoneAt: expect.any(String),
      undoneBecause: 'They do not say the same',
      sources: [expect.anything(), expect.anything()],
    });
    expect((await seenFinding(client('CQC'), two.id))?.mergeId).toBeNull();
    expect((await inspection.lead.client.send('undoMerge', { ...undo, version: 2 })).code).toBe('WRONG_STATE');
    await aMerge(inspection.lead.client, again.findingIds);
  });

  it('take the attitudes of the inspectorate leads, and keep those before', async () => {
    const merge = await aMerge(inspection.lead.client, [(await finding('OFSTED')).id, (await finding('CQC')).id]);
    expect((await attitude('CQC', merge.id, 'DISSENT')).problems).toEqual([
      expect.objectContaining({ at: 'words', code: 'MISSING' }),
    ]);
    expect((await client('CQC').send('takeAttitude', { onId: merge.id, attitude: 'AGREE' })).code).toBe(
      'NOT_PERMITTED',
    );
    expect((await inspection.lead.client.send('takeAttitude', { onId: merge.id, attitude: 'AGREE' })).code).toBe(
      'NOT_PERMITTED',
    );
    expect((await attitude('CQC', NOWHERE, 'AGREE')).code).toBe('NOT_FOUND');
    expect((await seenMerge(client('CQC'), merge.id))?.attitudes).toEqual([]);

    for (const [taken, words] of [
      ['DISSENT', 'Health visitors were not asked.'],
      ['QUALIFY', 'In the north only.'],
      ['AGREE', undefined],
    ] as const)
      expect((await attitude('CQC', merge.id, taken, words)).problems).toEqual([]);
    expect((await attitude('HMICFRS', merge.id, 'AGREE')).problems).toEqual([]);
    const seen = (await seenMerge(client('OFSTED', 'QUALITY_ASSURER'), merge.id))?.attitudes;
    expect(seen?.map((each) => [each.inspectorate.code, each.attitude, each.current])).toEqual([
      ['CQC', 'DISSENT', false],
      ['CQC', 'QUALIFY', false],
      ['CQC', 'AGREE', true],
      ['HMICFRS', 'AGREE', true],
    ]);

    await inspection.lead.client.do('undoMerge', { mergeId: merge.id, version: merge.version });
    expect((await attitude('CQC', merge.id, 'AGREE')).code).toBe('WRONG_STATE');
  });

  it('are not needed to take an attitude to a finding', async () => {
    const { id } = await finding('OFSTED');
    expect((await attitude('CQC', id, 'QUALIFY', 'Not at night.')).problems).toEqual([]);
    expect((await seenFinding(client('HMICFRS'), id))?.attitudes).toMatchObject([
      { attitude: 'QUALIFY', words: 'Not at night.', current: true },
    ]);
    expect((await seenFinding(inspection.agency('LOCAL_AUTHORITY').coordinator.client, id)) ?? null).toBeNull();
  });

  it('stand when two are made of one finding at the same time: once', async () => {
    const [one, two, three] = [await finding('OFSTED'), await finding('CQC'), await finding('HMICFRS')];
    const make = (findingIds: string[]) =>
      inspection.lead.client.send('mergeFindings', { findingIds, keptFindingId: findingIds[0] });
    const sent = await Promise.all([make([one.id, two.id]), make([one.id, three.id])]);
    expect(sent.filter(({ problems, code }) => problems.length === 0 && code === null)).toHaveLength(1);
    expect(sent.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(['ALREADY_MERGED']);
  });

  it('leave an item that a source rests on where it was: its withdrawal does not touch the wording', async () => {
    const item = await aPiece(who('CQC'), 'CQC', inspection.id);
    const theirs = await finding('CQC', { citations: [{ evidenceId: item.id }] });
    const merge = await aMerge(inspection.lead.client, [(await finding('OFSTED')).id, theirs.id]);
    await client('CQC').do('withdrawEvidence', { evidenceId: item.id, reason: 'Consent withdrawn' });
    expect(await seenMerge(client('HMICFRS'), merge.id)).toMatchObject({ undoneAt: null });
    expect((await seenFinding(client('CQC'), theirs.id))?.citations).toHaveLength(1);
  });
});
