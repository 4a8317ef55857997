import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { aCase, anEntry } from '../../support/a-case.js';
import { anAgency } from '../../support/an-authority.js';
import {
  anInspection,
  aPiece,
  firstKind,
  type Inspected,
  type Member,
  type TeamRole,
} from '../../support/an-inspection.js';
import type { Client } from '../../support/client.js';
import { aDraft, aFinding, said } from '../../support/findings.js';
import { requestWords } from '../../support/requests.js';
import { uuidOf } from '../../support/sql-as.js';
import { aShare, shareOf } from './sight.js';
import { refused, type Attempt } from './the-rows.js';

const LATER = '2024-03-04T11:00:00Z';

describe('R15: counts, cursors, orders, back-links and errors are answers, and obey the rules of their rows', () => {
  let inspection: Inspected;
  const who = (code: string, role: TeamRole = 'INSPECTOR') => inspection.member(code, role);
  const noneLike = (id: string): string => `${id.split('.')[0] ?? ''}.${randomUUID()}`;

  beforeAll(async () => {
    inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  });

  it('pages hold as many as they say of what is seen, in its order, with what is hidden in between', async () => {
    const shared: string[] = [];
    const hidden: string[] = [];
    let minute = 10;
    const filed = async (isShared: boolean): Promise<string> => {
      const writer = { ...who('OFSTED'), client: who('OFSTED').client.at(`2024-03-04T10:${minute}:00Z`) };
      minute += 1;
      const { id } = await aPiece(writer, 'OFSTED', inspection.id);
      if (isShared) await aShare(writer.client, 'OFSTED', id, 'HMICFRS');
      return id;
    };
    for (let turn = 0; turn < 3; turn += 1) {
      hidden.push(await filed(false));
      shared.push(await filed(true));
    }
    hidden.push(await filed(false));
    interface Page {
      nodes: { id: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    }
    const page = async (client: Client, first: number, after: string | null): Promise<Page> =>
      (
        await client.read<{ evidence: Page }>(
          `query ($id: ID!, $first: Int, $after: String) { evidence(inspectionId: $id, first: $first, after: $after) {
             nodes { id } pageInfo { hasNextPage endCursor } } }`,
          { id: inspection.id, first, after },
        )
      ).evidence;
    const ids = ({ nodes }: Page): string[] => nodes.map(({ id }) => id);
    const reader = who('HMICFRS').client.at(LATER);
    const [newest, middle, oldest] = [...shared].reverse();
    const first = await page(reader, 2, null);
    expect([ids(first), first.pageInfo.hasNextPage]).toEqual([[newest, middle], true]);
    const last = await page(reader, 2, first.pageInfo.endCursor);
    expect([ids(last), last.pageInfo.hasNextPage]).toEqual([[oldest], false]);
    // From the place of a row that he does not see, by the cursor of one who does.
    const owner = await page(who('OFSTED').client.at(LATER), 3, null);
    expect(ids(owner)).toEqual([hidden[3], newest, hidden[2]]);
    expect(ids(await page(reader, 5, owner.pageInfo.endCursor))).toEqual([middle, oldest]);
    expect(JSON.stringify(await page(reader, 5, null))).not.toContain(uuidOf(hidden[0] ?? ''));
  });

  it('a case counts, and flags as contradicted, what its reader sees and no more', async () => {
    const child = await aCase(who('OFSTED').client, inspection);
    const items = [0, 1, 2].map(() => aPiece(who('OFSTED'), 'OFSTED', inspection.id, { caseId: child.id }));
    const [one] = await Promise.all(items);
    for (const item of await Promise.all(items)) await anEntry(who('OFSTED'), item.id, '2023-05-02');
    await aShare(who('OFSTED').client, 'OFSTED', one?.id ?? '', 'HMICFRS');
    const counted = async ({ client }: Member) =>
      (
        await client.read<{ case: unknown }>(
          'query ($id: ID!) { case(id: $id) { evidenceCount entryCount chronology { words } } }',
          { id: child.id },
        )
      ).case;
    const entry = { words: 'What happened on 2023-05-02' };
    expect(await counted(who('OFSTED'))).toEqual({
      evidenceCount: 3,
      entryCount: 3,
      chronology: [entry, entry, entry],
    });
    expect(await counted(who('HMICFRS'))).toEqual({ evidenceCount: 1, entryCount: 1, chronology: [entry] });
    expect(await counted(who('CQC'))).toEqual({ evidenceCount: 0, entryCount: 0, chronology: [] });
  });

  it('an id within an input, of what its writer does not see, is refused like one that is nobody’s, word by word', async () => {
    const item = await aPiece(who('OFSTED'), 'OFSTED', inspection.id);
    const child = await aCase(who('CQC').client, inspection);
    const finding = await aFinding(who('OFSTED'), 'OFSTED', inspection.id);
    const elsewhere = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('PREPARING').build();
    const agency = await anAgency(elsewhere.planner);
    const writer = who('CQC').client;
    await writer.do('declareConflict', { caseId: child.id, reason: 'A neighbour' });
    const own = await aPiece(who('CQC'), 'CQC', inspection.id, { kind: 'CQC_HEALTH_POLICY' });
    const mine = await aDraft(who('CQC'), 'CQC', inspection.id);
    const file = {
      inspectionId: inspection.id,
      ...firstKind('CQC'),
      method: 'RECORD_REVIEW',
      strength: 'RECORD',
      marking: 'OFFICIAL',
      personalData: 'NONE',
      title: 'x',
      body: 'x',
    };
    const cases = { sampling: 'TRACKED', rationale: 'x', journeyStage: 'ASSESSMENT', agencyIds: [] };
    const lead = who('CQC', 'INSPECTORATE_LEAD').client;
    const asking = { inspectionId: inspection.id, agencyId: inspection.agency('POLICE_FORCE').id };
    const pointing: Record<string, [string, (id: string) => Attempt]> = {
      'a finding cites an item': [
        item.id,
        (id) => [
          writer,
          'draftFinding',
          { inspectionId: inspection.id, ...said('CQC'), citations: [{ evidenceId: id }] },
        ],
      ],
      'an edit cites an item': [
        item.id,
        (id) => [
          writer,
          'editFinding',
          { findingId: mine.id, version: mine.version, ...said('CQC'), citations: [{ evidenceId: id }] },
        ],
      ],
      'an item is of a case': [child.id, (id) => [writer, 'fileEvidence', { ...file, caseId: id }]],
      'a finding is of a case': [
        child.id,
        (id) => [writer, 'draftFinding', { inspectionId: inspection.id, ...said('CQC'), citations: [], caseId: id }],
      ],
      'a case is of a sibling': [
        child.id,
        (id) => [writer, 'createCase', { inspectionId: inspection.id, ...cases, siblingOfId: id }],
      ],
      'a case is declared': [child.id, (id) => [writer, 'declareConflict', { caseId: id, reason: 'Again' }]],
      'an attitude is to a finding': [finding.id, (id) => [lead, 'takeAttitude', { onId: id, attitude: 'AGREE' }]],
      'a merge takes a finding': [
        finding.id,
        (id) => [lead, 'mergeFindings', { findingIds: [mine.id, id], keptFindingId: mine.id }],
      ],
      'a share is with a person elsewhere': [
        elsewhere.member('HMICFRS', 'INSPECTOR').assignmentId,
        (id) => [writer, 'shareEvidence', shareOf('CQC', own.id, 'HMICFRS', { recipientAssignmentId: id })],
      ],
      'a member of a case sits elsewhere': [
        elsewhere.member('CQC', 'INSPECTOR').assignmentId,
        (id) => [lead, 'nameCaseMember', { caseId: child.id, assignmentId: id }],
      ],
      'a request is to an agency that takes no part': [
        agency.id,
        (id) => [lead, 'draftRequest', { ...asking, agencyId: id, ...requestWords({ inspectorates: ['CQC'] }) }],
      ],
      'a request names a case elsewhere': [
        (await aCase(elsewhere.lead.client, elsewhere)).id,
        (id) => [lead, 'draftRequest', { ...asking, ...requestWords({ inspectorates: ['CQC'] }), caseIds: [id] }],
      ],
    };
    const of = (make: (id: string, attempt: (id: string) => Attempt) => Attempt) =>
      refused(
        inspection,
        Object.fromEntries(Object.entries(pointing).map(([name, [id, attempt]]) => [name, make(id, attempt)])),
      );
    const told = await of((id, attempt) => attempt(id));
    expect(told).toEqual(await of((id, attempt) => attempt(noneLike(id))));
    for (const [name, answer] of Object.entries(told))
      expect([name, answer]).toEqual([name, expect.stringMatching(/NOT_FOUND|UNKNOWN_ID|TAKES_NO_PART/)]);
  });

  it('an error repeats neither the words nor the id of what is hidden, in any state of it', async () => {
    const title = `Hidden ${randomUUID()}`;
    const item = await aPiece(who('OFSTED'), 'OFSTED', inspection.id, { title, body: title });
    const stranger = who('HMICFRS', 'INSPECTORATE_LEAD').client;
    const withdraw = { evidenceId: item.id, reason: 'x' };
    const told = async (): Promise<string> => (await stranger.send('withdrawEvidence', withdraw)).answer.text;
    const plain = (text: string): string => text.replace(/[0-9a-f-]{36}/g, '<id>');
    const before = await told();
    expect(before).not.toContain(title);
    expect(before).not.toContain(uuidOf(item.id));
    await who('OFSTED').client.do('withdrawEvidence', withdraw);
    expect(plain(await told())).toBe(plain(before));
  });
});
