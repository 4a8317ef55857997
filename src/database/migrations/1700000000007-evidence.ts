import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evidence in three tables by degree of sight, its shares, versions, caps and withdrawals (R2 to R5). */
export class Evidence1700000000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    await db.query(SHARES);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}

const TABLES = `
  -- Exists.
  CREATE TABLE app.evidence (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES app.inspection,
    owner text NOT NULL REFERENCES app.organisation (inspectorate),
    case_id uuid,
    state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'SUBMITTED', 'WITHDRAWN')),
    version int NOT NULL DEFAULT 1,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    FOREIGN KEY (case_id, inspection_id) REFERENCES app.case_file (id, inspection_id),
    UNIQUE (id, inspection_id, owner)
  );
  CREATE INDEX evidence_case ON app.evidence (case_id);
  -- Summary.
  CREATE TABLE app.evidence_summary (
    evidence_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL,
    owner text NOT NULL,
    kind text NOT NULL,
    method text NOT NULL,
    marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL_SENSITIVE')),
    criterion text NOT NULL,
    created_at timestamptz NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence (id, inspection_id, owner) ON DELETE CASCADE
  );
  CREATE INDEX evidence_summary_page ON app.evidence_summary (inspection_id, created_at DESC, evidence_id DESC);
  CREATE INDEX evidence_summary_feed ON app.evidence_summary (audience_id, created_at DESC, evidence_id DESC);
  -- Whole.
  CREATE TABLE app.evidence_body (
    evidence_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL,
    owner text NOT NULL,
    author_id uuid NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    strength text NOT NULL CHECK (strength IN ('OBSERVED', 'RECORD', 'SAID', 'DATA', 'DOCUMENT')),
    personal_data text NOT NULL CHECK (personal_data IN ('NONE', 'PERSONAL', 'SPECIAL_CATEGORY', 'CRIMINAL_OFFENCE')),
    source_agency_id uuid REFERENCES app.organisation,
    -- Agencies that the source speaks of: perception, which cannot stand alone.
    spoken_of_ids uuid[] NOT NULL DEFAULT '{}',
    occurred_from date,
    occurred_to date,
    submitted_at timestamptz,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    CHECK (occurred_to IS NULL OR occurred_from <= occurred_to),
    FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence (id, inspection_id, owner) ON DELETE CASCADE
  );
  CREATE TABLE app.evidence_version (
    evidence_id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    owner text NOT NULL,
    version int NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    reason text NOT NULL,
    superseded_at timestamptz NOT NULL,
    superseded_by uuid NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (evidence_id, version),
    FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence (id, inspection_id, owner) ON DELETE CASCADE
  );
  CREATE TABLE app.evidence_withdrawal (
    evidence_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL,
    owner text NOT NULL,
    title text NOT NULL,
    reason text NOT NULL,
    withdrawn_at timestamptz NOT NULL,
    withdrawn_by uuid NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence (id, inspection_id, owner)
  );
  CREATE TABLE app.chronology_entry (
    id uuid PRIMARY KEY,
    evidence_id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    owner text NOT NULL,
    case_id uuid NOT NULL,
    happened_on date NOT NULL,
    -- The agency that knew or acted.
    agency_id uuid REFERENCES app.organisation,
    words text NOT NULL,
    author_id uuid NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence (id, inspection_id, owner) ON DELETE CASCADE,
    FOREIGN KEY (case_id, inspection_id) REFERENCES app.case_file (id, inspection_id)
  );
  CREATE INDEX chronology_entry_case ON app.chronology_entry (case_id, happened_on, id);
  CREATE INDEX chronology_entry_evidence ON app.chronology_entry (evidence_id);`;

const SHARES = `
  -- The widest form in which an item may be shared, by recipient: what release() answered at the last write (R4).
  CREATE TABLE app.evidence_cap (
    evidence_id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    owner text NOT NULL,
    recipient text NOT NULL,
    form text NOT NULL CHECK (form IN ('WHOLE', 'SUMMARY', 'NOTHING')),
    gateway text NOT NULL,
    why text NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (evidence_id, recipient),
    FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence (id, inspection_id, owner) ON DELETE CASCADE
  );
  CREATE TABLE app.evidence_share (
    id uuid PRIMARY KEY,
    evidence_id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    owner text NOT NULL,
    recipient text NOT NULL REFERENCES app.organisation (inspectorate),
    -- One person's assignment on the team of the recipient inspectorate, or null for its whole team.
    recipient_assignment_id uuid REFERENCES app.assignment,
    form text NOT NULL CHECK (form IN ('WHOLE', 'SUMMARY')),
    gateway text NOT NULL,
    purpose text NOT NULL,
    starts_at timestamptz NOT NULL,
    -- Null: the inspection's end.
    ends_at timestamptz CHECK (ends_at > starts_at),
    shared_by uuid NOT NULL,
    shared_at timestamptz NOT NULL,
    revoked_at timestamptz,
    revoked_by uuid,
    revoke_reason text,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    CHECK (recipient <> owner),
    -- No share begins before it is made: it would give versions that were superseded before it (R3).
    CONSTRAINT share_start CHECK (starts_at >= shared_at),
    FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence (id, inspection_id, owner),
    UNIQUE (id, evidence_id, inspection_id, owner)
  );
  CREATE INDEX evidence_share_evidence ON app.evidence_share (evidence_id);
  CREATE TABLE app.evidence_share_text (
    share_id uuid PRIMARY KEY,
    evidence_id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    owner text NOT NULL,
    title text NOT NULL,
    summary text NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    FOREIGN KEY (share_id, evidence_id, inspection_id, owner)
      REFERENCES app.evidence_share (id, evidence_id, inspection_id, owner)
  );`;
