import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Inspections, who takes part, assignments and conflicts of interest. */
export class Inspections1700000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}

const STAGES = `'PLANNED', 'PREPARING', 'FIELDWORK', 'DRAFTING', 'ACCURACY_CHECK', 'SIGNING', 'SIGNED', 'PUBLISHED', 'FOLLOW_UP', 'CLOSED'`;

const TABLES = `
  -- What merely exists of an inspection: its identity and state.
  CREATE TABLE app.inspection (
    id uuid PRIMARY KEY,
    framework text NOT NULL,
    framework_version int NOT NULL,
    area_code text NOT NULL REFERENCES app.area,
    theme text,
    title text NOT NULL,
    leading_inspectorate text NOT NULL REFERENCES app.organisation (inspectorate),
    stage text NOT NULL DEFAULT 'PLANNED' CHECK (stage IN (${STAGES})),
    notified_at timestamptz,
    published_at timestamptz,
    version int NOT NULL DEFAULT 1,
    audience_id bigint NOT NULL DEFAULT 0
  );
  CREATE INDEX inspection_audience ON app.inspection (audience_id);

  -- How it is conducted: for its team. One row an inspection.
  CREATE TABLE app.inspection_conduct (
    inspection_id uuid PRIMARY KEY REFERENCES app.inspection,
    fieldwork_from date NOT NULL,
    fieldwork_to date NOT NULL CHECK (fieldwork_to >= fieldwork_from),
    revealed_at timestamptz,
    revealed_by uuid,
    paused_at timestamptz,
    deferred_at timestamptz,
    incomplete_at timestamptz,
    closed_at timestamptz,
    -- The 28 London days of R14 end here, exclusive.
    readable_until timestamptz,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0
  );
  CREATE TABLE app.inspection_inspectorate (
    inspection_id uuid NOT NULL REFERENCES app.inspection,
    inspectorate text NOT NULL REFERENCES app.organisation (inspectorate),
    -- Code of the inspectorate's gateway: the recorded legal basis of its taking part.
    gateway text NOT NULL,
    invited_at timestamptz NOT NULL,
    accepted_at timestamptz,
    audience_id bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (inspection_id, inspectorate)
  );
  CREATE INDEX inspection_inspectorate_whose ON app.inspection_inspectorate (inspectorate);
  CREATE TABLE app.inspection_agency (
    inspection_id uuid NOT NULL REFERENCES app.inspection,
    organisation_id uuid NOT NULL REFERENCES app.organisation,
    principal_authority boolean NOT NULL DEFAULT false,
    audience_id bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (inspection_id, organisation_id)
  );
  CREATE TABLE app.timetable_entry (
    inspection_id uuid NOT NULL REFERENCES app.inspection,
    code text NOT NULL,
    name text NOT NULL,
    falls_on date NOT NULL,
    -- Exclusive: 00:00 in London of the next day, unless an hour is named.
    due_at timestamptz,
    calendar_version text NOT NULL,
    -- Set by a person in place of the computed day.
    reason text,
    computed_on date NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (inspection_id, code)
  );
  CREATE TABLE app.inspection_mark (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES app.inspection,
    kind text NOT NULL CHECK (kind IN ('DEFERRED', 'PAUSED', 'RESUMED', 'INCOMPLETE')),
    authority text NOT NULL,
    reason text NOT NULL,
    marked_by uuid NOT NULL,
    marked_at timestamptz NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0
  );

  CREATE TABLE app.assignment (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES app.inspection,
    user_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    -- Null for an agency.
    inspectorate text REFERENCES app.organisation (inspectorate),
    role text NOT NULL CHECK (role IN ('LEAD', 'INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST', 'QUALITY_ASSURER',
      'OBSERVER', 'SIGNATORY', 'COORDINATOR', 'CONTRIBUTOR', 'AGENCY_SIGNATORY')),
    starts_at timestamptz NOT NULL,
    ends_at timestamptz CHECK (ends_at > starts_at),
    assigned_by uuid NOT NULL,
    -- An act: it holds for every transaction that begins after it was acknowledged, whatever its time.
    ended_at timestamptz,
    ended_by uuid,
    audience_id bigint NOT NULL DEFAULT 0,
    FOREIGN KEY (user_id, organisation_id) REFERENCES app.app_user (id, organisation_id),
    FOREIGN KEY (organisation_id, inspectorate) REFERENCES app.organisation (id, inspectorate),
    CHECK (user_id <> assigned_by),
    CHECK ((role IN ('COORDINATOR', 'CONTRIBUTOR', 'AGENCY_SIGNATORY')) = (inspectorate IS NULL))
  );
  CREATE INDEX assignment_user ON app.assignment (user_id, inspection_id);
  CREATE INDEX assignment_inspection ON app.assignment (inspection_id);
  CREATE UNIQUE INDEX assignment_one_lead ON app.assignment (inspection_id) WHERE role = 'LEAD' AND ended_at IS NULL;

  CREATE TABLE app.conflict_of_interest (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES app.app_user,
    organisation_id uuid REFERENCES app.organisation,
    case_id uuid,
    reason text NOT NULL,
    declared_by uuid NOT NULL,
    declared_at timestamptz NOT NULL,
    lifted_at timestamptz,
    lifted_by uuid,
    lift_reason text,
    CHECK (num_nonnulls(organisation_id, case_id) = 1)
  );
  CREATE INDEX conflict_of_interest_user ON app.conflict_of_interest (user_id);`;
