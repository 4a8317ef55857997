import type pg from 'pg';
import { instant } from '../oracle/load-steps.js';
import type { Person } from '../oracle/world-builder-people.js';
import type { Instant } from '../oracle/world-base.js';
import { sceneNow, type Scene } from './scene.js';
import { Settling } from './settling.js';
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

/** Refused by a privilege, row security, or what a trigger or a check holds, by its code. */
const REFUSED_BY = ['42501', '23514', '23505'];

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

/** A sentence that is tried in one place of the list of all tries. */
interface Placed {
  readonly sentence: string;
  readonly one: Try;
  readonly text: string;
}

interface Wrong {
  readonly place: number;
  readonly what: string;
}

/** Probes for one scene, ready to be tried in databases that hold it. */
export class Probing {
  private readonly tries: readonly Placed[];
  readonly settling: Settling;
  /** How often a try told a mutant from the platform, by its place. */
  private readonly told = new Map<number, number>();

  constructor(
    private readonly scene: Scene,
    private readonly login: string,
    probes: readonly Probe[],
  ) {
    const all = probes.flatMap(({ tries }) => tries);
    this.settling = new Settling(all, (one) => this.principalOf(one), instant(sceneNow));
    this.tries = probes.flatMap(({ name, tries }) =>
      tries.map((one) => ({ sentence: name, one, text: [...one.given, ...one.does].join('; ') })),
    );
  }

  /** Lays all tries down where they will be tried. */
  async install(db: pg.Client): Promise<void> {
    await db.query(FUNCTION);
    await Settling.install(db);
    await db.query(
      `CREATE TABLE probes.try AS
       SELECT t.place::int, t.login, t.principal, t.happened, t.clock, ARRAY(SELECT jsonb_array_elements_text(t.given)) AS given,
         ARRAY(SELECT jsonb_array_elements_text(t.does)) AS does, t.expected
       FROM jsonb_to_recordset($1::jsonb)
         t (place int, login text, principal text, happened text, clock text, given jsonb, does jsonb, expected text)`,
      [JSON.stringify(this.tries.map(({ one }, place) => this.asked(one, place)))],
    );
    await db.query('CREATE UNIQUE INDEX ON probes.try (place); ANALYZE probes.try');
  }

  /** What comes out otherwise than the rules say, of those tries that do something which matches: the first of it. */
  async failure(db: pg.Client, near: RegExp): Promise<string | null> {
    const places = this.tries.flatMap(({ text }, place) => (near.test(text) ? [place] : []));
    // What told one mutant from the platform is likely to tell the next that is like it.
    const [wrong] = await this.wrong(
      db,
      places.sort((one, other) => this.hasTold(other) - this.hasTold(one)),
      1,
    );
    if (wrong === undefined) return null;
    this.told.set(wrong.place, this.hasTold(wrong.place) + 1);
    return wrong.what;
  }

  /** All that comes out otherwise. */
  async failures(db: pg.Client): Promise<readonly string[]> {
    return (await this.wrong(db, [...this.tries.keys()], this.tries.length)).map(({ what }) => what);
  }

  private hasTold(place: number): number {
    return this.told.get(place) ?? 0;
  }

  private async wrong(db: pg.Client, places: readonly number[], most: number): Promise<readonly Wrong[]> {
    const { rows } = await db.query<{ place: number; outcome: Outcome }>({
      name: 'probes',
      // Each is tried only once those before it have come out as they should.
      text: `SELECT place, outcome FROM (
               SELECT place, expected,
                 probes.outcome(login, principal, happened, clock, given, does, expected LIKE 'answer %') AS outcome
               FROM (SELECT t.* FROM unnest($1::int[]) WITH ORDINALITY near (place, turn) JOIN probes.try t USING (place)
                     ORDER BY near.turn OFFSET 0) in_turn
               OFFSET 0) tried
             WHERE NOT CASE expected WHEN 'refused' THEN outcome = ANY ($2) OR split_part(outcome, ' ', 2) = ANY ($3)
               ELSE outcome = expected END LIMIT $4`,
      values: [places, ['nothing'], REFUSED_BY, most],
    });
    return rows.flatMap(({ place, outcome }) => {
      const placed = this.tries[place];
      if (placed === undefined) return [];
      const { sentence, one } = placed;
      const what = `"${sentence}": ${one.as}, ${wanted(one)}, "${told(one.does.at(-1) ?? '')}": ${outcome}`;
      return [{ place, what }];
    });
  }

  private principalOf({ as }: Try): string {
    return as in LOGINS ? '' : this.scene.person(as as Person);
  }

  private asked(one: Try, place: number): object {
    const { as, at, given, does, expected } = one;
    const principal = this.principalOf(one);
    return {
      ...{
        place,
        login: LOGINS[as] ?? this.login,
        principal,
        happened: instant(sceneNow),
        clock: instant(at),
        given,
        does,
      },
      expected: typeof expected === 'object' ? `answer ${expected.answer ?? 'null'}` : expected,
    };
  }
}

const wanted = ({ expected }: Try): string =>
  typeof expected === 'object' ? `who should be told ${expected.answer ?? 'nothing'}` : `who should be ${expected}`;
