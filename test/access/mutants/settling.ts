import type pg from 'pg';
import type { StandingRows } from './standing-rows.js';
import type { Try } from './probing.js';
import { told } from './text.js';

/**
 * What stands has to be what auth.rebuild() finds from the facts alone, after each act; and whatever order rows are
 * settled in, they come to stand alike.
 */
const FUNCTION = `
  CREATE OR REPLACE FUNCTION probes.is_settled(principal text, happened text, acts text[], word text, settle text[], again text[]) RETURNS boolean LANGUAGE plpgsql AS $settled$
  DECLARE act text; before text; after text;
  BEGIN
    BEGIN
      PERFORM set_config('app.user_id', principal, true), set_config('app.now', happened, true);
      FOREACH act IN ARRAY acts LOOP EXECUTE act; END LOOP;
      FOREACH act IN ARRAY settle LOOP EXECUTE act; END LOOP;
      EXECUTE word INTO before;
      FOREACH act IN ARRAY again LOOP EXECUTE act; END LOOP;
      EXECUTE word INTO after;
      RAISE EXCEPTION USING ERRCODE = 'JIP00';
    EXCEPTION
      WHEN SQLSTATE 'JIP00' THEN RETURN before = after;
      WHEN OTHERS THEN RETURN true;
    END;
  END $settled$`;

/** Statements that settle rows before what stands is noted, and others after which it must still stand so. */
export interface Order {
  readonly settle: readonly string[];
  readonly again: readonly string[];
}

export interface Act {
  readonly principal: string;
  readonly acts: readonly string[];
  readonly text: string;
}

/** What people do in the probes, each once. */
export class Settling {
  private readonly acts: readonly Act[];
  /** Acts that no user does, after which rows stand otherwise without a mutant too. */
  private readonly known = new Set<Act>();

  constructor(
    tries: readonly Try[],
    principalOf: (one: Try) => string,
    private readonly happened: string,
  ) {
    const different = new Map<string, Act>();
    for (const one of tries) {
      const acts =
        one.expected === 'done' ? [...one.given, ...one.does] : typeof one.expected === 'object' ? one.given : [];
      const text = acts.join('; ');
      if (acts.length > 0 && !different.has(text)) different.set(text, { principal: principalOf(one), acts, text });
    }
    this.acts = [...different.values()];
  }

  static async install(db: pg.Client): Promise<void> {
    await db.query(FUNCTION);
  }

  /** The first act that leaves rows otherwise than they would be rebuilt. */
  async unsettled(db: pg.Client, near: RegExp, rows: StandingRows, order: Order): Promise<Act | null> {
    for (const act of this.acts)
      if (near.test(act.text) && !this.known.has(act) && !(await this.isSettled(db, act, rows, order))) return act;
    return null;
  }

  /** Whether it does so without a mutant too. */
  async isKnown(db: pg.Client, act: Act, rows: StandingRows, order: Order): Promise<boolean> {
    if (await this.isSettled(db, act, rows, order)) return false;
    this.known.add(act);
    return true;
  }

  private async isSettled(
    db: pg.Client,
    { principal, acts }: Act,
    rows: StandingRows,
    { settle, again }: Order,
  ): Promise<boolean> {
    const { rows: answers } = await db.query<{ settled: boolean }>({
      name: 'settled',
      text: 'SELECT probes.is_settled($1, $2, $3, $4, $5, $6) AS settled',
      values: [principal, this.happened, acts, rows.statement, settle, again],
    });
    return answers[0]?.settled ?? true;
  }
}

export const toldOfAct = ({ acts }: Act): string =>
  `after "${told(acts.at(-1) ?? '')}" rows stand otherwise than they are rebuilt`;
