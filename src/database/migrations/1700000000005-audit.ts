import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every write leaves behind, in its own transaction: an audit row, a receipt, an idempotency key, outbox rows. */
export class Audit1700000000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}

const TABLES = `
  -- Who did what and when, never what it said. Append only: nobody has UPDATE or DELETE.
  CREATE TABLE app.audit_event (
    id uuid PRIMARY KEY,
    at timestamptz NOT NULL,
    actor_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    request_id text NOT NULL,
    operation text NOT NULL,
    inspection_id uuid,
    -- Type and id of each object touched.
    objects text[] NOT NULL
  );
  CREATE INDEX audit_event_organisation ON app.audit_event (organisation_id, at);
  -- Each opening of something sensitive, committed before it is shown.
  CREATE TABLE app.opening (
    id uuid PRIMARY KEY,
    at timestamptz NOT NULL,
    actor_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    request_id text NOT NULL,
    inspection_id uuid NOT NULL,
    evidence_id uuid,
    audience_id bigint NOT NULL DEFAULT 0
  );
  CREATE INDEX opening_evidence ON app.opening (evidence_id);
  CREATE TABLE app.idempotency_key (
    user_id uuid NOT NULL,
    key text NOT NULL,
    input_hash text NOT NULL,
    result jsonb NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (user_id, key)
  );
  CREATE TABLE app.outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    written_by xid8 NOT NULL DEFAULT pg_current_xact_id(),
    inspection_id uuid,
    object text NOT NULL,
    change text NOT NULL
  );`;
