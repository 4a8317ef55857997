import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type Logger } from 'typeorm';
import type { Actor } from '../../src/access/actor.js';
import { SnakeNaming } from '../../src/database/snake-naming.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { EvidenceShareEntity, EvidenceShareTextEntity } from '../../src/evidence/evidence.entity.js';
import { EvidenceRepository } from '../../src/evidence/evidence.repository.js';
import { SharePlanning } from '../../src/evidence/sharing/share-planning.service.js';
import { SharePreviewService } from '../../src/evidence/sharing/share-preview.service.js';
import { SharingRepository } from '../../src/evidence/sharing/sharing.repository.js';
import { SharingService } from '../../src/evidence/sharing.service.js';
import { InspectorateRegistry } from '../../src/inspectorates/inspectorate-registry.js';
import { inspectorates } from '../../src/inspectorates/index.js';
import { anInspection, type Inspected, type Member } from '../support/an-inspection.js';
import { inSummary, manyPieces, shares, sightOf, whole } from '../support/sharing.js';
import { sqlAs, uuidOf } from '../support/sql-as.js';

const PATIENCE_MS = 120_000;

/** The services as they are, on connections that count what is sent over them. */
describe('two hundred items', () => {
  const sent: string[] = [];
  const logger: Logger = { logQuery: (query: string) => void sent.push(query), ...silent() };
  const dataSource = new DataSource({
    type: 'postgres',
    url: process.env['TEST_DATABASE_URL'] ?? '',
    entities: [EvidenceShareEntity, EvidenceShareTextEntity],
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    logging: ['query'],
    logger,
  });
  const unitOfWork = new UnitOfWork(dataSource);
  const repository = new SharingRepository();
  const planning = new SharePlanning(repository, new InspectorateRegistry(inspectorates));
  const sharing = new SharingService(unitOfWork, new EvidenceRepository(), repository, planning);
  const previews = new SharePreviewService(repository, planning);
  let inspection: Inspected;
  let author: Member;
  let actor: Actor;

  beforeAll(async () => {
    await dataSource.initialize();
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    author = inspection.member('OFSTED', 'INSPECTOR');
    const organisationId = await sqlAs(author, '2024-03-04T09:00:00Z', async (db) => {
      const { rows } = await db.query<{ id: string }>('SELECT auth.organisation_id() AS id');
      return rows[0]?.id ?? '';
    });
    const now = new Date('2024-03-04T10:00:00Z');
    actor = {
      userId: uuidOf(author.userId),
      organisationId,
      inspectorate: 'OFSTED',
      name: 'The inspector',
      requestId: 'a-request',
      now,
    };
  }, PATIENCE_MS);
  afterAll(() => dataSource.destroy());

  const counted = async <Result>(work: () => Promise<Result>): Promise<{ result: Result; statements: number }> => {
    sent.length = 0;
    const result = await work();
    return { result, statements: sent.length };
  };

  it(
    'are previewed, shared and revoked in as many statements as two are',
    async () => {
      const counts: number[][] = [];
      for (const size of [2, 200]) {
        const ids = await manyPieces(author, inspection, size);
        const items = ids.map((id, index) => (index % 2 === 0 ? whole(id) : inSummary(id)));
        const input = shares(items, [{ wholeTeam: true }]) as never;
        const preview = await counted(() => unitOfWork.read(actor, (tx) => previews.preview(tx, input)));
        expect(preview.result.problems).toEqual([]);
        expect(preview.result.items).toHaveLength(size);
        const shared = await counted(() => sharing.shareItems(actor, input));
        expect(shared.result.shareIds).toHaveLength(2 * size);
        const reader = inspection.member('HMICFRS', 'ANALYST').client.at('2024-03-04T10:00:00Z');
        expect(await sightOf(reader, ids.at(-1) ?? '')).toBe('SUMMARY');
        const { shareIds } = shared.result;
        const revoked = await counted(() => sharing.revokeMany(actor, { shareIds, reason: 'By mistake' }));
        expect(await sightOf(reader, ids.at(-1) ?? '')).toBe('NONE');
        counts.push([preview.statements, shared.statements, revoked.statements]);
      }
      const [ofTwo, ofMany] = counts;
      expect(ofMany).toEqual(ofTwo);
      for (const count of ofMany ?? []) expect(count).toBeLessThan(20);
    },
    PATIENCE_MS,
  );
});

/** Nothing but the statements is of interest. */
function silent(): Omit<Logger, 'logQuery'> {
  const nothing = (): undefined => undefined;
  return {
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  };
}
