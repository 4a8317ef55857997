import pg from 'pg';
import { administratorOf, aUser, type Inspected } from './an-inspection.js';
import type { Client } from './client.js';
import { aNarrative, stageOf, type Narrated } from './narrative.js';

export interface AHandler {
  readonly client: Client;
  readonly userId: string;
  readonly handlerId: string;
}

export interface SeenItem {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly receivedOn: string;
  readonly agency: { id: string } | null;
  readonly steps: readonly { step: string; at: string; by: string }[];
}

export interface Opened {
  readonly words: string;
  readonly receiptCode: string;
  readonly receivedAt: string;
  readonly author: { personId: string; name: string; organisation: string; contact: string | null };
  readonly notes: readonly { step: string; by: string; words: string }[];
}

export interface SeenEvent {
  readonly operation: string;
  readonly at: string;
  readonly by: { id: string } | null;
  readonly item: { id: string } | null;
  readonly handler: { id: string } | null;
}

type Of<Inspection> = Inspection & { readonly id: string; readonly planner: Client };

/** A user of the leading inspectorate, named by its planner. */
export async function aHandler(
  inspection: Of<Pick<Inspected, 'id' | 'planner'>>,
  person?: { client: Client; userId: string },
): Promise<AHandler> {
  const named = person ?? (await aUser(await administratorOf('OFSTED'), 'OFSTED', [], 'Hana Handler'));
  const { handler } = await inspection.planner.do<{ handler: { id: string } }>(
    'nameWhistleblowingHandler',
    { inspectionId: inspection.id, userId: named.userId },
    'handler { id }',
  );
  return { client: named.client, userId: named.userId, handlerId: handler.id };
}

/** The code of the receipt, which is all that an author is told. */
export async function aFiling(by: Client, inspectionId: string, more: Record<string, unknown> = {}): Promise<string> {
  const { receipt } = await by.do<{ receipt: { code: string } }>('fileWhistleblowing', {
    inspectionId,
    words: 'We were told to leave the dates out.',
    ...more,
  });
  return receipt.code;
}

export const itemsSeen = async (client: Client, id: string): Promise<SeenItem[]> =>
  (
    await client.read<{ whistleblowingItems: { nodes: SeenItem[] } }>(
      `query ($id: ID!) { whistleblowingItems(inspectionId: $id) { nodes { id state version receivedOn agency { id } steps { step at by } } } }`,
      { id },
    )
  ).whistleblowingItems.nodes;

export const opened = async (client: Client, id: string): Promise<Opened | null> =>
  (
    await client.read<{ openWhistleblowing: Opened | null }>(
      `query ($id: ID!) { openWhistleblowing(id: $id) { words receiptCode receivedAt
        author { personId name organisation contact } notes { step by words } } }`,
      { id },
    )
  ).openWhistleblowing;

export const eventsSeen = async (client: Client, id: string): Promise<SeenEvent[]> =>
  (
    await client.read<{ whistleblowingEvents: { nodes: SeenEvent[] } }>(
      `query ($id: ID!) { whistleblowingEvents(inspectionId: $id) { nodes { operation at by { id } item { id } handler { id } } } }`,
      { id },
    )
  ).whistleblowingEvents.nodes;

export const handlersSeen = async (client: Client, id: string): Promise<{ id: string; endedAt: string | null }[]> =>
  (
    await client.read<{ whistleblowingHandlers: { nodes: { id: string; endedAt: string | null }[] } }>(
      `query ($id: ID!) { whistleblowingHandlers(inspectionId: $id) { nodes { id endedAt } } }`,
      { id },
    )
  ).whistleblowingHandlers.nodes;

export const receiptsSeen = async (client: Client): Promise<{ code: string; at: string }[]> =>
  (
    await client.read<{ myWhistleblowingReceipts: { nodes: { code: string; at: string }[] } }>(
      '{ myWhistleblowingReceipts { nodes { code at } } }',
    )
  ).myWhistleblowingReceipts.nodes;

/** The one item that the handler sees of an inspection. */
export async function theItem(handler: Client, inspectionId: string): Promise<SeenItem> {
  const [item, ...others] = await itemsSeen(handler, inspectionId);
  if (item === undefined || others.length > 0) throw new Error(`${others.length} items beside the one`);
  return item;
}

/** An inspection that was published and is closed, from 5 March 2024. */
export async function aClosedInspection(before: (narrated: Narrated) => Promise<void>): Promise<Narrated> {
  const narrated = await aNarrative();
  await before(narrated);
  await (await narrated.compiled()).signed();
  await narrated.lead.do('recordReceipt', { inspectionId: narrated.id });
  await narrated.lead.do('publishLetter', { inspectionId: narrated.id });
  const { version } = await stageOf(narrated.lead, narrated.id);
  await narrated.lead.do('advanceStage', { inspectionId: narrated.id, to: 'FOLLOW_UP', version });
  await narrated.lead.do('closeInspection', { inspectionId: narrated.id });
  return narrated;
}

/** The platform's database as nobody but its administrator sees it; null where its superuser is not known here. */
export function superuserUrl(): string | null {
  const { TEST_DATABASE_SUPERUSER_URL: superuser, TEST_DATABASE_URL: application } = process.env;
  if (superuser === undefined || application === undefined) return null;
  const address = new URL(superuser);
  address.pathname = new URL(application).pathname;
  return address.toString();
}

export async function asSuperuser<Result>(work: (db: pg.Client) => Promise<Result>): Promise<Result> {
  const db = new pg.Client({ connectionString: superuserUrl() ?? '' });
  await db.connect();
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}
