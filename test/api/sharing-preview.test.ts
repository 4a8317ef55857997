import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  administratorOf,
  anInspection,
  aPiece,
  aUser,
  gatewayOf,
  type Inspected,
  type Member,
  type TeamRole,
} from '../support/an-inspection.js';
import type { Client } from '../support/client.js';
import { closed, inSummary, previewOf, shares, sightOf, teamOf, whole, type SeenPreview } from '../support/sharing.js';

const STARTS = '2024-03-06T09:00:00Z';
const ENDS = '2024-03-20T09:00:00Z';
/** Days of March, at noon: before, during and after everything that the test sets up. */
const DAYS = [5, 7, 9, 11, 14, 21];

describe('the preview of shares', () => {
  let inspection: Inspected;
  const who = (inspectorate: string, role: TeamRole = 'INSPECTOR') => inspection.member(inspectorate, role);
  const ofsted = () => who('OFSTED').client;
  const piece = async (more: Record<string, unknown> = {}) =>
    (await aPiece(who('OFSTED'), 'OFSTED', inspection.id, more)).id;
  const share = (input: object) => ofsted().do('shareEvidenceItems', input);
  const gainsOf = (preview: SeenPreview, id: string) =>
    preview.items.find(({ evidenceId }) => evidenceId === id)?.gains ?? [];

  /** A member whose assignment has bounds of its own. */
  async function aTemporary(startsAt: string | null, endsAt: string | null): Promise<Member> {
    const { client, userId } = await aUser(await administratorOf('CQC'), 'CQC');
    const { assignment } = await who('CQC', 'INSPECTORATE_LEAD').client.do<{ assignment: { id: string } }>(
      'assign',
      { inspectionId: inspection.id, userId, role: 'INSPECTOR', startsAt, endsAt },
      'assignment { id }',
    );
    return { client, userId, assignmentId: assignment.id };
  }

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  });

  it('is what each person then gains through the API, at every time', async () => {
    const [one, two, three] = [await piece(), await piece(), await piece()];
    const short = await aTemporary(null, '2024-03-10T09:00:00Z');
    const gone = await aTemporary(null, '2024-03-05T09:00:00Z');
    const ended = await aTemporary(null, null);
    await who('CQC', 'INSPECTORATE_LEAD').client.do('endAssignment', { assignmentId: ended.assignmentId });
    // There already: a summary for a while, the whole for one person, the whole from a later day on.
    await share(shares([inSummary(one)], [{ inspectorate: 'CQC' }], { endsAt: '2024-03-08T09:00:00Z' }));
    await share(shares([whole(one)], [{ assignmentId: who('CQC', 'ANALYST').assignmentId }]));
    await share(shares([whole(two)], [{ inspectorate: 'HMICFRS' }], { startsAt: '2024-03-13T09:00:00Z' }));
    const revoked = await ofsted().do<{ shareIds: string[] }>(
      'shareEvidenceItems',
      shares([whole(three)], [{ wholeTeam: true }]),
      'shareIds',
    );
    await ofsted().do('revokeShares', { shareIds: revoked.shareIds, reason: 'By mistake' });
    const input = shares(
      [whole(one), inSummary(two), whole(three)],
      [{ inspectorate: 'CQC' }, { assignmentId: who('HMICFRS', 'QUALITY_ASSURER').assignmentId }],
      { startsAt: STARTS, endsAt: ENDS },
    );
    const people: Member[] = [...teamOf(inspection, 'OFSTED', 'CQC', 'HMICFRS'), inspection.lead, short, gone, ended];
    const measured = async (): Promise<string[][][]> =>
      Promise.all(
        [one, two, three].map(async (id) =>
          Promise.all(
            people.map(async ({ client }) =>
              Promise.all(
                DAYS.map((day) => sightOf(client.at(`2024-03-${String(day).padStart(2, '0')}T12:00:00Z`), id)),
              ),
            ),
          ),
        ),
      );
    const preview = await previewOf(ofsted(), input);
    expect(preview.problems).toEqual([]);
    const before = await measured();
    await share(input);
    const after = await measured();
    let compared = 0;
    [one, two, three].forEach((id, item) => {
      people.forEach(({ userId }, person) => {
        DAYS.forEach((day, index) => {
          const at = new Date(Date.UTC(2024, 2, day, 12)).toISOString();
          const told = gainsOf(preview, id)
            .filter((gain) => gain.person.id === userId)
            .filter(({ from, until }) => from <= at && (until === null || at < until))
            .map((gain) => [gain.before, gain.after]);
          const [was, is] = [before[item]?.[person]?.[index], after[item]?.[person]?.[index]];
          expect([item, person, day, told]).toEqual([item, person, day, was === is ? [] : [[was, is]]]);
          compared += told.length;
        });
      });
    });
    expect(compared).toBeGreaterThan(30);
    // A second look finds nothing left to gain.
    expect((await previewOf(ofsted(), input)).items.flatMap(({ gains }) => gains)).toEqual([]);
  }, 120_000);

  it('names each person with roles, inspectorate, gateway and time, and nobody who gains nothing', async () => {
    const id = await piece();
    await share(shares([inSummary(id)], [{ inspectorate: 'CQC' }]));
    const preview = await previewOf(
      ofsted(),
      shares([whole(id)], [{ inspectorate: 'CQC' }, { assignmentId: who('HMICFRS').assignmentId }], { endsAt: ENDS }),
    );
    const gateway = gatewayOf('OFSTED', 'SHARE');
    expect(gainsOf(preview, id)).toHaveLength(5 + (await current('CQC')));
    expect(gainsOf(preview, id)).toContainEqual({
      person: {
        id: who('CQC').userId,
        name: expect.stringMatching(/^User/),
        roles: ['INSPECTOR'],
        inspectorate: 'CQC',
      },
      before: 'SUMMARY',
      after: 'WHOLE',
      gateway,
      from: '2024-03-04T09:00:00.000Z',
      until: '2024-03-20T09:00:00.000Z',
    });
    expect(gainsOf(preview, id)).toContainEqual(
      expect.objectContaining({ person: expect.objectContaining({ id: who('HMICFRS').userId }), before: 'NONE' }),
    );
  });

  /** Members of the first test who still are on the team, besides the four of every team. */
  const current = async (inspectorate: string): Promise<number> => {
    const { inspection: found } = await ofsted().read<{
      inspection: { assignments: { inspectorate: string; role: string; endedAt: string | null }[] };
    }>('query ($id: ID!) { inspection(id: $id) { assignments { inspectorate role endedAt } } }', { id: inspection.id });
    const on = ['INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST', 'QUALITY_ASSURER'];
    return (
      found.assignments.filter(
        (each) => each.inspectorate === inspectorate && each.endedAt === null && on.includes(each.role),
      ).length - 4
    );
  };

  it('tells what the owner releases to whom and why, and the same problems as the act', async () => {
    const health = who('CQC').client;
    const facts = { kind: 'CQC_MENTAL_HEALTH_RECORD', personalData: 'SPECIAL_CATEGORY' };
    const { id } = await aPiece(who('CQC'), 'CQC', inspection.id, facts);
    const own = (await aPiece(who('CQC'), 'CQC', inspection.id, { kind: 'CQC_HEALTH_POLICY' })).id;
    const foreign = await piece();
    const recipients = [{ inspectorate: 'OFSTED' }, { inspectorate: 'HMICFRS' }, { inspectorate: 'HMI_PRISONS' }];
    const input = shares([whole(id), whole(own), whole(foreign)], recipients, { gateway: 'CA_2004_S20' });
    const preview = await previewOf(health, input);
    expect(preview.items.map(({ evidenceId }) => evidenceId)).toEqual([id, own]);
    expect(preview.items[0]?.recipients).toEqual([
      {
        inspectorate: 'OFSTED',
        assignmentId: null,
        form: 'WHOLE',
        allowed: 'SUMMARY',
        why: expect.stringMatching(/necessary/),
        gateway: 'HSCA_2008_S76',
        refused: true,
      },
      expect.objectContaining({ inspectorate: 'HMICFRS', allowed: 'NOTHING', refused: true }),
    ]);
    expect(preview.items[1]?.recipients).toMatchObject([{ refused: false }, { refused: false }]);
    expect(preview.items[0]?.gains).toEqual([]);
    expect(preview.items[1]?.gains.length).toBeGreaterThan(0);
    expect(preview.problems.length).toBe(4);
    expect((await health.send('shareEvidenceItems', input)).problems).toEqual(preview.problems);
    const malformed = { ...input, items: [] };
    expect((await previewOf(health, malformed)).problems).toEqual(
      (await health.send('shareEvidenceItems', malformed)).problems,
    );
  });

  it('does not tell from whom a conflict of interest hides the item', async () => {
    const agency = inspection.agency('LOCAL_AUTHORITY').id;
    const id = await piece({ sourceAgencyId: agency });
    const input = shares([whole(id)], [{ inspectorate: 'CQC' }]);
    const before = await previewOf(ofsted(), input);
    await who('CQC', 'ANALYST').client.do('declareConflict', { agencyId: agency, reason: 'I worked there' });
    expect(await previewOf(ofsted(), input)).toEqual(before);
    await share(input);
    expect(await sightOf(who('CQC', 'ANALYST').client, id)).toBe('NONE');
    expect(await sightOf(who('CQC').client, id)).toBe('WHOLE');
  });

  it('is, like the share, for those who may share, and only until closing', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    const id = (await aPiece(own.member('OFSTED', 'INSPECTOR'), 'OFSTED', own.id)).id;
    const input = shares([whole(id)], [{ inspectorate: 'CQC' }]);
    const query = 'query ($input: ShareEvidenceItemsInput!) { sharePreview(input: $input) { problems { at code } } }';
    const code = async (client: Client) => (await client.ask(query, { input })).errors[0]?.extensions?.code ?? null;
    expect(await code(own.member('OFSTED', 'QUALITY_ASSURER').client)).toBe('NOT_PERMITTED');
    expect((await previewOf(own.member('CQC', 'INSPECTOR').client, input)).problems).toMatchObject([
      { at: 'items.0.evidenceId', code: 'UNKNOWN_ID' },
    ]);
    await closed(own);
    const after = own.member('OFSTED', 'INSPECTOR').client.at('2024-06-10T10:00:00Z');
    expect(await code(after)).toBe('WRONG_STATE');
    expect((await after.send('shareEvidenceItems', input)).code).toBe('WRONG_STATE');
  });
});
