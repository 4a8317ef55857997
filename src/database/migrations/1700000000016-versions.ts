import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What merely exists tells no version: how often a thing was changed is known to whoever sees it whole. */
export class Versions1700000000016 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const [table, whole, key] of MOVED) await db.query(move(table, whole, key));
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}

const MOVED = [
  ['inspection', 'inspection_conduct', 'inspection_id'],
  ['case_file', 'case_detail', 'case_id'],
  ['evidence', 'evidence_body', 'evidence_id'],
  ['finding', 'finding_body', 'finding_id'],
  ['contribution', 'contribution_body', 'contribution_id'],
  ['request', 'request_text', 'request_id'],
] as const;

/** Row security binds the owner too, so it is lifted for the copy and stands again in the same transaction. */
const move = (table: string, whole: string, key: string): string => `
  ALTER TABLE app.${whole} ADD COLUMN version int NOT NULL DEFAULT 1;
  ALTER TABLE app.${table} NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE app.${whole} NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE app.${whole} DISABLE TRIGGER USER;
  UPDATE app.${whole} w SET version = t.version FROM app.${table} t WHERE t.id = w.${key} AND t.version <> 1;
  ALTER TABLE app.${whole} ENABLE TRIGGER USER;
  ALTER TABLE app.${whole} FORCE ROW LEVEL SECURITY;
  ALTER TABLE app.${table} FORCE ROW LEVEL SECURITY;
  ALTER TABLE app.${table} DROP COLUMN version;`;
