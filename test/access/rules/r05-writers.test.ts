import { beforeAll, describe, expect, it } from '@jest/globals';
import { anInspection, aPiece, type Inspected, type Member, type TeamRole } from '../../support/an-inspection.js';
import type { Client } from '../../support/client.js';
import { aShare, degreeOf, shareOf } from './sight.js';
import { answerOf, refused, type Attempt } from './the-rows.js';

const ENDS = '2024-03-06T10:00:00Z';

describe('R5: writers of the owner edit, supersede, share, reclassify and withdraw', () => {
  let inspection: Inspected;
  const who = (code: string, role: TeamRole = 'INSPECTOR') => inspection.member(code, role);
  const acts = (id: string, version: number): Record<string, object> => ({
    supersedeEvidence: { evidenceId: id, version, title: 'Mended', body: 'Mended', reason: 'A slip' },
    shareEvidence: shareOf('OFSTED', id, 'HMICFRS'),
    reclassifyEvidence: { evidenceId: id, version, personalData: 'PERSONAL', reason: 'It names him' },
    withdrawEvidence: { evidenceId: id, reason: 'Of another child' },
  });
  /** Each act by each of some, and what they are told. */
  const attempts = (people: Readonly<Record<string, Member>>, id: string, version: number) =>
    Object.fromEntries(
      Object.entries(people).flatMap(([name, { client }]) =>
        Object.entries(acts(id, version)).map(([act, input]): [string, Attempt] => [
          `${name}: ${act}`,
          [client, act, input],
        ]),
      ),
    );
  const toldOf = (told: Record<string, string>, name: string): string[] => [
    ...new Set(Object.entries(told).flatMap(([key, answer]) => (key.startsWith(`${name}: `) ? [answer] : []))),
  ];

  beforeAll(async () => {
    inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  });

  it('and nobody else does: who reads may not, and who does not see finds nothing', async () => {
    const item = await aPiece(who('OFSTED'), 'OFSTED', inspection.id);
    await aShare(who('OFSTED').client, 'OFSTED', item.id, 'CQC');
    const readers = {
      'quality assurer': who('OFSTED', 'QUALITY_ASSURER'),
      analyst: who('OFSTED', 'ANALYST'),
      recipient: who('CQC', 'INSPECTORATE_LEAD'),
    };
    const strangers = {
      observer: who('OFSTED', 'OBSERVER'),
      signatory: who('OFSTED', 'SIGNATORY'),
      'other inspectorate lead': who('HMICFRS', 'INSPECTORATE_LEAD'),
      agency: inspection.agency('POLICE_FORCE').coordinator,
    };
    const told = await refused(inspection, attempts({ ...readers, ...strangers }, item.id, item.version));
    for (const name of Object.keys(readers)) expect([name, toldOf(told, name)]).toEqual([name, ['NOT_PERMITTED']]);
    for (const name of Object.keys(strangers)) expect([name, toldOf(told, name)]).toEqual([name, ['NOT_FOUND']]);
  });

  it('whoever of them wrote it; an analyst does all of it to data', async () => {
    const all = async (by: Client, item: { id: string; version: number }): Promise<string[]> => {
      const told: string[] = [];
      for (const act of Object.keys(acts(item.id, item.version))) {
        const { node } = await by.read<{ node: { version: number } }>(
          'query ($id: ID!) { node(id: $id) { ... on Evidence { version } } }',
          { id: item.id },
        );
        told.push(answerOf(await by.send(act, acts(item.id, node.version)[act] ?? {})));
      }
      return told;
    };
    const colleagues = [inspection.lead, who('OFSTED', 'INSPECTORATE_LEAD')];
    for (const { client } of colleagues)
      expect(await all(client, await aPiece(who('OFSTED'), 'OFSTED', inspection.id))).toEqual(Array(4).fill('done'));
    const analyst = who('OFSTED', 'ANALYST');
    const data = await aPiece(analyst, 'OFSTED', inspection.id, { strength: 'DATA' });
    expect(await all(analyst.client, data)).toEqual(Array(4).fill('done'));
  });

  it('withdrawn: title and reason for the owner’s team, that it exists for recipients while their share lasts', async () => {
    const item = await aPiece(who('OFSTED'), 'OFSTED', inspection.id);
    await aShare(who('OFSTED').client, 'OFSTED', item.id, 'CQC', { endsAt: ENDS });
    await who('OFSTED').client.do('withdrawEvidence', { evidenceId: item.id, reason: 'Of another child' });
    const seen = async ({ client }: Member) =>
      (
        await client.read<{ node: unknown }>(
          'query ($id: ID!) { node(id: $id) { ... on Evidence { state title withdrawnBecause strength author { id } } } openEvidence(id: $id) { body } }',
          { id: item.id },
        )
      ).node;
    const title = expect.stringMatching(/^Note/);
    for (const reader of [who('OFSTED'), inspection.lead, who('OFSTED', 'QUALITY_ASSURER'), who('OFSTED', 'ANALYST')])
      expect(await seen(reader)).toMatchObject({ state: 'WITHDRAWN', title, withdrawnBecause: 'Of another child' });
    const nothing = { title: null, withdrawnBecause: null, strength: null, author: null };
    expect(await seen(who('CQC'))).toEqual({ state: 'WITHDRAWN', ...nothing });
    expect(await degreeOf(who('CQC').client.at('2024-03-06T09:59:59Z'), item.id)).toBe('exists');
    expect(await degreeOf(who('CQC').client.at(ENDS), item.id)).toBe('none');
    expect(await degreeOf(who('HMICFRS').client, item.id)).toBe('none');
    const own = { writer: who('OFSTED'), lead: inspection.lead, recipient: who('CQC') };
    const told = await refused(inspection, attempts(own, item.id, item.version + 1));
    expect([toldOf(told, 'writer'), toldOf(told, 'lead'), toldOf(told, 'recipient')]).toEqual([
      ['WRONG_STATE'],
      ['WRONG_STATE'],
      ['NOT_PERMITTED'],
    ]);
  });
});
