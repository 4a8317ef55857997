import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inCircle, kernelFunction, kernelTrigger, protect } from './support/protect.js';

/** Who sees and writes inspections, assignments and people. */
export class InspectionAccess1700000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('SET LOCAL check_function_bodies = off');
    for (const statements of [PLACE_INSPECTION, POLICIES, ASSIGNMENTS, PEOPLE, CONFLICTS]) await db.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}

const circle = (name: string): string => `i.id || ':${name}'`;

const PLACE_INSPECTION = [
  kernelFunction(
    'auth.place_inspection(which uuid)',
    'void',
    `DECLARE whole bigint;
     BEGIN
       SELECT auth.audience(i.id,
         ARRAY[auth.sees(${circle('lead')}, 4), auth.sees(${circle('team')}, 3), auth.sees(${circle('keepers')}, 3),
               auth.sees(${circle('observers')}, 1), auth.sees(${circle('signatories')}, 1), auth.sees(${circle('invited')}, 1)]
         || CASE WHEN i.notified_at IS NULL
              THEN ARRAY[auth.sees(${circle('planner:')} || i.leading_inspectorate, 4), auth.sees(${circle('planners')}, 3)]
              ELSE ARRAY[auth.sees(${circle('planners')}, 1), auth.sees(${circle('agencies')}, 1), auth.sees(${circle('administrators')}, 1)] END
         || CASE WHEN i.published_at IS NULL THEN '{}' ELSE ARRAY[auth.sees('public', 1)] END)
       INTO whole FROM app.inspection i WHERE i.id = which;
       UPDATE app.inspection SET audience_id = whole WHERE id = which AND audience_id <> whole;
       UPDATE app.inspection_conduct SET audience_id = whole WHERE inspection_id = which AND audience_id <> whole;
       UPDATE app.timetable_entry SET audience_id = whole WHERE inspection_id = which AND audience_id <> whole;
       UPDATE app.inspection_mark SET audience_id = whole WHERE inspection_id = which AND audience_id <> whole;
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelTrigger('auth.inspection_changed', `PERFORM auth.place_inspection(NEW.id); RETURN NULL;`),
  kernelTrigger('auth.inspection_part_added', `PERFORM auth.place_inspection(NEW.inspection_id); RETURN NULL;`),
  kernelTrigger(
    'auth.inspectorate_joined',
    `UPDATE app.inspection_inspectorate p SET audience_id = auth.audience(NEW.inspection_id,
        ARRAY[auth.sees(NEW.inspection_id || ':team', 3), auth.sees(NEW.inspection_id || ':planners', 3), auth.sees(NEW.inspection_id || ':keepers', 3),
              auth.sees(NEW.inspection_id || ':invited:' || NEW.inspectorate, 4), auth.sees(NEW.inspection_id || ':planner:' || NEW.inspectorate, 4)])
      WHERE p.inspection_id = NEW.inspection_id AND p.inspectorate = NEW.inspectorate;
     RETURN NULL;`,
  ),
  kernelTrigger(
    'auth.agency_joined',
    `UPDATE app.inspection_agency g SET audience_id = auth.audience(NEW.inspection_id,
        ARRAY[auth.sees(NEW.inspection_id || ':team', 3), auth.sees(NEW.inspection_id || ':lead', 4), auth.sees(NEW.inspection_id || ':planners', 4),
              auth.sees(NEW.inspection_id || ':keepers', 3), auth.sees(NEW.inspection_id || ':agency:' || NEW.organisation_id, 3)])
      WHERE g.inspection_id = NEW.inspection_id AND g.organisation_id = NEW.organisation_id;
     RETURN NULL;`,
  ),
  `CREATE TRIGGER inspection_place AFTER INSERT OR UPDATE OF notified_at, published_at ON app.inspection
     FOR EACH ROW EXECUTE FUNCTION auth.inspection_changed();
   CREATE TRIGGER inspection_conduct_place AFTER INSERT ON app.inspection_conduct
     FOR EACH ROW EXECUTE FUNCTION auth.inspection_part_added();
   CREATE TRIGGER timetable_entry_place AFTER INSERT ON app.timetable_entry
     FOR EACH ROW EXECUTE FUNCTION auth.inspection_part_added();
   CREATE TRIGGER inspection_mark_place AFTER INSERT ON app.inspection_mark
     FOR EACH ROW EXECUTE FUNCTION auth.inspection_part_added();
   CREATE TRIGGER inspection_inspectorate_place AFTER INSERT ON app.inspection_inspectorate
     FOR EACH ROW EXECUTE FUNCTION auth.inspectorate_joined();
   CREATE TRIGGER inspection_agency_place AFTER INSERT ON app.inspection_agency
     FOR EACH ROW EXECUTE FUNCTION auth.agency_joined();`,
].join('\n');

const asPlanner = `('inspectorate:' || leading_inspectorate || ':planner') = ANY ((SELECT auth.circles())::text[])`;
const planLeading = inCircle(
  `'planner:' || (SELECT i.leading_inspectorate FROM app.inspection i WHERE i.id = inspection_id)`,
);
const leads = `(${inCircle(`'lead'`)} OR ${inCircle(`'planners'`)})`;

const POLICIES = [
  protect({
    table: 'app.inspection',
    read: 1,
    subjects: false,
    insert: `stage = 'PLANNED' AND ${asPlanner}`,
    update: ['stage', 'notified_at', 'published_at', 'title', 'theme', 'version'],
  }),
  protect({
    table: 'app.inspection_conduct',
    read: 3,
    subjects: false,
    insert: `created_by = auth.user_id() AND ${inCircle(`'planners'`)}`,
    update: [
      'revealed_at',
      'revealed_by',
      'paused_at',
      'deferred_at',
      'incomplete_at',
      'closed_at',
      'readable_until',
      'fieldwork_from',
      'fieldwork_to',
    ],
  }),
  protect({
    table: 'app.inspection_inspectorate',
    read: 2,
    subjects: false,
    // The leading inspectorate's planner invites; each inspectorate's own planner accepts for it.
    insert: `${planLeading} AND (accepted_at IS NULL OR ${inCircle(`'planner:' || inspectorate`)})`,
    update: ['accepted_at', 'gateway'],
  }),
  protect({ table: 'app.inspection_agency', read: 3, subjects: false, insert: leads, update: ['principal_authority'] }),
  protect({
    table: 'app.timetable_entry',
    read: 3,
    subjects: false,
    insert: leads,
    update: ['falls_on', 'due_at', 'reason', 'calendar_version'],
  }),
  protect({
    table: 'app.inspection_mark',
    read: 3,
    subjects: false,
    insert: `marked_by = auth.user_id() AND ${inCircle(`'lead'`)}`,
  }),
].join('\n');

const ASSIGNMENTS = [
  kernelTrigger(
    'auth.assignment_made',
    `UPDATE app.assignment a SET audience_id = auth.audience(NEW.inspection_id,
        ARRAY[auth.sees(NEW.inspection_id || ':team', 3), auth.sees(NEW.inspection_id || ':keepers', 3), auth.sees('user:' || NEW.user_id, 3)]
        || CASE WHEN NEW.inspectorate IS NOT NULL
             THEN ARRAY[auth.sees(NEW.inspection_id || ':lead:' || NEW.inspectorate, 4), auth.sees(NEW.inspection_id || ':planner:' || NEW.inspectorate, 4),
                        auth.sees(NEW.inspection_id || ':planners', 3)]
             ELSE ARRAY[auth.sees(NEW.inspection_id || ':coordinator:' || NEW.organisation_id, 4), auth.sees(NEW.inspection_id || ':agency:' || NEW.organisation_id, 3),
                        auth.sees(NEW.inspection_id || ':planners', 3),
                        auth.sees('organisation:' || NEW.organisation_id || ':administrator', 4)] END
        -- Agencies know the leads that are active, no earlier ones.
        || CASE WHEN NEW.role IN ('LEAD', 'INSPECTORATE_LEAD') AND NEW.ended_at IS NULL
             THEN ARRAY[ROW(NEW.inspection_id || ':agencies', 2, CASE WHEN NEW.starts_at > auth.at() THEN NEW.starts_at END, NEW.ends_at)::auth.entitlement]
             ELSE '{}' END)
      WHERE a.id = NEW.id;
     RETURN NULL;`,
  ),
  kernelTrigger(
    'auth.ending_holds',
    `IF OLD.ended_at IS NOT NULL THEN
       RAISE EXCEPTION 'what has ended stays ended: assign or name the person again' USING ERRCODE = 'check_violation', CONSTRAINT = 'ended_once'; END IF;
     RETURN NEW;`,
  ),
  `CREATE TRIGGER assignment_place AFTER INSERT OR UPDATE OF ended_at ON app.assignment
     FOR EACH ROW EXECUTE FUNCTION auth.assignment_made();
   CREATE TRIGGER assignment_ending BEFORE UPDATE OF ended_at ON app.assignment FOR EACH ROW EXECUTE FUNCTION auth.ending_holds();`,
  protect({
    table: 'app.assignment',
    read: 2,
    subjects: false,
    update: ['ended_at', 'ended_by'],
    insert: `assigned_by = auth.user_id() AND CASE
        WHEN role = 'LEAD' THEN ${planLeading} AND ${inCircle(`'planner:' || inspectorate`)}
        WHEN role = 'INSPECTORATE_LEAD' THEN ${inCircle(`'planner:' || inspectorate`)}
        WHEN inspectorate IS NOT NULL THEN ${inCircle(`'lead:' || inspectorate`)}
        -- Of an agency that takes part: once it is published, everybody knows of the inspection.
        WHEN role = 'COORDINATOR' THEN ${inCircle(`'administrators'`)} AND ('organisation:' || organisation_id || ':administrator') = ANY ((SELECT auth.circles())::text[])
        ELSE ${inCircle(`'coordinator:' || organisation_id`)} END`,
  }),
].join('\n');

const administers = `('organisation:' || organisation_id || ':administrator') = ANY ((SELECT auth.circles())::text[])`;

const PEOPLE = [
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
   CREATE POLICY app_user_add ON app.app_user FOR INSERT TO jip_application WITH CHECK (${administers});
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

const CONFLICTS = `
  GRANT SELECT, INSERT, UPDATE (lifted_at, lifted_by, lift_reason) ON app.conflict_of_interest TO jip_application;
  CREATE POLICY conflict_of_interest_read ON app.conflict_of_interest FOR SELECT TO jip_application
    USING (user_id = auth.user_id());
  CREATE POLICY conflict_of_interest_add ON app.conflict_of_interest FOR INSERT TO jip_application
    WITH CHECK (declared_by = auth.user_id() AND user_id = auth.user_id());`;
