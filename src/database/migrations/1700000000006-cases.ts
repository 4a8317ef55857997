import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases by their code, and who is named for them. Identity lives elsewhere. */
export class Cases1700000000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}

const TABLES = `
  CREATE TABLE app.case_file (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES app.inspection,
    -- Opaque, random, of this inspection alone.
    code text NOT NULL,
    version int NOT NULL DEFAULT 1,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    UNIQUE (inspection_id, code),
    UNIQUE (id, inspection_id)
  );
  CREATE TABLE app.case_detail (
    case_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL,
    sampling text NOT NULL CHECK (sampling IN ('TRACKED', 'SAMPLED')),
    rationale text NOT NULL,
    sibling_group text,
    journey_stage text NOT NULL,
    -- Years; null for an unborn child.
    age_years smallint CHECK (age_years BETWEEN 0 AND 25),
    agency_ids uuid[] NOT NULL,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    FOREIGN KEY (case_id, inspection_id) REFERENCES app.case_file (id, inspection_id)
  );
  CREATE INDEX case_detail_inspection ON app.case_detail (inspection_id, created_at, case_id);
  CREATE TABLE app.case_member (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    inspectorate text NOT NULL,
    assignment_id uuid NOT NULL REFERENCES app.assignment,
    named_by uuid NOT NULL,
    ended_at timestamptz,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    FOREIGN KEY (case_id, inspection_id) REFERENCES app.case_file (id, inspection_id)
  );
  CREATE UNIQUE INDEX case_member_once ON app.case_member (case_id, assignment_id) WHERE ended_at IS NULL;
  CREATE INDEX case_member_assignment ON app.case_member (assignment_id);`;
