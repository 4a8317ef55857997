import { beforeAll, describe, expect, it } from '@jest/globals';
import { BreakGlassRepository } from '../../src/break-glass/break-glass.repository.js';
import { aCase } from '../support/a-case.js';
import { anInspection, aPiece, type Inspected, type Member, type TeamRole } from '../support/an-inspection.js';
import {
  aBreakGlass,
  aCqcPiece,
  aShare,
  breaking,
  CQC_SUMMARY,
  glassesOf,
  sight,
  theGlass,
} from '../support/break-glass.js';
import type { Client } from '../support/client.js';
import { sqlAs, uuidOf } from '../support/sql-as.js';

const END = '2024-03-04T09:30:00Z';

describe('breaking the glass on an item', () => {
  let inspection: Inspected;
  let lead: Client;
  const who = (inspectorate: string, role: TeamRole = 'INSPECTOR') => inspection.member(inspectorate, role);
  const seen = (client: Client, id: string) => sight(client, inspection.id, id);
  const codeOf = async (client: Client, evidenceId: string) => {
    const before = await glassesOf(lead, inspection.id);
    const sent = await client.send('breakGlass', breaking({ evidenceId }));
    expect(await glassesOf(lead, inspection.id)).toEqual(before);
    return sent.code ?? sent.problems.map(({ at, code }) => `${at} ${code}`);
  };
  const shared = async (more: Record<string, unknown> = {}) => {
    const { id } = await aCqcPiece(inspection, {});
    return { id, shareId: (await aShare(inspection, id, 'SUMMARY', more)).id };
  };

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    lead = inspection.lead.client;
  });

  it('opens one that is seen in summary whole, to the minute, and tells its owner', async () => {
    const { id } = await shared();
    const colleague = who('OFSTED', 'INSPECTORATE_LEAD').client;
    expect([await seen(lead, id), await seen(colleague, id)]).toEqual(['SUMMARY', 'SUMMARY']);
    const glass = await aBreakGlass(lead, { evidenceId: id });
    expect(glass).toMatchObject({ case: null, evidence: { id }, reviews: [{ owner: { code: 'CQC' } }] });
    expect([await seen(lead, id), await seen(colleague, id)]).toEqual(['WHOLE', 'SUMMARY']);
    expect(await seen(lead.at('2024-03-04T09:29:59.999Z'), id)).toBe('WHOLE');
    expect(await seen(lead.at(END), id)).toBe('SUMMARY');
    const told = await glassesOf(who('CQC', 'INSPECTORATE_LEAD').client, inspection.id);
    expect(told).toContainEqual(expect.objectContaining({ id: glass.id, evidence: { id } }));
    expect(await codeOf(lead.at('2024-03-04T12:00:00Z'), id)).toEqual(['evidenceId NOT_REVIEWED']);
  });

  it('gives nothing once the summary is no longer seen: revoked, ended or withdrawn', async () => {
    const { id, shareId } = await shared();
    const glass = await aBreakGlass(lead, { evidenceId: id });
    await who('CQC').client.do('revokeShare', { shareId, reason: 'By mistake' });
    expect(await seen(lead, id)).toBe('NOTHING');
    // The record is the asker's while he sees the item, and the owner's in any case.
    expect(await theGlass(lead, glass.id)).toBeNull();
    expect(await theGlass(who('CQC', 'INSPECTORATE_LEAD').client, glass.id)).toMatchObject({ id: glass.id });
    await aShare(inspection, id, 'SUMMARY');
    expect(await theGlass(lead, glass.id)).toMatchObject({ id: glass.id, reviews: [{ outcome: null }] });
    expect(await codeOf(lead, id)).toEqual(['evidenceId ALREADY']);
    expect(await codeOf(lead.at(END), id)).toEqual(['evidenceId NOT_REVIEWED']);

    const ending = await shared({ endsAt: '2024-03-04T09:10:00Z' });
    await aBreakGlass(lead, { evidenceId: ending.id });
    expect(await seen(lead.at('2024-03-04T09:09:59Z'), ending.id)).toBe('WHOLE');
    expect(await seen(lead.at('2024-03-04T09:10:00Z'), ending.id)).toBe('NOTHING');

    const withdrawn = await shared();
    await aBreakGlass(lead, { evidenceId: withdrawn.id });
    await who('CQC').client.do('withdrawEvidence', { evidenceId: withdrawn.id, reason: 'Consent withdrawn' });
    expect(await seen(lead, withdrawn.id)).toBe('EXISTS');
  });

  it('goes by a personal share of the summary too', async () => {
    const { id } = await shared({ recipientAssignmentId: inspection.lead.assignmentId });
    await aBreakGlass(lead, { evidenceId: id });
    expect(await seen(lead, id)).toBe('WHOLE');
    const { id: another } = await shared({
      recipientAssignmentId: who('OFSTED', 'INSPECTORATE_LEAD').assignmentId,
    });
    expect(await codeOf(lead, another)).toBe('NOT_FOUND');
    expect(await codeOf(who('OFSTED', 'INSPECTORATE_LEAD').client, another)).toEqual([]);
    expect(await seen(lead, another)).toBe('NOTHING');
  });

  it('is listed with one on its case, for those who may know of them', async () => {
    const { id: caseId } = await aCase(lead, inspection);
    const { id } = await aCqcPiece(inspection, { caseId });
    await aShare(inspection, id, 'SUMMARY');
    const [first, second] = [
      await aBreakGlass(lead, { evidenceId: id }),
      await aBreakGlass(who('HMICFRS', 'INSPECTORATE_LEAD').client.at('2024-03-04T09:05:00Z'), { caseId }),
    ];
    const listed = (member: Member) =>
      sqlAs(member, '2024-03-04T09:06:00Z', async (db) => {
        const rows = async <Row>(text: string, values: readonly unknown[] = []) =>
          (await db.query(text, [...values])).rows as Row[];
        const found = await new BreakGlassRepository().onItem({ rows }, uuidOf(id));
        return found.map((each) => [each.id, each.inspectorate, each.startsAt.toISOString()]);
      });
    const [ofLead, ofPolice] = [
      [uuidOf(first.id), 'OFSTED', '2024-03-04T09:00:00.000Z'],
      [uuidOf(second.id), 'HMICFRS', '2024-03-04T09:05:00.000Z'],
    ];
    expect(await listed(who('CQC', 'INSPECTORATE_LEAD'))).toEqual([ofLead, ofPolice]);
    expect(await listed(inspection.lead)).toEqual([ofLead]);
    expect(await listed(who('HMICFRS', 'INSPECTORATE_LEAD'))).toEqual([ofPolice]);
    for (const other of [who('CQC'), who('OFSTED'), who('HMICFRS')]) expect(await listed(other)).toEqual([]);
  });

  it('is refused on what is unseen, seen whole, withdrawn, or released as a summary at most', async () => {
    const unseen = await aCqcPiece(inspection, {});
    expect(await codeOf(lead, unseen.id)).toBe('NOT_FOUND');
    const whole = await aCqcPiece(inspection, {});
    await aShare(inspection, whole.id, 'WHOLE');
    expect(await codeOf(lead, whole.id)).toEqual(['evidenceId ALREADY']);
    const mine = await aPiece(inspection.lead, 'OFSTED', inspection.id);
    expect(await codeOf(lead, mine.id)).toEqual(['evidenceId ALREADY']);
    const draft = await aPiece(inspection.lead, 'OFSTED', inspection.id, {}, false);
    expect(await codeOf(lead, draft.id)).toBe('WRONG_STATE');
    const { id: withdrawn } = await shared();
    await who('CQC').client.do('withdrawEvidence', { evidenceId: withdrawn, reason: 'Consent withdrawn' });
    expect(await codeOf(lead, withdrawn)).toBe('WRONG_STATE');
    const record = await aCqcPiece(inspection, CQC_SUMMARY);
    await aShare(inspection, record.id, 'SUMMARY');
    expect(await codeOf(lead, record.id)).toEqual(['evidenceId ABOVE_RELEASE']);
    const { id } = await shared();
    expect(await codeOf(who('OFSTED').client, id)).toBe('NOT_PERMITTED');
    expect(await codeOf(who('HMICFRS', 'INSPECTORATE_LEAD').client, id)).toBe('NOT_FOUND');
  });
});
