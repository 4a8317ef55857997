import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Audience 0 entitles nobody. Numbers began at 0, so that the first audience ever made was also what rows for nobody
 * carry: it is taken from that audience, whose rows are settled anew with the access rules.
 */
export class Nobody1700000000018 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE app.audience NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE app.audience_grant NO FORCE ROW LEVEL SECURITY;
      DELETE FROM app.audience_grant WHERE audience_id = 0;
      DELETE FROM app.audience WHERE id = 0;
      INSERT INTO app.audience (id, fingerprint) OVERRIDING SYSTEM VALUE VALUES (0, 'nobody');
      SELECT setval(pg_get_serial_sequence('app.audience', 'id'), (SELECT max(id) + 1 FROM app.audience), false);
      ALTER TABLE app.audience_grant ADD CONSTRAINT audience_grant_not_to_nobody CHECK (audience_id <> 0);
      ALTER TABLE app.audience_grant FORCE ROW LEVEL SECURITY;
      ALTER TABLE app.audience FORCE ROW LEVEL SECURITY;`);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}
