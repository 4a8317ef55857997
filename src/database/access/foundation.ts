import { lock } from './row-security.js';

/** The principal of a transaction, and who reads what everybody's reading rests on. */
export const PRINCIPAL = `
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

export const FOUNDATION = `
  ${lock('app.audience', 'SELECT, INSERT, DELETE')}
  ${lock('app.audience_grant', 'SELECT, INSERT, UPDATE, DELETE')}
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
