import { beforeAll, describe, expect, it } from '@jest/globals';
import { aCase } from '../support/a-case.js';
import { anAgency } from '../support/an-authority.js';
import { anInspection, aPiece, type Inspected } from '../support/an-inspection.js';
import type { Client } from '../support/client.js';
import { aDraft, aFinding, said, seenFinding } from '../support/findings.js';

/** The cases of docs/edge-cases.md that no other file shows. */
describe('hard cases', () => {
  let inspection: Inspected;
  const inspector = (code = 'OFSTED') => inspection.member(code, 'INSPECTOR');

  beforeAll(async () => {
    inspection = await anInspection().joinedBy('CQC', 'HMICFRS').of('LOCAL_AUTHORITY', 'NHS_PROVIDER').build();
  });

  it('3: evidence comes from an authority that is not inspected, and says so', async () => {
    const elsewhere = await anAgency(inspection.planner);
    const { id } = await aPiece(inspector(), 'OFSTED', inspection.id, { sourceAgencyId: elsewhere.id });
    const { node } = await inspector().client.read<{ node: { sourceAgency: { id: string } } }>(
      'query ($id: ID!) { node(id: $id) { ... on Evidence { sourceAgency { id } } } }',
      { id },
    );
    expect(node.sourceAgency.id).toBe(elsewhere.id);
    expect(inspection.agencies.map((agency) => agency.id)).not.toContain(elsewhere.id);
  });

  it('9: no finding is submitted, or edited, on an item that was withdrawn', async () => {
    const { client } = inspector();
    const draft = await aDraft(inspector(), 'OFSTED', inspection.id);
    const submitted = await aFinding(inspector(), 'OFSTED', inspection.id);
    for (const { evidenceId } of [draft, submitted])
      await client.do('withdrawEvidence', { evidenceId, reason: 'It was the record of another child' });
    const refused = [expect.objectContaining({ at: 'citations', code: 'WITHDRAWN' })];
    const submit = await client.send('submitFinding', { findingId: draft.id, version: draft.version });
    expect(submit.problems).toEqual(refused);
    const edit = { findingId: submitted.id, version: submitted.version, ...said('OFSTED') };
    expect((await client.send('editFinding', edit)).problems).toEqual(refused);
    expect(await seenFinding(client, draft.id)).toMatchObject({ state: 'DRAFT', version: draft.version });
    expect(await seenFinding(client, submitted.id)).toMatchObject({ version: submitted.version });
    expect(await citing(client, submitted.evidenceId)).toEqual({
      state: 'WITHDRAWN',
      findings: [{ id: submitted.id }],
    });
  });

  it('16: a priority action may be one trust’s alone, and is never nobody’s', async () => {
    const { client } = inspector('CQC');
    const priority = { kind: 'PRIORITY_ACTION', placement: 'IMPROVEMENT' };
    const nobodys = await aDraft(inspector('CQC'), 'CQC', inspection.id, priority);
    const sent = await client.send('submitFinding', { findingId: nobodys.id, version: nobodys.version });
    expect(sent.problems).toEqual([expect.objectContaining({ at: 'agencyIds', code: 'MISSING' })]);
    expect(await seenFinding(client, nobodys.id)).toMatchObject({ state: 'DRAFT', version: nobodys.version });
    const trust = inspection.agency('NHS_PROVIDER').id;
    const its = await aFinding(inspector('CQC'), 'CQC', inspection.id, { ...priority, agencyIds: [trust] });
    expect(await seenFinding(client, its.id)).toMatchObject({ state: 'SUBMITTED', agencies: [{ id: trust }] });
  });

  it('23: a conversation is withdrawn, and the review of records of the same child stays', async () => {
    const { client } = inspector();
    const { id: caseId } = await aCase(client, inspection);
    const talk = await aPiece(inspector(), 'OFSTED', inspection.id, { caseId, method: 'CONVERSATION_WITH_FAMILY' });
    const record = await aPiece(inspector(), 'OFSTED', inspection.id, { caseId });
    await client.do('withdrawEvidence', { evidenceId: talk.id, reason: 'The parent has withdrawn consent' });
    expect(await citing(client, talk.id)).toMatchObject({ state: 'WITHDRAWN' });
    expect(await citing(client, record.id)).toMatchObject({ state: 'SUBMITTED' });
  });

  const citing = async (client: Client, id: string) =>
    (
      await client.read<{ node: { state: string; findings: { id: string }[] } }>(
        'query ($id: ID!) { node(id: $id) { ... on Evidence { state findings { id } } } }',
        { id },
      )
    ).node;
});
