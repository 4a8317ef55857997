import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CASE_ADDITIONS } from './support/case-additions.js';
import { CONCERNS } from './support/concerns.js';
import { CONFLICTS } from './support/conflicts.js';

/** Immediate concerns; who sees and lifts a conflict of interest; contradictions in a chronology. */
export class Concerns1700000000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statements of [CASE_ADDITIONS, CONCERNS, CONFLICTS]) await db.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}
