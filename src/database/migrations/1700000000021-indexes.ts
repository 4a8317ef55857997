import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a page, a settling of audiences and the people known need at a million items; measured by `npm run scale`. */
export class Indexes1700000000021 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX evidence_share_text_evidence ON app.evidence_share_text (evidence_id);
      CREATE INDEX case_member_case ON app.case_member (case_id);
      CREATE INDEX assignment_audience ON app.assignment (audience_id);
      CREATE INDEX evidence_inspection ON app.evidence (inspection_id);
      -- It led the planner to read all that a person sees on every inspection and to sort that.
      DROP INDEX app.evidence_summary_feed;`);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}
