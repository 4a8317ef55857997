import pg from 'pg';
import type { Answer } from './answer.js';
import { compareSets } from './compare-sql.js';
import type { Tally } from './compare.js';
import type { DatabaseUrls } from './database.js';
import { loadWithin, loadWorld, wipe } from './load-world.js';
import { movedByRebuild } from './rebuild.js';
import { sight } from './rules.js';
import { allParts, type Part } from './sql-parts.js';
import { setsOf, setsWithin, statementOfSets, type Sets } from './sql-sets.js';
import type { Id, Instant } from './world-base.js';
import type { User } from './world-people.js';
import type { World } from './world.js';

/** A database that holds one world after the other, asked under the application's login. */
export class WorldDatabase {
  private constructor(
    readonly superuser: pg.Client,
    readonly application: pg.Client,
    /** What of the rules has its tables. */
    readonly parts: readonly Part[],
    readonly missing: readonly string[],
    private readonly statement: string,
    private readonly login: string,
  ) {}

  static async open(urls: DatabaseUrls): Promise<WorldDatabase> {
    const superuser = new pg.Client({ connectionString: urls.superuser });
    const application = new pg.Client({ connectionString: urls.application });
    await Promise.all([superuser.connect(), application.connect()]);
    const readable = await readableTables(superuser);
    const parts = allParts.filter(({ table }) => readable.has(table));
    const missing = allParts.filter(({ table }) => !readable.has(table)).map(({ table }) => table);
    const login = superuser.escapeIdentifier(decodeURIComponent(new URL(urls.application).username));
    return new WorldDatabase(superuser, application, parts, missing, statementOfSets(parts), login);
  }

  async close(): Promise<void> {
    await Promise.all([this.superuser.end(), this.application.end()]);
  }

  async hold(world: World): Promise<void> {
    await this.empty();
    await loadWorld(this.superuser, world);
    const moved = await movedByRebuild(this.superuser);
    if (moved.length > 0) throw new Error(`in world ${world.seed} a rebuild places otherwise: ${moved.join(', ')}`);
  }

  empty(): Promise<void> {
    return wipe(this.superuser);
  }

  sets(user: Id, at: Instant): Promise<Sets> {
    return setsOf(this.application, this.statement, user, at);
  }

  /** All tables for one user at one instant, row by row. */
  async compare(world: World, user: User, at: Instant, tally: Tally): Promise<void> {
    const sets = await this.sets(user.id, at);
    compareSets(world, this.parts, { user: user.id, at }, memorised(world, user, at), sets, tally);
  }

  /** As `compare`, of a world that is there for this question alone; the database has to be empty, and is again. */
  async compareFor(world: World, user: User, at: Instant, tally: Tally): Promise<void> {
    await this.superuser.query('BEGIN');
    try {
      await loadWithin(this.superuser, world);
      await this.superuser.query(`SET LOCAL ROLE ${this.login}`);
      const sets = await setsWithin(this.superuser, this.statement, user.id, at);
      compareSets(world, this.parts, { user: user.id, at }, memorised(world, user, at), sets, tally);
    } finally {
      await this.superuser.query('ROLLBACK');
    }
  }
}

/** One answer for each object, however many tables show it. */
export function memorised(world: World, user: User, at: Instant): (object: Parameters<typeof sight>[2]) => Answer {
  const known = new Map<string, Answer>();
  return (object) => {
    const name = `${object.kind} ${object.key}`;
    const answer = known.get(name) ?? sight(world, user, object, at);
    known.set(name, answer);
    return answer;
  };
}

/** Tables that the application reads at all; a table that nobody may read yet is not in the rules' reach. */
async function readableTables(db: pg.Client): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ name: string }>(
    `SELECT DISTINCT tablename AS name FROM pg_policies
     WHERE schemaname = 'app' AND cmd IN ('SELECT', 'ALL') AND permissive = 'PERMISSIVE' AND 'jip_application' = ANY (roles)`,
  );
  return new Set(rows.map(({ name }) => name));
}
