import { inCircle, kernelFunction, kernelTrigger, protect } from './protect.js';

/**
 * A child at immediate risk: what was typed, to whom it went, and each step with time and name. Names stand in the
 * row because receiver and team know nothing else of one another.
 */
const TABLES = `
  CREATE TABLE app.immediate_concern (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES app.inspection,
    -- The authority where the child lives; it need take no part in the inspection.
    receiver_id uuid NOT NULL REFERENCES app.organisation,
    case_id uuid,
    words text NOT NULL,
    state text NOT NULL DEFAULT 'RAISED' CHECK (state IN ('RAISED', 'ACKNOWLEDGED', 'ACTED_ON', 'CLOSED')),
    raised_by uuid NOT NULL REFERENCES app.app_user,
    raised_at timestamptz NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    FOREIGN KEY (case_id, inspection_id) REFERENCES app.case_file (id, inspection_id)
  );
  CREATE INDEX immediate_concern_feed ON app.immediate_concern (audience_id, raised_at DESC, id DESC);
  CREATE INDEX immediate_concern_inspection ON app.immediate_concern (inspection_id, raised_at DESC, id DESC);
  -- Append only.
  CREATE TABLE app.immediate_concern_step (
    id uuid PRIMARY KEY,
    concern_id uuid NOT NULL REFERENCES app.immediate_concern,
    inspection_id uuid NOT NULL,
    receiver_id uuid NOT NULL,
    raised_by uuid NOT NULL,
    step text NOT NULL CHECK (step IN ('RAISED', 'ACKNOWLEDGED', 'ACTED_ON', 'CLOSED')),
    at timestamptz NOT NULL,
    by_user uuid NOT NULL,
    by_name text NOT NULL,
    by_organisation text NOT NULL,
    words text,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    UNIQUE (concern_id, step)
  );`;

const PLACING = [
  kernelTrigger(
    'auth.concern_raised',
    `UPDATE app.immediate_concern c SET subject_ids = array_remove(ARRAY[NEW.receiver_id, NEW.case_id], NULL),
       audience_id = auth.audience(NEW.inspection_id,
         ARRAY[auth.sees(NEW.inspection_id || ':author:' || NEW.raised_by, 3), auth.sees(NEW.inspection_id || ':lead', 4),
               auth.sees('organisation:' || NEW.receiver_id || ':safeguarding_contact', 4), auth.sees(NEW.inspection_id || ':lead-keeper', 3)]
         || CASE WHEN NEW.case_id IS NULL THEN '{}' ELSE ARRAY[auth.sees(NEW.inspection_id || ':members:' || NEW.case_id, 3)] END)
     WHERE c.id = NEW.id;
     RETURN NULL;`,
  ),
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
     UPDATE app.immediate_concern_step s SET audience_id = c.audience_id, subject_ids = c.subject_ids
       FROM app.immediate_concern c WHERE c.id = NEW.concern_id AND s.id = NEW.id;
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

export const CONCERNS = [TABLES, PLACING, POLICIES].join('\n');
