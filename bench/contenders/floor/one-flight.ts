import type pg from 'pg';

/** What of pg's connection is used here: its messages to the server, which its types leave out. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  parse(message: { name: string; text: string; types: number[] }): void;
  bind(message: { portal: string; statement: string; values: readonly (string | null)[]; binary: boolean }): void;
  execute(message: { portal: string; rows: number }): void;
  sync(): void;
}

export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/** Who asks: sets the principal and the clock for what follows, and is no row where nobody is known by that name. */
const PRINCIPAL: Prepared = {
  name: 'principal',
  text: `SELECT set_config('app.user_id', i.user_id::text, true), set_config('app.now', $3, true) FROM auth.identify($1, $2) i`,
};

const prepared = new WeakMap<Wire, Set<string>>();

/**
 * The principal and one statement sent together with one Sync: one flight, and one transaction without being told.
 * pg calls what the server answers; the answer is the first column of the last row.
 */
export class OneFlight {
  private rows: string[] = [];
  private commands = 0;
  private isKnown = false;
  private failure: Error | null = null;

  constructor(
    private readonly principal: readonly [issuer: string, subject: string, now: string],
    private readonly statement: Prepared,
    private readonly values: readonly (string | null)[],
    private readonly done: (failure: Error | null, json: string | null) => void,
  ) {}

  submit(wire: Wire): null {
    const names = prepared.get(wire) ?? new Set<string>();
    prepared.set(wire, names);
    wire.stream.cork();
    this.send(wire, names, PRINCIPAL, this.principal);
    this.send(wire, names, this.statement, this.values);
    wire.sync();
    wire.stream.uncork();
    return null;
  }

  handleRowDescription(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}

  handleDataRow({ fields }: { fields: string[] }): void {
    if (this.commands === 0) this.isKnown = true;
    else this.rows = fields;
  }

  handleCommandComplete(): void {
    this.commands += 1;
  }

  handleError(error: Error): void {
    this.failure = error;
  }

  handleReadyForQuery(): void {
    this.done(this.failure, this.isKnown ? (this.rows[0] ?? null) : null);
  }

  private send(wire: Wire, names: Set<string>, { name, text }: Prepared, values: readonly (string | null)[]): void {
    if (!names.has(name)) wire.parse({ name, text, types: [] });
    names.add(name);
    wire.bind({ portal: '', statement: name, values, binary: false });
    wire.execute({ portal: '', rows: 0 });
  }
}

export function oneFlight(
  pool: pg.Pool,
  principal: readonly [issuer: string, subject: string, now: string],
  statement: Prepared,
  values: readonly (string | null)[],
): Promise<string | null> {
  return new Promise((resolve, reject) => {
    pool.connect((failure, client, release) => {
      if (failure !== undefined || client === undefined) {
        reject(failure ?? new Error('no connection'));
        return;
      }
      const flight = new OneFlight(principal, statement, values, (error, json) => {
        release();
        if (error === null) resolve(json);
        else reject(error);
      });
      client.query(flight as unknown as pg.Submittable);
    });
  });
}
