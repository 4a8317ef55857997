import { beforeAll, describe, expect, it } from '@jest/globals';
import { administratorOf, anInspection, aUser, type Inspected } from '../../support/an-inspection.js';
import { asSuperuser } from '../../support/break-glass.js';
import { type Client, thePublic } from '../../support/client.js';
import { said } from '../../support/findings.js';
import {
  aFiling,
  aHandler,
  eventsSeen,
  itemsSeen,
  opened,
  receiptsSeen,
  theItem,
  type AHandler,
  type SeenItem,
} from '../../support/whistleblowing.js';
import { everybodyOn, finds, officersOf, shareOf, whoOf } from './sight.js';
import { each, refused, type Attempt } from './the-rows.js';

const WORDS = 'They asked us to leave the seventeenth of May out of the chronology.';

describe('R12: a whistleblowing item is for the handlers alone, and its author has a receipt', () => {
  let inspection: Inspected;
  let handler: AHandler;
  let item: SeenItem;
  let people: Record<string, Client>;
  let receipt: string;

  beforeAll(async () => {
    inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    handler = await aHandler(inspection);
    receipt = await aFiling(inspection.agency('POLICE_FORCE').contributor.client, inspection.id, { words: WORDS });
    item = await theItem(handler.client, inspection.id);
    people = {
      ...Object.fromEntries(
        Object.entries(everybodyOn(inspection, 'OFSTED', 'CQC')).map(([name, { client }]) => [name, client]),
      ),
      ...(await officersOf('OFSTED')),
      'the planner who named him': inspection.planner,
      handler: handler.client,
    };
  });

  it('is seen by the handlers alone, as is the stream of what was done with it', async () => {
    expect(await whoOf(people, (client) => finds(client, item.id))).toEqual(['handler']);
    const reads = async (client: Client) => (await opened(client, item.id))?.words === WORDS;
    expect(await whoOf(people, reads)).toEqual(['handler']);
    const counts = async (client: Client) => (await itemsSeen(client, inspection.id)).length > 0;
    expect(await whoOf(people, counts)).toEqual(['handler']);
    const follows = async (client: Client) => (await eventsSeen(client, inspection.id)).length > 0;
    expect(await whoOf(people, follows)).toEqual(['handler']);
  });

  it('leaves its author a receipt, which nobody else has', async () => {
    const keeps = async (client: Client) => (await receiptsSeen(client)).some(({ code }) => code === receipt);
    expect(await whoOf(people, keeps)).toEqual(['POLICE_FORCE contributor']);
  });

  it('is handled by nobody else: to each it is not there', async () => {
    const take = { itemId: item.id, version: item.version, step: 'TAKEN_IN_HAND' };
    const others = Object.entries(people).filter(([name]) => name !== 'handler');
    const attempts = Object.fromEntries(
      others.map(([name, client]): [string, Attempt] => [name, [client, 'handleWhistleblowing', take]]),
    );
    expect(await refused(inspection, attempts)).toEqual(each(attempts, 'NOT_FOUND'));
    await handler.client.do('handleWhistleblowing', take);
  });

  it('is not cited or shared, by a handler who writes on the inspection either', async () => {
    const writer = inspection.member('OFSTED', 'INSPECTOR');
    await aHandler(inspection, writer);
    expect(await finds(writer.client, item.id)).toBe(true);
    const evidenceId = item.id.replace('WhistleblowingItem', 'Evidence');
    const cite = { inspectionId: inspection.id, ...said('OFSTED'), citations: [{ evidenceId }] };
    expect(
      await refused(inspection, {
        cited: [writer.client, 'draftFinding', cite],
        shared: [writer.client, 'shareEvidence', shareOf('OFSTED', evidenceId, 'CQC')],
      }),
    ).toEqual({ cited: 'citations.0.evidenceId: UNKNOWN_ID', shared: 'NOT_FOUND' });
  });

  it('has handlers whom the leading inspectorate’s planner names, none of them a lead or himself', async () => {
    const person = await aUser(await administratorOf('OFSTED'), 'OFSTED');
    const name = (userId: string) => ({ inspectionId: inspection.id, userId });
    const end = { handlerId: handler.handlerId };
    const planner = await aUser(await administratorOf('OFSTED'), 'OFSTED', ['PLANNER']);
    const by = (client: Client, userId = person.userId): Attempt => [client, 'nameWhistleblowingHandler', name(userId)];
    expect(
      await refused(inspection, {
        'another planner': by(inspection.plannerOf('CQC')),
        'the lead': by(inspection.lead.client),
        'a handler': by(handler.client),
        'an administrator': by(await administratorOf('OFSTED')),
        'the public': by(thePublic('2024-03-04T09:00:00Z')),
        'the planner himself': by(planner.client, planner.userId),
        'the lead as handler': by(inspection.planner, inspection.lead.userId),
        'an inspectorate lead as handler': by(
          inspection.planner,
          inspection.member('OFSTED', 'INSPECTORATE_LEAD').userId,
        ),
        'of another inspectorate': by(inspection.planner, inspection.member('CQC', 'ANALYST').userId),
        'ended by another planner': [inspection.plannerOf('CQC'), 'endWhistleblowingHandler', end],
        'ended by himself': [handler.client, 'endWhistleblowingHandler', end],
      }),
    ).toEqual({
      'another planner': 'NOT_PERMITTED',
      'the lead': 'NOT_PERMITTED',
      'a handler': 'NOT_PERMITTED',
      'an administrator': 'NOT_FOUND',
      'the public': 'NOT_SIGNED_IN',
      'the planner himself': 'NOT_PERMITTED',
      'the lead as handler': 'userId: LEADS_HERE',
      'an inspectorate lead as handler': 'userId: LEADS_HERE',
      'of another inspectorate': 'userId: UNKNOWN_ID',
      'ended by another planner': 'NOT_FOUND',
      'ended by himself': 'NOT_PERMITTED',
    });
  });

  it('stands in no table of the database in clear, and in the general audit not at all', async () => {
    const found = await asSuperuser(async (db) => {
      const { rows: tables } = await db.query<{ name: string }>(
        `SELECT relname AS name FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind = 'r'`,
      );
      const holding = tables.map(
        ({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM app.${name} t WHERE strpos(t::text, $1) > 0)`,
      );
      const inClear = await db.query<{ name: string }>(holding.join(' UNION ALL '), [WORDS.slice(0, 20)]);
      const audited = await db.query<{ count: string }>(
        'SELECT count(*) FROM app.audit_event a WHERE strpos(a::text, $1) > 0',
        [item.id],
      );
      return [tables.length > 50, inClear.rows, audited.rows[0]?.count];
    });
    expect(found).toEqual([true, [], '0']);
  });
});
