import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of sealed texts; whistleblowing with its handlers, receipts and audit stream. */
export class Whistleblowing1700000000015 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statements of [SEALING, HANDLERS, ITEMS, STREAM]) await db.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}

const SEALING = `
  -- A key for the texts of one inspection and purpose, itself sealed with the master key, which the database never has.
  CREATE TABLE app.sealing_key (
    inspection_id uuid NOT NULL REFERENCES app.inspection,
    purpose text NOT NULL,
    -- Which master key: another may take its place one day.
    master_key_id text NOT NULL,
    sealed_key bytea NOT NULL,
    PRIMARY KEY (inspection_id, purpose)
  );`;

const HANDLERS = `
  CREATE TABLE app.whistleblowing_handler (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES app.inspection,
    user_id uuid NOT NULL REFERENCES app.app_user,
    named_by uuid NOT NULL REFERENCES app.app_user,
    named_at timestamptz NOT NULL,
    -- An act: it holds for every transaction that begins after it was acknowledged, whatever its time.
    ended_at timestamptz,
    audience_id bigint NOT NULL DEFAULT 0,
    UNIQUE (id, inspection_id),
    CHECK (user_id <> named_by)
  );
  CREATE UNIQUE INDEX whistleblowing_handler_once ON app.whistleblowing_handler (inspection_id, user_id) WHERE ended_at IS NULL;
  CREATE INDEX whistleblowing_handler_user ON app.whistleblowing_handler (user_id);
  CREATE INDEX whistleblowing_handler_feed ON app.whistleblowing_handler (audience_id, named_at DESC, id DESC);`;

const ITEMS = `
  -- Who filed an item and at what hour stands nowhere in clear beside it: both are sealed with its words.
  CREATE TABLE app.whistleblowing (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES app.inspection,
    agency_id uuid REFERENCES app.organisation,
    -- The day in London.
    received_on date NOT NULL,
    state text NOT NULL DEFAULT 'RECEIVED' CHECK (state IN ('RECEIVED', 'IN_HAND', 'CLOSED')),
    version int NOT NULL DEFAULT 1,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    UNIQUE (id, inspection_id)
  );
  CREATE INDEX whistleblowing_feed ON app.whistleblowing (audience_id, received_on DESC, id DESC);
  CREATE TABLE app.whistleblowing_words (
    whistleblowing_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL,
    sealed bytea NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    FOREIGN KEY (whistleblowing_id, inspection_id) REFERENCES app.whistleblowing (id, inspection_id)
  );
  -- The author's proof. It names neither the item nor the inspection.
  CREATE TABLE app.whistleblowing_receipt (
    id uuid PRIMARY KEY,
    filed_by uuid NOT NULL REFERENCES app.app_user,
    code text NOT NULL,
    at timestamptz NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0
  );
  CREATE INDEX whistleblowing_receipt_feed ON app.whistleblowing_receipt (audience_id, at DESC, id DESC);
  -- Append only.
  CREATE TABLE app.whistleblowing_step (
    id uuid PRIMARY KEY,
    whistleblowing_id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    step text NOT NULL CHECK (step IN ('TAKEN_IN_HAND', 'NOTED', 'CLOSED')),
    at timestamptz NOT NULL,
    by_user uuid NOT NULL REFERENCES app.app_user,
    -- The handler's note.
    sealed bytea CHECK (sealed IS NOT NULL OR step = 'TAKEN_IN_HAND'),
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    FOREIGN KEY (whistleblowing_id, inspection_id) REFERENCES app.whistleblowing (id, inspection_id)
  );
  CREATE UNIQUE INDEX whistleblowing_step_once ON app.whistleblowing_step (whistleblowing_id, step) WHERE step <> 'NOTED';
  CREATE INDEX whistleblowing_step_of ON app.whistleblowing_step (whistleblowing_id, at);`;

const STREAM = `
  -- Who did what with an item or a handler, and when. Append only. Of a filing: nobody, and the beginning of its day.
  CREATE TABLE app.whistleblowing_event (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES app.inspection,
    operation text NOT NULL CHECK (operation IN
      ('FILED', 'OPENED', 'TAKEN_IN_HAND', 'NOTED', 'CLOSED', 'HANDLER_NAMED', 'HANDLER_ENDED')),
    whistleblowing_id uuid,
    handler_id uuid,
    at timestamptz NOT NULL,
    actor_id uuid REFERENCES app.app_user,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    FOREIGN KEY (whistleblowing_id, inspection_id) REFERENCES app.whistleblowing (id, inspection_id),
    FOREIGN KEY (handler_id, inspection_id) REFERENCES app.whistleblowing_handler (id, inspection_id),
    CHECK ((operation = 'FILED') = (actor_id IS NULL)),
    CHECK ((operation IN ('HANDLER_NAMED', 'HANDLER_ENDED')) = (handler_id IS NOT NULL)),
    CHECK ((handler_id IS NULL) = (whistleblowing_id IS NOT NULL))
  );
  CREATE UNIQUE INDEX whistleblowing_event_filed_once ON app.whistleblowing_event (whistleblowing_id) WHERE operation = 'FILED';
  CREATE INDEX whistleblowing_event_of ON app.whistleblowing_event (whistleblowing_id);
  CREATE INDEX whistleblowing_event_feed ON app.whistleblowing_event (audience_id, at DESC, id DESC);`;
