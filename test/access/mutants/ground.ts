import type pg from 'pg';
import { memorised } from '../oracle/run-world.js';
import { objectsOf } from '../oracle/objects.js';
import { atLeast } from '../oracle/answer.js';
import { instant } from '../oracle/load-steps.js';
import { allParts, type Part } from '../oracle/sql-parts.js';
import { statementOfSets } from '../oracle/sql-sets.js';
import type { Instant } from '../oracle/world-base.js';
import type { User } from '../oracle/world-people.js';
import type { World } from '../oracle/world.js';
import { readCatalogue } from './catalogue.js';
import { placing } from './functions.js';
import { StandingRows } from './standing-rows.js';

type Sets = ReadonlyMap<string, ReadonlySet<string>>;

/** One user at one instant, and what the rules let him see and write. */
interface Question {
  readonly user: User;
  readonly at: Instant;
  readonly expected: Sets;
  /** Where the unchanged platform and the rules already differ: no change is caught by it. */
  known: Sets;
  /** How often it told a mutant from the platform. */
  caught: number;
}

/** A database that holds one world, with the oracle's answers to all that is asked in it. */
export class Ground {
  private constructor(
    readonly db: pg.Client,
    readonly world: World,
    private readonly login: string,
    private readonly parts: readonly Part[],
    private readonly questions: Question[],
    readonly rows: StandingRows,
    /** Statements that settle every row anew. */
    readonly placing: readonly string[],
  ) {}

  /** `instants` says when each user is asked. */
  static async over(db: pg.Client, login: string, world: World, instants: InstantsOf): Promise<Ground> {
    const parts = await partsIn(db);
    const questions = world.users.flatMap((user, place) =>
      instants(world, place).map((at) => ({
        user,
        at,
        expected: expectedOf(world, parts, user, at),
        known: new Map(),
        caught: 0,
      })),
    );
    const ground = new Ground(
      db,
      world,
      login,
      parts,
      questions,
      await StandingRows.in(db),
      placing(await readCatalogue(db)),
    );
    await ground.noteKnown();
    return ground;
  }

  /** Differences between platform and oracle without any mutant. */
  get knownDifferences(): number {
    return this.questions.reduce(
      (sum, { known }) => sum + [...known.values()].reduce((n, keys) => n + keys.size, 0),
      0,
    );
  }

  /** The first answer that is not what the rules say, in the transaction under way; asked of some tables, or of all. */
  async difference(tables: readonly string[]): Promise<string | null> {
    const parts = this.parts.filter(({ table }) => tables.length === 0 || tables.includes(table));
    if (parts.length === 0) return null;
    this.questions.sort((one, other) => other.caught - one.caught);
    const statement = statementOfSets(parts);
    for (const question of this.questions) {
      const found = firstDifference(question, await this.ask(question, statement));
      if (found === null) continue;
      question.caught += 1;
      return `${question.user.name} ${found} at ${instant(question.at)}`;
    }
    return null;
  }

  private async noteKnown(): Promise<void> {
    const statement = statementOfSets(this.parts);
    await this.db.query('BEGIN');
    for (const question of this.questions) {
      const sets = await this.ask(question, statement);
      question.known = new Map([...sets].map(([part, keys]) => [part, apart(question.expected.get(part), keys)]));
    }
    await this.db.query('ROLLBACK');
  }

  private async ask({ user, at }: Question, statement: string): Promise<Sets> {
    await this.db.query(
      `SELECT set_config('role', $1, true), set_config('app.user_id', $2, true), set_config('app.now', $3, true)`,
      [this.login, user.id, instant(at)],
    );
    const { rows } = await this.db.query<{ part: string; keys: readonly string[] | null }>({
      name: `sets ${hashOf(statement)}`,
      text: statement,
    });
    await this.db.query(`SELECT set_config('role', 'none', true)`);
    return new Map(rows.map(({ part, keys }) => [part, new Set(keys ?? [])]));
  }
}

export type InstantsOf = (world: World, place: number) => readonly Instant[];

/** Tables that the application reads; written are those that it may update. */
async function partsIn(db: pg.Client): Promise<readonly Part[]> {
  const { rows } = await db.query<{ table: string; written: boolean }>(
    `SELECT tablename AS table, bool_or(cmd = 'UPDATE') AS written FROM pg_policies
     WHERE schemaname = 'app' AND permissive = 'PERMISSIVE' AND 'jip_application' = ANY (roles)
     GROUP BY 1 HAVING bool_or(cmd IN ('SELECT', 'ALL'))`,
  );
  const written = new Map(rows.map((row) => [row.table, row.written]));
  return allParts
    .filter(({ table }) => written.has(table))
    .map((part) => ({ ...part, written: written.get(part.table) ?? false }));
}

function expectedOf(world: World, parts: readonly Part[], user: User, at: Instant): Sets {
  const sight = memorised(world, user, at);
  const expected = new Map<string, ReadonlySet<string>>();
  for (const part of parts) {
    const objects = objectsOf(world, part.kind).map((object) => ({ key: object.key, seen: sight(object).sight }));
    const keys = (degree: Part['degree']): ReadonlySet<string> =>
      new Set(objects.filter(({ seen }) => atLeast(seen, degree)).map(({ key }) => key));
    expected.set(part.table, keys(part.degree));
    if (part.written) expected.set(`write ${part.table}`, keys('write'));
  }
  return expected;
}

function firstDifference({ expected, known }: Question, sets: Sets): string | null {
  for (const [part, keys] of sets) {
    const [key] = [...apart(expected.get(part), keys)].filter((one) => known.get(part)?.has(one) !== true);
    if (key !== undefined) return `${keys.has(key) ? 'is given' : 'is refused'} ${part} ${key}`;
  }
  return null;
}

/** What is in one and not in the other. */
function apart(some: ReadonlySet<string> = new Set(), others: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  return new Set([...[...some].filter((key) => !others.has(key)), ...[...others].filter((key) => !some.has(key))]);
}

/** Names of prepared statements are short. */
const hashes = new Map<string, number>();
function hashOf(statement: string): number {
  const known = hashes.get(statement) ?? hashes.size;
  hashes.set(statement, known);
  return known;
}
