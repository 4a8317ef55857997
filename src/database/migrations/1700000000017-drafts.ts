import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts left after closing are looked for every hour: by these, however much evidence there is. */
export class Drafts1700000000017 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of [
      'evidence',
      'finding',
      'request',
      'submission',
      'accuracy_comment',
      'accuracy_reply',
      'contribution',
    ])
      await db.query(`CREATE INDEX ${table}_draft ON app.${table} (inspection_id) WHERE state = 'DRAFT'`);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}
