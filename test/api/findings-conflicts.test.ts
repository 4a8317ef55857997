import { beforeAll, describe, expect, it } from '@jest/globals';
import { aCase } from '../support/a-case.js';
import { anInspection, aPiece, gatewayOf, type Inspected, type TeamRole } from '../support/an-inspection.js';
import { aFinding, aMerge, listed, reveal, seenFinding, seenMerge } from '../support/findings.js';

/** R10: one match hides the row, and what rests on a hidden row is absent, at any depth. */
describe('a conflict of interest', () => {
  let inspection: Inspected;
  const who = (inspectorate: string, role: TeamRole = 'INSPECTOR') => inspection.member(inspectorate, role);
  const conflicted = () => who('CQC').client;
  const colleague = () => who('CQC', 'INSPECTORATE_LEAD').client;

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    await reveal(inspection);
    await conflicted().do('declareConflict', {
      agencyId: inspection.agency('POLICE_FORCE').id,
      reason: 'I worked there until last year',
    });
  });

  it('hides a finding that names the agency accountable, of his own inspectorate too', async () => {
    const own = await aFinding(who('CQC', 'INSPECTORATE_LEAD'), 'CQC', inspection.id, {
      agencyIds: [inspection.agency('POLICE_FORCE').id, inspection.agency('LOCAL_AUTHORITY').id],
    });
    expect(await seenFinding(colleague(), own.id)).not.toBeNull();
    expect(await seenFinding(conflicted(), own.id)).toBeNull();
    expect((await conflicted().send('editFinding', { findingId: own.id, version: 2, ...MINIMAL })).code).toBe(
      'NOT_FOUND',
    );
  });

  it('hides a finding that rests on an item of the agency, or on what an item says of it', async () => {
    const source = inspection.agency('POLICE_FORCE').id;
    for (const more of [{ sourceAgencyId: source }, { spokenOfIds: [source] }]) {
      const item = await aPiece(who('OFSTED'), 'OFSTED', inspection.id, more);
      const finding = await aFinding(who('OFSTED'), 'OFSTED', inspection.id, { citations: [{ evidenceId: item.id }] });
      expect(await seenFinding(colleague(), finding.id)).toMatchObject({ citations: [] });
      expect(await seenFinding(conflicted(), finding.id)).toBeNull();
    }
  });

  it('takes hold of a finding when it comes to rest on such an item, and lets go with the citation', async () => {
    const [plain, police] = [
      await aPiece(who('OFSTED'), 'OFSTED', inspection.id),
      await aPiece(who('OFSTED'), 'OFSTED', inspection.id, { sourceAgencyId: inspection.agency('POLICE_FORCE').id }),
    ];
    const finding = await aFinding(who('OFSTED'), 'OFSTED', inspection.id, { citations: [{ evidenceId: plain.id }] });
    const rest = (version: number, ...evidenceIds: string[]) =>
      who('OFSTED').client.do('editFinding', {
        findingId: finding.id,
        version,
        ...MINIMAL,
        citations: evidenceIds.map((evidenceId) => ({ evidenceId })),
      });
    expect(await seenFinding(conflicted(), finding.id)).not.toBeNull();
    await rest(finding.version, plain.id, police.id);
    expect(await seenFinding(conflicted(), finding.id)).toBeNull();
    await rest(finding.version + 1, plain.id);
    expect(await seenFinding(conflicted(), finding.id)).not.toBeNull();
  });

  it('with a case hides the findings on it, and on what was learnt of it', async () => {
    const about = await aCase(who('OFSTED').client, inspection);
    const item = await aPiece(who('OFSTED'), 'OFSTED', inspection.id, { caseId: about.id });
    const findings = [
      await aFinding(who('OFSTED'), 'OFSTED', inspection.id, { caseId: about.id }),
      await aFinding(who('OFSTED'), 'OFSTED', inspection.id, { citations: [{ evidenceId: item.id }] }),
    ];
    const relative = who('HMICFRS');
    for (const { id } of findings) expect(await seenFinding(relative.client, id)).not.toBeNull();
    await relative.client.do('declareConflict', { caseId: about.id, reason: 'My sister is the social worker' });
    for (const { id } of findings) expect(await seenFinding(relative.client, id)).toBeNull();
  });

  it('hides a merge that rests on such a finding, and leaves its other source', async () => {
    const clear = await aFinding(who('OFSTED'), 'OFSTED', inspection.id);
    const police = await aFinding(who('HMICFRS'), 'HMICFRS', inspection.id, {
      agencyIds: [inspection.agency('POLICE_FORCE').id],
    });
    const merge = await aMerge(inspection.lead.client, [clear.id, police.id], {
      statement: 'In joint words',
      agencyIds: [],
    });
    await colleague().do('takeAttitude', { onId: merge.id, attitude: 'DISSENT', words: 'Not so' });
    expect(await seenMerge(colleague(), merge.id)).toMatchObject({ statement: 'In joint words' });
    expect(await seenMerge(conflicted(), merge.id)).toBeNull();
    expect(await seenFinding(conflicted(), police.id)).toBeNull();
    expect(await seenFinding(conflicted(), clear.id)).toMatchObject({ state: 'SUBMITTED', mergeId: null });
    expect((await listed(conflicted(), inspection.id)).map(({ id }) => id)).not.toContain(police.id);
  });

  it('tells a lead whom it concerns no more than that a finding stands in a merge', async () => {
    const other = await anInspection().inStage('FIELDWORK').build();
    await reveal(other);
    const make = (inspectorate: string, more: Record<string, unknown> = {}) =>
      aFinding(other.member(inspectorate, 'INSPECTOR'), inspectorate, other.id, more);
    const [clear, police] = [
      await make('CQC'),
      await make('HMICFRS', { agencyIds: [other.agency('POLICE_FORCE').id] }),
    ];
    const merge = await aMerge(other.lead.client, [clear.id, police.id]);
    const lead = other.member('CQC', 'INSPECTORATE_LEAD').client;
    await lead.do('declareConflict', { agencyId: other.agency('POLICE_FORCE').id, reason: 'A relative works there' });
    const third = await make('CQC');
    for (const sent of [
      await lead.send('mergeFindings', { findingIds: [clear.id, third.id], keptFindingId: clear.id }),
      await lead.send('withdrawFinding', { findingId: clear.id, reason: 'Wrong' }),
    ]) {
      expect(sent.problems.map(({ code }) => code)).toEqual([expect.stringMatching(/^(ALREADY_)?MERGED$/)]);
      expect(sent.answer.text).not.toContain(merge.id);
    }
    expect((await lead.send('undoMerge', { mergeId: merge.id, version: 1 })).code).toBe('NOT_FOUND');
    expect(await seenMerge(other.lead.client, merge.id)).toMatchObject({ undoneAt: null });
    expect(await seenFinding(lead, clear.id)).toMatchObject({ state: 'SUBMITTED' });
  });

  it('hides such a finding from the evidence that is shared with him', async () => {
    const item = await aPiece(who('CQC', 'INSPECTORATE_LEAD'), 'CQC', inspection.id, { kind: 'CQC_HEALTH_POLICY' });
    await colleague().do('shareEvidence', {
      evidenceId: item.id,
      recipient: 'HMICFRS',
      form: 'WHOLE',
      gateway: gatewayOf('CQC', 'SHARE'),
      purpose: 'To compare',
    });
    const finding = await aFinding(who('HMICFRS'), 'HMICFRS', inspection.id, {
      citations: [{ evidenceId: item.id }],
      agencyIds: [inspection.agency('POLICE_FORCE').id],
    });
    const citing = async (client: ReturnType<typeof colleague>) =>
      (
        await client.read<{ node: { findings: { id: string }[] } }>(
          'query ($id: ID!) { node(id: $id) { ... on Evidence { findings { id } } } }',
          { id: item.id },
        )
      ).node.findings;
    expect(await citing(colleague())).toEqual([{ id: finding.id }]);
    expect(await citing(conflicted())).toEqual([]);
  });
});

const MINIMAL = {
  kind: 'STRENGTH',
  placement: 'MAIN',
  position: 1,
  criterion: 'OFSTED_FRONT_DOOR',
  statement: 'Edited',
};
