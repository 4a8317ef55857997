import DataLoader from 'dataloader';
import { In, IsNull, type DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { Asserted } from '../token-check.js';
import { CaseFile, Citation, EvidenceShare, EvidenceShareText, Finding, Organisation } from './entities.js';

/** One request: its transaction, opened on first use under the principal, and its loaders. */
export class Reading {
  private opened: Promise<{ runner: QueryRunner; manager: EntityManager; userId: string }> | null = null;

  constructor(
    private readonly dataSource: DataSource,
    readonly userId: string,
  ) {}

  /** Null where nobody is known by that name. */
  static async of(dataSource: DataSource, { issuer, subject }: Asserted): Promise<Reading | null> {
    const [known] = await dataSource.query<{ user_id: string }[]>('SELECT user_id FROM auth.identify($1, $2)', [
      issuer,
      subject,
    ]);
    return known === undefined ? null : new Reading(dataSource, known.user_id);
  }

  async manager(): Promise<EntityManager> {
    this.opened ??= this.open();
    return (await this.opened).manager;
  }

  async end(): Promise<void> {
    if (this.opened === null) return;
    const { runner } = await this.opened;
    try {
      await runner.query('COMMIT');
    } finally {
      await runner.release();
    }
  }

  private async open(): Promise<{ runner: QueryRunner; manager: EntityManager; userId: string }> {
    const runner = this.dataSource.createQueryRunner();
    await runner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await runner.query(`SELECT set_config('app.user_id', $1, true), set_config('app.now', $2, true)`, [
      this.userId,
      new Date().toISOString(),
    ]);
    return { runner, manager: runner.manager, userId: this.userId };
  }

  /** By code; there are six, and yet who writes such a server loads them as all else. */
  readonly inspectorates = new DataLoader<string, Organisation>(async (codes) => {
    const found = await (await this.manager()).find(Organisation, { where: { inspectorate: In([...codes]) } });
    const byCode = new Map(found.map((each) => [each.inspectorate, each]));
    return codes.map((code) => byCode.get(code) ?? new Error(`no inspectorate ${code}`));
  });

  readonly organisations = new DataLoader<string, Organisation | null>(async (ids) => {
    const found = await (await this.manager()).find(Organisation, { where: { id: In([...ids]) } });
    const byId = new Map(found.map((each) => [each.id, each]));
    return ids.map((id) => byId.get(id) ?? null);
  });

  readonly cases = new DataLoader<string, CaseFile | null>(async (ids) => {
    const found = await (
      await this.manager()
    ).find(CaseFile, { where: { id: In([...ids]) }, relations: { detail: true } });
    const byId = new Map(found.map((each) => [each.id, each]));
    return ids.map((id) => byId.get(id) ?? null);
  });

  readonly shares = new DataLoader<string, EvidenceShare[]>(async (ids) => {
    const found = await (
      await this.manager()
    ).find(EvidenceShare, {
      where: { evidenceId: In([...ids]) },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
    const byItem = grouped(found, ({ evidenceId }) => evidenceId);
    return ids.map((id) => byItem.get(id) ?? []);
  });

  /** The text of the share that reaches the asker: of the newest start, then the greatest id. */
  readonly shareTexts = new DataLoader<string, EvidenceShareText | null>(async (ids) => {
    const found = await (
      await this.manager()
    ).find(EvidenceShareText, {
      where: { evidenceId: In([...ids]), share: { revokedAt: IsNull() } },
      relations: { share: true },
      order: { share: { startsAt: 'ASC', id: 'ASC' } },
    });
    const newest = new Map(found.map((each) => [each.evidenceId, each]));
    return ids.map((id) => newest.get(id) ?? null);
  });

  readonly findings = new DataLoader<string, Finding[]>(async (ids) => {
    const manager = await this.manager();
    const citations = await manager.find(Citation, { where: { evidenceId: In([...ids]) } });
    if (citations.length === 0) return ids.map(() => []);
    const found = await manager.find(Finding, {
      where: { id: In([...new Set(citations.map(({ findingId }) => findingId))]) },
      relations: { body: true },
      order: { owner: 'ASC', id: 'ASC' },
    });
    const citedBy = grouped(citations, ({ evidenceId }) => evidenceId);
    return ids.map((id) => {
      const citing = new Set(citedBy.get(id)?.map(({ findingId }) => findingId));
      return found.filter((finding) => citing.has(finding.id));
    });
  });
}

function grouped<Each>(all: readonly Each[], keyOf: (each: Each) => string): Map<string, Each[]> {
  const groups = new Map<string, Each[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group === undefined) groups.set(keyOf(each), [each]);
    else group.push(each);
  }
  return groups;
}
