import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schemas, the principal of a transaction, audiences, organisations and people. */
export class Foundation1700000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(PRINCIPAL);
    await db.query(AUDIENCES);
    await db.query(ORGANISATIONS);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}

const PRINCIPAL = `
  CREATE SCHEMA app;
  CREATE SCHEMA auth;
  REVOKE ALL ON SCHEMA public FROM PUBLIC;
  GRANT USAGE ON SCHEMA app, auth TO jip_application, jip_access;
  GRANT CREATE ON SCHEMA auth TO jip_access;
  -- Nothing is open by default, functions included.
  ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;`;

const AUDIENCES = `
  -- One entitlement: the members of a circle see at a degree, from and until where a share says so.
  CREATE TYPE auth.entitlement AS (circle text, degree smallint, starts_at timestamptz, ends_at timestamptz);

  -- A deduplicated combination of entitlements. Rows carry an audience's id; audience 0 entitles nobody.
  CREATE TABLE app.audience (
    id bigint GENERATED ALWAYS AS IDENTITY (MINVALUE 0 START WITH 0) PRIMARY KEY,
    inspection_id uuid,
    fingerprint text NOT NULL UNIQUE
  );
  CREATE TABLE app.audience_grant (
    audience_id bigint NOT NULL REFERENCES app.audience,
    circle text NOT NULL,
    degree smallint NOT NULL CHECK (degree BETWEEN 1 AND 4),
    starts_at timestamptz,
    ends_at timestamptz CHECK (ends_at > starts_at)
  );
  CREATE INDEX audience_grant_circle ON app.audience_grant (circle, degree) INCLUDE (audience_id, starts_at, ends_at);
  CREATE INDEX audience_grant_audience ON app.audience_grant (audience_id);`;

const ORGANISATIONS = `
  CREATE TABLE app.area (
    code text PRIMARY KEY,
    name text NOT NULL,
    region text NOT NULL,
    type text NOT NULL,
    replaced_by text[] NOT NULL DEFAULT '{}'
  );
  CREATE TABLE app.organisation (
    id uuid PRIMARY KEY,
    code text NOT NULL UNIQUE,
    -- INSPECTORATE, or the kind of partner agency.
    kind text NOT NULL,
    inspectorate text UNIQUE,
    name text NOT NULL,
    replaced_by uuid REFERENCES app.organisation,
    CHECK ((kind = 'INSPECTORATE') = (inspectorate IS NOT NULL)),
    UNIQUE (id, inspectorate)
  );
  CREATE TABLE app.organisation_area (
    organisation_id uuid NOT NULL REFERENCES app.organisation,
    area_code text NOT NULL REFERENCES app.area,
    PRIMARY KEY (organisation_id, area_code)
  );
  -- Each provider is pinned to one organisation: what it asserts can only ever be a user of that organisation.
  CREATE TABLE app.identity_provider (
    issuer text PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES app.organisation
  );
  CREATE TABLE app.app_user (
    id uuid PRIMARY KEY,
    issuer text NOT NULL,
    subject text NOT NULL,
    organisation_id uuid NOT NULL REFERENCES app.organisation,
    name text NOT NULL,
    contact text,
    suspended_at timestamptz,
    version int NOT NULL DEFAULT 1,
    UNIQUE (issuer, subject),
    UNIQUE (id, organisation_id)
  );
  CREATE TABLE app.organisation_role (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('ADMINISTRATOR', 'PLANNER', 'AUDITOR', 'RECORD_KEEPER', 'SAFEGUARDING_CONTACT')),
    granted_by uuid,
    ended_at timestamptz,
    FOREIGN KEY (user_id, organisation_id) REFERENCES app.app_user (id, organisation_id)
  );
  CREATE UNIQUE INDEX organisation_role_once ON app.organisation_role (user_id, role) WHERE ended_at IS NULL;
  CREATE INDEX app_user_organisation ON app.app_user (organisation_id);`;
