import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lock } from './support/protect.js';

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
  ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

  -- Without a search path of their own, so that they are inlined: all that they name is qualified.
  CREATE FUNCTION auth.at() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(pg_catalog.current_setting('app.now', true), '')::timestamptz $$;
  CREATE FUNCTION auth.user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(pg_catalog.current_setting('app.user_id', true), '')::uuid $$;
  -- A cursor is the sort value and key of a row that the asker has seen (src/reading/cursor.ts reads it).
  CREATE FUNCTION auth.cursor(sort text, key uuid) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
    AS $$ SELECT translate(encode(convert_to(sort || ' ' || key, 'UTF8'), 'base64'), E'+/=\\n', '-_') $$;
  GRANT EXECUTE ON FUNCTION auth.at(), auth.user_id(), auth.cursor(text, uuid) TO jip_application, jip_access;`;

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
  CREATE INDEX audience_grant_audience ON app.audience_grant (audience_id);
  ${lock('app.audience', 'SELECT, INSERT, DELETE')}
  ${lock('app.audience_grant', 'SELECT, INSERT, UPDATE, DELETE')}`;

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
  CREATE INDEX app_user_organisation ON app.app_user (organisation_id);

  ${['area', 'organisation', 'organisation_area', 'identity_provider', 'app_user', 'organisation_role']
    .map((table) => lock(`app.${table}`, 'SELECT, INSERT, UPDATE'))
    .join('\n')}

  -- Reference data: read by every transaction that has a clock; written by the owner when it migrates.
  GRANT SELECT ON app.area, app.organisation, app.organisation_area TO jip_application;
  CREATE POLICY area_read ON app.area FOR SELECT TO jip_application USING (auth.at() IS NOT NULL);
  CREATE POLICY organisation_read ON app.organisation FOR SELECT TO jip_application USING (auth.at() IS NOT NULL);
  CREATE POLICY organisation_area_read ON app.organisation_area FOR SELECT TO jip_application USING (auth.at() IS NOT NULL);
  DO $$
  DECLARE reference text;
  BEGIN
    FOREACH reference IN ARRAY ARRAY['area', 'organisation', 'identity_provider', 'app_user', 'organisation_role'] LOOP
      EXECUTE format('CREATE POLICY %1$s_owner ON app.%1$s TO %2$I USING (true) WITH CHECK (true)', reference, current_user);
    END LOOP;
  END $$;`;
