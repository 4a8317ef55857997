import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Break-glass with a review for each owner (R11), and under which rule a text was opened. */
export class BreakGlass1700000000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(BREAK_GLASS);
    await db.query(OPENINGS);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}

const BREAK_GLASS = `
  -- Append only.
  CREATE TABLE app.break_glass (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES app.inspection,
    case_id uuid,
    evidence_id uuid REFERENCES app.evidence,
    asked_by uuid NOT NULL REFERENCES app.app_user,
    -- The assignment by which it was asked: what it gives ends with that.
    assignment_id uuid NOT NULL REFERENCES app.assignment,
    inspectorate text NOT NULL REFERENCES app.organisation (inspectorate),
    reason text NOT NULL,
    starts_at timestamptz NOT NULL,
    -- Exclusive.
    ends_at timestamptz NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    CONSTRAINT break_glass_target CHECK (num_nonnulls(case_id, evidence_id) = 1),
    CONSTRAINT break_glass_reason CHECK (char_length(regexp_replace(normalize(btrim(reason), NFC), '\\s+', ' ', 'g')) >= 30),
    CONSTRAINT break_glass_period CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '60 minutes'),
    FOREIGN KEY (case_id, inspection_id) REFERENCES app.case_file (id, inspection_id),
    UNIQUE (id, inspection_id)
  );
  CREATE INDEX break_glass_inspection ON app.break_glass (inspection_id, starts_at DESC, id DESC);
  CREATE INDEX break_glass_case ON app.break_glass (case_id);
  CREATE INDEX break_glass_evidence ON app.break_glass (evidence_id);
  -- One for each inspectorate that owns what was opened and was told of it.
  CREATE TABLE app.break_glass_review (
    id uuid PRIMARY KEY,
    break_glass_id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    owner text NOT NULL REFERENCES app.organisation (inspectorate),
    -- Exclusive: the end of the second working day. Past it, the review stays open.
    review_due_at timestamptz NOT NULL,
    calendar_version text NOT NULL,
    reviewed_at timestamptz,
    reviewed_by uuid REFERENCES app.app_user,
    outcome text CHECK (outcome IN ('JUSTIFIED', 'NOT_JUSTIFIED')),
    words text,
    version int NOT NULL DEFAULT 1,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    CHECK (num_nulls(reviewed_at, reviewed_by, outcome, words) IN (0, 4)),
    FOREIGN KEY (break_glass_id, inspection_id) REFERENCES app.break_glass (id, inspection_id),
    UNIQUE (break_glass_id, owner)
  );
  CREATE INDEX break_glass_review_waiting ON app.break_glass_review (audience_id, review_due_at) WHERE reviewed_at IS NULL;`;

/** Null in what was opened before this was kept. Names stand in the row: the owner's team may know nothing else of the opener. */
const OPENINGS = `
  ALTER TABLE app.opening
    ADD COLUMN owner text REFERENCES app.organisation (inspectorate),
    ADD COLUMN rule text CHECK (rule IN ('AUTHOR', 'OWN_TEAM', 'SHARE', 'BREAK_GLASS', 'RECORD_KEEPER')),
    ADD COLUMN share_id uuid REFERENCES app.evidence_share,
    ADD COLUMN break_glass_id uuid REFERENCES app.break_glass,
    ADD COLUMN by_name text,
    ADD COLUMN inspectorate text,
    ADD COLUMN subject_ids uuid[] NOT NULL DEFAULT '{}',
    ADD CHECK (share_id IS NULL OR rule = 'SHARE'),
    ADD CHECK (break_glass_id IS NULL OR rule = 'BREAK_GLASS');
  CREATE INDEX opening_inspection ON app.opening (inspection_id, at DESC, id DESC);`;
