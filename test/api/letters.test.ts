import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'parse5';
import supertest from 'supertest';
import { type Client, thePublic, url } from '../support/client.js';
import { lettersText } from '../support/letter-text.js';
import { aNarrative, type Narrated, stageOf } from '../support/narrative.js';

const LETTER = `query ($id: ID!) { letter(inspectionId: $id) { id version title hash receivedAt publishedAt html path
  addressees { name role } signatories { name role inspectorate } statementComputedOn statementDueOn } }`;
interface SeenLetter {
  id: string;
  version: number;
  title: string;
  hash: string;
  receivedAt: string | null;
  publishedAt: string | null;
  html: string | null;
  path: string | null;
  addressees: { name: string }[] | null;
  signatories: { name: string; role: string; inspectorate: string }[] | null;
  statementComputedOn: string | null;
  statementDueOn: string | null;
}
const seenLetter = async (client: Client, id: string): Promise<SeenLetter | null> =>
  (await client.read<{ letter: SeenLetter | null }>(LETTER, { id })).letter;

const page = (path: string, now = '2024-05-01T09:00:00Z', headers: Record<string, string> = {}) =>
  supertest(url())
    .get(path)
    .set({ 'x-app-now': now, ...headers });

describe('the letter', () => {
  let told: Narrated;
  const publish = (client = told.lead, more: object = {}) =>
    client.send('publishLetter', { inspectionId: told.id, ...more });
  const problems = async (sent: ReturnType<Client['send']>) => (await sent).problems.map(({ at, code }) => [at, code]);

  beforeAll(async () => {
    told = await (await (await aNarrative()).compiled()).signed();
  });

  it('is received before it is published: the agencies read the copy, and the time of the statement runs', async () => {
    const receive = (client: Client, more: object = {}) =>
      client.send('recordReceipt', { inspectionId: told.id, ...more });
    const agency = told.inspection.agency('LOCAL_AUTHORITY').contributor.client;
    expect((await receive(told.who('CQC', 'INSPECTORATE_LEAD'))).code).toBe('NOT_PERMITTED');
    expect((await receive(agency)).code).toBe('NOT_PERMITTED');
    expect(await problems(receive(told.lead, { receivedAt: '2024-03-05T09:00:00Z' }))).toEqual([
      ['receivedAt', 'IN_FUTURE'],
    ]);
    expect(await problems(receive(told.lead, { receivedAt: '2024-03-03T09:00:00Z' }))).toEqual([
      ['receivedAt', 'DATES_REVERSED'],
    ]);
    expect(await seenLetter(agency, told.id)).toBeNull();
    const due = { inspectionId: told.id, dueOn: '2024-07-01', reason: 'The cabinet meets late in June' };
    expect(await problems(told.lead.send('setStatementDueDate', due))).toEqual([['inspectionId', 'NOT_RECEIVED']]);
    expect((await receive(told.lead.at('2024-03-06T10:00:00Z'))).problems).toEqual([]);
    expect(await problems(receive(told.lead.at('2024-03-07T10:00:00Z')))).toEqual([['receivedAt', 'ALREADY']]);
    const copy = await seenLetter(agency, told.id);
    expect(copy).toMatchObject({
      publishedAt: null,
      path: null,
      receivedAt: expect.stringMatching(/^2024-03-06T10:00/),
    });
    expect(copy?.html).toContain('Pre-publication copy');
    for (const stranger of [thePublic('2024-03-06T11:00:00Z'), told.who('OFSTED', 'OBSERVER'), told.inspection.planner])
      expect(await seenLetter(stranger, told.id)).toBeNull();
    expect((await page(`/letters/${copy?.id ?? ''}`)).status).toBe(404);
    // A conflict hides the page whole: it holds every paragraph.
    const conflicted = told.who('HMICFRS', 'INSPECTOR');
    expect((await seenLetter(conflicted, told.id))?.html).toContain('Officers share');
    const agencyId = told.inspection.agency('POLICE_FORCE').id;
    await conflicted.do('declareConflict', { agencyId, reason: 'Served there' });
    expect(await seenLetter(conflicted, told.id)).toBeNull();
  });

  it("keeps the day computed beside the lead's own", async () => {
    const entry = async () => {
      const { inspection } = await told.lead.read<{ inspection: { timetable: { code: string }[] } }>(
        'query ($id: ID!) { inspection(id: $id) { timetable { code fallsOn computedOn reason calendarVersion } } }',
        { id: told.id },
      );
      return inspection.timetable.find(({ code }) => code === 'STATEMENT_OF_ACTION');
    };
    // Seventy working days after Wednesday 6 March 2024.
    expect(await entry()).toMatchObject({ fallsOn: '2024-06-18', computedOn: '2024-06-18', reason: null });
    const input = { inspectionId: told.id, dueOn: '2024-06-29', reason: 'The cabinet meets late in June.' };
    expect((await told.who('CQC', 'INSPECTORATE_LEAD').send('setStatementDueDate', input)).code).toBe('NOT_PERMITTED');
    expect(await entry()).toMatchObject({ fallsOn: '2024-06-18' });
    const { warnings } = await told.lead.do<{ warnings: string[] }>('setStatementDueDate', input, 'warnings');
    expect(warnings).toEqual([expect.stringContaining('Saturday')]);
    expect(await entry()).toMatchObject({ fallsOn: '2024-06-29', computedOn: '2024-06-18', reason: input.reason });
  });

  it('is not published while it is held, by anybody but the lead, or before all have signed', async () => {
    const hold = { inspectionId: told.id, reason: 'A trial is under way.' };
    expect((await told.who('CQC', 'INSPECTORATE_LEAD').send('holdPublication', hold)).code).toBe('NOT_PERMITTED');
    expect(await problems(told.lead.send('holdPublication', { ...hold, until: '2024-03-01T00:00:00Z' }))).toEqual([
      ['until', 'DATES_REVERSED'],
    ]);
    const made = await told.lead.do<{ hold: { id: string } }>('holdPublication', hold, 'hold { id }');
    await told.lead.do('holdPublication', { ...hold, until: '2024-03-10T00:00:00Z' });
    expect(await problems(publish())).toEqual([['inspectionId', 'ON_HOLD']]);
    expect((await told.who('CQC', 'INSPECTOR').send('liftHold', { holdId: made.hold.id, reason: 'Over' })).code).toBe(
      'NOT_PERMITTED',
    );
    expect((await told.inspection.planner.send('liftHold', { holdId: made.hold.id, reason: 'Over' })).code).toBe(
      'NOT_FOUND',
    );
    await told.lead.do('liftHold', { holdId: made.hold.id, reason: 'The trial is over' });
    expect(await problems(told.lead.send('liftHold', { holdId: made.hold.id, reason: 'Again' }))).toEqual([
      ['holdId', 'ALREADY'],
    ]);
    // The other hold lasts until its own end.
    expect(await problems(publish(told.lead.at('2024-03-09T23:59:59Z')))).toEqual([['inspectionId', 'ON_HOLD']]);
    expect((await publish(told.who('CQC', 'INSPECTORATE_LEAD').at('2024-03-11T09:00:00Z'))).code).toBe('NOT_PERMITTED');
    expect(await stageOf(told.lead, told.id)).toMatchObject({ stage: 'SIGNED' });
    const open = await (await (await (await aNarrative()).compiled()).freeze()).readyToSign();
    await open.sign('OFSTED', 'CQC');
    expect((await open.lead.send('publishLetter', { inspectionId: open.id })).code).toBe('WRONG_STATE');
  });

  it('is published once, and read by everybody', async () => {
    const addressees = [{ name: 'Ann Reed', role: 'Director of Children’s Services' }];
    const lead = told.lead.at('2024-03-11T09:00:00Z');
    const twice = await Promise.all([publish(lead, { addressees }), publish(lead, { addressees })]);
    expect(twice.map(({ code, problems: found }) => [code, found])).toEqual(
      expect.arrayContaining([
        [null, []],
        ['WRONG_STATE', []],
      ]),
    );
    expect(await stageOf(told.lead, told.id)).toMatchObject({ stage: 'PUBLISHED' });
    const everybody = thePublic('2024-03-11T10:00:00Z');
    const letter = await seenLetter(everybody, told.id);
    expect(letter).toMatchObject({
      version: 1,
      addressees,
      publishedAt: expect.stringMatching(/^2024-03-11T09:00/),
      statementComputedOn: '2024-06-18',
      statementDueOn: '2024-06-29',
    });
    expect(letter?.signatories?.map(({ role }) => role)).toEqual([
      'Director, OFSTED',
      'Director, CQC',
      'Director, HMICFRS',
    ]);
    expect(letter?.hash).toBe((await told.frozen()).hash);
    const { letters } = await everybody.read<{ letters: { nodes: { id: string }[] } }>(
      '{ letters(first: 200) { nodes { id title publishedAt } } }',
    );
    expect(letters.nodes.map(({ id }) => id)).toContain(letter?.id);
    const { signatures } = await told.lead.read<{ signatures: unknown[] }>(
      'query ($id: ID!) { signatures(inspectionId: $id) { id } }',
      { id: told.id },
    );
    expect(signatures).toHaveLength(3);
    expect(
      await everybody.read('query ($id: ID!) { inspection(id: $id) { title stage notifiedAt timetable { code } } }', {
        id: told.id,
      }),
    ).toMatchObject({ inspection: { stage: 'PUBLISHED', timetable: [] } });
  });

  it('is served as a page that needs nothing but itself', async () => {
    const letter = await seenLetter(thePublic('2024-03-12T10:00:00Z'), told.id);
    const found = await page(letter?.path ?? '');
    expect(found.status).toBe(200);
    expect(found.text).toBe(letter?.html);
    const style = /<style>([\s\S]*?)<\/style>/.exec(found.text)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(found.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    });
    const etag = String(found.headers['etag']);
    const again = await page(letter?.path ?? '', undefined, { 'if-none-match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await page(`/letters/${letter?.id ?? ''}`)).text).toBe(found.text);
    const statements = lettersText(found.text).flatMap((section) => section.statements);
    expect(statements).toEqual([
      'Leaders know their services well. They act on what they learn about local children.',
      'The timeliness of health assessments.',
      'Social workers visit children at home and write down what they say.',
      'Officers share concerns on the day on which they arise.',
    ]);
    for (const words of ['Ann Reed', 'Director, CQC', '29 June 2024', 'is 18 June 2024', '11 March 2024'])
      expect(found.text).toContain(words);
  });

  it('answers alike for a letter that is unpublished, absent or no letter at all', async () => {
    const own = await (await (await aNarrative()).compiled()).signed();
    await own.lead.do('recordReceipt', { inspectionId: own.id });
    const copy = await seenLetter(own.lead, own.id);
    const uuid = copy?.id.replace('Letter.', '') ?? '';
    const answers = await Promise.all(
      [
        `/letters/${uuid}`,
        '/letters/00000000-0000-4000-8000-000000000000',
        '/letters/nonsense',
        `/letters/${own.id}`,
      ].map((path) => page(path)),
    );
    const told_ = answers.map(({ status, text, headers }) => [
      status,
      text,
      headers['content-security-policy'],
      headers['cache-control'],
    ]);
    expect(new Set(told_.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    const faults: string[] = [];
    parse(answers[0]?.text ?? '', { onParseError: ({ code }) => faults.push(code) });
    expect(faults).toEqual([]);
    // Its lead's own sign-in opens no more here: the page is the public's.
    const asLead = await page(`/letters/${uuid}`, undefined, { authorization: `Bearer ${own.lead.token ?? ''}` });
    expect(asLead.status).toBe(404);
    // Opened again, the copy is called back, and with it what it was read by.
    await own.lead.do('reopenDrafting', { inspectionId: own.id });
    expect(await seenLetter(own.inspection.agency('LOCAL_AUTHORITY').coordinator.client, own.id)).toBeNull();
    await own.signed();
    await own.lead.do('recordReceipt', { inspectionId: own.id });
    expect(await seenLetter(own.lead, own.id)).toMatchObject({ version: 2, publishedAt: null });
  });
});
