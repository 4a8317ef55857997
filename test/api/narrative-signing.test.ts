import { beforeAll, describe, expect, it } from '@jest/globals';
import { administratorOf, aUser } from '../support/an-inspection.js';
import { thePublic } from '../support/client.js';
import { aNarrative, type Narrated, seenFrozen, stageOf } from '../support/narrative.js';

const NODE = 'query ($id: ID!) { node(id: $id) { id } }';
const SIGNATURES =
  'query ($id: ID!) { signatures(inspectionId: $id) { id inspectorate { code } name office hash voidedAt delegatedBy { id } } }';
interface Signed {
  id: string;
  inspectorate: { code: string };
  name: string;
  office: string | null;
  hash: string;
  voidedAt: string | null;
  delegatedBy: { id: string } | null;
}

describe('the frozen text', () => {
  let told: Narrated;

  beforeAll(async () => {
    told = await (await (await aNarrative()).compiled()).freeze();
  });

  it('is seen by the agencies in the window alone, and never what it rests on', async () => {
    const coordinator = told.inspection.agency('LOCAL_AUTHORITY').coordinator.client;
    const { deadline, hash, paragraphs } = await told.frozen(coordinator);
    // Ten working days after Monday 4 March 2024; exclusive.
    expect(deadline).toMatch(/^2024-03-19T00:00:00/);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(paragraphs.map(({ text }) => text)).toContain('Officers share concerns on the day on which they arise.');
    expect(await seenFrozen(coordinator.at('2024-03-18T23:59:59.999Z'), told.id)).not.toBeNull();
    for (const now of ['2024-03-19T00:00:00Z', '2024-04-19T00:00:00Z']) {
      expect(await seenFrozen(coordinator.at(now), told.id)).toBeNull();
      expect(await coordinator.at(now).read(NODE, { id: paragraphs[0]?.id })).toEqual({ node: null });
    }
    const provenance = await coordinator.ask(
      'query ($id: ID!) { frozenText(inspectionId: $id) { paragraphs { findings { id } } } }',
      {
        id: told.id,
      },
    );
    expect(provenance.errors[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
    for (const id of [told.findings.main, (await told.sentence('Officers share')).id])
      expect(await coordinator.read(NODE, { id })).toEqual({ node: null });
  });

  it('is seen by the team and the signatories, and by nobody else', async () => {
    for (const client of [told.who('CQC', 'ANALYST'), told.who('HMICFRS', 'SIGNATORY')])
      expect((await told.frozen(client)).paragraphs.length).toBeGreaterThan(4);
    for (const stranger of [told.who('OFSTED', 'OBSERVER'), told.inspection.planner])
      expect(await seenFrozen(stranger, told.id)).toBeNull();
    expect(
      await seenFrozen(thePublic('2024-03-05T09:00:00Z'), told.id).catch((error: unknown) => String(error)),
    ).toMatch(/NOT_SIGNED_IN/);
  });

  it('hides from a signatory, too, what rests on a conflict of his', async () => {
    const own = await (await (await aNarrative()).compiled()).freeze();
    const signatory = own.who('CQC', 'SIGNATORY');
    const agencyId = own.inspection.agency('POLICE_FORCE').id;
    await signatory.do('declareConflict', { agencyId, reason: 'A sister serves there' });
    const texts = (await own.frozen(signatory)).paragraphs.map(({ text }) => text);
    expect(texts).not.toContain('Officers share concerns on the day on which they arise.');
    expect(texts).toContain('Social workers visit children at home and write down what they say.');
  });

  it('stands still: no sentence is changed, added or taken out, nor is it frozen twice', async () => {
    const sentence = await told.sentence('Officers share');
    const edit = { sentenceId: sentence.id, version: sentence.version };
    expect((await told.lead.send('editSentence', { ...edit, text: 'Officers share concerns on the day.' })).code).toBe(
      'WRONG_STATE',
    );
    expect((await told.lead.send('removeSentence', edit)).code).toBe('WRONG_STATE');
    expect((await told.lead.send('compileNarrative', { inspectionId: told.id })).code).toBe('WRONG_STATE');
    const { version } = await told.read();
    const again = { inspectionId: told.id, version };
    expect((await told.lead.send('openAccuracyWindow', again)).code).toBe('WRONG_STATE');
    expect((await told.who('CQC', 'INSPECTORATE_LEAD').send('openAccuracyWindow', again)).code).toBe('NOT_PERMITTED');
    expect(await told.sentence('Officers share')).toEqual(sentence);
  });

  it("takes the lead's own day for comments with a reason, and not without", async () => {
    const own = await (await aNarrative()).compiled();
    const { version } = await own.read();
    const input = { inspectionId: own.id, version, commentsDueOn: '2024-03-23' };
    const send = (more: object) =>
      own.lead.send('openAccuracyWindow', { ...input, ...more }, 'warnings frozenText { deadline }');
    expect((await send({})).problems.map(({ at, code }) => [at, code])).toEqual([['reason', 'MISSING']]);
    const past = await send({ commentsDueOn: '2024-03-03', reason: 'In haste' });
    expect(past.problems.map(({ at, code }) => [at, code])).toEqual([['commentsDueOn', 'DATES_REVERSED']]);
    expect(await stageOf(own.lead, own.id)).toMatchObject({ stage: 'DRAFTING' });
    const { payload } = await send({ reason: 'Half term' });
    expect(payload).toMatchObject({
      warnings: [expect.stringContaining('Saturday')],
      frozenText: { deadline: expect.stringMatching(/^2024-03-24T00:00:00/) },
    });
  });

  it('moves its deadline by a pause', async () => {
    const own = await (await (await aNarrative()).compiled()).freeze();
    const mark = (kind: string, now: string) =>
      own.lead.at(now).do('markInspection', { inspectionId: own.id, kind, authority: 'HMCI', reason: 'A trial' });
    const coordinator = own.inspection.agency('LOCAL_AUTHORITY').coordinator.client;
    await mark('PAUSED', '2024-03-06T09:00:00Z');
    expect(await seenFrozen(coordinator.at('2024-04-01T09:00:00Z'), own.id)).not.toBeNull();
    await mark('RESUMED', '2024-03-16T09:00:00Z');
    expect((await own.frozen()).deadline).toMatch(/^2024-03-29T00:00:00/);
    expect(await seenFrozen(coordinator.at('2024-03-28T23:00:00Z'), own.id)).not.toBeNull();
    expect(await seenFrozen(coordinator.at('2024-03-29T00:00:00Z'), own.id)).toBeNull();
  });
});

describe('signing', () => {
  it('begins once the window has shut and quality has passed', async () => {
    const own = await (await (await aNarrative()).compiled()).freeze();
    const advance = async (now: string) => {
      const { version } = await stageOf(own.lead, own.id);
      const sent = await own.lead.at(now).send('advanceStage', { inspectionId: own.id, to: 'SIGNING', version });
      return sent.problems.map(({ code }) => code);
    };
    expect(await advance('2024-03-18T09:00:00Z')).toEqual(['WINDOW_OPEN', 'QUALITY_NOT_PASSED']);
    expect(await stageOf(own.lead, own.id)).toMatchObject({ stage: 'ACCURACY_CHECK' });
    const { version } = await own.read();
    const pass = { inspectionId: own.id, version };
    expect((await own.who('CQC', 'QUALITY_ASSURER').send('passQuality', pass)).code).toBe('NOT_PERMITTED');
    expect((await own.lead.send('passQuality', pass)).code).toBe('NOT_PERMITTED');
    expect((await own.who('OFSTED', 'QUALITY_ASSURER').send('passQuality', { ...pass, version: 99 })).code).toBe(
      'CONFLICT',
    );
    expect((await own.read()).qualityPassed).toBe(false);
    await own.who('OFSTED', 'QUALITY_ASSURER').do('passQuality', pass);
    expect((await own.read()).qualityPassed).toBe(true);
    expect(await advance('2024-03-19T00:00:00Z')).toEqual([]);
    expect(await stageOf(own.lead, own.id)).toMatchObject({ stage: 'SIGNING' });
  });

  it('takes one signature a side, of its own signatory, on the exact text, without conflict', async () => {
    const own = await (await (await (await aNarrative()).compiled()).freeze()).readyToSign();
    const { hash } = await own.frozen();
    const sign = (client = own.who('CQC', 'SIGNATORY'), more: object = {}) =>
      client.send('signNarrative', { inspectionId: own.id, hash, ...more });
    const problems = async (sent: ReturnType<typeof sign>) => (await sent).problems.map(({ at, code }) => [at, code]);
    expect((await sign(own.lead)).code).toBe('NOT_PERMITTED');
    expect((await sign(own.who('CQC', 'INSPECTORATE_LEAD'))).code).toBe('NOT_PERMITTED');
    expect(await problems(sign(undefined, { hash: 'a'.repeat(64) }))).toEqual([['hash', 'HASH_DIFFERS']]);
    const conflicted = own.who('HMICFRS', 'SIGNATORY');
    const declared = { agencyId: own.inspection.agency('POLICE_FORCE').id, reason: 'A brother serves there' };
    await conflicted.do('declareConflict', declared);
    expect((await sign(conflicted)).code).toBe('NOT_PERMITTED');
    const list = async (client = own.lead) =>
      (await client.read<{ signatures: Signed[] }>(SIGNATURES, { id: own.id })).signatures;
    expect(await list()).toEqual([]);
    await own.sign('CQC', 'OFSTED');
    expect(await problems(sign())).toEqual([['inspectionId', 'ALREADY']]);
    expect(await list()).toHaveLength(2);
    expect(await list(own.who('CQC', 'SIGNATORY'))).toEqual([
      expect.objectContaining({ inspectorate: { code: 'CQC' }, office: 'Director, CQC', hash, voidedAt: null }),
    ]);
    expect(await stageOf(own.lead, own.id)).toMatchObject({ stage: 'SIGNING' });
    expect((await own.lead.send('publishLetter', { inspectionId: own.id })).code).toBe('WRONG_STATE');
  });

  it('is delegated to another person of the inspectorate, on record, and the last signature ends it', async () => {
    const own = await (await (await (await aNarrative()).compiled()).freeze()).readyToSign();
    await own.sign('OFSTED', 'CQC');
    const delegate = await aUser(await administratorOf('HMICFRS'), 'HMICFRS', [], 'Ann Other');
    const stranger = await aUser(await administratorOf('CQC'), 'CQC');
    const signatory = own.who('HMICFRS', 'SIGNATORY');
    const input = { inspectionId: own.id, reason: 'On leave this week' };
    const elsewhere = await signatory.send('delegateSigning', { ...input, userId: stranger.userId });
    expect(elsewhere.problems.map(({ at, code }) => [at, code])).toEqual([['userId', 'UNKNOWN_ID']]);
    expect((await own.lead.send('delegateSigning', { ...input, userId: delegate.userId })).code).toBe('NOT_PERMITTED');
    expect(await seenFrozen(delegate.client, own.id)).toBeNull();
    await signatory.do('delegateSigning', { ...input, userId: delegate.userId });
    const { hash } = await own.frozen(delegate.client);
    await delegate.client.do('signNarrative', { inspectionId: own.id, hash });
    const { signatures } = await own.lead.read<{ signatures: Signed[] }>(SIGNATURES, { id: own.id });
    const signed = signatures.find(({ inspectorate }) => inspectorate.code === 'HMICFRS');
    expect(signed).toMatchObject({
      name: 'Ann Other',
      delegatedBy: { id: own.inspection.member('HMICFRS', 'SIGNATORY').userId },
    });
    expect(await stageOf(own.lead, own.id)).toMatchObject({ stage: 'SIGNED' });
  });

  it('is void once the text is opened again, and whoever signed must sign again', async () => {
    const own = await (await (await (await aNarrative()).compiled()).freeze()).readyToSign();
    await own.sign('CQC', 'OFSTED');
    const { hash: old } = await own.frozen();
    expect((await own.who('CQC', 'INSPECTORATE_LEAD').send('reopenDrafting', { inspectionId: own.id })).code).toBe(
      'NOT_PERMITTED',
    );
    expect(await stageOf(own.lead, own.id)).toMatchObject({ stage: 'SIGNING' });
    const reopened = await own.lead.do(
      'reopenDrafting',
      { inspectionId: own.id },
      'mustSignAgain inspection { stage }',
    );
    expect(reopened).toMatchObject({ mustSignAgain: ['CQC', 'OFSTED'], inspection: { stage: 'DRAFTING' } });
    const { signatures } = await own.lead.read<{ signatures: Signed[] }>(SIGNATURES, { id: own.id });
    expect(signatures.map(({ voidedAt }) => voidedAt !== null)).toEqual([true, true]);
    expect(await seenFrozen(own.who('CQC', 'SIGNATORY'), own.id)).toBeNull();
    const sentence = await own.sentence('Officers share');
    await own.lead.do('editSentence', {
      sentenceId: sentence.id,
      version: sentence.version,
      text: 'Officers share concerns on the day on which those arise.',
    });
    // The pass was of the text before the edit.
    expect((await own.read()).qualityPassed).toBe(false);
    await own.signed();
    expect((await own.frozen()).hash).not.toBe(old);
    expect(await stageOf(own.lead, own.id)).toMatchObject({ stage: 'SIGNED' });
  });
});
