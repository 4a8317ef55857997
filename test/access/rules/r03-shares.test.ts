import { beforeAll, describe, expect, it } from '@jest/globals';
import { anInspection, aPiece, type Inspected, type TeamRole } from '../../support/an-inspection.js';
import type { Client } from '../../support/client.js';
import { aShare, degreeOf, shareOf } from './sight.js';
import { refused } from './the-rows.js';

const [START, END] = ['2024-03-05T10:00:00.000Z', '2024-03-06T10:00:00.000Z'];
const BEFORE_START = '2024-03-05T09:59:59.999Z';
const BEFORE_END = '2024-03-06T09:59:59.999Z';

describe('R3: a share shows one recipient a form of an item, from its start to its end', () => {
  let inspection: Inspected;
  let writer: Client;
  const who = (code: string, role: TeamRole = 'INSPECTOR') => inspection.member(code, role);
  const item = () => aPiece(who('OFSTED'), 'OFSTED', inspection.id);
  const titleFor = async (client: Client, id: string): Promise<string | null | undefined> =>
    (
      await client.read<{ node: { title: string | null } | null }>(
        'query ($id: ID!) { node(id: $id) { ... on Evidence { title } } }',
        { id },
      )
    ).node?.title;

  beforeAll(async () => {
    inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    writer = who('OFSTED').client;
  });

  it('holds from its start to the moment before its end, for its recipient’s team alone', async () => {
    const { id } = await item();
    await aShare(writer, 'OFSTED', id, 'CQC', { startsAt: START, endsAt: END });
    const at = (now: string, code: string, role?: TeamRole) => degreeOf(who(code, role).client.at(now), id);
    const times = [BEFORE_START, START, BEFORE_END, END];
    expect(await Promise.all(times.map((now) => at(now, 'CQC')))).toEqual(['none', 'whole', 'whole', 'none']);
    expect(await at(START, 'CQC', 'QUALITY_ASSURER')).toBe('whole');
    for (const role of ['OBSERVER', 'SIGNATORY'] as const) expect(await at(START, 'CQC', role)).toBe('none');
    expect(await at(START, 'HMICFRS')).toBe('none');
  });

  it('of two summaries the one that starts later is shown, of one start the one with the greater id, and whole beats both', async () => {
    const { id } = await item();
    const summary = (title: string, startsAt: string) =>
      aShare(writer, 'OFSTED', id, 'CQC', { form: 'SUMMARY', title, summary: title, startsAt });
    const reader = who('CQC').client;
    await summary('Newer', '2024-03-05T11:00:00Z');
    await summary('Older', START);
    expect(await titleFor(reader.at('2024-03-05T10:59:59Z'), id)).toBe('Older');
    expect(await titleFor(reader.at('2024-03-05T11:00:00Z'), id)).toBe('Newer');
    const twins = [await summary('One', '2024-03-05T12:00:00Z'), await summary('Two', '2024-03-05T12:00:00Z')];
    const [one, two] = twins.map((share) => share.id);
    expect(await titleFor(reader.at('2024-03-05T12:00:00Z'), id)).toBe(String(one) > String(two) ? 'One' : 'Two');
    expect(await degreeOf(reader.at('2024-03-05T12:00:00Z'), id)).toBe('summary');
    await aShare(writer, 'OFSTED', id, 'CQC', { startsAt: START });
    expect(await degreeOf(reader.at('2024-03-05T12:00:00Z'), id)).toBe('whole');
    expect(await titleFor(reader.at('2024-03-05T12:00:00Z'), id)).toMatch(/^Note/);
  });

  it('whole, gives the version current at its start and later ones, and none before', async () => {
    const { id, version } = await item();
    const supersede = (body: string, of: number, now: string) =>
      writer.at(now).do('supersedeEvidence', { evidenceId: id, version: of, title: 'Visit', body, reason: 'Mended' });
    await supersede('Second', version, '2024-03-05T09:00:00Z');
    await aShare(writer.at(START), 'OFSTED', id, 'CQC');
    await supersede('Third', version + 1, '2024-03-05T11:00:00Z');
    const texts = async (client: Client) =>
      (
        await client.at(END).read<{
          openEvidence: { body: string; earlier: { body: string }[] };
        }>('query ($id: ID!) { openEvidence(id: $id) { body earlier { body } } }', { id })
      ).openEvidence;
    expect(await texts(who('CQC').client)).toEqual({ body: 'Third', earlier: [{ body: 'Second' }] });
    expect((await texts(writer)).earlier).toHaveLength(2);
  });

  it('with one person, reaches him alone and ends with the assignment that it names', async () => {
    const { id } = await item();
    const person = who('HMICFRS');
    const { assignment: second } = await who('HMICFRS', 'INSPECTORATE_LEAD').client.do<{ assignment: { id: string } }>(
      'assign',
      { inspectionId: inspection.id, userId: person.userId, role: 'ANALYST' },
      'assignment { id }',
    );
    await aShare(writer, 'OFSTED', id, 'HMICFRS', { recipientAssignmentId: second.id });
    expect(await degreeOf(person.client, id)).toBe('whole');
    expect(await degreeOf(who('HMICFRS', 'INSPECTORATE_LEAD').client, id)).toBe('none');
    await who('HMICFRS', 'INSPECTORATE_LEAD').client.do('endAssignment', { assignmentId: second.id });
    expect(await degreeOf(person.client, id)).toBe('none');
  });

  it('is not passed on, ended or lengthened by who received it, nor made out of what it may not be', async () => {
    const { id } = await item();
    const draft = await aPiece(who('OFSTED'), 'OFSTED', inspection.id, {}, false);
    const share = await aShare(writer, 'OFSTED', id, 'CQC');
    const to = (recipient: string, more = {}) => shareOf('OFSTED', id, recipient, more);
    const revoke = { shareId: share.id, reason: 'No' };
    expect(
      await refused(inspection, {
        'the recipient shares on': [who('CQC', 'INSPECTORATE_LEAD').client, 'shareEvidence', to('HMICFRS')],
        'the recipient shares with himself for longer': [who('CQC').client, 'shareEvidence', to('CQC')],
        'the recipient revokes': [who('CQC').client, 'revokeShare', revoke],
        'a stranger shares': [who('HMICFRS').client, 'shareEvidence', to('HMICFRS')],
        'a stranger revokes': [who('HMICFRS').client, 'revokeShare', revoke],
        'the quality assurer shares': [who('OFSTED', 'QUALITY_ASSURER').client, 'shareEvidence', to('HMICFRS')],
        'with himself': [writer, 'shareEvidence', to('OFSTED')],
        'with who takes no part': [writer, 'shareEvidence', to('HMI_PROBATION')],
        'with a person of another inspectorate': [
          writer,
          'shareEvidence',
          to('HMICFRS', { recipientAssignmentId: who('CQC').assignmentId }),
        ],
        'with an observer': [
          writer,
          'shareEvidence',
          to('HMICFRS', { recipientAssignmentId: who('HMICFRS', 'OBSERVER').assignmentId }),
        ],
        'under no gateway': [writer, 'shareEvidence', to('HMICFRS', { gateway: 'CURIOSITY' })],
        'of a draft': [writer, 'shareEvidence', { ...to('HMICFRS'), evidenceId: draft.id }],
      }),
    ).toEqual({
      'the recipient shares on': 'NOT_PERMITTED',
      'the recipient shares with himself for longer': 'NOT_PERMITTED',
      'the recipient revokes': 'NOT_PERMITTED',
      'a stranger shares': 'NOT_FOUND',
      'a stranger revokes': 'NOT_FOUND',
      'the quality assurer shares': 'NOT_PERMITTED',
      'with himself': 'recipient: TAKES_NO_PART',
      'with who takes no part': 'recipient: TAKES_NO_PART',
      'with a person of another inspectorate': 'recipientAssignmentId: UNKNOWN_ID',
      'with an observer': 'recipientAssignmentId: UNKNOWN_ID',
      'under no gateway': 'gateway: NOT_A_GATEWAY',
      'of a draft': 'WRONG_STATE',
    });
  });
});
