import type pg from 'pg';
import { instant } from '../oracle/load-steps.js';
import type { Person } from '../oracle/world-builder-people.js';
import type { Instant } from '../oracle/world-base.js';
import { sceneNow, type Scene } from './scene.js';
import { told } from './text.js';

/**
 * Somebody tries something under the application's role; any writer is a superuser, whom only triggers and checks hold.
 * What he does is undone again, whatever comes of it.
 */
export interface Try {
  readonly as: Person | 'nobody' | 'the publisher' | 'any writer';
  readonly at: Instant;
  /** What has happened before, at the scene's time, as a superuser does it. */
  readonly given: readonly string[];
  /** Each has to touch a row; with `answer`, the last one's value is compared instead. */
  readonly does: readonly string[];
  readonly expected: 'done' | 'refused' | { readonly answer: string | null };
}

/** A sentence of the rules, and what shows that it holds. */
export interface Probe {
  readonly name: string;
  readonly tries: readonly Try[];
}

/** What came of a try: `done`, `nothing` (no row), a refusal by its code, an answer; or a fault of the probe. */
type Outcome = string;

/** Refused by a privilege, row security, or what a trigger or a check holds. */
const REFUSALS = ['nothing', 'refused 42501', 'refused 23514', 'refused 23505'];

/** Who is no user, by the role under which he comes. */
const LOGINS: Readonly<Record<string, string | null>> = {
  nobody: null,
  'the publisher': 'jip_publisher',
  'any writer': 'none',
};

/** Does what a try says and undoes it: the exception that ends the block takes the role and the clock back too. */
const FUNCTION = `
  CREATE SCHEMA IF NOT EXISTS probes;
  CREATE OR REPLACE FUNCTION probes.outcome(login text, principal text, happened text, clock text, given text[], does text[], asks boolean)
    RETURNS text LANGUAGE plpgsql AS $outcome$
  DECLARE statement text; touched bigint; answer text; outcome text := 'done';
  BEGIN
    BEGIN
      PERFORM set_config('app.user_id', principal, true), set_config('app.now', happened, true);
      FOREACH statement IN ARRAY given LOOP EXECUTE statement; END LOOP;
      PERFORM set_config('app.user_id', principal, true), set_config('app.now', clock, true), set_config('role', login, true);
      FOR place IN 1 .. cardinality(does) LOOP
        IF asks AND place = cardinality(does) THEN
          EXECUTE does[place] INTO answer;
          outcome := 'answer ' || coalesce(answer, 'null');
        ELSE
          EXECUTE does[place];
          GET DIAGNOSTICS touched = ROW_COUNT;
          IF touched = 0 THEN outcome := 'nothing'; EXIT; END IF;
        END IF;
      END LOOP;
      RAISE EXCEPTION USING ERRCODE = 'JIP00', MESSAGE = outcome;
    EXCEPTION
      WHEN SQLSTATE 'JIP00' THEN RETURN SQLERRM;
      WHEN OTHERS THEN RETURN format('refused %s %s', SQLSTATE, SQLERRM);
    END;
  END $outcome$`;

/** Probes for one scene, ready to be tried in a database that holds it. */
export class Probing {
  constructor(
    private readonly scene: Scene,
    private readonly login: string,
    readonly probes: readonly Probe[],
  ) {}

  static async install(db: pg.Client): Promise<void> {
    await db.query(FUNCTION);
  }

  /** The first probe that finds something else than the rules say: of those that speak of some things, or of all. */
  async failure(db: pg.Client, of: readonly string[], which: 'near' | 'all'): Promise<string | null> {
    const near = this.probes.filter((probe) => speaksOf(probe, of));
    const far = which === 'near' ? [] : this.probes.filter((probe) => !near.includes(probe));
    for (const probe of [...near, ...far]) {
      const [wrong] = await this.wrong(db, probe);
      if (wrong !== undefined) return `"${probe.name}": ${wrong}`;
    }
    return null;
  }

  /** Tries of a probe that came out otherwise. */
  async wrong(db: pg.Client, { tries }: Probe): Promise<readonly string[]> {
    const outcomes = await db.query<{ outcome: Outcome }>(
      `SELECT probes.outcome(t.login, t.principal, t.happened, t.clock, ARRAY(SELECT jsonb_array_elements_text(t.given)),
         ARRAY(SELECT jsonb_array_elements_text(t.does)), t.asks) AS outcome
       FROM jsonb_to_recordset($1::jsonb) t (login text, principal text, happened text, clock text, given jsonb, does jsonb, asks boolean)`,
      [JSON.stringify(tries.map((one) => this.asked(one)))],
    );
    return tries.flatMap((one, place) => {
      const outcome = outcomes.rows[place]?.outcome ?? '';
      return isExpected(one, outcome)
        ? []
        : [`${one.as}, ${wanted(one)}, "${told(one.does.at(-1) ?? '')}": ${outcome}`];
    });
  }

  private asked({ as, at, given, does, expected }: Try): object {
    const principal = as in LOGINS ? '' : this.scene.person(as as Person);
    return {
      login: LOGINS[as] ?? this.login,
      principal,
      happened: instant(sceneNow),
      clock: instant(at),
      given,
      does,
      asks: typeof expected === 'object',
    };
  }
}

function isExpected({ expected }: Try, outcome: Outcome): boolean {
  if (typeof expected === 'object') return outcome === `answer ${expected.answer ?? 'null'}`;
  if (expected === 'done') return outcome === 'done';
  return REFUSALS.some((refusal) => outcome.startsWith(refusal));
}

const wanted = ({ expected }: Try): string =>
  typeof expected === 'object' ? `who should be told ${expected.answer ?? 'nothing'}` : `who should be ${expected}`;

function speaksOf({ tries }: Probe, of: readonly string[]): boolean {
  const text = tries.flatMap(({ does }) => does).join(' ');
  return of.some((one) => new RegExp(`\\b(app|auth)\\.${one}\\b`).test(text));
}
