import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What inspectorates ask of an agency, and what it sends (R7). */
export class Requests1700000000011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statements of [REQUESTS, SUBMISSIONS]) await db.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}

const REQUESTS = `
  -- Exists.
  CREATE TABLE app.request (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL,
    -- The agency asked.
    organisation_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'ISSUED', 'CANCELLED')),
    version int NOT NULL DEFAULT 1,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    FOREIGN KEY (inspection_id, organisation_id) REFERENCES app.inspection_agency (inspection_id, organisation_id),
    UNIQUE (id, inspection_id),
    UNIQUE (id, inspection_id, organisation_id)
  );
  CREATE INDEX request_inspection ON app.request (inspection_id);
  -- When it is due: for other agencies' coordinators, too.
  CREATE TABLE app.request_due (
    request_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL,
    -- Exclusive: 00:00 in London of the next day, unless the request names an hour.
    due_at timestamptz NOT NULL,
    calendar_version text NOT NULL,
    -- What a person should look at again: a day on which nobody works.
    warning text,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    FOREIGN KEY (request_id, inspection_id) REFERENCES app.request (id, inspection_id)
  );
  CREATE INDEX request_due_inspection ON app.request_due (inspection_id);
  -- Whole.
  CREATE TABLE app.request_text (
    request_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL,
    title text NOT NULL,
    asked text NOT NULL,
    reason text NOT NULL,
    -- The inspectorates that it serves: ask once.
    inspectorates text[] NOT NULL CHECK (cardinality(inspectorates) > 0),
    case_ids uuid[] NOT NULL DEFAULT '{}',
    drafted_by uuid NOT NULL,
    drafted_at timestamptz NOT NULL,
    issued_at timestamptz,
    issued_by uuid,
    cancelled_at timestamptz,
    cancelled_by uuid,
    cancel_reason text,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    FOREIGN KEY (request_id, inspection_id) REFERENCES app.request (id, inspection_id)
  );
  CREATE INDEX request_text_cases ON app.request_text USING gin (case_ids);`;

const SUBMISSIONS = `
  -- One current submission a request. What is seen of it at all is seen whole.
  CREATE TABLE app.submission (
    id uuid PRIMARY KEY,
    request_id uuid NOT NULL UNIQUE,
    inspection_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'SUBMITTED')),
    late boolean NOT NULL DEFAULT false,
    submitted_at timestamptz,
    submitted_by uuid,
    receipt text,
    version int NOT NULL DEFAULT 1,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    CHECK ((state = 'SUBMITTED') = (submitted_at IS NOT NULL AND submitted_by IS NOT NULL AND receipt IS NOT NULL)),
    FOREIGN KEY (request_id, inspection_id, organisation_id) REFERENCES app.request (id, inspection_id, organisation_id),
    UNIQUE (id, inspection_id, organisation_id)
  );
  CREATE INDEX submission_inspection ON app.submission (inspection_id);
  CREATE TABLE app.submission_text (
    submission_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    text text NOT NULL,
    -- A list of {name, value}.
    data jsonb NOT NULL CHECK (jsonb_typeof(data) = 'array'),
    written_by uuid NOT NULL,
    written_at timestamptz NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    FOREIGN KEY (submission_id, inspection_id, organisation_id) REFERENCES app.submission (id, inspection_id, organisation_id)
  );
  -- What a later submission replaced.
  CREATE TABLE app.submission_version (
    submission_id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    version int NOT NULL,
    text text NOT NULL,
    data jsonb NOT NULL,
    late boolean NOT NULL,
    submitted_at timestamptz NOT NULL,
    submitted_by uuid NOT NULL,
    receipt text NOT NULL,
    replaced_at timestamptz NOT NULL,
    replaced_by uuid NOT NULL,
    reason text NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (submission_id, version),
    FOREIGN KEY (submission_id, inspection_id, organisation_id) REFERENCES app.submission (id, inspection_id, organisation_id)
  );`;
