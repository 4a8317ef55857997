import { beforeAll, describe, expect, it } from '@jest/globals';
import { anInspection, aPiece, gatewayOf, type Inspected, type TeamRole } from '../support/an-inspection.js';
import { aDraft, aFinding, aMerge, listed, reveal, said, seenFinding } from '../support/findings.js';

const NOWHERE = 'Finding.00000000-0000-4000-8000-000000000000';

describe('findings', () => {
  let inspection: Inspected;
  const who = (inspectorate: string, role: TeamRole = 'INSPECTOR') => inspection.member(inspectorate, role);
  const client = (inspectorate: string, role: TeamRole = 'INSPECTOR') => who(inspectorate, role).client;
  const outsiders = () => [
    client('OFSTED', 'OBSERVER'),
    client('OFSTED', 'SIGNATORY'),
    client('CQC', 'SIGNATORY'),
    inspection.agency('LOCAL_AUTHORITY').coordinator.client,
    inspection.agency('LOCAL_AUTHORITY').contributor.client,
    inspection.planner,
  ];

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  });

  describe('as drafts', () => {
    it("are seen by their inspectorate's writers alone", async () => {
      const draft = await aDraft(who('CQC'), 'CQC', inspection.id);
      expect(await seenFinding(client('CQC', 'INSPECTORATE_LEAD'), draft.id)).toMatchObject({ state: 'DRAFT' });
      for (const stranger of [
        client('CQC', 'ANALYST'),
        client('CQC', 'QUALITY_ASSURER'),
        inspection.lead.client,
        client('HMICFRS'),
        ...outsiders(),
      ])
        expect(await seenFinding(stranger, draft.id)).toBeNull();
    });

    it('are edited by any writer, and never over what he has not read', async () => {
      const draft = await aDraft(who('CQC'), 'CQC', inspection.id);
      const edit = { findingId: draft.id, version: 1, ...said('CQC', { statement: 'Second' }) };
      await client('CQC', 'INSPECTORATE_LEAD').do('editFinding', edit);
      expect((await client('CQC').send('editFinding', { ...edit, ...said('CQC', { statement: 'Third' }) })).code).toBe(
        'CONFLICT',
      );
      expect(await seenFinding(client('CQC'), draft.id)).toMatchObject({
        statement: 'Second',
        version: 2,
        citations: [expect.anything()],
      });
    });

    it('are refused to an analyst, and nothing is stored', async () => {
      const before = (await listed(client('CQC'), inspection.id)).length;
      const sent = await client('CQC', 'ANALYST').send('draftFinding', { inspectionId: inspection.id, ...said('CQC') });
      expect(sent.code).toBe('NOT_PERMITTED');
      expect(await listed(client('CQC'), inspection.id)).toHaveLength(before);
    });

    it('are refused before fieldwork', async () => {
      const preparing = await anInspection().inStage('PREPARING').build();
      const sent = await preparing.member('CQC', 'INSPECTOR').client.send('draftFinding', {
        inspectionId: preparing.id,
        ...said('CQC'),
      });
      expect(sent.code).toBe('WRONG_STATE');
    });

    it('are deleted by their writers; a submitted finding is not', async () => {
      const draft = await aDraft(who('CQC'), 'CQC', inspection.id);
      expect((await client('HMICFRS').send('deleteDraftFinding', { findingId: draft.id, version: 1 })).code).toBe(
        'NOT_FOUND',
      );
      expect(await seenFinding(client('CQC'), draft.id)).not.toBeNull();
      await client('CQC').do('deleteDraftFinding', { findingId: draft.id, version: 1 });
      expect(await seenFinding(client('CQC'), draft.id)).toBeNull();
      const submitted = await aFinding(who('CQC'), 'CQC', inspection.id);
      const sent = await client('CQC').send('deleteDraftFinding', {
        findingId: submitted.id,
        version: submitted.version,
      });
      expect(sent.code).toBe('WRONG_STATE');
      expect(await seenFinding(client('CQC'), submitted.id)).toMatchObject({ state: 'SUBMITTED' });
    });

    it('name what a person can mend, field by field', async () => {
      const draft = await aPiece(who('CQC'), 'CQC', inspection.id, {}, false);
      const foreign = await aPiece(who('OFSTED'), 'OFSTED', inspection.id);
      const own = await aPiece(who('CQC'), 'CQC', inspection.id, { body: 'Short 🧒🏽 text' });
      const problems = async (more: Record<string, unknown>) =>
        (await client('CQC').send('draftFinding', { inspectionId: inspection.id, ...said('CQC', more) })).problems.map(
          ({ at, code }) => [at, code],
        );
      expect(await problems({ criterion: 'OFSTED_FRONT_DOOR' })).toEqual([['criterion', 'UNKNOWN_CODE']]);
      expect(await problems({ count: { n: 4, of: 3, basis: 'TRACKED' } })).toEqual([['count.n', 'OUT_OF_RANGE']]);
      expect(await problems({ count: { n: 0, of: 0, basis: 'TRACKED' } })).toEqual([['count.of', 'OUT_OF_RANGE']]);
      expect(await problems({ statement: ' ' })).toEqual([['statement', 'BAD_TEXT']]);
      expect(await problems({ statement: 'a'.repeat(10_001) })).toEqual([['statement', 'BAD_TEXT']]);
      expect(await problems({ agencyIds: ['Agency.00000000-0000-4000-8000-000000000000'] })).toEqual([
        ['agencyIds.0', 'NOT_INSPECTED'],
      ]);
      expect(await problems({ caseId: 'Case.00000000-0000-4000-8000-000000000000' })).toEqual([
        ['caseId', 'UNKNOWN_ID'],
      ]);
      const citing = (...citations: unknown[]) => problems({ citations });
      expect(await citing({ evidenceId: draft.id })).toEqual([['citations.0.evidenceId', 'NOT_SUBMITTED']]);
      expect(await citing({ evidenceId: own.id }, { evidenceId: foreign.id })).toEqual([
        ['citations.1.evidenceId', 'UNKNOWN_ID'],
      ]);
      expect(await citing({ evidenceId: own.id }, { evidenceId: own.id })).toEqual([
        ['citations.1.evidenceId', 'REPEATED'],
      ]);
      expect(await citing({ evidenceId: own.id, passage: { start: 3, end: 99 } })).toEqual([
        ['citations.0.passage.end', 'OUT_OF_RANGE'],
      ]);
      expect(await citing({ evidenceId: own.id, passage: { start: 3, end: 3 } })).toEqual([
        ['citations.0.passage.end', 'OUT_OF_RANGE'],
      ]);
    });

    it('quote what the item says, counted in code points', async () => {
      const item = await aPiece(who('CQC'), 'CQC', inspection.id, { body: 'A 🧒 was seen alone.' });
      const draft = await aDraft(who('CQC'), 'CQC', inspection.id, {
        citations: [{ evidenceId: item.id, passage: { start: 2, end: 7 } }],
      });
      expect((await seenFinding(client('CQC'), draft.id))?.citations).toEqual([
        expect.objectContaining({ passage: { start: 2, end: 7, quote: '🧒 was' } }),
      ]);
    });

    it('change what they rest on with the edit', async () => {
      const [first, second] = [
        await aPiece(who('CQC'), 'CQC', inspection.id),
        await aPiece(who('CQC'), 'CQC', inspection.id),
      ];
      const draft = await aDraft(who('CQC'), 'CQC', inspection.id, {
        citations: [{ evidenceId: first.id, passage: { start: 0, end: 4 } }],
      });
      const edit = (version: number, citations: unknown[]) =>
        client('CQC').do('editFinding', { findingId: draft.id, version, ...said('CQC'), citations });
      await edit(1, [{ evidenceId: second.id }, { evidenceId: first.id }]);
      const seen = await seenFinding(client('CQC'), draft.id);
      expect(new Set(seen?.citations.map(({ evidence }) => evidence?.id))).toEqual(new Set([first.id, second.id]));
      expect(seen?.citations.map(({ passage }) => passage)).toEqual([null, null]);
      await edit(2, []);
      expect((await seenFinding(client('CQC'), draft.id))?.citations).toEqual([]);
    });
  });

  describe('when they are submitted', () => {
    it("need a place in the framework's letter, evidence, and no grade as a judgement", async () => {
      const problems = async (more: Record<string, unknown>) => {
        const draft = await aDraft(who('CQC'), 'CQC', inspection.id, more);
        const sent = await client('CQC').send('submitFinding', { findingId: draft.id, version: 1 });
        expect(await seenFinding(client('CQC'), draft.id)).toMatchObject({ state: 'DRAFT', version: 1 });
        return sent.problems.map(({ at, code }) => [at, code]);
      };
      expect(await problems({ kind: 'STRENGTH', placement: 'IMPROVEMENT' })).toEqual([['placement', 'NO_SECTION']]);
      expect(await problems({ kind: 'EFFECTIVE_PRACTICE', placement: 'STUDY' })).toEqual([['study', 'MISSING']]);
      expect(await problems({ study: 1 })).toEqual([['study', 'NOT_NEEDED']]);
      expect(await problems({ citations: [] })).toEqual([['citations', 'MISSING']]);
      expect(await problems({ kind: 'PRIORITY_ACTION', placement: 'IMPROVEMENT' })).toEqual([['agencyIds', 'MISSING']]);
      expect(await problems({ statement: 'The service was judged inadequate.' })).toEqual([
        ['statement', 'GRADE_WORD'],
      ]);
      expect(await problems({ effectOnChildren: 'Leadership is outstanding.' })).toEqual([
        ['effectOnChildren', 'GRADE_WORD'],
      ]);
    });

    it("are seen by their inspectorate's team, and before the reveal by no other", async () => {
      const finding = await aFinding(who('CQC'), 'CQC', inspection.id);
      for (const role of ['INSPECTORATE_LEAD', 'ANALYST', 'QUALITY_ASSURER'] as const)
        expect(await seenFinding(client('CQC', role), finding.id)).toMatchObject({ state: 'SUBMITTED' });
      for (const stranger of [inspection.lead.client, client('HMICFRS', 'INSPECTORATE_LEAD'), ...outsiders()])
        expect(await seenFinding(stranger, finding.id)).toBeNull();
    });

    it('are checked again when they are edited', async () => {
      const finding = await aFinding(who('CQC'), 'CQC', inspection.id);
      const edit = { findingId: finding.id, version: finding.version };
      const sent = await client('CQC').send('editFinding', { ...edit, ...said('CQC', { study: 2 }) });
      expect(sent.problems).toEqual([expect.objectContaining({ at: 'study', code: 'NOT_NEEDED' })]);
      expect(await seenFinding(client('CQC'), finding.id)).toMatchObject({ version: finding.version });
      await client('CQC').do('editFinding', { ...edit, ...said('CQC', { statement: 'Mended.' }) });
      expect(await seenFinding(client('CQC'), finding.id)).toMatchObject({ state: 'SUBMITTED', statement: 'Mended.' });
    });
  });

  describe('before the reveal', () => {
    it('answer to others as an id does that nobody has', async () => {
      const finding = await aFinding(who('CQC'), 'CQC', inspection.id);
      const { citations } = (await seenFinding(client('CQC'), finding.id)) ?? { citations: [] };
      const stranger = client('HMICFRS', 'INSPECTORATE_LEAD');
      const ask = (id: string) => stranger.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
      expect((await ask(finding.id)).text).toBe((await ask(NOWHERE)).text);
      expect((await ask(citations[0]?.id ?? '')).text).toBe((await ask(NOWHERE)).text);
      expect(await listed(stranger, inspection.id)).not.toContainEqual(expect.objectContaining({ id: finding.id }));
      for (const [name, input] of [
        ['editFinding', { version: finding.version, ...said('CQC') }],
        ['submitFinding', { version: finding.version }],
        ['deleteDraftFinding', { version: finding.version }],
        ['withdrawFinding', { reason: 'None' }],
      ] as const) {
        const [real, absent] = [
          await stranger.send(name, { findingId: finding.id, ...input }),
          await stranger.send(name, { findingId: NOWHERE, ...input }),
        ];
        expect(real.code).toBe('NOT_FOUND');
        expect(real.answer.text).toBe(absent.answer.text);
      }
      const merge = async (...findingIds: string[]) =>
        (await stranger.send('mergeFindings', { findingIds, statement: 'Joint' })).answer.text;
      const own = await aFinding(who('HMICFRS'), 'HMICFRS', inspection.id);
      expect(await merge(own.id, finding.id)).toBe(await merge(own.id, NOWHERE));
      expect(await seenFinding(client('CQC'), finding.id)).toMatchObject({
        state: 'SUBMITTED',
        version: finding.version,
      });
    });

    it('do not show on the evidence that they cite', async () => {
      const item = await aPiece(who('OFSTED'), 'OFSTED', inspection.id);
      await client('OFSTED').do('shareEvidence', {
        evidenceId: item.id,
        recipient: 'CQC',
        form: 'WHOLE',
        gateway: gatewayOf('OFSTED', 'SHARE'),
        purpose: 'To corroborate',
      });
      const finding = await aFinding(who('CQC'), 'CQC', inspection.id, { citations: [{ evidenceId: item.id }] });
      const citing = async (as: ReturnType<typeof client>) =>
        (
          await as.read<{ node: { findings: { id: string }[] } }>(
            'query ($id: ID!) { node(id: $id) { ... on Evidence { findings { id } } } }',
            { id: item.id },
          )
        ).node.findings;
      expect(await citing(client('CQC'))).toEqual([{ id: finding.id }]);
      expect(await citing(client('OFSTED'))).toEqual([]);
    });
  });

  describe('after the reveal', () => {
    let revealed: Inspected;
    const of = (inspectorate: string, role: TeamRole = 'INSPECTOR') => revealed.member(inspectorate, role);

    beforeAll(async () => {
      revealed = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    });

    it('are seen by the team, drafts excepted, and by nobody outside it', async () => {
      const [before, draft] = [
        await aFinding(of('CQC'), 'CQC', revealed.id),
        await aDraft(of('CQC'), 'CQC', revealed.id),
      ];
      await reveal(revealed);
      const after = await aFinding(of('CQC'), 'CQC', revealed.id);
      for (const member of [revealed.lead, of('HMICFRS'), of('OFSTED', 'ANALYST'), of('OFSTED', 'QUALITY_ASSURER')]) {
        expect(await seenFinding(member.client, before.id)).toMatchObject({ statement: expect.any(String) });
        expect(await seenFinding(member.client, after.id)).toMatchObject({ statement: expect.any(String) });
        expect(await seenFinding(member.client, draft.id)).toBeNull();
      }
      for (const outsider of [
        of('OFSTED', 'OBSERVER'),
        of('CQC', 'SIGNATORY'),
        revealed.agency('LOCAL_AUTHORITY').coordinator,
        revealed.agency('POLICE_FORCE').contributor,
      ]) {
        expect(await seenFinding(outsider.client, before.id)).toBeNull();
        expect(await listed(outsider.client, revealed.id)).toEqual([]);
      }
    });

    it('show others no evidence that is not shared with them', async () => {
      const finding = await aFinding(of('CQC'), 'CQC', revealed.id);
      expect((await seenFinding(of('CQC').client, finding.id))?.citations).toHaveLength(1);
      expect((await seenFinding(of('HMICFRS').client, finding.id))?.citations).toEqual([]);
    });

    it('show a passage only where the item is seen whole, and hide it again when the share ends', async () => {
      const item = await aPiece(of('CQC'), 'CQC', revealed.id, {
        kind: 'CQC_CLINICIAN_INTERVIEW',
        body: 'What was said',
      });
      const finding = await aFinding(of('CQC'), 'CQC', revealed.id, {
        citations: [{ evidenceId: item.id, passage: { start: 0, end: 4 } }],
      });
      const share = async (more: Record<string, unknown>) =>
        (
          await of('CQC').client.do<{ share: { id: string } }>(
            'shareEvidence',
            { evidenceId: item.id, gateway: gatewayOf('CQC', 'SHARE'), purpose: 'To compare', ...more },
            'share { id }',
          )
        ).share;
      await share({ recipient: 'HMICFRS', form: 'SUMMARY', title: 'In short', summary: 'Short' });
      expect((await seenFinding(of('HMICFRS').client, finding.id))?.citations).toEqual([
        { id: expect.any(String), evidence: { id: item.id, title: 'In short' }, passage: null },
      ]);
      const whole = await share({ recipient: 'OFSTED', form: 'WHOLE' });
      expect((await seenFinding(revealed.lead.client, finding.id))?.citations).toMatchObject([
        { passage: { quote: 'What' } },
      ]);
      await of('CQC').client.do('revokeShare', { shareId: whole.id, reason: 'By mistake' });
      expect((await seenFinding(revealed.lead.client, finding.id))?.citations).toEqual([]);
    });

    it('keep an earlier version’s quote from those who never saw that version', async () => {
      const item = await aPiece(of('CQC'), 'CQC', revealed.id, {
        kind: 'CQC_CLINICIAN_INTERVIEW',
        body: 'First wording',
      });
      const finding = await aFinding(of('CQC'), 'CQC', revealed.id, {
        citations: [{ evidenceId: item.id, passage: { start: 0, end: 5 } }],
      });
      await of('CQC').client.do('supersedeEvidence', {
        evidenceId: item.id,
        version: item.version,
        title: 'Mended',
        body: 'Second wording',
        reason: 'Wrong name',
      });
      await of('CQC').client.do('shareEvidence', {
        evidenceId: item.id,
        recipient: 'OFSTED',
        form: 'WHOLE',
        gateway: gatewayOf('CQC', 'SHARE'),
        purpose: 'To compare',
      });
      expect((await seenFinding(of('CQC').client, finding.id))?.citations).toMatchObject([
        { passage: { quote: 'First' } },
      ]);
      expect((await seenFinding(revealed.lead.client, finding.id))?.citations).toMatchObject([{ passage: null }]);
    });

    it('show to their own team why they were withdrawn, to the rest that they exist', async () => {
      const finding = await aFinding(of('CQC'), 'CQC', revealed.id);
      const withdraw = { findingId: finding.id, reason: 'It rests on a mistake' };
      expect((await of('CQC').client.send('withdrawFinding', withdraw)).code).toBe('NOT_PERMITTED');
      expect((await of('HMICFRS', 'INSPECTORATE_LEAD').client.send('withdrawFinding', withdraw)).code).toBe(
        'NOT_PERMITTED',
      );
      expect(await seenFinding(of('CQC').client, finding.id)).toMatchObject({ state: 'SUBMITTED' });
      await of('CQC', 'INSPECTORATE_LEAD').client.do('withdrawFinding', withdraw);
      expect(await seenFinding(of('CQC', 'ANALYST').client, finding.id)).toMatchObject({
        state: 'WITHDRAWN',
        statement: expect.any(String),
        withdrawnBecause: 'It rests on a mistake',
      });
      expect(await seenFinding(of('HMICFRS').client, finding.id)).toMatchObject({
        state: 'WITHDRAWN',
        statement: null,
        kind: null,
        withdrawnBecause: null,
      });
      const edit = { findingId: finding.id, version: finding.version + 1, ...said('CQC') };
      expect((await of('CQC').client.send('editFinding', edit)).code).toBe('WRONG_STATE');
    });

    it('do not show at all to the rest where they were withdrawn before it', async () => {
      const other = await anInspection().inStage('FIELDWORK').build();
      const finding = await aFinding(other.member('CQC', 'INSPECTOR'), 'CQC', other.id);
      await other
        .member('CQC', 'INSPECTORATE_LEAD')
        .client.do('withdrawFinding', { findingId: finding.id, reason: 'Wrong child' });
      await reveal(other);
      expect(await seenFinding(other.member('CQC', 'INSPECTOR').client, finding.id)).toMatchObject({
        state: 'WITHDRAWN',
      });
      expect(await seenFinding(other.lead.client, finding.id)).toBeNull();
    });

    it('stay while they stand in a merge', async () => {
      const [one, two] = [
        await aFinding(of('CQC'), 'CQC', revealed.id),
        await aFinding(of('HMICFRS'), 'HMICFRS', revealed.id),
      ];
      await aMerge(revealed.lead.client, [one.id, two.id]);
      const lead = of('CQC', 'INSPECTORATE_LEAD').client;
      const sent = await lead.send('withdrawFinding', { findingId: one.id, reason: 'Wrong' });
      expect(sent.problems).toEqual([expect.objectContaining({ code: 'MERGED' })]);
      const moved = { findingId: one.id, version: one.version, ...said('CQC', { placement: 'STRENGTH' }) };
      expect((await of('CQC').client.send('editFinding', moved)).problems).toEqual([
        expect.objectContaining({ at: 'placement', code: 'MERGED' }),
      ]);
      expect(await seenFinding(lead, one.id)).toMatchObject({ state: 'SUBMITTED', placement: 'MAIN' });
    });
  });

  it('are listed page by page, by owner, state and placement', async () => {
    const own = await anInspection().inStage('FIELDWORK').build();
    const inspector = own.member('CQC', 'INSPECTOR');
    const ids: string[] = [];
    for (let minute = 10; minute < 14; minute += 1) {
      const member = { ...inspector, client: inspector.client.at(`2024-03-19T10:${minute}:00Z`) };
      ids.unshift((await aDraft(member, 'CQC', own.id)).id);
    }
    await inspector.client.do('submitFinding', { findingId: ids[0], version: 1 });
    const page = await inspector.client.read<{
      findings: { nodes: { id: string }[]; pageInfo: { endCursor: string } };
    }>('query ($id: ID!) { findings(inspectionId: $id, first: 2) { nodes { id } pageInfo { endCursor } } }', {
      id: own.id,
    });
    expect(page.findings.nodes.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const rest = await listed(inspector.client, own.id, `, after: "${page.findings.pageInfo.endCursor}"`);
    expect(rest.map(({ id }) => id)).toEqual(ids.slice(2));
    const count = async (more: string) => (await listed(inspector.client, own.id, more)).length;
    expect(await count(', state: SUBMITTED')).toBe(1);
    expect(await count(', placement: HEADLINE')).toBe(0);
    expect(await count(', owner: "HMICFRS"')).toBe(0);
    expect(await count(', unmerged: true')).toBe(4);
    const bad = await inspector.client.ask(
      'query ($id: ID!, $owner: String) { findings(inspectionId: $id, owner: $owner) { nodes { id } } }',
      { id: own.id, owner: 'CQC\u0000' },
    );
    expect(bad.errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});
