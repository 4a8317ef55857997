import pg from 'pg';
import type { Member } from '../../support/an-inspection.js';
import { url } from '../../support/client.js';
import { uuidOf } from '../../support/sql-as.js';
import { expressionsOf, operationOf, sightOf, tellingOf, type LookName, type Sight, type Thing } from './looks.js';

/** Somebody who looks again and again at a thing. */
export interface Reader {
  readonly by: 'API' | 'SQL';
  /** One answer, begun at the call. */
  read(): Promise<Sight>;
}

type Who = Pick<Member, 'client' | 'userId'>;

/** Makes the readers of a race; faults are planted by making others. */
export interface Readers {
  api(who: Who, looks: readonly LookName[], thing: Thing): Promise<Reader>;
  sql(who: Who, looks: readonly LookName[], thing: Thing, place: number): Promise<Reader>;
}

interface Body {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

export function apiReader(who: Who, looks: readonly LookName[], thing: Thing): Reader {
  const body = JSON.stringify({ query: operationOf(looks), variables: variablesOf(looks, thing) });
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${who.client.token ?? ''}`,
    'x-app-now': who.client.now ?? '',
  };
  const read = async (): Promise<Sight> => {
    const response = await fetch(`${url()}/graphql`, { method: 'POST', headers, body });
    const text = await response.text();
    const { data, errors } = JSON.parse(text) as Body;
    // Who is suspended is nobody here any more. Any other error would make a reader blind who should see.
    if (errors !== undefined && errors[0]?.extensions?.code !== 'NOT_SIGNED_IN') throw new Error(text);
    const signs = tellingOf(looks, thing, data ?? null);
    return sightOf(text.includes(thing.words) ? [...signs, true] : signs);
  };
  return { by: 'API', read };
}

function variablesOf(looks: readonly LookName[], thing: Thing): Partial<Thing> {
  const asked = operationOf(looks);
  return Object.fromEntries(Object.entries(thing).filter(([name]) => asked.includes(`$${name}:`)));
}

/** Connections under the application's role, past the platform: what row security itself holds. */
export class SqlReaders {
  private readonly clients = new Map<number, Promise<pg.Client>>();

  constructor(private readonly applicationUrl: string) {}

  /** Reads from one snapshot of several statements and from one statement alone, in turn. */
  async reader(who: Who, looks: readonly LookName[], thing: Thing, place: number): Promise<Reader> {
    const db = await this.client(place);
    const expressions = expressionsOf(looks, thing);
    let turn = 0;
    const read = async (): Promise<Sight> => {
      turn += 1;
      await begin(db, who, turn % 2 === 0 ? 'REPEATABLE READ' : 'READ COMMITTED');
      const signs = turn % 2 === 0 ? await oneByOne(db, expressions) : await atOnce(db, expressions);
      await db.query('COMMIT');
      return sightOf(signs);
    };
    return { by: 'SQL', read };
  }

  /** As many as there are places: a reader's own. */
  client(place: number): Promise<pg.Client> {
    const client = this.clients.get(place) ?? connected(this.applicationUrl);
    this.clients.set(place, client);
    return client;
  }

  async end(): Promise<void> {
    for (const client of this.clients.values()) await (await client).end();
  }
}

async function connected(applicationUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: applicationUrl });
  // A connection that breaks makes the statement at hand fail, which is told there.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

export async function begin(
  db: pg.Client,
  who: Who,
  isolation: 'REPEATABLE READ' | 'READ COMMITTED' = 'READ COMMITTED',
): Promise<void> {
  await db.query(`BEGIN ISOLATION LEVEL ${isolation}`);
  await db.query(`SELECT set_config('app.user_id', $1, true), set_config('app.now', $2, true)`, [
    uuidOf(who.userId),
    who.client.now,
  ]);
}

export async function oneByOne(db: pg.Client, expressions: readonly string[]): Promise<boolean[]> {
  const signs: boolean[] = [];
  for (const expression of expressions) signs.push(...(await atOnce(db, [expression])));
  return signs;
}

export async function atOnce(db: pg.Client, expressions: readonly string[]): Promise<boolean[]> {
  const { rows } = await db.query<{ signs: boolean[] }>(`SELECT ARRAY[${expressions.join(', ')}] AS signs`);
  return rows[0]?.signs ?? [];
}

export const readersOf = (sql: SqlReaders): Readers => ({
  api: async (who, looks, thing) => apiReader(who, looks, thing),
  sql: (who, looks, thing, place) => sql.reader(who, looks, thing, place),
});
