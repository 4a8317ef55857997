import { inCircle, kernelFunction, kernelTrigger, protect } from './row-security.js';

const circle = (name: string): string => `i.id || ':${name}'`;

const PLACE_INSPECTION = [
  kernelFunction(
    'auth.place_inspection(which uuid)',
    'void',
    `DECLARE whole bigint;
     BEGIN
       SELECT auth.audience(i.id,
         ARRAY[auth.sees(${circle('lead')}, 4), auth.sees(${circle('team')}, 3), auth.sees(${circle('keepers')}, 3),
               auth.sees(${circle('observers')}, 1), auth.sees(${circle('signatories')}, 1), auth.sees(${circle('invited')}, 1),
               auth.sees(${circle('handlers')}, 1)]
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
  kernelTrigger(
    'auth.inspection_changed',
    // Whoever read it before reads it again before he acts on it.
    `UPDATE app.inspection_conduct SET version = version + 1 WHERE inspection_id = NEW.id;
     PERFORM auth.place_inspection(NEW.id);
     RETURN NULL;`,
  ),
  kernelTrigger('auth.inspection_part_added', `PERFORM auth.place_inspection(NEW.inspection_id); RETURN NULL;`),
  kernelFunction(
    'auth.place_participation(which uuid)',
    'void',
    // Who takes part, inspectorates and agencies.
    `BEGIN
       UPDATE app.inspection_inspectorate p SET audience_id = auth.audience(which,
         ARRAY[auth.sees(which || ':team', 3), auth.sees(which || ':planners', 3), auth.sees(which || ':keepers', 3),
               auth.sees(which || ':invited:' || p.inspectorate, 4), auth.sees(which || ':planner:' || p.inspectorate, 4)])
         WHERE p.inspection_id = which;
       UPDATE app.inspection_agency g SET audience_id = auth.audience(which,
         ARRAY[auth.sees(which || ':team', 3), auth.sees(which || ':lead', 4), auth.sees(which || ':planners', 4),
               auth.sees(which || ':keepers', 3), auth.sees(which || ':agency:' || g.organisation_id, 3)])
         WHERE g.inspection_id = which;
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelTrigger('auth.joined', `PERFORM auth.place_participation(NEW.inspection_id); RETURN NULL;`),
  `CREATE TRIGGER inspection_place AFTER INSERT OR UPDATE OF stage, notified_at, published_at ON app.inspection
     FOR EACH ROW EXECUTE FUNCTION auth.inspection_changed();
   CREATE TRIGGER inspection_conduct_place AFTER INSERT ON app.inspection_conduct
     FOR EACH ROW EXECUTE FUNCTION auth.inspection_part_added();
   CREATE TRIGGER timetable_entry_place AFTER INSERT ON app.timetable_entry
     FOR EACH ROW EXECUTE FUNCTION auth.inspection_part_added();
   CREATE TRIGGER inspection_mark_place AFTER INSERT ON app.inspection_mark
     FOR EACH ROW EXECUTE FUNCTION auth.inspection_part_added();
   CREATE TRIGGER inspection_inspectorate_place AFTER INSERT ON app.inspection_inspectorate
     FOR EACH ROW EXECUTE FUNCTION auth.joined();
   CREATE TRIGGER inspection_agency_place AFTER INSERT ON app.inspection_agency
     FOR EACH ROW EXECUTE FUNCTION auth.joined();`,
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
    update: ['stage', 'notified_at', 'published_at', 'title', 'theme'],
  }),
  protect({
    table: 'app.inspection_conduct',
    read: 3,
    subjects: false,
    insert: `created_by = auth.user_id() AND ${inCircle(`'planners'`)}`,
    update: [
      'revealed_at',
      'revealed_by',
      'reveal_reason',
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
    update: ['falls_on', 'due_at', 'reason', 'calendar_version', 'warnings'],
  }),
  protect({
    table: 'app.inspection_mark',
    read: 3,
    subjects: false,
    insert: `marked_by = auth.user_id() AND ${inCircle(`'lead'`)}`,
  }),
].join('\n');

const part = (name: string): string => `a.inspection_id || ':${name}'`;

const ASSIGNMENTS = [
  kernelFunction(
    'auth.place_assignment(which uuid)',
    'void',
    // Agencies know the leads that are active, no earlier ones, and before notification not even of their own (R1).
    `DECLARE a app.assignment; notified boolean; closed timestamptz; own auth.entitlement[]; leads auth.entitlement[] := '{}';
     BEGIN
       SELECT * INTO a FROM app.assignment WHERE id = which;
       SELECT i.notified_at IS NOT NULL, c.closed_at INTO notified, closed
         FROM app.inspection i LEFT JOIN app.inspection_conduct c ON c.inspection_id = i.id WHERE i.id = a.inspection_id;
       own := CASE
         WHEN a.inspectorate IS NOT NULL
           THEN ARRAY[auth.sees('user:' || a.user_id, 3), auth.sees(${part('lead:')} || a.inspectorate, 4), auth.sees(${part('planner:')} || a.inspectorate, 4)]
         WHEN notified
           THEN ARRAY[auth.sees('user:' || a.user_id, 3), auth.sees(${part('coordinator:')} || a.organisation_id, 4),
                      auth.sees(${part('agency:')} || a.organisation_id, 3), auth.sees('organisation:' || a.organisation_id || ':administrator', 4)]
         ELSE '{}' END;
       IF a.role IN ('LEAD', 'INSPECTORATE_LEAD') AND a.ended_at IS NULL
           AND (closed IS NULL OR (a.starts_at <= closed AND (a.ends_at IS NULL OR closed < a.ends_at))) THEN
         leads := ARRAY[ROW(${part('agencies')}, 2, CASE WHEN closed IS NULL THEN a.starts_at END, CASE WHEN closed IS NULL THEN a.ends_at END)::auth.entitlement];
       END IF;
       UPDATE app.assignment SET audience_id = auth.audience(a.inspection_id,
         ARRAY[auth.sees(${part('team')}, 3), auth.sees(${part('keepers')}, 3), auth.sees(${part('planners')}, 3)] || own || leads,
         -- An assignment is ended after closing, too.
         true)
         WHERE id = which;
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelTrigger('auth.assignment_made', `PERFORM auth.place_assignment(NEW.id); RETURN NULL;`),
  kernelTrigger(
    'auth.agencies_notified',
    `PERFORM auth.place_assignment(a.id) FROM app.assignment a WHERE a.inspection_id = NEW.id AND a.inspectorate IS NULL; RETURN NULL;`,
  ),
  kernelTrigger(
    'auth.ending_holds',
    `IF OLD.ended_at IS NOT NULL THEN
       RAISE EXCEPTION 'what has ended stays ended: assign or name the person again' USING ERRCODE = 'check_violation', CONSTRAINT = 'ended_once'; END IF;
     RETURN NEW;`,
  ),
  `CREATE TRIGGER assignment_place AFTER INSERT OR UPDATE OF ended_at ON app.assignment
     FOR EACH ROW EXECUTE FUNCTION auth.assignment_made();
   CREATE TRIGGER inspection_notifies AFTER UPDATE OF notified_at ON app.inspection FOR EACH ROW EXECUTE FUNCTION auth.agencies_notified();
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

export const INSPECTIONS = [PLACE_INSPECTION, POLICIES, ASSIGNMENTS].join('\n');
