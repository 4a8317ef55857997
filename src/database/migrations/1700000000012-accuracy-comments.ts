import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What agencies say of the frozen text, and what they are answered (R9). */
export class AccuracyComments1700000000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}

/** Seen whole or not at all: one table each. */
const TABLES = `
  CREATE TABLE app.accuracy_comment (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    frozen_text_id uuid NOT NULL,
    frozen_paragraph_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('FACT', 'JUDGEMENT')),
    text text NOT NULL,
    proof text,
    state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'SENT')),
    -- Sent at the deadline of the window, or after it.
    late boolean NOT NULL DEFAULT false,
    drafted_by uuid NOT NULL,
    drafted_at timestamptz NOT NULL,
    sent_by uuid,
    sent_at timestamptz,
    receipt text,
    version int NOT NULL DEFAULT 1,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    CHECK ((state = 'SENT') = (sent_at IS NOT NULL AND sent_by IS NOT NULL AND receipt IS NOT NULL)),
    FOREIGN KEY (inspection_id, organisation_id) REFERENCES app.inspection_agency (inspection_id, organisation_id),
    FOREIGN KEY (frozen_text_id, inspection_id) REFERENCES app.frozen_text (id, inspection_id),
    FOREIGN KEY (frozen_paragraph_id, inspection_id) REFERENCES app.frozen_paragraph (id, inspection_id),
    UNIQUE (id, inspection_id, organisation_id)
  );
  CREATE INDEX accuracy_comment_inspection ON app.accuracy_comment (inspection_id, sent_at);
  CREATE INDEX accuracy_comment_paragraph ON app.accuracy_comment (frozen_paragraph_id);
  -- The lead's reasoned decision to consider a late comment.
  CREATE TABLE app.comment_admission (
    comment_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    reason text NOT NULL,
    admitted_by uuid NOT NULL,
    admitted_at timestamptz NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    FOREIGN KEY (comment_id, inspection_id, organisation_id) REFERENCES app.accuracy_comment (id, inspection_id, organisation_id)
  );
  CREATE TABLE app.accuracy_reply (
    comment_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    text text NOT NULL,
    decision text NOT NULL CHECK (decision IN ('CHANGED', 'NOT_CHANGED', 'NOTED')),
    state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'SENT')),
    drafted_by uuid NOT NULL,
    drafted_at timestamptz NOT NULL,
    sent_by uuid,
    sent_at timestamptz,
    version int NOT NULL DEFAULT 1,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    CHECK ((state = 'SENT') = (sent_at IS NOT NULL AND sent_by IS NOT NULL)),
    FOREIGN KEY (comment_id, inspection_id, organisation_id) REFERENCES app.accuracy_comment (id, inspection_id, organisation_id)
  );`;
