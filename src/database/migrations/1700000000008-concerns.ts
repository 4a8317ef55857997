import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Immediate concerns; conflicts of interest by degree of sight; contradictions in a chronology. */
export class Concerns1700000000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statements of [CASES, CHRONOLOGY, INSPECTIONS, CONCERNS, CONFLICTS]) await db.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}

/** An unborn child is told apart from one whose age is not known. */
const CASES = `
  ALTER TABLE app.case_detail
    ADD COLUMN unborn boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT case_detail_unborn_has_no_age CHECK (NOT unborn OR age_years IS NULL);
  COMMENT ON COLUMN app.case_detail.age_years IS 'Null where it is not known, and of an unborn child.';`;

const CHRONOLOGY = `
  ALTER TABLE app.chronology_entry ADD COLUMN version int NOT NULL DEFAULT 1;
  -- Seen where both entries are: hence two audiences.
  CREATE TABLE app.chronology_contradiction (
    entry_id uuid NOT NULL REFERENCES app.chronology_entry ON DELETE CASCADE,
    other_id uuid NOT NULL REFERENCES app.chronology_entry ON DELETE CASCADE,
    inspection_id uuid NOT NULL,
    -- Owner of the entry whose author flagged it.
    owner text NOT NULL,
    flagged_by uuid NOT NULL,
    flagged_at timestamptz NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0,
    other_audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (entry_id, other_id),
    CHECK (entry_id <> other_id)
  );
  CREATE INDEX chronology_contradiction_other ON app.chronology_contradiction (other_id);`;

/** What a person should look at again about a date; one inspectorate lead for each inspectorate at a time. */
const INSPECTIONS = `
  ALTER TABLE app.timetable_entry ADD COLUMN warnings jsonb NOT NULL DEFAULT '[]';
  CREATE UNIQUE INDEX assignment_one_inspectorate_lead ON app.assignment (inspection_id, inspectorate)
    WHERE role = 'INSPECTORATE_LEAD' AND ended_at IS NULL;`;

/**
 * A child at immediate risk: what was typed, to whom it went, and each step with time and name. Names stand in the
 * row because receiver and team know nothing else of one another.
 */
const CONCERNS = `
  CREATE TABLE app.immediate_concern (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES app.inspection,
    -- The authority where the child lives; it need take no part in the inspection.
    receiver_id uuid NOT NULL REFERENCES app.organisation,
    case_id uuid,
    words text NOT NULL,
    state text NOT NULL DEFAULT 'RAISED' CHECK (state IN ('RAISED', 'ACKNOWLEDGED', 'ACTED_ON', 'CLOSED')),
    raised_by uuid NOT NULL REFERENCES app.app_user,
    raised_at timestamptz NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    FOREIGN KEY (case_id, inspection_id) REFERENCES app.case_file (id, inspection_id)
  );
  CREATE INDEX immediate_concern_feed ON app.immediate_concern (audience_id, raised_at DESC, id DESC);
  CREATE INDEX immediate_concern_inspection ON app.immediate_concern (inspection_id, raised_at DESC, id DESC);
  -- Append only.
  CREATE TABLE app.immediate_concern_step (
    id uuid PRIMARY KEY,
    concern_id uuid NOT NULL REFERENCES app.immediate_concern,
    inspection_id uuid NOT NULL,
    receiver_id uuid NOT NULL,
    raised_by uuid NOT NULL,
    step text NOT NULL CHECK (step IN ('RAISED', 'ACKNOWLEDGED', 'ACTED_ON', 'CLOSED')),
    at timestamptz NOT NULL,
    by_user uuid NOT NULL,
    by_name text NOT NULL,
    by_organisation text NOT NULL,
    words text,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    UNIQUE (concern_id, step)
  );`;

/** A conflict in two tables by degree of sight: that there is one, and what it is. */
const CONFLICTS = `  ALTER TABLE app.conflict_of_interest
    ADD COLUMN inspectorate text NOT NULL REFERENCES app.organisation (inspectorate),
    -- The case itself is hidden from him whom the conflict concerns.
    ADD COLUMN case_code text,
    ADD COLUMN audience_id bigint NOT NULL DEFAULT 0,
    ADD FOREIGN KEY (case_id) REFERENCES app.case_file (id),
    ADD CHECK ((case_id IS NULL) = (case_code IS NULL)),
    ADD CHECK (num_nulls(lifted_at, lifted_by, lift_reason) IN (0, 3)),
    ADD CHECK (lifted_by <> user_id);
  CREATE UNIQUE INDEX conflict_of_interest_once ON app.conflict_of_interest (user_id, coalesce(organisation_id, case_id))
    WHERE lifted_at IS NULL;
  CREATE TABLE app.conflict_notice (
    conflict_id uuid PRIMARY KEY REFERENCES app.conflict_of_interest,
    inspectorate text NOT NULL,
    state text NOT NULL CHECK (state IN ('ACTIVE', 'LIFTED')),
    audience_id bigint NOT NULL DEFAULT 0
  );
  CREATE INDEX conflict_notice_feed ON app.conflict_notice (audience_id, state, conflict_id);`;
