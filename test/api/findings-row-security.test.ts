import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client as Connection } from 'pg';
import { anInspection, aPiece, gatewayOf, type Inspected, type Member } from '../support/an-inspection.js';
import { aDraft, aFinding, aMerge, reveal, seenFinding } from '../support/findings.js';
import { sqlAs, uuidOf } from '../support/sql-as.js';

const NOW = '2024-03-19T10:00:00Z';

/** What the database itself holds against a faulty service: statements under the application's role. */
describe('row security of findings', () => {
  let inspection: Inspected;
  const cqc = (): Member => inspection.member('CQC', 'INSPECTOR');
  const refused = (member: Member, text: string, values: unknown[] = []) =>
    expect(sqlAs(member, NOW, (db) => db.query(text, values))).rejects;
  const changed = async (member: Member, text: string, values: unknown[] = []) =>
    sqlAs(member, NOW, async (db) => (await db.query(text, values)).rowCount);

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  });

  it('lets no finding go back to a draft, and deletes only drafts', async () => {
    const { id } = await aFinding(cqc(), 'CQC', inspection.id);
    await refused(cqc(), `UPDATE app.finding SET state = 'DRAFT' WHERE id = $1`, [uuidOf(id)]).toThrow(/draft/);
    await refused(cqc(), 'DELETE FROM app.finding WHERE id = $1', [uuidOf(id)]).toThrow(/only a draft/);
    expect(
      await changed(inspection.lead, `UPDATE app.finding_body SET version = 9 WHERE finding_id = $1`, [uuidOf(id)]),
    ).toBe(0);
    expect(await seenFinding(cqc().client, id)).toMatchObject({ state: 'SUBMITTED', version: 2 });
  });

  it('lets nobody cite an item that he does not see, or put words into an item’s mouth', async () => {
    const foreign = await aPiece(inspection.member('OFSTED', 'INSPECTOR'), 'OFSTED', inspection.id);
    const draft = await aDraft(cqc(), 'CQC', inspection.id);
    const cite = `INSERT INTO app.citation (id, finding_id, evidence_id, inspection_id, owner, cited_at) VALUES (gen_random_uuid(), $1, $2, $3, 'CQC', auth.at())`;
    const ids = (evidence: string) => [uuidOf(draft.id), uuidOf(evidence), uuidOf(inspection.id)];
    await refused(cqc(), cite, ids(foreign.id)).toThrow(/only submitted evidence that is seen/);
    await refused(cqc(), cite, ids('Evidence.00000000-0000-4000-8000-000000000000')).toThrow(
      /only submitted evidence that is seen/,
    );
    const item = await aPiece(cqc(), 'CQC', inspection.id, { body: 'Seen alone' });
    const quoting = await aDraft(cqc(), 'CQC', inspection.id, { citations: [{ evidenceId: item.id }] });
    await changed(
      cqc(),
      `INSERT INTO app.citation_passage (citation_id, finding_id, evidence_id, inspection_id, owner, from_offset, to_offset, quote, evidence_version)
       SELECT id, finding_id, evidence_id, inspection_id, owner, 0, 4, 'Never seen', 99 FROM app.citation WHERE finding_id = $1`,
      [uuidOf(quoting.id)],
    );
    expect((await seenFinding(cqc().client, quoting.id))?.citations).toMatchObject([{ passage: { quote: 'Seen' } }]);
  });

  it('opens the reveal to its lead alone, once, and never shuts it again', async () => {
    const own = await anInspection().inStage('FIELDWORK').build();
    const open = 'UPDATE app.inspection_conduct SET revealed_at = auth.at() WHERE inspection_id = $1';
    const shut = 'UPDATE app.inspection_conduct SET revealed_at = NULL WHERE inspection_id = $1';
    expect(await changed(own.member('CQC', 'INSPECTORATE_LEAD'), open, [uuidOf(own.id)])).toBe(0);
    await reveal(own);
    await refused(own.lead, shut, [uuidOf(own.id)]).toThrow(/done once/);
  });

  it('lets no finding be merged before it is revealed, or withdrawn while it is merged', async () => {
    const own = await anInspection().inStage('FIELDWORK').build();
    const ofsted = own.member('OFSTED', 'INSPECTOR');
    const [one, two] = [await aFinding(ofsted, 'OFSTED', own.id), await aFinding(ofsted, 'OFSTED', own.id)];
    await refused(
      own.lead,
      `WITH merge AS (SELECT gen_random_uuid() AS id), made AS (
         INSERT INTO app.finding_merge (id, inspection_id, kind, placement, position, criterion, statement, made_by, made_at)
         SELECT id, $1, 'STRENGTH', 'MAIN', 1, 'IDENTIFY', 'Joint', $2, auth.at() FROM merge)
       INSERT INTO app.finding_merge_source (merge_id, finding_id, inspection_id) SELECT id, $3, $1 FROM merge`,
      [uuidOf(own.id), uuidOf(own.lead.userId), uuidOf(one.id)],
    ).toThrow(/only revealed findings/);
    await reveal(own);
    await aMerge(own.lead.client, [one.id, two.id]);
    await refused(ofsted, `UPDATE app.finding SET state = 'WITHDRAWN' WHERE id = $1`, [uuidOf(one.id)]).toThrow(
      /no merge holds it/,
    );
  });

  it('follows a share that is revoked while its item is being cited', async () => {
    const ofsted = inspection.member('OFSTED', 'INSPECTOR');
    const item = await aPiece(ofsted, 'OFSTED', inspection.id);
    const { share } = await ofsted.client.do<{ share: { id: string } }>(
      'shareEvidence',
      {
        evidenceId: item.id,
        recipient: 'CQC',
        form: 'WHOLE',
        gateway: gatewayOf('OFSTED', 'SHARE'),
        purpose: 'To compare',
      },
      'share { id }',
    );
    const draft = await aDraft(cqc(), 'CQC', inspection.id);
    const cite = (db: Connection) =>
      db.query(
        `INSERT INTO app.citation (id, finding_id, evidence_id, inspection_id, owner, cited_at) VALUES (gen_random_uuid(), $1, $2, $3, 'CQC', auth.at())`,
        [uuidOf(draft.id), uuidOf(item.id), uuidOf(inspection.id)],
      );
    let cited: Promise<unknown> = Promise.resolve();
    await sqlAs(ofsted, NOW, async (db) => {
      await db.query(
        `UPDATE app.evidence_share SET revoked_at = auth.at(), revoked_by = auth.user_id() WHERE id = $1`,
        [uuidOf(share.id)],
      );
      // The revocation is not committed yet: to the other transaction the item is still shared.
      const citing = { settled: false };
      cited = sqlAs(cqc(), NOW, cite).finally(() => {
        citing.settled = true;
      });
      while (!citing.settled && !(await someoneWaits(db))) await new Promise((resolve) => setTimeout(resolve, 10));
    });
    await cited;
    const citations = await sqlAs(cqc(), NOW, (db) =>
      db.query('SELECT 1 FROM app.citation WHERE finding_id = $1 AND evidence_id = $2', [
        uuidOf(draft.id),
        uuidOf(item.id),
      ]),
    );
    expect(citations.rowCount).toBe(0);
  });
});

/** Whether a citation waits for a lock. What the server tells of activity is kept for a transaction unless it is cleared. */
async function someoneWaits(db: Connection): Promise<boolean> {
  await db.query('SELECT pg_stat_clear_snapshot()');
  const { rowCount } = await db.query(
    `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND usename = current_user AND query LIKE 'INSERT INTO app.citation %'`,
  );
  return (rowCount ?? 0) > 0;
}
