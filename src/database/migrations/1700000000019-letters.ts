import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That there is a letter is hidden, until it is public, from whoever has a conflict with what it rests on (R10). */
export class Letters1700000000019 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE app.letter ADD COLUMN subject_ids uuid[] NOT NULL DEFAULT '{}'`);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}
