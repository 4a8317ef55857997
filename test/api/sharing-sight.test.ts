import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  administratorOf,
  anInspection,
  aPiece,
  aUser,
  type Inspected,
  type Member,
  type TeamRole,
} from '../support/an-inspection.js';
import type { Client } from '../support/client.js';
import { closed, inSummary, shares, sightOf, teamOf, whole, type Sight } from '../support/sharing.js';

interface Reason {
  rule: string;
  sight: Sight;
  sentence: string;
  people: { id: string; name: string; roles: string[]; inspectorate: string }[];
  shareId: string | null;
  from: string | null;
  until: string | null;
}
const REASONS = 'reasons { rule sight sentence people { id name roles inspectorate } shareId from until }';

const whoCanSee = async (client: Client, id: string) =>
  (
    await client.read<{ whoCanSee: { reasons: Reason[]; caveat: string } | null }>(
      `query ($id: ID!) { whoCanSee(evidenceId: $id) { evidenceId caveat ${REASONS} } }`,
      { id },
    )
  ).whoCanSee;
const whyCanISee = async (client: Client, id: string) =>
  (
    await client.read<{ whyCanISee: { sight: Sight; reasons: Reason[] } | null }>(
      `query ($id: ID!) { whyCanISee(id: $id) { evidenceId sight ${REASONS} } }`,
      { id },
    )
  ).whyCanISee;

describe('who sees an item, and why', () => {
  let inspection: Inspected;
  const who = (inspectorate: string, role: TeamRole = 'INSPECTOR'): Member => inspection.member(inspectorate, role);
  const ofsted = (): Client => who('OFSTED').client;
  const piece = async (more: Record<string, unknown> = {}, submit = true) =>
    (await aPiece(who('OFSTED'), 'OFSTED', inspection.id, more, submit)).id;
  const share = async (input: object): Promise<string[]> =>
    (await ofsted().do<{ shareIds: string[] }>('shareEvidenceItems', input, 'shareIds')).shareIds;
  const everybody = (): Member[] => [
    ...teamOf(inspection, 'OFSTED', 'CQC', 'HMICFRS'),
    inspection.lead,
    who('OFSTED', 'OBSERVER'),
    who('CQC', 'SIGNATORY'),
    inspection.agency('LOCAL_AUTHORITY').coordinator,
  ];
  /** What the answer to "why" says everybody sees is what everybody sees, and it is null for the rest. */
  const expectTheSame = async (id: string, now?: string) => {
    for (const { client } of everybody()) {
      const asker = now === undefined ? client : client.at(now);
      const why = await whyCanISee(asker, id);
      expect(why?.sight ?? 'NONE').toBe(await sightOf(asker, id));
      expect(why === null || why.reasons.length > 0).toBe(true);
    }
  };

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  });

  it('is told to the owner’s team, one plain sentence for each rule, with names', async () => {
    const id = await piece();
    const [toTeam, toPerson] = await share(
      shares([inSummary(id)], [{ inspectorate: 'CQC' }, { assignmentId: who('HMICFRS').assignmentId }], {
        endsAt: '2024-05-04T10:00:00Z',
      }),
    );
    const [later] = await share(shares([whole(id)], [{ inspectorate: 'CQC' }], { startsAt: '2024-04-02T08:00:00Z' }));
    const [gone] = await share(shares([whole(id)], [{ inspectorate: 'HMICFRS' }]));
    await ofsted().do('revokeShare', { shareId: gone, reason: 'By mistake' });
    for (const asker of [ofsted(), who('OFSTED', 'QUALITY_ASSURER').client]) {
      const told = await whoCanSee(asker, id);
      expect(told?.caveat).toMatch(/conflict of interest may hide it from some of them/);
      expect(told?.reasons.map(({ rule, sight, shareId }) => [rule, sight, shareId])).toEqual([
        ['AUTHOR', 'WHOLE', null],
        ['OWNER_TEAM', 'WHOLE', null],
        ['SHARE', 'SUMMARY', toTeam],
        ['SHARE', 'WHOLE', later],
        ['SHARE', 'SUMMARY', toPerson],
      ]);
      const [author, team, summary, whole_, person] = told?.reasons ?? [];
      const name = (member: Member): string =>
        told?.reasons.flatMap(({ people }) => people).find((each) => each.id === member.userId)?.name ?? 'nobody';
      expect(author?.sentence).toBe(`${name(who('OFSTED'))} wrote it, and sees it whole while on the team.`);
      expect(team?.sentence).toMatch(/^The team of Ofsted sees it whole, because Ofsted owns it: /);
      expect(team?.people.map((each) => each.id).sort()).toEqual(
        [...teamOf(inspection, 'OFSTED'), inspection.lead].map(({ userId }) => userId).sort(),
      );
      expect(summary?.sentence).toMatch(
        /^The team of Care Quality Commission \(User .* and User .*\) sees it in summary, by a share under Children Act 2004 s\.20 for this purpose: “To corroborate a finding”, until 4 May 2024 at 11:00\.$/,
      );
      expect(summary?.people.map((each) => each.id).sort()).toEqual(
        teamOf(inspection, 'CQC')
          .map(({ userId }) => userId)
          .sort(),
      );
      expect(whole_?.sentence).toMatch(/, from 2 April 2024 at 09:00\.$/);
      expect(person?.sentence).toMatch(/^User \w+ \(HM Inspectorate of Constabulary.*while the assignment lasts\.$/);
    }
    for (const { client } of [who('CQC'), who('HMICFRS'), who('OFSTED', 'OBSERVER')])
      expect(await whoCanSee(client, id)).toBeNull();
    await expectTheSame(id);
  });

  it('is told to each who sees it of himself, the rule that opens most first, and until when', async () => {
    const id = await piece();
    await share(shares([inSummary(id)], [{ inspectorate: 'CQC' }], { endsAt: '2024-06-30T11:00:00Z' }));
    await share(shares([whole(id)], [{ assignmentId: who('CQC').assignmentId }], { endsAt: '2024-05-01T11:00:00Z' }));
    await share(shares([whole(id)], [{ inspectorate: 'HMICFRS' }], { startsAt: '2024-04-02T08:00:00Z' }));
    expect(await whyCanISee(who('CQC').client, id)).toMatchObject({
      sight: 'WHOLE',
      reasons: [
        { rule: 'SHARE', sight: 'WHOLE', until: '2024-05-01T11:00:00.000Z', people: [{ id: who('CQC').userId }] },
        { rule: 'SHARE', sight: 'SUMMARY', until: '2024-06-30T11:00:00.000Z' },
      ],
    });
    expect(await whyCanISee(who('CQC', 'ANALYST').client, id)).toMatchObject({
      sight: 'SUMMARY',
      reasons: [
        {
          sentence: expect.stringMatching(
            /^You see it in summary, by a share under .*, until 30 June 2024 at 12:00\.$/,
          ),
        },
      ],
    });
    expect(await whyCanISee(who('HMICFRS').client, id)).toBeNull();
    expect((await whyCanISee(ofsted(), id))?.reasons.map(({ sentence }) => sentence)).toEqual([
      'You see it whole, because you wrote it, while you are on the team.',
      'You see it whole, because you are on the team of Ofsted, which owns it.',
    ]);
    const draft = await piece({}, false);
    expect(await whyCanISee(ofsted(), draft)).toMatchObject({ sight: 'WHOLE', reasons: [{ rule: 'AUTHOR' }] });
    expect((await whoCanSee(ofsted(), draft))?.reasons.map(({ rule }) => rule)).toEqual(['AUTHOR']);
    await expectTheSame(id);
    await expectTheSame(id, '2024-05-02T09:00:00Z');
    await expectTheSame(draft);
  });

  it('ends for a person with his assignment', async () => {
    const id = await piece();
    const { client, userId } = await aUser(await administratorOf('CQC'), 'CQC');
    await who('CQC', 'INSPECTORATE_LEAD').client.do('assign', {
      inspectionId: inspection.id,
      userId,
      role: 'ANALYST',
      endsAt: '2024-04-20T09:00:00Z',
    });
    await share(shares([whole(id)], [{ inspectorate: 'CQC' }], { endsAt: '2024-05-01T11:00:00Z' }));
    expect((await whyCanISee(client, id))?.reasons[0]?.until).toBe('2024-04-20T09:00:00.000Z');
    expect(await whyCanISee(client.at('2024-04-20T09:00:00Z'), id)).toBeNull();
    expect((await whyCanISee(who('CQC').client, id))?.reasons[0]?.until).toBe('2024-05-01T11:00:00.000Z');
  });

  it('tells of a withdrawn item that its title is left, and to recipients that it exists', async () => {
    const id = await piece();
    await share(shares([whole(id)], [{ inspectorate: 'CQC' }]));
    await ofsted().do('withdrawEvidence', { evidenceId: id, reason: 'Consent withdrawn' });
    expect((await whoCanSee(ofsted(), id))?.reasons.map(({ rule, sight }) => [rule, sight])).toEqual([
      ['OWNER_TEAM', 'SUMMARY'],
      ['SHARE', 'EXISTS'],
    ]);
    expect((await whyCanISee(who('CQC').client, id))?.reasons[0]?.sentence).toBe(
      'You see that it exists, and no more since it was withdrawn, because it was shared with you.',
    );
    for (const { client } of teamOf(inspection, 'OFSTED', 'CQC', 'HMICFRS')) {
      const sight = await sightOf(client, id);
      expect((await whyCanISee(client, id))?.sight ?? 'NONE').toBe(sight);
    }
  });

  it('does not change by a word for a conflict of interest of somebody else, and is nothing for one’s own', async () => {
    const agency = inspection.agency('POLICE_FORCE').id;
    const id = await piece({ sourceAgencyId: agency });
    await share(shares([whole(id)], [{ inspectorate: 'CQC' }]));
    const before = await whoCanSee(ofsted(), id);
    for (const member of [who('CQC', 'ANALYST'), who('OFSTED', 'ANALYST')])
      await member.client.do('declareConflict', { agencyId: agency, reason: 'I worked there' });
    expect(await whoCanSee(ofsted(), id)).toEqual(before);
    expect(before?.reasons.flatMap(({ people }) => people.map((each) => each.id))).toContain(
      who('OFSTED', 'ANALYST').userId,
    );
    expect(await whoCanSee(who('OFSTED', 'ANALYST').client, id)).toBeNull();
    expect(await whyCanISee(who('CQC', 'ANALYST').client, id)).toBeNull();
  });

  it('is, after closing, what stood at closing for 28 days, and the record keepers', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    const author = own.member('OFSTED', 'INSPECTOR');
    const { id } = await aPiece(author, 'OFSTED', own.id);
    const keeper = (await aUser(await administratorOf('OFSTED'), 'OFSTED', ['RECORD_KEEPER'])).client;
    const standing = shares([whole(id)], [{ inspectorate: 'CQC' }], { endsAt: '2024-06-20T09:00:00Z' });
    await author.client.do('shareEvidenceItems', standing);
    const ahead = shares([whole(id)], [{ inspectorate: 'HMICFRS' }], { startsAt: '2024-06-10T09:00:00Z' });
    await author.client.do('shareEvidenceItems', ahead);
    await closed(own);
    const [within, after] = ['2024-06-25T09:00:00Z', '2024-07-03T09:00:00Z'];
    for (const asker of [author.client.at(within), keeper.at(within)])
      expect((await whoCanSee(asker, id))?.reasons.map(({ rule, until }) => [rule, until])).toEqual([
        ['AUTHOR', '2024-07-01T23:00:00.000Z'],
        ['OWNER_TEAM', '2024-07-01T23:00:00.000Z'],
        ['SHARE', '2024-07-01T23:00:00.000Z'],
        ['RECORD_KEEPERS', null],
      ]);
    expect((await whoCanSee(keeper.at(after), id))?.reasons.map(({ sentence }) => sentence)).toEqual([
      'The record keepers of Ofsted see it whole, because the inspection is closed.',
    ]);
    for (const now of [within, after])
      for (const { client } of [...teamOf(own, 'OFSTED', 'CQC', 'HMICFRS'), { client: keeper }])
        expect((await whyCanISee(client.at(now), id))?.sight ?? 'NONE').toBe(await sightOf(client.at(now), id));
  });
});
