import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, thePublic } from '../../support/client.js';
import { aNarrative, type Narrated } from '../../support/narrative.js';
import { finds, whoOf } from './sight.js';
import { refused } from './the-rows.js';

const NOW = '2024-03-04T09:00:00Z';

describe('R9: a narrative is the team’s; agencies see it frozen in their window, then the copy; everybody what is published', () => {
  let told: Narrated;
  let people: Record<string, Client>;

  /** Which of the texts somebody reads: n(arrative), f(rozen text), l(etter). */
  const texts = async (client: Client): Promise<string> => {
    const ask = async (query: string): Promise<boolean> => {
      const { data } = await client.ask(query, { id: told.id });
      return Object.values(data ?? {}).some((text) => text !== null);
    };
    const seen = {
      n: await ask('query ($id: ID!) { narrative(inspectionId: $id) { title } }'),
      f: await ask('query ($id: ID!) { frozenText(inspectionId: $id) { paragraphs { text } } }'),
      l: await ask('query ($id: ID!) { letter(inspectionId: $id) { html } }'),
    };
    return Object.entries(seen)
      .flatMap(([letter, isSeen]) => (isSeen ? [letter] : []))
      .join('');
  };
  const whoReads = async (now = NOW): Promise<Record<string, string>> => {
    const read: Record<string, string> = {};
    for (const [name, client] of Object.entries(people)) read[name] = await texts(client.at(now));
    return read;
  };
  const agency = (kind = 'LOCAL_AUTHORITY') => told.inspection.agency(kind);

  beforeAll(async () => {
    told = await (await aNarrative()).compiled();
    people = {
      analyst: told.who('CQC', 'ANALYST'),
      signatory: told.who('CQC', 'SIGNATORY'),
      observer: told.who('OFSTED', 'OBSERVER'),
      planner: told.inspection.planner,
      coordinator: agency().coordinator.client,
      contributor: agency('POLICE_FORCE').contributor.client,
      public: thePublic(NOW),
    };
  });
  const NOBODY = {
    analyst: 'n',
    signatory: '',
    observer: '',
    planner: '',
    coordinator: '',
    contributor: '',
    public: '',
  };

  it('while it is written it is the team’s, and the leads write it', async () => {
    expect(await whoReads()).toEqual(NOBODY);
    const { id, version } = await told.sentence('Social workers visit');
    const edit = { sentenceId: id, version, text: 'Social workers visit.', confirmed: true };
    const compile = { inspectionId: told.id };
    expect(
      await refused(told.inspection, {
        'an inspector edits': [told.who('OFSTED', 'INSPECTOR'), 'editSentence', edit],
        'an observer edits': [told.who('OFSTED', 'OBSERVER'), 'editSentence', edit],
        'an agency edits': [agency().coordinator.client, 'editSentence', edit],
        'an agency compiles': [agency().coordinator.client, 'compileNarrative', compile],
        'a planner compiles': [told.inspection.planner, 'compileNarrative', compile],
        'an inspectorate lead freezes': [
          told.who('CQC', 'INSPECTORATE_LEAD'),
          'openAccuracyWindow',
          { inspectionId: told.id, version: (await told.read()).version },
        ],
      }),
    ).toEqual({
      'an inspector edits': 'NOT_PERMITTED',
      'an observer edits': 'NOT_FOUND',
      'an agency edits': 'NOT_FOUND',
      'an agency compiles': 'NOT_PERMITTED',
      'a planner compiles': 'NOT_PERMITTED',
      'an inspectorate lead freezes': 'NOT_PERMITTED',
    });
  });

  it('frozen, it is read by the addressed agencies from its opening to the moment before the deadline', async () => {
    await told.freeze();
    const open = { ...NOBODY, analyst: 'nf', signatory: 'f', coordinator: 'f', contributor: 'f' };
    const shut = { ...NOBODY, analyst: 'nf', signatory: 'f' };
    expect(await whoReads(NOW)).toEqual(open);
    expect(await whoReads('2024-03-18T23:59:59.999Z')).toEqual(open);
    expect(await whoReads('2024-03-19T00:00:00.000Z')).toEqual(shut);
  });

  it('what an agency says of it is its own until it is sent, then the team’s, and no other agency’s', async () => {
    const { paragraphs } = await told.frozen(agency().coordinator.client);
    const words = { kind: 'FACT', text: 'There are nine social workers, not seven.', proof: 'Staff list' };
    const draft = { paragraphId: paragraphs[0]?.id, ...words };
    const { comment } = await agency().contributor.client.do<{ comment: { id: string; version: number } }>(
      'draftComment',
      draft,
      'comment { id version }',
    );
    const all = {
      own: agency().coordinator.client,
      lead: told.lead,
      analyst: told.who('CQC', 'ANALYST'),
      signatory: told.who('CQC', 'SIGNATORY'),
      observer: told.who('OFSTED', 'OBSERVER'),
      police: agency('POLICE_FORCE').coordinator.client,
    };
    const findIt = () => whoOf(all, (client) => finds(client, comment.id));
    expect(await findIt()).toEqual(['own']);
    const send = { commentId: comment.id, version: comment.version };
    const answer = { commentId: comment.id, decision: 'CHANGED', text: 'It is nine.', send: true };
    expect(
      await refused(told.inspection, {
        'another agency sends': [all.police, 'sendComment', send],
        'the contributor sends': [agency().contributor.client, 'sendComment', send],
        'the lead answers before': [told.lead, 'answerComment', answer],
        'an inspector comments': [told.who('OFSTED', 'INSPECTOR'), 'draftComment', draft],
        'an observer comments': [all.observer, 'draftComment', draft],
      }),
    ).toEqual({
      'another agency sends': 'NOT_FOUND',
      'the contributor sends': 'NOT_PERMITTED',
      'the lead answers before': 'NOT_FOUND',
      'an inspector comments': 'NOT_PERMITTED',
      'an observer comments': 'NOT_FOUND',
    });
    await all.own.do('sendComment', send);
    expect(await findIt()).toEqual(['own', 'lead', 'analyst']);
    const replyFor = async (client: Client) =>
      (
        await client.read<{ node: { reply: { state: string } | null } | null }>(
          'query ($id: ID!) { node(id: $id) { ... on AccuracyComment { reply { state } } } }',
          { id: comment.id },
        )
      ).node?.reply?.state;
    await told.lead.do('answerComment', { ...answer, send: false });
    expect([await replyFor(all.analyst), await replyFor(all.own)]).toEqual(['DRAFT', undefined]);
    await told.lead.do('answerComment', { ...answer, version: 1 });
    expect([await replyFor(all.own), await replyFor(all.police)]).toEqual(['SENT', undefined]);
  });

  it('signed and received it is a copy for the agencies, and published it is everybody’s', async () => {
    await told.readyToSign();
    expect(await whoReads()).toEqual({ ...NOBODY, analyst: 'nf', signatory: 'f' });
    await told.sign('OFSTED', 'CQC');
    const publish = { inspectionId: told.id };
    const hash = (await told.frozen()).hash;
    expect(
      await refused(told.inspection, {
        'before all have signed': [told.lead, 'publishLetter', publish],
        'an inspectorate lead publishes': [told.who('CQC', 'INSPECTORATE_LEAD'), 'publishLetter', publish],
        'an agency receives for itself': [agency().coordinator.client, 'recordReceipt', publish],
        'an inspectorate lead signs': [told.who('HMICFRS', 'INSPECTORATE_LEAD'), 'signNarrative', { ...publish, hash }],
        'a signatory signs another text': [
          told.who('HMICFRS', 'SIGNATORY'),
          'signNarrative',
          { ...publish, hash: hash.replaceAll(/[0-7]/g, '8') },
        ],
      }),
    ).toEqual({
      'before all have signed': 'WRONG_STATE',
      'an inspectorate lead publishes': 'NOT_PERMITTED',
      'an agency receives for itself': 'NOT_PERMITTED',
      'an inspectorate lead signs': 'NOT_PERMITTED',
      'a signatory signs another text': 'hash: HASH_DIFFERS',
    });
    await told.sign('HMICFRS');
    await told.lead.do('recordReceipt', publish);
    expect(await whoReads()).toMatchObject({
      analyst: 'nfl',
      coordinator: 'l',
      contributor: 'l',
      observer: '',
      planner: '',
      public: '',
    });
    await told.lead.do('publishLetter', publish);
    expect(await whoReads()).toMatchObject({
      analyst: 'nfl',
      coordinator: 'l',
      contributor: 'l',
      observer: 'l',
      planner: 'l',
      public: 'l',
    });
  });
});
