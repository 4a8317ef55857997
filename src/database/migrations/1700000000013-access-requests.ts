import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a recipient asks of the owner of an item instead of sharing it on (R3). */
export class AccessRequests1700000000013 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}

const TABLE = `
  CREATE TABLE app.access_request (
    id uuid PRIMARY KEY,
    evidence_id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    owner text NOT NULL,
    asked_by uuid NOT NULL REFERENCES app.app_user,
    -- The asker's own seat on the team.
    assignment_id uuid NOT NULL REFERENCES app.assignment,
    recipient text NOT NULL REFERENCES app.organisation (inspectorate),
    -- One person's assignment on the team of the recipient inspectorate, or null for its whole team.
    recipient_assignment_id uuid REFERENCES app.assignment,
    form text NOT NULL CHECK (form IN ('WHOLE', 'SUMMARY')),
    reason text NOT NULL,
    asked_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL CHECK (due_at > asked_at),
    calendar_version text NOT NULL,
    state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'GRANTED', 'REFUSED')),
    decided_by uuid REFERENCES app.app_user,
    decided_at timestamptz,
    decision_reason text,
    share_id uuid UNIQUE REFERENCES app.evidence_share,
    audience_id bigint NOT NULL DEFAULT 0,
    -- The audience of the item: whoever no longer sees that sees no request on it.
    item_audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    CHECK (recipient <> owner),
    CHECK ((state = 'OPEN') = (decided_at IS NULL) AND (state = 'OPEN') = (decided_by IS NULL)),
    CHECK ((state = 'GRANTED') = (share_id IS NOT NULL)),
    CHECK (CASE state WHEN 'OPEN' THEN decision_reason IS NULL WHEN 'REFUSED' THEN decision_reason IS NOT NULL ELSE true END),
    FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence (id, inspection_id, owner)
  );
  CREATE INDEX access_request_due ON app.access_request (inspection_id, due_at, id);
  CREATE INDEX access_request_evidence ON app.access_request (evidence_id);
  -- One open request by a person on an item for a recipient.
  CREATE UNIQUE INDEX access_request_open ON app.access_request (evidence_id, asked_by, recipient, recipient_assignment_id)
    NULLS NOT DISTINCT WHERE state = 'OPEN';`;
