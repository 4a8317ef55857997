import { kernelFunction, kernelTrigger } from './row-security.js';

const LEADS = `('LEAD', 'INSPECTORATE_LEAD')`;

/** What policies cannot hold, since they see no earlier row. The service tells a person first. */
export const WHISTLEBLOWING_TRANSITIONS = [
  kernelFunction(
    'auth.leads_inspection(of_inspection uuid, of_user uuid)',
    'boolean',
    // Until the assignment is ended, whatever its period: he who is to lead handles nothing meanwhile.
    `SELECT EXISTS (SELECT FROM app.assignment a
       WHERE a.inspection_id = of_inspection AND a.user_id = of_user AND a.role IN ${LEADS} AND a.ended_at IS NULL)`,
    { open: false },
  ),
  kernelFunction(
    'auth.may_name_handler(of_inspection uuid, of_user uuid)',
    'boolean',
    // A planner of the leading inspectorate names a colleague who leads nothing here, until it is closed.
    `SELECT EXISTS (
       SELECT FROM app.inspection i JOIN app.organisation o ON o.inspectorate = i.leading_inspectorate
       JOIN app.app_user u ON u.organisation_id = o.id AND u.id = of_user AND u.suspended_at IS NULL
       WHERE i.id = of_inspection AND i.stage <> 'CLOSED' AND u.id <> auth.user_id()
         AND (i.id || ':planner:' || i.leading_inspectorate) = ANY (auth.circles())
         AND NOT auth.leads_inspection(i.id, u.id))`,
  ),
  kernelTrigger(
    'auth.lead_handles_nothing',
    // For good: when he leads no more, a planner may name him again.
    `WITH ended AS (
       UPDATE app.whistleblowing_handler h SET ended_at = auth.at()
       WHERE h.inspection_id = NEW.inspection_id AND h.user_id = NEW.user_id AND h.ended_at IS NULL RETURNING h.id)
     INSERT INTO app.whistleblowing_event (id, inspection_id, operation, handler_id, at, actor_id)
       SELECT gen_random_uuid(), NEW.inspection_id, 'HANDLER_ENDED', ended.id, auth.at(), NEW.assigned_by FROM ended;
     RETURN NULL;`,
  ),
  kernelTrigger(
    'auth.whistleblowing_step_follows',
    `DECLARE stands text;
     BEGIN
       SELECT w.state INTO stands FROM app.whistleblowing w WHERE w.id = NEW.whistleblowing_id FOR UPDATE;
       IF (stands, NEW.step) NOT IN (('RECEIVED', 'TAKEN_IN_HAND'), ('IN_HAND', 'NOTED'), ('IN_HAND', 'CLOSED')) THEN
         RAISE EXCEPTION 'an item is taken in hand, noted upon and closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'whistleblowing_step'; END IF;
       RETURN NEW;
     END;`,
  ),
  kernelTrigger(
    'auth.whistleblowing_state_holds',
    `IF (OLD.state, NEW.state) NOT IN (('RECEIVED', 'RECEIVED'), ('RECEIVED', 'IN_HAND'), ('IN_HAND', 'IN_HAND'), ('IN_HAND', 'CLOSED'), ('CLOSED', 'CLOSED'))
       OR (OLD.state <> NEW.state AND NOT EXISTS (SELECT FROM app.whistleblowing_step s WHERE s.whistleblowing_id = NEW.id
         AND s.step = CASE NEW.state WHEN 'IN_HAND' THEN 'TAKEN_IN_HAND' ELSE 'CLOSED' END)) THEN
       RAISE EXCEPTION 'an item goes from received to in hand to closed, by the steps of its handlers'
         USING ERRCODE = 'check_violation', CONSTRAINT = 'whistleblowing_state'; END IF;
     RETURN NEW;`,
  ),
  `CREATE TRIGGER lead_handles_nothing AFTER INSERT ON app.assignment FOR EACH ROW
     WHEN (NEW.role IN ${LEADS} AND NEW.ended_at IS NULL) EXECUTE FUNCTION auth.lead_handles_nothing();
   CREATE TRIGGER whistleblowing_handler_ending BEFORE UPDATE OF ended_at ON app.whistleblowing_handler
     FOR EACH ROW EXECUTE FUNCTION auth.ending_holds();
   CREATE TRIGGER whistleblowing_step_follows BEFORE INSERT ON app.whistleblowing_step
     FOR EACH ROW EXECUTE FUNCTION auth.whistleblowing_step_follows();
   CREATE TRIGGER whistleblowing_state_holds BEFORE UPDATE OF state ON app.whistleblowing
     FOR EACH ROW EXECUTE FUNCTION auth.whistleblowing_state_holds();`,
].join('\n');
