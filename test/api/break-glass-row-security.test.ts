import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aCase } from '../support/a-case.js';
import { anInspection, aPiece, type Inspected, type Member } from '../support/an-inspection.js';
import {
  aBreakGlass,
  aCqcPiece,
  aShare,
  asSuperuser,
  CQC_NOTHING,
  CQC_SUMMARY,
  REASON,
  sight,
} from '../support/break-glass.js';
import { sqlAs, uuidOf } from '../support/sql-as.js';

const NOW = '2024-03-04T09:00:00Z';

/** What the database itself holds against a faulty service: statements under the application's role. */
describe('row security of break-glass', () => {
  let inspection: Inspected;
  const refused = (member: Member, text: string, values: unknown[] = [], now = NOW) =>
    expect(sqlAs(member, now, (db) => db.query(text, values))).rejects;
  const changed = async (member: Member, text: string, values: unknown[] = []) =>
    sqlAs(member, NOW, async (db) => (await db.query(text, values)).rowCount);
  const cqcLead = () => inspection.member('CQC', 'INSPECTORATE_LEAD');

  const BREAK = `INSERT INTO app.break_glass (id, inspection_id, case_id, evidence_id, asked_by, assignment_id, inspectorate, reason, starts_at, ends_at)
    SELECT x.id, x.inspection_id, x.case_id, x.evidence_id, x.asked_by, x.assignment_id, x.inspectorate, x.reason, x.starts_at, x.ends_at
    FROM jsonb_populate_record(NULL::app.break_glass, $1) x`;
  const glassRow = (more: Record<string, unknown> = {}, by: Member = inspection.lead) => ({
    id: randomUUID(),
    inspection_id: uuidOf(inspection.id),
    asked_by: uuidOf(by.userId),
    assignment_id: uuidOf(by.assignmentId),
    inspectorate: 'OFSTED',
    reason: REASON,
    starts_at: NOW,
    ends_at: '2024-03-04T10:00:00Z',
    ...more,
  });
  const TELL = `INSERT INTO app.break_glass_review (id, break_glass_id, inspection_id, owner, review_due_at, calendar_version)
    VALUES (gen_random_uuid(), $1, $2, $3, '2024-03-07T00:00:00Z', 'any')`;
  const told = (id: string, owner = 'CQC') => [uuidOf(id), uuidOf(inspection.id), owner];
  const aCaseWithEvidence = async () => {
    const { id: caseId } = await aCase(inspection.lead.client, inspection);
    return { caseId, item: await aCqcPiece(inspection, { caseId }) };
  };

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  });

  it('lets nobody break it for longer, from another time, for another, by another assignment or without a reason', async () => {
    const { caseId, item } = await aCaseWithEvidence();
    const { lead } = inspection;
    const deputy = inspection.member('OFSTED', 'INSPECTORATE_LEAD');
    const inspector = inspection.member('OFSTED', 'INSPECTOR');
    const row = (more: Record<string, unknown>, by?: Member) => [glassRow({ case_id: uuidOf(caseId), ...more }, by)];
    await refused(lead, BREAK, row({ ends_at: '2024-03-04T10:00:01Z' })).toThrow(/break_glass_period/);
    await refused(lead, BREAK, row({ ends_at: NOW })).toThrow(/break_glass_period/);
    await refused(lead, BREAK, row({ starts_at: '2024-03-04T09:01:00Z' })).toThrow(/row-level security/);
    await refused(lead, BREAK, row({ reason: `${'x'.repeat(20)}${' '.repeat(30)}` })).toThrow(/break_glass_reason/);
    await refused(lead, BREAK, row({}, deputy)).toThrow(/nothing that it would open|row-level security/);
    await refused(lead, BREAK, row({ assignment_id: uuidOf(deputy.assignmentId) })).toThrow(
      /nothing that it would open/,
    );
    await refused(lead, BREAK, row({ inspectorate: 'HMICFRS' })).toThrow(/nothing that it would open/);
    await refused(lead, BREAK, row({ evidence_id: uuidOf(item.id) })).toThrow(
      /nothing that it would open|break_glass_target/,
    );
    await refused(lead, BREAK, row({ case_id: null, evidence_id: uuidOf(item.id) })).toThrow(
      /nothing that it would open/,
    );
    await refused(inspector, BREAK, row({}, inspector)).toThrow(/nothing that it would open/);
    await refused(
      lead,
      BREAK.replaceAll('ends_at)', 'ends_at, audience_id)').replace('x.ends_at', 'x.ends_at, 1'),
      row({}),
    ).toThrow(/permission denied/);
    const elsewhere = await anInspection().inStage('FIELDWORK').build();
    await refused(lead, BREAK, row({ inspection_id: uuidOf(elsewhere.id) })).toThrow();
    expect(await sight(lead.client, inspection.id, item.id)).toBe('NOTHING');
    expect(await changed(lead, BREAK, row({}))).toBe(1);
  });

  it('opens nothing of an owner that was not told, and lets none be told later or for nothing', async () => {
    const { caseId, item } = await aCaseWithEvidence();
    const row = glassRow({ case_id: uuidOf(caseId) });
    expect(await changed(inspection.lead, BREAK, [row])).toBe(1);
    expect(await sight(inspection.lead.client, inspection.id, item.id)).toBe('NOTHING');
    await refused(inspection.lead, TELL, told(row.id, 'HMICFRS')).toThrow(/is told when/);
    await refused(inspection.lead, TELL, told(row.id), '2024-03-04T09:05:00Z').toThrow(/is told when/);
    await refused(inspection.member('OFSTED', 'INSPECTORATE_LEAD'), TELL, told(row.id)).toThrow(
      /is told when|row-level security/,
    );
    expect(await sight(inspection.lead.client, inspection.id, item.id)).toBe('NOTHING');
    expect(await changed(inspection.lead, TELL, told(row.id))).toBe(1);
    expect(await sight(inspection.lead.client, inspection.id, item.id)).toBe('WHOLE');
    await refused(inspection.lead, BREAK, [glassRow({ case_id: uuidOf(caseId) })]).toThrow(/reviewed first/);
  });

  it('tells the owners of what is unseen only to a lead, of what he sees, by his own assignment', async () => {
    const { caseId } = await aCaseWithEvidence();
    const { id: hidden } = await aCase(inspection.lead.client, inspection);
    await aCqcPiece(inspection, { caseId: hidden, ...CQC_NOTHING });
    const owners = (member: Member, assignment: Member, on = caseId) =>
      sqlAs(member, NOW, async (db) => {
        const { rows } = await db.query<{ owners: string[] }>(
          'SELECT auth.break_glass_owners($1, $2, NULL) AS owners',
          [uuidOf(assignment.assignmentId), uuidOf(on)],
        );
        return rows[0]?.owners;
      });
    const { lead } = inspection;
    expect(await owners(lead, lead)).toEqual(['CQC']);
    expect(await owners(lead, lead, hidden)).toEqual([]);
    const inspector = inspection.member('OFSTED', 'INSPECTOR');
    for (const [member, assignment] of [
      [inspector, inspector],
      [inspector, lead],
      [lead, inspection.member('HMICFRS', 'INSPECTORATE_LEAD')],
    ] as const)
      expect(await owners(member, assignment)).toEqual([]);
    const elsewhere = await anInspection().inStage('FIELDWORK').build();
    expect(await owners(elsewhere.lead, elsewhere.lead)).toEqual([]);
  });

  it('lets nothing of it be changed but one review, once, by the owner’s lead as himself and now', async () => {
    const { caseId } = await aCaseWithEvidence();
    const glass = await aBreakGlass(inspection.lead.client, { caseId });
    const id = uuidOf(glass.reviews[0]?.id ?? '');
    for (const text of [
      `UPDATE app.break_glass SET ends_at = '2030-01-01'`,
      'DELETE FROM app.break_glass',
      'DELETE FROM app.break_glass_review',
      `UPDATE app.break_glass_review SET review_due_at = '2030-01-01'`,
    ])
      await refused(inspection.lead, text).toThrow(/permission denied/);
    const REVIEW = `UPDATE app.break_glass_review SET reviewed_at = $2, reviewed_by = $3, outcome = 'JUSTIFIED', words = 'Yes', version = 2 WHERE id = $1`;
    const as = (member: Member, at = NOW) => [id, at, uuidOf(member.userId)];
    expect(await changed(inspection.lead, REVIEW, as(inspection.lead))).toBe(0);
    expect(await changed(inspection.member('CQC', 'INSPECTOR'), REVIEW, as(cqcLead()))).toBe(0);
    await refused(cqcLead(), REVIEW, as(cqcLead(), '2024-03-04T08:00:00Z')).toThrow(/lead of the owner/);
    await refused(cqcLead(), REVIEW, as(inspection.member('CQC', 'INSPECTOR'))).toThrow(/lead of the owner/);
    await refused(cqcLead(), 'UPDATE app.break_glass_review SET version = 9 WHERE id = $1', [id]).toThrow(
      /lead of the owner/,
    );
    expect(await changed(cqcLead(), REVIEW, as(cqcLead()))).toBe(1);
    await refused(cqcLead(), REVIEW, as(cqcLead())).toThrow(/written once/);
  });

  it('goes by what release() allows now, where that is changed meanwhile', async () => {
    const { caseId, item } = await aCaseWithEvidence();
    await aBreakGlass(inspection.lead.client, { caseId });
    const cap = (form: string) =>
      changed(
        inspection.member('CQC', 'INSPECTOR'),
        `UPDATE app.evidence_cap SET form = '${form}' WHERE evidence_id = $1 AND recipient = 'OFSTED'`,
        [uuidOf(item.id)],
      );
    for (const [form, seen] of [
      ['SUMMARY', 'SUMMARY'],
      ['NOTHING', 'NOTHING'],
      ['WHOLE', 'WHOLE'],
    ] as const) {
      expect(await cap(form)).toBe(1);
      expect(await sight(inspection.lead.client, inspection.id, item.id)).toBe(seen);
    }
  });

  it('settles every audience as it is settled anew', async () => {
    const { caseId, item } = await aCaseWithEvidence();
    await aCqcPiece(inspection, { caseId, ...CQC_SUMMARY });
    await aPiece(inspection.member('HMICFRS', 'INSPECTOR'), 'HMICFRS', inspection.id, { caseId });
    await aBreakGlass(inspection.lead.client, { caseId });
    const shared = await aCqcPiece(inspection, {});
    await aShare(inspection, shared.id, 'SUMMARY', { endsAt: '2024-03-04T09:20:00Z' });
    await aBreakGlass(inspection.lead.client, { evidenceId: shared.id });
    for (const { id } of [item, shared]) expect(await sight(inspection.lead.client, inspection.id, id)).toBe('WHOLE');
    const settled = ['evidence', 'evidence_summary', 'break_glass', 'break_glass_review', 'opening'];
    await asSuperuser(async (db) => {
      const rows = async () =>
        (
          await db.query<{ table: string; row: string }>(
            settled
              .map(
                (table) =>
                  `SELECT '${table}' AS table, concat_ws(' ', ${table === 'evidence_summary' ? 'evidence_id' : 'id'}, audience_id, subject_ids) AS row
                   FROM app.${table} WHERE inspection_id = '${uuidOf(inspection.id)}'`,
              )
              .join(' UNION ALL ') + ' ORDER BY 1, 2',
          )
        ).rows;
      await db.query('BEGIN');
      const before = await rows();
      expect(new Set(before.map(({ table }) => table))).toEqual(new Set(settled));
      await db.query('SELECT auth.rebuild()');
      expect(await rows()).toEqual(before);
      await db.query('ROLLBACK');
    });
  });
});
