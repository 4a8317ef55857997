import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anAgency } from '../support/an-authority.js';
import { administratorOf, aPiece, gatewayOf, type Inspected, type Member } from '../support/an-inspection.js';
import { said } from '../support/findings.js';
import { uuidOf } from '../support/sql-as.js';
import { toFollowUp } from '../support/stages.js';
import { begin } from './races/readers.js';
import { inFieldwork } from './takes-effect-acts.js';
import { Gate, outcome } from './takes-effect-gate.js';

let inspection: Inspected;
let gate: Gate;

beforeAll(async () => {
  inspection = await inFieldwork();
});
beforeEach(async () => {
  gate = await Gate.open(process.env['TEST_DATABASE_URL'] ?? '');
});
afterEach(() => gate.end());

const reason = 'By mistake';
const filing = { method: 'RECORD_REVIEW', strength: 'RECORD', marking: 'OFFICIAL', personalData: 'NONE' };
const titleOf = async ({ client }: Member, id: string): Promise<string | null> =>
  (
    await client.read<{ node: { title: string } | null }>(
      'query ($id: ID!) { node(id: $id) { ... on Evidence { title } } }',
      { id },
    )
  ).node?.title ?? null;

async function shared(): Promise<{ evidenceId: string; version: number; shareId: string }> {
  const writer = inspection.member('OFSTED', 'INSPECTOR');
  const { id: evidenceId, version } = await aPiece(writer, 'OFSTED', inspection.id);
  const { share } = await writer.client.do<{ share: { id: string } }>(
    'shareEvidence',
    {
      evidenceId,
      recipient: 'HMICFRS',
      form: 'WHOLE',
      gateway: gatewayOf('OFSTED', 'SHARE'),
      purpose: 'To corroborate',
    },
    'share { id }',
  );
  return { evidenceId, version, shareId: share.id };
}

describe('a write that began before an act, and enters the inspection after it, is refused', () => {
  it('after the end of its writer’s assignment', async () => {
    const member = inspection.member('CQC', 'INSPECTOR');
    const draft = await aPiece(member, 'CQC', inspection.id, { title: 'As it was' }, false);
    const lead = inspection.member('CQC', 'INSPECTORATE_LEAD').client;
    const edit = { evidenceId: draft.id, version: draft.version, title: 'Late', body: 'Late' };
    const both = await gate.overtaken(
      inspection.id,
      () => lead.send('endAssignment', { assignmentId: member.assignmentId }),
      () => member.client.send('editDraftEvidence', edit),
    );
    expect(both).toEqual(['STORED', 'NOT_FOUND']);
    const again = { inspectionId: inspection.id, userId: member.userId, role: 'INSPECTOR' };
    await lead.do('assign', again);
    expect(await titleOf(member, draft.id)).toBe('As it was');
  });

  it('after a conflict of interest of its writer', async () => {
    const agency = await anAgency(inspection.planner);
    const member = inspection.member('OFSTED', 'INSPECTOR');
    const about = { title: 'As it was', sourceAgencyId: agency.id };
    const draft = await aPiece(member, 'OFSTED', inspection.id, about, false);
    const edit = {
      evidenceId: draft.id,
      version: draft.version,
      title: 'Late',
      body: 'Late',
    };
    const lead = inspection.member('OFSTED', 'INSPECTORATE_LEAD').client;
    let conflictId = '';
    const both = await gate.overtaken(
      inspection.id,
      async () => {
        const input = { agencyId: agency.id, personId: member.userId, reason: 'He worked there' };
        const sent = await lead.send('declareConflict', input, 'conflict { id }');
        conflictId = (sent.payload['conflict'] as { id: string }).id;
        return sent;
      },
      () => member.client.send('editDraftEvidence', edit),
    );
    expect(both).toEqual(['STORED', 'NOT_FOUND']);
    await lead.do('liftConflict', { conflictId, reason });
    expect(await titleOf(member, draft.id)).toBe('As it was');
  });

  it('after a revocation, where it rests on what was shared', async () => {
    const { evidenceId, shareId } = await shared();
    const recipient = inspection.member('HMICFRS', 'INSPECTOR').client;
    const citing = { inspectionId: inspection.id, ...said('HMICFRS'), citations: [{ evidenceId }] };
    const both = await gate.overtaken(
      inspection.id,
      () => inspection.member('OFSTED', 'INSPECTOR').client.send('revokeShare', { shareId, reason }),
      () => recipient.send('draftFinding', citing),
    );
    expect(both).toEqual(['STORED', 'UNKNOWN_ID']);
  });

  it('after a withdrawal, where it would share or supersede the item', async () => {
    const writer = inspection.member('OFSTED', 'INSPECTOR').client;
    const first = await shared();
    const share = { evidenceId: first.evidenceId, recipient: 'CQC', form: 'WHOLE', purpose: 'To corroborate' };
    const sharing = await gate.overtaken(
      inspection.id,
      () => writer.send('withdrawEvidence', { evidenceId: first.evidenceId, reason }),
      () => writer.send('shareEvidence', { ...share, gateway: gatewayOf('OFSTED', 'SHARE') }),
    );
    expect(sharing).toEqual(['STORED', 'WRONG_STATE']);
    const { evidenceId, version } = await shared();
    const superseding = await gate.overtaken(
      inspection.id,
      () => writer.send('withdrawEvidence', { evidenceId, reason }),
      () => writer.send('supersedeEvidence', { evidenceId, version, title: 'Late', body: 'Late', reason }),
    );
    expect(superseding).toEqual(['STORED', 'WRONG_STATE']);
  });

  it('after the reveal, where it would take another inspectorate in', async () => {
    const own = await inFieldwork();
    const both = await gate.overtaken(
      own.id,
      () => own.lead.client.send('openReveal', { inspectionId: own.id, reason: 'The team meets tonight' }),
      () => own.planner.send('inviteInspectorate', { inspectionId: own.id, inspectorate: 'HMI_PROBATION' }),
    );
    expect(both).toEqual(['STORED', 'WRONG_STATE']);
  });

  it('after the closing', async () => {
    const own = await inFieldwork();
    const writer = own.member('OFSTED', 'INSPECTOR');
    const { id: evidenceId } = await aPiece(writer, 'OFSTED', own.id);
    await toFollowUp(own, own.lead.client.now ?? '');
    const share = { evidenceId, recipient: 'CQC', form: 'WHOLE', purpose: 'To corroborate' };
    const both = await gate.overtaken(
      own.id,
      () => own.lead.client.send('closeInspection', { inspectionId: own.id }),
      () => writer.client.send('shareEvidence', { ...share, gateway: gatewayOf('OFSTED', 'SHARE') }),
    );
    expect(both).toEqual(['STORED', 'WRONG_STATE']);
  });

  it('after its writer was suspended, which waits for nobody', async () => {
    const member = inspection.member('HMICFRS', 'INSPECTOR');
    const administrator = await administratorOf('HMICFRS');
    const draft = await aPiece(member, 'HMICFRS', inspection.id, { title: 'As it was' }, false);
    const edit = { evidenceId: draft.id, version: draft.version, title: 'Late', body: 'Late' };
    await gate.shut(inspection.id);
    const writing = member.client.send('editDraftEvidence', edit);
    await gate.waiting(inspection.id, 1, writing);
    await administrator.do('suspendUser', { userId: member.userId });
    await gate.release();
    expect(outcome(await writing)).toBe('NOT_FOUND');
    await administrator.do('restoreUser', { userId: member.userId });
    expect(await titleOf(member, draft.id)).toBe('As it was');
  });
});

describe('the database itself refuses a transaction of its writer, begun before the act', () => {
  it('in each statement after the end of his assignment', async () => {
    const member = inspection.member('HMICFRS', 'ANALYST');
    const lead = inspection.member('HMICFRS', 'INSPECTORATE_LEAD').client;
    const draft = await aPiece(member, 'HMICFRS', inspection.id, { ...filing, strength: 'DATA' }, false);
    const standing = async (): Promise<unknown> =>
      (await gate.db.query<{ standing: unknown }>('SELECT auth.standing($1) AS standing', [uuidOf(inspection.id)]))
        .rows[0]?.standing;
    const edit = `UPDATE app.evidence_body SET title = 'Late' WHERE evidence_id = $1`;
    await begin(gate.db, member);
    expect(await standing()).not.toBeNull();
    expect((await gate.db.query(edit, [uuidOf(draft.id)])).rowCount).toBe(1);
    await gate.db.query('ROLLBACK');
    await begin(gate.db, member);
    expect(await standing()).not.toBeNull();
    await lead.do('endAssignment', { assignmentId: member.assignmentId });
    expect(await standing()).toBeNull();
    expect((await gate.db.query(edit, [uuidOf(draft.id)])).rowCount).toBe(0);
    await gate.db.query('COMMIT');
  });
});
