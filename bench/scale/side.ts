import pg from 'pg';
import type { BenchServer } from '../database.js';
import { asUser, explain, nodesOf, type PlanNode } from '../explain.js';
import { databaseOf } from '../options.js';
import { ask, RecordedPlatform, type SentStatement } from '../recorded-platform.js';
import type { SignIn } from '../sign-in.js';
import type { Asker } from './askers.js';
import { asking, type Answer, type Operation } from './operations.js';
import { ProductionPlatform } from './production-platform.js';

/** One asker with what he asks, ready to be sent again and again. */
export interface Probe {
  readonly send: () => Promise<void>;
  readonly runStatement: () => Promise<number>;
  readonly plan: PlanNode;
}

/** A database of one size with the platform on it. */
export class Side {
  private constructor(
    readonly items: number,
    private readonly production: ProductionPlatform,
    private readonly recorded: RecordedPlatform,
    private readonly application: pg.Client,
    readonly superuser: pg.Client,
    private readonly signIn: SignIn,
  ) {}

  static async open(server: BenchServer, items: number, signIn: SignIn): Promise<Side> {
    const database = databaseOf(items);
    const urls = await server.postgres.createDatabase(database);
    const production = await ProductionPlatform.start(urls, signIn);
    const recorded = await RecordedPlatform.start(urls.applicationUrl, urls.ownerUrl, signIn);
    const application = new pg.Client({ connectionString: urls.applicationUrl });
    const superuser = new pg.Client({ connectionString: server.superuserUrl(database) });
    await application.connect();
    await superuser.connect();
    return new Side(items, production, recorded, application, superuser, signIn);
  }

  async probe(operation: Operation, asker: Asker): Promise<Probe> {
    const token = await this.signIn.token(asker.issuer, asker.subject);
    const asked = asking(operation, asker);
    const first = await ask<Answer>(this.production.url, token, asked);
    if (!operation.holds(first))
      throw new Error(`${operation.name} of ${this.items} items holds too little to be measured`);
    const statements = await this.recorded.statementsOf(token, asked);
    const [statement] = statements;
    if (statement === undefined || statements.length > 1)
      throw new Error(`${operation.name} takes ${statements.length} statements`);
    return {
      send: async () => {
        await ask(this.production.url, token, asked);
      },
      runStatement: () => this.time(asker, statement),
      plan: await this.plan(asker, statement),
    };
  }

  async close(): Promise<void> {
    await this.production.stop();
    await this.recorded.stop();
    await this.application.end();
    await this.superuser.end();
  }

  private time(asker: Asker, { text, values }: SentStatement): Promise<number> {
    return asUser(this.application, asker.userId, this.now(), async () => {
      const started = performance.now();
      await this.application.query(text, [...values]);
      return performance.now() - started;
    });
  }

  /** Twice: the first fills what the session keeps, as a connection of the pool has long done. */
  private plan(asker: Asker, statement: SentStatement): Promise<PlanNode> {
    return asUser(this.application, asker.userId, this.now(), async () => {
      await explain(this.application, statement, 'ANALYZE, BUFFERS');
      return (await explain(this.application, statement, 'ANALYZE, BUFFERS')).Plan;
    });
  }

  private now(): string {
    return new Date().toISOString();
  }
}

/** Tables that a plan reads from their beginning to their end. */
export const scannedWhole = (plan: PlanNode): string[] => [
  ...new Set(
    nodesOf(plan).flatMap((node) => (node['Node Type'].includes('Seq Scan') ? [node['Relation Name'] ?? '?'] : [])),
  ),
];
