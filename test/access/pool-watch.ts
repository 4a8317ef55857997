import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';

/** What goes wrong in the database for an item whose title says so. */
export const MISHAPS = ['error', 'time-out', 'failed commit', 'killed', 'killed at commit'] as const;
export type Mishap = (typeof MISHAPS)[number];

/**
 * In a database of the test's own: whoever signs in notes which principal his connection was left with by the one
 * before, and titles make their writers' transactions fail. The messages quote the title, as PostgreSQL's do.
 */
const WATCH = `
  CREATE SCHEMA watch;
  CREATE TABLE watch.found (pid integer NOT NULL, user_id text NOT NULL);

  ALTER FUNCTION auth.identify(text, text) RENAME TO identify_as_shipped;
  CREATE FUNCTION auth.identify(of_issuer text, of_subject text)
    RETURNS TABLE (user_id uuid, organisation_id uuid, organisation_code text, inspectorate text, name text)
    LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      INSERT INTO watch.found VALUES (pg_backend_pid(), coalesce(current_setting('app.user_id', true), ''));
      RETURN QUERY SELECT * FROM auth.identify_as_shipped(of_issuer, of_subject);
    END $$;

  CREATE FUNCTION watch.at_once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      IF NEW.title LIKE '%[error]' THEN RAISE EXCEPTION 'not this one: %', NEW.title; END IF;
      IF NEW.title LIKE '%[time-out]' THEN PERFORM set_config('statement_timeout', '20', true); END IF;
      IF NEW.title LIKE '%[killed]' THEN PERFORM pg_terminate_backend(pg_backend_pid()), pg_sleep(1); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER watch BEFORE INSERT ON app.evidence_body FOR EACH ROW EXECUTE FUNCTION watch.at_once();

  CREATE FUNCTION watch.later() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      IF current_setting('statement_timeout') = '20ms' THEN PERFORM pg_sleep(2); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER watch BEFORE INSERT ON app.audit_event FOR EACH ROW EXECUTE FUNCTION watch.later();

  CREATE FUNCTION watch.at_commit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      IF NEW.title LIKE '%[failed commit]' THEN RAISE EXCEPTION 'not this one: %', NEW.title; END IF;
      IF NEW.title LIKE '%[killed at commit]' THEN PERFORM pg_terminate_backend(pg_backend_pid()), pg_sleep(1); END IF;
      RETURN NULL;
    END $$;
  CREATE CONSTRAINT TRIGGER watch_commit AFTER INSERT ON app.evidence_body DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION watch.at_commit();`;

export interface Left {
  /** How often a connection was looked at as it came out of the pool, and how many connections there were. */
  readonly looks: number;
  readonly connections: number;
  /** How often somebody's principal was still on it. */
  readonly principals: number;
  /** Connections with a transaction open, now. */
  readonly open: number;
}

/** The superuser's own connection to a database that is watched. */
export class Watch {
  private constructor(private readonly db: pg.Client) {}

  static async over(superuserUrl: string): Promise<Watch> {
    const db = new pg.Client({ connectionString: superuserUrl });
    db.on('error', () => undefined);
    await db.connect();
    await db.query(WATCH);
    return new Watch(db);
  }

  async left(): Promise<Left> {
    const { rows } = await this.db.query<Left>(
      `SELECT count(*)::int AS looks, count(DISTINCT pid)::int AS connections,
         count(*) FILTER (WHERE user_id <> '')::int AS principals,
         (SELECT count(*)::int FROM pg_stat_activity a WHERE a.usename = 'jip_app_login' AND a.xact_start IS NOT NULL) AS open
       FROM watch.found`,
    );
    const [left] = rows;
    if (left === undefined) throw new Error('the watch says nothing');
    return left;
  }

  /** Cancels what one of the platform's connections does, or ends the connection, whichever is busy. */
  async strike(how: 'pg_cancel_backend' | 'pg_terminate_backend'): Promise<boolean> {
    const { rowCount } = await this.db.query(
      `SELECT ${how}(pid) FROM (SELECT pid FROM pg_stat_activity
         WHERE usename = 'jip_app_login' AND state <> 'idle' ORDER BY random() LIMIT 1) busy`,
    );
    return rowCount === 1;
  }

  /** Keeps everybody from writing in an inspection, so that writers use the connections up. */
  async shut(inspectionId: string): Promise<void> {
    await this.db.query('SELECT pg_advisory_lock(hashtextextended($1, 1))', [inspectionId]);
  }
  async open(inspectionId: string): Promise<void> {
    await this.db.query('SELECT pg_advisory_unlock(hashtextextended($1, 1))', [inspectionId]);
  }

  end(): Promise<void> {
    return this.db.end();
  }
}

/**
 * A copy of the built program in which a principal stays on its connection, nobody takes his place who is not signed in,
 * and errors are logged with their messages: what the test must find.
 */
export function faultyProgram(): { readonly path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'jip-faulty-'));
  const path = join(folder, 'dist');
  cpSync('dist', path, { recursive: true });
  cpSync('package.json', join(folder, 'package.json'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const change = (file: string, from: string, to: string): void => {
    const text = readFileSync(join(path, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no "${from}" now: plant the fault anew`);
    writeFileSync(join(path, file), text.replace(from, to));
  };
  const unit = join('database', 'unit-of-work.js');
  change(unit, `set_config('app.user_id', $1, true)`, `set_config('app.user_id', $1, false)`);
  change(
    unit,
    "actor.userId ?? ''",
    `actor.userId ?? (await runner.query("SELECT current_setting('app.user_id', true) AS id"))[0].id ?? ''`,
  );
  change(join('api', 'format-error.js'), '...whatMayBeLogged(cause)', 'cause: String(cause)');
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
