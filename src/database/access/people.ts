import { kernelFunction } from './row-security.js';

const administers = `('organisation:' || organisation_id || ':administrator') = ANY ((SELECT auth.circles())::text[])`;

/** Users, their posts, and what planners do for agencies. */
export const PEOPLE = [
  kernelFunction(
    'auth.organisation_id()',
    'uuid',
    `SELECT organisation_id FROM app.app_user WHERE id = auth.user_id()`,
  ),
  kernelFunction(
    'auth.known_people()',
    'uuid[]',
    `SELECT coalesce(array_agg(DISTINCT a.user_id), '{}') FROM app.assignment a WHERE a.audience_id = ANY (auth.audiences(2))`,
  ),
  `GRANT SELECT, INSERT, UPDATE (name, contact, suspended_at, version) ON app.app_user TO jip_application;
   CREATE POLICY app_user_read ON app.app_user FOR SELECT TO jip_application
     USING (organisation_id = (SELECT auth.organisation_id()) OR id = ANY ((SELECT auth.known_people())::uuid[]));
   CREATE POLICY app_user_add ON app.app_user FOR INSERT TO jip_application
     WITH CHECK (${administers} AND organisation_id = auth.provider_organisation(issuer));
   CREATE POLICY app_user_change ON app.app_user FOR UPDATE TO jip_application USING (${administers}) WITH CHECK (${administers});
   GRANT SELECT, INSERT, UPDATE (ended_at) ON app.organisation_role TO jip_application;
   CREATE POLICY organisation_role_read ON app.organisation_role FOR SELECT TO jip_application
     USING (user_id = auth.user_id() OR ${administers});
   CREATE POLICY organisation_role_add ON app.organisation_role FOR INSERT TO jip_application
     WITH CHECK (granted_by = auth.user_id() AND user_id <> auth.user_id() AND ${administers});
   CREATE POLICY organisation_role_change ON app.organisation_role FOR UPDATE TO jip_application
     USING (${administers}) WITH CHECK (${administers});`,
  kernelFunction(
    'auth.register_agency(agency uuid, of_code text, of_kind text, of_name text, areas text[], of_issuer text, administrator uuid, of_subject text, person text)',
    'boolean',
    // A planner of any inspectorate registers an agency with its provider and its first administrator; never an inspectorate.
    `BEGIN
       IF of_kind = 'INSPECTORATE' OR NOT EXISTS (SELECT FROM unnest(auth.circles()) c WHERE c LIKE 'inspectorate:%:planner') THEN RETURN false; END IF;
       INSERT INTO app.organisation (id, code, kind, name) VALUES (agency, of_code, of_kind, of_name);
       INSERT INTO app.organisation_area (organisation_id, area_code) SELECT agency, a FROM unnest(areas) a;
       INSERT INTO app.identity_provider (issuer, organisation_id) VALUES (of_issuer, agency);
       INSERT INTO app.app_user (id, issuer, subject, organisation_id, name) VALUES (administrator, of_issuer, of_subject, agency, person);
       INSERT INTO app.organisation_role (id, user_id, organisation_id, role, granted_by)
         VALUES (gen_random_uuid(), administrator, agency, 'ADMINISTRATOR', auth.user_id());
       RETURN true;
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE' },
  ),
  kernelFunction(
    'auth.replace_agency(agency uuid, successor uuid)',
    'boolean',
    `BEGIN
       IF NOT EXISTS (SELECT FROM unnest(auth.circles()) c WHERE c LIKE 'inspectorate:%:planner') THEN RETURN false; END IF;
       UPDATE app.organisation SET replaced_by = successor WHERE id = agency AND kind <> 'INSPECTORATE';
       RETURN true;
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE' },
  ),
].join('\n');
