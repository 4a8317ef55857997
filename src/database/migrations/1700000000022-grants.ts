import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Row security looks for a grant of a row's audience in one of the asker's circles: one probe a row. */
export class Grants1700000000022 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX audience_grant_reach ON app.audience_grant (audience_id, circle, degree) INCLUDE (starts_at, ends_at);
      DROP INDEX app.audience_grant_audience;`);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}
