import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aCase } from '../support/a-case.js';
import { anAgency } from '../support/an-authority.js';
import { administratorOf, anInspection, aUser, type Inspected, type TeamRole } from '../support/an-inspection.js';
import { aBreakGlass, aCqcPiece, aShare, asSuperuser } from '../support/break-glass.js';
import type { Client } from '../support/client.js';
import { said } from '../support/findings.js';
import { sqlAs, uuidOf } from '../support/sql-as.js';
import { toFollowUp } from '../support/stages.js';

const NOW = '2024-03-04T09:00:00Z';

interface Opening {
  at: string;
  by: string;
  inspectorate: string;
  rule: string;
  share: { id: string } | null;
  evidence: { id: string } | null;
}
const OPENING = 'at by inspectorate rule share { id } evidence { id }';

const open = async (client: Client, id: string): Promise<boolean> =>
  (await client.read<{ openEvidence: unknown }>('query ($id: ID!) { openEvidence(id: $id) { body } }', { id }))
    .openEvidence !== null;
const nameOf = async (client: Client): Promise<string> =>
  (await client.read<{ me: { name: string } }>('{ me { name } }')).me.name;
/** The openings of an item as somebody sees them; null where he does not see the item. */
async function openingsOf(client: Client, id: string): Promise<Opening[] | null> {
  const { node } = await client.read<{ node: { openings: { nodes: Opening[] } } | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Evidence { openings { nodes { ${OPENING} } } } } }`,
    { id },
  );
  return node?.openings.nodes ?? null;
}
async function openingsOn(client: Client, inspectionId: string): Promise<Opening[]> {
  const { openings } = await client.read<{ openings: { nodes: Opening[] } }>(
    `query ($id: ID!) { openings(inspectionId: $id, first: 200) { nodes { ${OPENING} } } }`,
    { id: inspectionId },
  );
  return openings.nodes;
}

describe('openings of a text', () => {
  let inspection: Inspected;
  const who = (inspectorate: string, role: TeamRole = 'INSPECTOR') => inspection.member(inspectorate, role);
  const cqc = () => who('CQC').client;
  const analyst = () => who('CQC', 'ANALYST').client;
  const rulesSeen = async (client: Client, id: string) =>
    (await openingsOf(client, id))?.map(({ rule, by }) => [rule, by]);

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  });

  it('by whoever it is shared with are shown to the owner’s team, with name, time and share, and to nobody else', async () => {
    const { id } = await aCqcPiece(inspection, {});
    const personal = await aShare(inspection, id, 'WHOLE', { recipientAssignmentId: who('OFSTED').assignmentId });
    const police = await aShare(inspection, id, 'WHOLE', { recipient: 'HMICFRS' });
    expect(await open(who('OFSTED').client, id)).toBe(true);
    expect(await open(who('HMICFRS', 'ANALYST').client.at('2024-03-04T10:00:00Z'), id)).toBe(true);
    const expected = [
      {
        at: '2024-03-04T10:00:00+00:00',
        by: await nameOf(who('HMICFRS', 'ANALYST').client),
        inspectorate: 'HMICFRS',
        rule: 'SHARE',
        share: { id: police.id },
        evidence: { id },
      },
      {
        at: '2024-03-04T09:00:00+00:00',
        by: await nameOf(who('OFSTED').client),
        inspectorate: 'OFSTED',
        rule: 'SHARE',
        share: { id: personal.id },
        evidence: { id },
      },
    ];
    for (const role of ['INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST', 'QUALITY_ASSURER'] as const) {
      expect(await openingsOf(who('CQC', role).client, id)).toEqual(expected);
      expect(await openingsOn(who('CQC', role).client, inspection.id)).toEqual(expect.arrayContaining(expected));
    }
    for (const recipient of [who('OFSTED').client, who('HMICFRS', 'ANALYST').client, who('HMICFRS').client])
      expect(await openingsOf(recipient, id)).toEqual([]);
    for (const stranger of [
      who('OFSTED').client,
      inspection.lead.client,
      who('CQC', 'OBSERVER').client,
      inspection.plannerOf('CQC'),
      inspection.agency('LOCAL_AUTHORITY').coordinator.client,
    ])
      expect(await openingsOn(stranger, inspection.id)).toEqual([]);
  });

  it('by its author and the owner’s own team are shown to nobody', async () => {
    const { id } = await aCqcPiece(inspection, {});
    expect([await open(cqc(), id), await open(analyst(), id)]).toEqual([true, true]);
    for (const client of [cqc(), analyst(), who('CQC', 'INSPECTORATE_LEAD').client])
      expect(await openingsOf(client, id)).toEqual([]);
    const kept = await asSuperuser((db) =>
      db.query('SELECT rule, audience_id FROM app.opening WHERE evidence_id = $1 ORDER BY rule', [uuidOf(id)]),
    );
    expect(kept.rows).toEqual([
      { rule: 'AUTHOR', audience_id: '0' },
      { rule: 'OWN_TEAM', audience_id: '0' },
    ]);
  });

  it('by break-glass are told as such, unless a share gave the text as well', async () => {
    const { id: caseId } = await aCase(inspection.lead.client, inspection);
    const { id } = await aCqcPiece(inspection, { caseId });
    const lead = inspection.lead.client;
    const name = await nameOf(lead);
    expect(await open(lead, id)).toBe(false);
    await aBreakGlass(lead, { caseId });
    expect(await open(lead, id)).toBe(true);
    expect(await rulesSeen(analyst(), id)).toEqual([['BREAK_GLASS', name]]);
    await aShare(inspection, id, 'WHOLE');
    expect(await open(lead.at('2024-03-04T09:10:00Z'), id)).toBe(true);
    expect(await rulesSeen(analyst(), id)).toEqual([
      ['SHARE', name],
      ['BREAK_GLASS', name],
    ]);

    const { id: item } = await aCqcPiece(inspection, {});
    await aShare(inspection, item, 'SUMMARY');
    await aBreakGlass(lead, { evidenceId: item });
    expect(await open(lead, item)).toBe(true);
    expect(await rulesSeen(analyst(), item)).toEqual([['BREAK_GLASS', name]]);
    expect(await open(lead.at('2024-03-04T09:30:00Z'), item)).toBe(false);
    expect(await rulesSeen(analyst(), item)).toHaveLength(1);
  });

  it('by record keepers after closing are shown to the owner’s team while it reads, and to its record keepers', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    const { id } = await aCqcPiece(own, {});
    await aShare(own, id, 'WHOLE', { endsAt: '2024-03-05T00:00:00Z' });
    await aShare(own, id, 'WHOLE', { recipient: 'HMICFRS', endsAt: '2024-03-04T09:30:00Z' });
    const keeper = await aUser(await administratorOf('CQC'), 'CQC', ['RECORD_KEEPER'], 'Rae Keeper');
    const stranger = (await aUser(await administratorOf('OFSTED'), 'OFSTED', ['RECORD_KEEPER'])).client;
    expect(await open(keeper.client, id)).toBe(false);
    await toFollowUp(own, NOW);
    const closing = '2024-03-04T10:00:00Z';
    await own.lead.client.at(closing).do('closeInspection', { inspectionId: own.id });
    const [during, after] = ['2024-03-20T09:00:00Z', '2024-05-01T09:00:00Z'];
    expect(await open(keeper.client.at(during), id)).toBe(true);
    // In force at closing: it goes on.
    expect(await open(own.lead.client.at(during), id)).toBe(true);
    expect(await open(own.member('HMICFRS', 'INSPECTOR').client.at(during), id)).toBe(false);
    const rules = async (client: Client) => (await openingsOf(client, id))?.map(({ rule }) => rule).sort();
    expect(await rules(own.member('CQC', 'ANALYST').client.at(during))).toEqual(['RECORD_KEEPER', 'SHARE']);
    expect(await openingsOf(keeper.client.at(after), id)).toContainEqual(
      expect.objectContaining({ by: 'Rae Keeper', inspectorate: 'CQC', rule: 'RECORD_KEEPER' }),
    );
    expect(await openingsOn(keeper.client.at(after), own.id)).toHaveLength(2);
    expect(await openingsOn(stranger.at(after), own.id)).toEqual([]);
  });

  it('are hidden with the item by a conflict of interest, also one that the item came under later', async () => {
    const agency = await anAgency(inspection.planner, 'NHS_PROVIDER');
    const { id } = await aCqcPiece(inspection, { sourceAgencyId: agency.id });
    await aShare(inspection, id, 'WHOLE');
    await open(who('OFSTED').client, id);
    const other = who('CQC', 'QUALITY_ASSURER');
    const count = async () =>
      (await openingsOn(other.client, inspection.id)).filter(({ evidence }) => evidence?.id === id).length;
    const all = async () => (await openingsOn(other.client, inspection.id)).length;
    const [before, every] = [await count(), await all()];
    expect(before).toBe(1);
    await other.client.do('declareConflict', { agencyId: agency.id, reason: 'A past employer' });
    expect([await count(), await all(), await openingsOf(other.client, id)]).toEqual([0, every - 1, null]);
    expect(await rulesSeen(analyst(), id)).toHaveLength(1);
    const moved = await anAgency(inspection.planner, 'NHS_PROVIDER');
    await other.client.do('declareConflict', { agencyId: moved.id, reason: 'A past employer' });
    const { id: item } = await aCqcPiece(inspection, {});
    await aShare(inspection, item, 'WHOLE');
    await open(who('OFSTED').client, item);
    expect(await rulesSeen(other.client, item)).toHaveLength(1);
    const now = await all();
    await sqlAs(who('CQC'), NOW, (db) =>
      db.query('UPDATE app.evidence_body SET spoken_of_ids = $2 WHERE evidence_id = $1', [
        uuidOf(item),
        [uuidOf(moved.id)],
      ]),
    );
    expect(await all()).toBe(now - 1);
    expect(await rulesSeen(analyst(), item)).toHaveLength(1);
  });

  it('include whoever cut a passage from it, and stay when it is withdrawn', async () => {
    const { id } = await aCqcPiece(inspection, {});
    await aShare(inspection, id, 'WHOLE');
    await who('OFSTED').client.do('draftFinding', {
      inspectionId: inspection.id,
      ...said('OFSTED'),
      citations: [{ evidenceId: id, passage: { start: 0, end: 4 } }],
    });
    expect(await rulesSeen(cqc(), id)).toEqual([['SHARE', await nameOf(who('OFSTED').client)]]);
    await cqc().do('withdrawEvidence', { evidenceId: id, reason: 'Consent withdrawn' });
    expect(await rulesSeen(cqc(), id)).toEqual([['SHARE', await nameOf(who('OFSTED').client)]]);
    expect(await openingsOf(who('OFSTED').client, id)).toEqual([]);
  });

  it('are listed newest first, page by page', async () => {
    const { id } = await aCqcPiece(inspection, {});
    await aShare(inspection, id, 'WHOLE');
    for (let minute = 10; minute < 15; minute += 1)
      await open(who('OFSTED').client.at(`2024-03-04T09:${minute}:00Z`), id);
    const times: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { node }: { node: Page } = await cqc().read(
        `query ($id: ID!, $after: String) { node(id: $id) { ... on Evidence { openings(first: 2, after: $after) {
           nodes { at } pageInfo { hasNextPage endCursor } } } } }`,
        { id, after },
      );
      times.push(...node.openings.nodes.map(({ at }) => at.slice(14, 16)));
      [after, more] = [node.openings.pageInfo.endCursor, node.openings.pageInfo.hasNextPage];
    }
    expect(times).toEqual(['14', '13', '12', '11', '10']);
  });

  describe('in the database', () => {
    const OPEN = `INSERT INTO app.opening (id, at, actor_id, organisation_id, request_id, inspection_id, evidence_id)
      VALUES ($1, auth.at(), auth.user_id(), auth.organisation_id(), 'test', $2, $3)`;
    const row = (id: string) => [randomUUID(), uuidOf(inspection.id), uuidOf(id)];
    const refused = (text: string, values: unknown[], member = who('OFSTED')) =>
      expect(sqlAs(member, NOW, (db) => db.query(text, values))).rejects;

    it('are of what is seen whole, under a rule that nobody states, and stay as they are', async () => {
      const { id } = await aCqcPiece(inspection, {});
      await refused(OPEN, row(id)).toThrow(/seen whole/);
      await aShare(inspection, id, 'SUMMARY');
      await refused(OPEN, row(id)).toThrow(/seen whole/);
      await aShare(inspection, id, 'WHOLE');
      await refused(OPEN, [randomUUID(), randomUUID(), uuidOf(id)]).toThrow(/seen whole/);
      for (const stated of ['rule', 'by_name', 'inspectorate', 'owner', 'audience_id', 'share_id'])
        await refused(
          OPEN.replace('evidence_id)', `evidence_id, ${stated})`).replace('$3)', '$3, NULL)'),
          row(id),
        ).toThrow(/permission denied/);
      await sqlAs(who('OFSTED'), NOW, (db) => db.query(OPEN, row(id)));
      expect(await rulesSeen(cqc(), id)).toHaveLength(1);
      for (const change of [`UPDATE app.opening SET rule = 'AUTHOR'`, 'DELETE FROM app.opening'])
        await refused(change, [], who('CQC')).toThrow(/permission denied/);
    });
  });
});

interface Page {
  openings: { nodes: { at: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}
