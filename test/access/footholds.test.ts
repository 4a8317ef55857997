import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { administratorOf, anInspection, aPiece, aUser, gatewayOf, type Inspected } from '../support/an-inspection.js';
import { type Client, signIn } from '../support/client.js';
import { aDraft } from '../support/findings.js';
import { aNarrative, stageOf } from '../support/narrative.js';
import { sqlAs, uuidOf } from '../support/sql-as.js';

const NOW = '2024-03-04T09:00:00Z';
type Who = { userId: string };

/** What the database itself says to the application under a principal: how many rows, or which rule refused. */
async function told(who: Who, text: string, values: unknown[], now = NOW): Promise<string> {
  try {
    return await sqlAs(who, now, async (db) => `${(await db.query(text, values)).rowCount ?? 0} rows`);
  } catch (error) {
    const { constraint, message } = error as { constraint?: string; message: string };
    return constraint ?? message.replace(/ for (table|relation) .*/, '');
  }
}

const organisationOf = (who: Who): Promise<string> =>
  sqlAs(who, NOW, async (db) => {
    const { rows } = await db.query<{ id: string }>('SELECT auth.organisation_id() AS id');
    return rows[0]?.id ?? '';
  });

const ROW_SECURITY = 'new row violates row-level security policy';

/** An agency that takes part in nothing, its administrator and a user of it. */
async function aStranger(
  planner: Client,
): Promise<{ administrator: Client; user: { client: Client; userId: string } }> {
  const code = `LOCAL_AUTHORITY-${randomUUID().slice(0, 8)}`;
  await planner.do('registerAgency', {
    code,
    kind: 'LOCAL_AUTHORITY',
    name: 'Elsewhere',
    areaCodes: ['E10000020'],
    issuer: `urn:joint-inspection:local:${code}`,
    administratorSubject: 'administrator',
    administratorName: 'Administrator elsewhere',
  });
  const administrator = await signIn(code, 'administrator', NOW);
  return { administrator, user: await aUser(administrator, code) };
}

describe('nobody gains a foothold', () => {
  let inspection: Inspected;
  const insertAssignment = `INSERT INTO app.assignment (id, inspection_id, user_id, organisation_id, inspectorate, role, starts_at, assigned_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

  beforeAll(async () => {
    inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  });

  it('by assigning for an agency that takes no part, in an inspection that everybody sees', async () => {
    const published = await (await (await aNarrative()).compiled()).signed();
    await published.lead.do('recordReceipt', { inspectionId: published.id });
    await published.lead.do('publishLetter', { inspectionId: published.id });
    const { administrator, user } = await aStranger(published.inspection.planner);
    const input = { inspectionId: published.id, userId: user.userId, role: 'COORDINATOR' };
    expect((await administrator.send('assign', input)).code).toBe('NOT_PERMITTED');
    const seen = 'query ($id: ID!) { inspection(id: $id) { stage assignments { id } } }';
    expect(await user.client.read(seen, { id: published.id })).toEqual({
      inspection: { stage: 'PUBLISHED', assignments: [] },
    });
    const { me } = await administrator.read<{ me: { id: string } }>('{ me { id } }');
    const row = [
      uuidOf(published.id),
      uuidOf(user.userId),
      await organisationOf(user),
      null,
      'COORDINATOR',
      NOW,
      uuidOf(me.id),
    ];
    expect(await told({ userId: me.id }, insertAssignment, [randomUUID(), ...row])).toBe(ROW_SECURITY);
  });

  it('by naming the lead, or taking in an inspectorate, from another than the leading one', async () => {
    const own = await anInspection().inStage('PREPARING').build();
    await own.planner.do('endAssignment', { assignmentId: own.lead.assignmentId });
    const administrator = await administratorOf('CQC');
    const planner = await aUser(administrator, 'CQC', ['PLANNER']);
    const colleague = await aUser(administrator, 'CQC');
    const lead = [uuidOf(own.id), uuidOf(colleague.userId), await organisationOf(colleague), 'CQC', 'LEAD', NOW];
    expect(await told(planner, insertAssignment, [randomUUID(), ...lead, uuidOf(planner.userId)])).toBe(ROW_SECURITY);
    const another = `INSERT INTO app.inspection_inspectorate (inspection_id, inspectorate, gateway, invited_at, accepted_at)
      VALUES ($1, 'HMI_PROBATION', 'any', $2, $3)`;
    expect(await told(planner, another, [uuidOf(own.id), NOW, null])).toBe(ROW_SECURITY);
    const leading = await aUser(await administratorOf('OFSTED'), 'OFSTED', ['PLANNER']);
    expect(await told(leading, another, [uuidOf(own.id), NOW, NOW])).toBe(ROW_SECURITY);
  });

  it('by taking back an end, or by naming himself or another inspectorate for a case', async () => {
    const lead = inspection.member('CQC', 'INSPECTORATE_LEAD');
    const { case: child } = await lead.client.do<{ case: { id: string } }>(
      'createCase',
      {
        inspectionId: inspection.id,
        sampling: 'TRACKED',
        rationale: 'Youngest at risk',
        journeyStage: 'CHILD_PROTECTION',
        ageYears: 4,
        agencyIds: [],
      },
      'case { id }',
    );
    const inspector = inspection.member('CQC', 'INSPECTOR');
    const { concern } = await inspection.member('OFSTED', 'INSPECTOR').client.do<{ concern: { id: string } }>(
      'raiseConcern',
      {
        inspectionId: inspection.id,
        receiverId: inspection.agency('LOCAL_AUTHORITY').id,
        caseId: child.id,
        words: 'A child is not safe tonight',
      },
      'concern { id }',
    );
    const seen = async () =>
      (
        await inspector.client.read<{ concern: { state: string } | null }>(
          'query ($id: ID!) { concern(id: $id) { state } }',
          { id: concern.id },
        )
      ).concern;
    const { member } = await lead.client.do<{ member: { id: string } }>(
      'nameCaseMember',
      { caseId: child.id, assignmentId: inspector.assignmentId },
      'member { id }',
    );
    expect(await seen()).toEqual({ state: 'RAISED' });
    await lead.client.do('endCaseMember', { memberId: member.id });
    expect(await seen()).toBeNull();
    const again = 'UPDATE app.case_member SET ended_at = NULL WHERE id = $1';
    expect(await told(lead, again, [uuidOf(member.id)])).toBe('ended_once');
    const name = `INSERT INTO app.case_member (id, case_id, inspection_id, inspectorate, assignment_id, named_by)
      VALUES ($1, $2, $3, 'CQC', $4, $5)`;
    for (const { assignmentId } of [lead, inspection.member('HMICFRS', 'INSPECTOR')])
      expect(
        await told(lead, name, [
          randomUUID(),
          uuidOf(child.id),
          uuidOf(inspection.id),
          uuidOf(assignmentId),
          uuidOf(lead.userId),
        ]),
      ).toBe(ROW_SECURITY);

    const analyst = inspection.member('CQC', 'ANALYST');
    await inspection.plannerOf('CQC').do('endAssignment', { assignmentId: analyst.assignmentId });
    const revive = 'UPDATE app.assignment SET ended_at = NULL, ended_by = NULL WHERE id = $1';
    expect(await told(lead, revive, [uuidOf(analyst.assignmentId)])).toBe('ended_once');
    const extend = `UPDATE app.assignment SET ends_at = '2030-01-01' WHERE id = $1`;
    expect(await told(lead, extend, [uuidOf(lead.assignmentId)])).toBe('permission denied');
  });

  it('by a lead who has gone: agencies know only those that are active', async () => {
    const lead = inspection.member('HMICFRS', 'INSPECTORATE_LEAD');
    const contributor = inspection.agency('POLICE_FORCE').contributor.client;
    const seen = (id: string) =>
      contributor.read<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', { id });
    expect(await seen(lead.assignmentId)).toEqual({ node: { id: lead.assignmentId } });
    expect(await seen(lead.userId)).toEqual({ node: { id: lead.userId } });
    await inspection.plannerOf('HMICFRS').do('endAssignment', { assignmentId: lead.assignmentId });
    expect(await seen(lead.assignmentId)).toEqual({ node: null });
    expect(await seen(lead.userId)).toEqual({ node: null });
  });

  it('by a share that begins before it was made', async () => {
    const writer = inspection.member('OFSTED', 'INSPECTOR');
    const item = await aPiece(writer, 'OFSTED', inspection.id, { body: 'With the names in it' });
    await writer.client.at('2024-03-05T09:00:00Z').do('supersedeEvidence', {
      evidenceId: item.id,
      version: item.version,
      reason: 'The names are taken out',
      title: 'Visit',
      body: 'Without the names',
    });
    const now = '2024-03-06T09:00:00Z';
    const input = {
      evidenceId: item.id,
      recipient: 'HMICFRS',
      form: 'WHOLE',
      gateway: gatewayOf('OFSTED', 'SHARE'),
      purpose: 'To corroborate',
    };
    const early = await writer.client.at(now).send('shareEvidence', { ...input, startsAt: '2024-03-04T10:00:00Z' });
    expect(early.problems.map(({ at, code }) => [at, code])).toEqual([['startsAt', 'IN_PAST']]);
    const open = () =>
      inspection
        .member('HMICFRS', 'INSPECTOR')
        .client.at('2024-03-06T10:00:00Z')
        .read('query ($id: ID!) { openEvidence(id: $id) { body earlier { body } } }', { id: item.id });
    expect(await open()).toEqual({ openEvidence: null });
    await writer.client.at(now).do('shareEvidence', input);
    expect(await open()).toEqual({ openEvidence: { body: 'Without the names', earlier: [] } });
  });

  it("by writing into another's share, citation or evidence", async () => {
    const writer = inspection.member('OFSTED', 'INSPECTOR');
    const other = inspection.member('HMICFRS', 'INSPECTOR');
    const item = await aPiece(writer, 'OFSTED', inspection.id);
    const { share } = await writer.client.do<{ share: { id: string } }>(
      'shareEvidence',
      {
        evidenceId: item.id,
        recipient: 'HMICFRS',
        form: 'WHOLE',
        gateway: gatewayOf('OFSTED', 'SHARE'),
        purpose: 'To corroborate',
      },
      'share { id }',
    );
    const [inspectionId, evidenceId] = [uuidOf(inspection.id), uuidOf(item.id)];
    const text = `INSERT INTO app.evidence_share_text (share_id, evidence_id, inspection_id, owner, title, summary)
      VALUES ($1, $2, $3, 'HMICFRS', 'Forged', 'Forged')`;
    expect(await told(other, text, [uuidOf(share.id), evidenceId, inspectionId])).toMatch(/_fkey$/);
    const finding = await aDraft(writer, 'OFSTED', inspection.id, { citations: [{ evidenceId: item.id }] });
    const citationId = await sqlAs(writer, NOW, async (db) => {
      const { rows } = await db.query<{ id: string }>('SELECT id FROM app.citation WHERE finding_id = $1', [
        uuidOf(finding.id),
      ]);
      return rows[0]?.id;
    });
    const passage = `INSERT INTO app.citation_passage (citation_id, finding_id, evidence_id, inspection_id, owner, from_offset, to_offset, quote, evidence_version)
      VALUES ($1, $2, $3, $4, 'HMICFRS', 0, 3, '', 1)`;
    expect(await told(other, passage, [citationId, uuidOf(finding.id), evidenceId, inspectionId])).toMatch(/_fkey$/);
    const unused = await aPiece(writer, 'OFSTED', inspection.id);
    const remove = 'DELETE FROM app.evidence WHERE id = $1';
    expect(await told(writer, remove, [uuidOf(unused.id)])).toBe('evidence_state');
  });

  it('by a share that was to begin after closing; one in force then goes on being read', async () => {
    const own = await (await (await aNarrative()).compiled()).signed();
    const writer = own.who('CQC', 'INSPECTOR');
    const { evidence } = await writer.read<{
      evidence: { edges: { node: { id: string; owner: { code: string } } }[] };
    }>('query ($id: ID!) { evidence(inspectionId: $id, first: 50) { edges { node { id owner { code } } } } }', {
      id: own.id,
    });
    const item = evidence.edges.find(({ node }) => node.owner.code === 'CQC')?.node.id ?? '';
    const share = async (recipient: string, more: object) => {
      const { share: made } = await writer.do<{ share: { id: string } }>(
        'shareEvidence',
        {
          evidenceId: item,
          recipient,
          form: 'SUMMARY',
          title: 'A visit',
          summary: 'What was seen',
          gateway: gatewayOf('CQC', 'SHARE'),
          purpose: 'To corroborate',
          ...more,
        },
        'share { id }',
      );
      return made.id;
    };
    await share('HMICFRS', { endsAt: '2024-03-07T00:00:00Z' });
    const later = await share('OFSTED', { startsAt: '2024-03-07T00:00:00Z' });
    await own.lead.do('recordReceipt', { inspectionId: own.id });
    await own.lead.do('publishLetter', { inspectionId: own.id });
    const { version } = await stageOf(own.lead, own.id);
    await own.lead.do('advanceStage', { inspectionId: own.id, to: 'FOLLOW_UP', version });
    await own.lead.do('closeInspection', { inspectionId: own.id });
    const seen = (inspectorate: string, id: string) =>
      own
        .who(inspectorate, 'INSPECTOR')
        .at('2024-03-10T09:00:00Z')
        .read(
          'query ($id: ID!) { node(id: $id) { ... on Evidence { title summary } ... on EvidenceShare { title } } }',
          { id },
        );
    expect(await seen('HMICFRS', item)).toEqual({ node: { title: 'A visit', summary: 'What was seen' } });
    expect(await seen('OFSTED', item)).toEqual({ node: null });
    expect(await seen('OFSTED', later)).toEqual({ node: null });
  });

  it('by a signature that was void', async () => {
    const own = await (await (await aNarrative()).compiled()).signed();
    await own.lead.do('reopenDrafting', { inspectionId: own.id });
    const restore = 'UPDATE app.signature SET voided_at = NULL, voided_by = NULL WHERE inspection_id = $1';
    expect(await told(own.inspection.lead, restore, [uuidOf(own.id)])).toBe('signature_void');
  });
});
