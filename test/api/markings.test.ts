import { beforeAll, describe, expect, it } from '@jest/globals';
import { aPiece, anInspection, gatewayOf, type Inspected } from '../support/an-inspection.js';
import type { Client } from '../support/client.js';
import { aDraft, aFinding, reveal } from '../support/findings.js';
import { sqlAs, uuidOf } from '../support/sql-as.js';

const NOW = '2024-03-04T12:00:00Z';

interface SeenItem {
  readonly marking: string;
  readonly version: number;
  readonly kind: string;
  readonly markingChanges: { marking: string; reason: string | null }[];
  readonly versions: { reason: string }[];
  readonly shares: { endsAt: string | null; revokedAt: string | null }[];
}

const item = async (client: Client, id: string): Promise<SeenItem> =>
  (
    await client.read<{ node: SeenItem }>(
      `query ($id: ID!) { node(id: $id) { ... on Evidence { marking version kind markingChanges { marking reason }
         versions { reason } shares { endsAt revokedAt } } } }`,
      { id },
    )
  ).node;
const markingOf = async (client: Client, id: string): Promise<unknown> =>
  (
    await client.read<{ node: unknown }>(
      'query ($id: ID!) { node(id: $id) { ... on Finding { marking markingLowerings { proposedFor waitsFor } } } }',
      { id },
    )
  ).node;

describe('the marking of an item', () => {
  let inspection: Inspected;
  const who = (code: string, role: Parameters<Inspected['member']>[1] = 'INSPECTOR') => inspection.member(code, role);
  const filed = async (marking = 'OFFICIAL') =>
    (await aPiece(who('CQC'), 'CQC', inspection.id, { marking, method: 'CASE_TRACKING' })).id;
  const change = (evidenceId: string, marking: string, more = {}) => ({ evidenceId, version: 2, marking, ...more });

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  });

  it('is raised by those who write it, and by nobody else', async () => {
    const id = await filed();
    const before = await item(who('CQC').client, id);
    for (const other of [who('CQC', 'QUALITY_ASSURER'), who('CQC', 'ANALYST')])
      expect((await other.client.send('changeMarking', change(id, 'OFFICIAL_SENSITIVE'))).code).toBe('NOT_PERMITTED');
    for (const other of [who('OFSTED'), who('CQC', 'OBSERVER'), inspection.lead])
      expect((await other.client.send('changeMarking', change(id, 'OFFICIAL_SENSITIVE'))).code).toBe('NOT_FOUND');
    expect(await item(who('CQC').client, id)).toEqual(before);
    await who('CQC', 'INSPECTORATE_LEAD').client.do('changeMarking', change(id, 'OFFICIAL_SENSITIVE'));
    expect(await item(who('CQC').client, id)).toMatchObject({
      marking: 'OFFICIAL_SENSITIVE',
      version: 3,
      markingChanges: [{ marking: 'OFFICIAL_SENSITIVE', reason: null }],
    });
  });

  it('is lowered by its author or the inspectorate lead, with a reason', async () => {
    const written = (
      await aPiece(who('CQC', 'INSPECTORATE_LEAD'), 'CQC', inspection.id, { marking: 'OFFICIAL_SENSITIVE' })
    ).id;
    const lower = change(written, 'OFFICIAL', { reason: 'Nobody is named' });
    expect((await who('CQC').client.send('changeMarking', lower)).code).toBe('NOT_PERMITTED');
    const lead = who('CQC', 'INSPECTORATE_LEAD').client;
    expect((await lead.send('changeMarking', change(written, 'OFFICIAL'))).problems).toEqual([
      expect.objectContaining({ at: 'reason', code: 'MISSING' }),
    ]);
    expect((await item(lead, written)).marking).toBe('OFFICIAL_SENSITIVE');
    await lead.do('changeMarking', lower);
    expect(await item(lead, written)).toMatchObject({
      marking: 'OFFICIAL',
      markingChanges: [{ marking: 'OFFICIAL', reason: 'Nobody is named' }],
    });
    const own = await filed('OFFICIAL_SENSITIVE');
    await who('CQC').client.do('changeMarking', change(own, 'OFFICIAL', { reason: 'Checked' }));
    expect(
      (await who('CQC').client.send('changeMarking', { ...change(own, 'OFFICIAL'), version: 3 })).problems,
    ).toHaveLength(1);
    expect((await who('CQC').client.send('changeMarking', { ...change(own, 'OFFICIAL_SENSITIVE') })).code).toBe(
      'CONFLICT',
    );
  });

  it('is changed by its author while the item is a draft', async () => {
    const { id } = await aPiece(who('CQC'), 'CQC', inspection.id, {}, false);
    await who('CQC').client.do('changeMarking', { ...change(id, 'OFFICIAL_SENSITIVE'), version: 1 });
    expect((await who('CQC', 'INSPECTORATE_LEAD').client.send('changeMarking', change(id, 'OFFICIAL'))).code).toBe(
      'NOT_FOUND',
    );
    await who('CQC').client.do('changeMarking', change(id, 'OFFICIAL', { reason: 'Nobody is named' }));
    expect(await item(who('CQC').client, id)).toMatchObject({ marking: 'OFFICIAL', version: 3 });
  });

  it('is no column that somebody writes past its reasons', async () => {
    const id = await filed('OFFICIAL_SENSITIVE');
    await expect(
      sqlAs(who('CQC'), NOW, (db) =>
        db.query(`UPDATE app.evidence_summary SET marking = 'OFFICIAL' WHERE evidence_id = $1`, [uuidOf(id)]),
      ),
    ).rejects.toThrow(/permission denied/);
    const add = `INSERT INTO app.marking_change (id, evidence_id, inspection_id, owner, marking, reason, changed_by, changed_at)
      VALUES (gen_random_uuid(), $1, $2, 'CQC', 'OFFICIAL', $3, auth.user_id(), auth.at())`;
    const ids = [uuidOf(id), uuidOf(inspection.id)];
    for (const stranger of [who('OFSTED'), who('CQC', 'QUALITY_ASSURER'), who('CQC', 'ANALYST')])
      await expect(sqlAs(stranger, NOW, (db) => db.query(add, [...ids, 'Why']))).rejects.toThrow(/not his to change/);
    await expect(sqlAs(who('CQC'), NOW, (db) => db.query(add, [...ids, null]))).rejects.toThrow(/lowered_with_reason/);
    expect((await item(who('CQC').client, id)).marking).toBe('OFFICIAL_SENSITIVE');
  });

  it('goes with what derives from the item, told to whoever sees that, and is let out with everybody’s agreement', async () => {
    const own = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    const member = (code: string, role: Parameters<Inspected['member']>[1] = 'INSPECTOR') => own.member(code, role);
    const theirs = (
      await aPiece(member('CQC'), 'CQC', own.id, { marking: 'OFFICIAL_SENSITIVE', method: 'CASE_TRACKING' })
    ).id;
    const ofsteds = (await aPiece(member('OFSTED'), 'OFSTED', own.id, { marking: 'OFFICIAL_SENSITIVE' })).id;
    const share = {
      evidenceId: theirs,
      recipient: 'OFSTED',
      gateway: gatewayOf('CQC', 'SHARE'),
      purpose: 'To corroborate',
    };
    await member('CQC').client.do('shareEvidence', { ...share, form: 'SUMMARY', title: 'T', summary: 'S' });
    const finding = await aFinding(member('OFSTED'), 'OFSTED', own.id, {
      citations: [{ evidenceId: theirs }, { evidenceId: ofsteds }],
    });
    await reveal(own);
    expect(await markingOf(member('HMICFRS').client, finding.id)).toMatchObject({ marking: 'OFFICIAL_SENSITIVE' });
    const lead = (code: string) => member(code, 'INSPECTORATE_LEAD').client;
    const propose = { findingId: finding.id, reason: 'It names nobody and no place' };
    expect((await member('CQC').client.send('proposeLowerMarking', propose)).code).toBe('NOT_PERMITTED');
    expect((await lead('HMICFRS').send('proposeLowerMarking', propose)).problems).toEqual([
      expect.objectContaining({ code: 'NOT_YOURS' }),
    ]);
    expect((await lead('OFSTED').send('agreeLowerMarking', { findingId: finding.id })).problems).toHaveLength(1);
    await lead('CQC').do('proposeLowerMarking', propose);
    expect(await markingOf(member('HMICFRS').client, finding.id)).toEqual({
      marking: 'OFFICIAL_SENSITIVE',
      markingLowerings: [{ proposedFor: 'CQC', waitsFor: ['OFSTED'] }],
    });
    await lead('OFSTED').do('agreeLowerMarking', { findingId: finding.id });
    expect(await markingOf(member('HMICFRS').client, finding.id)).toMatchObject({ marking: 'OFFICIAL' });
    // Raised again, what it comes from counts again.
    const changed = { evidenceId: ofsteds, version: 2, marking: 'OFFICIAL', reason: 'Checked' };
    await member('OFSTED').client.do('changeMarking', changed);
    await member('OFSTED').client.do('changeMarking', { ...changed, version: 3, marking: 'OFFICIAL_SENSITIVE' });
    expect(await markingOf(member('HMICFRS').client, finding.id)).toMatchObject({ marking: 'OFFICIAL_SENSITIVE' });
  });

  it('of a draft that cites nothing sensitive is the lowest', async () => {
    const draft = await aDraft(who('CQC'), 'CQC', inspection.id);
    expect(await markingOf(who('CQC').client, draft.id)).toEqual({ marking: 'OFFICIAL', markingLowerings: [] });
  });
});

describe('an item classified anew', () => {
  it('ends the shares that are above what its inspectorate releases now, and keeps what it was', async () => {
    const inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    const writer = inspection.member('CQC', 'INSPECTOR').client;
    const reader = inspection.member('OFSTED', 'INSPECTOR').client;
    const { id } = await aPiece(inspection.member('CQC', 'INSPECTOR'), 'CQC', inspection.id, {
      kind: 'CQC_CLINICAL_OBSERVATION',
      method: 'CASE_TRACKING',
    });
    const release = async () =>
      (
        await writer.read<{ node: { release: { recipient: string; form: string }[] } }>(
          'query ($id: ID!) { node(id: $id) { ... on Evidence { release { recipient form } } } }',
          { id },
        )
      ).node.release.find(({ recipient }) => recipient === 'OFSTED')?.form;
    expect(await release()).toBe('WHOLE');
    const share = {
      evidenceId: id,
      recipient: 'OFSTED',
      form: 'WHOLE',
      gateway: gatewayOf('CQC', 'SHARE'),
      purpose: 'To corroborate',
    };
    await writer.do('shareEvidence', share);
    const title = async () =>
      (
        await reader.read<{ node: { title: string | null } | null }>(
          'query ($id: ID!) { node(id: $id) { ... on Evidence { title } } }',
          { id },
        )
      ).node;
    expect((await title())?.title).not.toBeNull();
    const anew = {
      evidenceId: id,
      version: 2,
      method: 'RECORD_REVIEW',
      personalData: 'SPECIAL_CATEGORY',
      kind: 'CQC_PATIENT_RECORD',
      reason: 'It quotes a health record',
    };
    expect((await reader.send('reclassifyEvidence', anew)).code).toBe('NOT_PERMITTED');
    expect((await writer.send('reclassifyEvidence', { ...anew, kind: 'NO_SUCH' })).problems).toHaveLength(1);
    await writer.do('reclassifyEvidence', anew);
    expect(await release()).toBe('SUMMARY');
    expect(await title()).toBeNull();
    expect(await item(writer, id)).toMatchObject({
      kind: 'CQC_PATIENT_RECORD',
      versions: [{ reason: 'It quotes a health record' }],
    });
  });
});
