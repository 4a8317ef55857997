import { inCircle, kernelFunction, kernelTrigger, protect } from './row-security.js';

const PLACING = [
  kernelFunction(
    'auth.place_concern(which uuid)',
    'void',
    `DECLARE c app.immediate_concern; whole bigint; subjects uuid[];
     BEGIN
       SELECT * INTO c FROM app.immediate_concern WHERE id = which;
       subjects := array_remove(ARRAY[c.receiver_id, c.case_id], NULL);
       whole := auth.audience(c.inspection_id,
         ARRAY[auth.sees(c.inspection_id || ':author:' || c.raised_by, 3), auth.sees(c.inspection_id || ':lead', 4),
               auth.sees('organisation:' || c.receiver_id || ':safeguarding_contact', 4), auth.sees(c.inspection_id || ':lead-keeper', 3)]
         || CASE WHEN c.case_id IS NULL THEN '{}' ELSE ARRAY[auth.sees(c.inspection_id || ':members:' || c.case_id, 3)] END,
         -- A child may be at risk after closing as well.
         true);
       UPDATE app.immediate_concern SET audience_id = whole, subject_ids = subjects WHERE id = which;
       UPDATE app.immediate_concern_step SET audience_id = whole, subject_ids = subjects WHERE concern_id = which;
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelTrigger('auth.concern_raised', `PERFORM auth.place_concern(NEW.id); RETURN NULL;`),
  kernelFunction(
    'auth.concern_step_is_next()',
    'trigger',
    `DECLARE stands text;
     BEGIN
       SELECT c.state INTO stands FROM app.immediate_concern c WHERE c.id = NEW.concern_id FOR UPDATE;
       IF (stands, NEW.step) NOT IN (('RAISED', 'RAISED'), ('RAISED', 'ACKNOWLEDGED'), ('ACKNOWLEDGED', 'ACTED_ON'), ('ACTED_ON', 'CLOSED')) THEN
         RAISE EXCEPTION 'a concern is raised, acknowledged, acted on and closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'concern_step'; END IF;
       SELECT c.inspection_id, c.receiver_id, c.raised_by INTO STRICT NEW.inspection_id, NEW.receiver_id, NEW.raised_by
         FROM app.immediate_concern c WHERE c.id = NEW.concern_id;
       RETURN NEW;
     END`,
    { how: 'LANGUAGE plpgsql', open: false },
  ),
  kernelTrigger(
    'auth.concern_stepped',
    `UPDATE app.immediate_concern SET state = NEW.step WHERE id = NEW.concern_id AND state <> NEW.step;
     PERFORM auth.place_concern(NEW.concern_id);
     RETURN NULL;`,
  ),
  `CREATE TRIGGER immediate_concern_place AFTER INSERT ON app.immediate_concern
     FOR EACH ROW EXECUTE FUNCTION auth.concern_raised();
   CREATE TRIGGER immediate_concern_step_order BEFORE INSERT ON app.immediate_concern_step
     FOR EACH ROW EXECUTE FUNCTION auth.concern_step_is_next();
   CREATE TRIGGER immediate_concern_step_place AFTER INSERT ON app.immediate_concern_step
     FOR EACH ROW EXECUTE FUNCTION auth.concern_stepped();`,
  kernelFunction(
    'auth.has_safeguarding_contact(agency uuid)',
    'boolean',
    `SELECT EXISTS (SELECT FROM app.organisation_role r JOIN app.app_user u ON u.id = r.user_id
       WHERE r.organisation_id = agency AND r.role = 'SAFEGUARDING_CONTACT' AND r.ended_at IS NULL AND u.suspended_at IS NULL)`,
  ),
].join('\n');

const received = `('organisation:' || receiver_id || ':safeguarding_contact') = ANY ((SELECT auth.circles())::text[])`;

/** A conflict hides a concern from nobody who raised it or leads the inspection (R10). */
const noConflict = (table: string): string => `
  CREATE POLICY ${table}_conflict ON app.${table} AS RESTRICTIVE TO jip_application
    USING (NOT (subject_ids && (SELECT auth.conflicts())::uuid[]) OR ${inCircle(`'author:' || raised_by`)} OR ${inCircle(`'lead'`)});`;

const POLICIES = [
  protect({
    table: 'app.immediate_concern',
    read: 3,
    subjects: false,
    insert: `state = 'RAISED' AND raised_by = auth.user_id() AND ${inCircle(`'team'`)}`,
  }),
  protect({
    table: 'app.immediate_concern_step',
    read: 3,
    subjects: false,
    insert: `by_user = auth.user_id() AND CASE step
        WHEN 'RAISED' THEN raised_by = auth.user_id() AND ${inCircle(`'team'`)}
        WHEN 'CLOSED' THEN ${inCircle(`'lead'`)}
        ELSE ${received} END`,
  }),
  noConflict('immediate_concern'),
  noConflict('immediate_concern_step'),
].join('\n');

export const CONCERNS = [PLACING, POLICIES].join('\n');
