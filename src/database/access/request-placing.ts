import { kernelFunction, kernelTrigger } from './row-security.js';

const named = (circle: string, degree: number): string =>
  `(SELECT coalesce(array_agg(auth.sees(r.inspection_id || ':${circle}:' || x, ${degree})), '{}') FROM unnest(t.inspectorates) x)`;
const circle = (name: string): string => `r.inspection_id || ':${name}'`;
const author = `r.inspection_id || ':author:' || t.drafted_by`;
const agency = (row: string, name: string): string =>
  `${row}.inspection_id || ':${name}:' || ${row}.organisation_id::text`;

/** Settles who sees a request, its submission and the cases that it names (R7). */
export const REQUEST_PLACING = [
  kernelFunction(
    'auth.place_request(which uuid)',
    'void',
    // A cancelled draft was never the agency's: only what had been issued exists for it.
    `DECLARE r app.request; t app.request_text; led_by text; whole bigint; subjects uuid[];
     BEGIN
       SELECT * INTO r FROM app.request WHERE id = which;
       SELECT * INTO t FROM app.request_text WHERE request_id = which;
       IF t.request_id IS NULL THEN RETURN; END IF;
       SELECT i.leading_inspectorate INTO led_by FROM app.inspection i WHERE i.id = r.inspection_id;
       subjects := r.organisation_id || t.case_ids;
       whole := auth.audience(r.inspection_id, ${named('team', 3)} || CASE r.state
         WHEN 'DRAFT' THEN ${named('lead', 4)} || ARRAY[auth.sees(${author}, 4)]
           || CASE WHEN led_by = ANY (t.inspectorates) THEN ARRAY[auth.sees(${circle('lead')}, 4)] ELSE '{}' END
         WHEN 'ISSUED' THEN ${named('lead', 4)} || ${named('keeper', 3)}
           || ARRAY[auth.sees(${circle('lead')}, 4), auth.sees(${author}, 3), auth.sees(${circle('team')}, 1),
                    auth.sees(${agency('r', 'agency')}, 3), auth.sees(${circle('coordinators')}, 2)]
         ELSE CASE WHEN t.issued_at IS NULL THEN '{}'
              ELSE ${named('keeper', 3)} || ARRAY[auth.sees(${agency('r', 'agency')}, 1)] END END);
       UPDATE app.request SET audience_id = whole, subject_ids = subjects WHERE id = which;
       UPDATE app.request_due SET audience_id = whole, subject_ids = subjects WHERE request_id = which;
       UPDATE app.request_text SET audience_id = whole, subject_ids = subjects WHERE request_id = which;
       IF r.state <> 'DRAFT' THEN PERFORM auth.place_case(c) FROM unnest(t.case_ids) c; END IF;
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelFunction(
    'auth.place_submission(which uuid)',
    'void',
    `DECLARE r app.submission; t app.request_text; whole bigint; subjects uuid[];
     BEGIN
       SELECT * INTO r FROM app.submission WHERE id = which;
       SELECT * INTO t FROM app.request_text WHERE request_id = r.request_id;
       subjects := r.organisation_id || t.case_ids;
       whole := auth.audience(r.inspection_id, CASE r.state
         WHEN 'DRAFT' THEN ARRAY[auth.sees(${agency('r', 'agency')}, 4)]
         ELSE ${named('team', 3)} || ${named('keeper', 3)}
           || ARRAY[auth.sees(${agency('r', 'coordinator')}, 4), auth.sees(${agency('r', 'agency')}, 3), auth.sees(${agency('r', 'sent')}, 3)] END);
       UPDATE app.submission SET audience_id = whole, subject_ids = subjects WHERE id = which;
       UPDATE app.submission_text SET audience_id = whole, subject_ids = subjects WHERE submission_id = which;
       UPDATE app.submission_version SET audience_id = whole, subject_ids = subjects WHERE submission_id = which;
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelTrigger('auth.request_changed', `PERFORM auth.place_request(NEW.id); RETURN NULL;`),
  kernelTrigger('auth.request_part_changed', `PERFORM auth.place_request(NEW.request_id); RETURN NULL;`),
  kernelTrigger('auth.submission_changed', `PERFORM auth.place_submission(NEW.id); RETURN NULL;`),
  kernelTrigger('auth.submission_part_changed', `PERFORM auth.place_submission(NEW.submission_id); RETURN NULL;`),
  `CREATE TRIGGER request_place AFTER UPDATE OF state ON app.request FOR EACH ROW EXECUTE FUNCTION auth.request_changed();
   CREATE TRIGGER request_text_place AFTER INSERT OR UPDATE OF inspectorates, case_ids ON app.request_text
     FOR EACH ROW EXECUTE FUNCTION auth.request_part_changed();
   CREATE TRIGGER submission_place AFTER UPDATE OF state ON app.submission FOR EACH ROW EXECUTE FUNCTION auth.submission_changed();
   CREATE TRIGGER submission_text_place AFTER INSERT ON app.submission_text FOR EACH ROW EXECUTE FUNCTION auth.submission_part_changed();
   CREATE TRIGGER submission_version_place AFTER INSERT ON app.submission_version FOR EACH ROW EXECUTE FUNCTION auth.submission_part_changed();`,
].join('\n');

/** What policies cannot hold, since they see no earlier row. The service tells a person first. */
export const REQUEST_TRANSITIONS = [
  kernelTrigger(
    'auth.request_state_holds',
    `IF (OLD.state, NEW.state) NOT IN (('DRAFT', 'DRAFT'), ('DRAFT', 'ISSUED'), ('DRAFT', 'CANCELLED'), ('ISSUED', 'ISSUED'), ('ISSUED', 'CANCELLED')) THEN
       RAISE EXCEPTION 'a request goes from draft to issued to cancelled' USING ERRCODE = 'check_violation', CONSTRAINT = 'request_state'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.request_text_holds',
    `IF NOT EXISTS (SELECT FROM app.request r WHERE r.id = NEW.request_id AND r.state = 'DRAFT') THEN
       RAISE EXCEPTION 'what was issued stays as it was issued' USING ERRCODE = 'check_violation', CONSTRAINT = 'request_text_issued'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.submission_is_asked',
    `IF NEW.state <> 'DRAFT' OR NOT EXISTS (SELECT FROM app.request r WHERE r.id = NEW.request_id AND r.state = 'ISSUED') THEN
       RAISE EXCEPTION 'a submission begins as a draft on an issued request' USING ERRCODE = 'check_violation', CONSTRAINT = 'submission_asked'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.submission_state_holds',
    `IF (OLD.state, NEW.state) NOT IN (('DRAFT', 'DRAFT'), ('DRAFT', 'SUBMITTED'), ('SUBMITTED', 'SUBMITTED')) THEN
       RAISE EXCEPTION 'a submission goes from draft to submitted' USING ERRCODE = 'check_violation', CONSTRAINT = 'submission_state'; END IF;
     IF NEW.state = 'SUBMITTED' AND (${agency('NEW', 'coordinator')}) <> ALL (auth.circles()) THEN
       RAISE EXCEPTION 'the coordinator sends it' USING ERRCODE = 'check_violation', CONSTRAINT = 'submission_sender'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.submission_text_holds',
    `IF EXISTS (SELECT FROM app.submission s WHERE s.id = NEW.submission_id AND s.state = 'SUBMITTED' AND NOT EXISTS (
         SELECT FROM app.submission_version v WHERE v.submission_id = s.id AND v.version = s.version AND v.text = OLD.text AND v.data = OLD.data)) THEN
       RAISE EXCEPTION 'what was sent is kept when it is replaced' USING ERRCODE = 'check_violation', CONSTRAINT = 'submission_kept'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.request_clocks_resumed',
    // A pause freezes clocks: what was still due moves by as long as it lasted.
    `UPDATE app.request_due d SET due_at = d.due_at + (auth.at() - OLD.paused_at)
      WHERE d.inspection_id = NEW.inspection_id AND d.due_at > OLD.paused_at;
     RETURN NULL;`,
  ),
  `CREATE TRIGGER request_state_holds BEFORE UPDATE OF state ON app.request FOR EACH ROW EXECUTE FUNCTION auth.request_state_holds();
   CREATE TRIGGER request_text_holds BEFORE UPDATE OF title, asked, reason, inspectorates, case_ids ON app.request_text
     FOR EACH ROW EXECUTE FUNCTION auth.request_text_holds();
   CREATE TRIGGER submission_is_asked BEFORE INSERT ON app.submission FOR EACH ROW EXECUTE FUNCTION auth.submission_is_asked();
   CREATE TRIGGER submission_state_holds BEFORE UPDATE OF state ON app.submission FOR EACH ROW EXECUTE FUNCTION auth.submission_state_holds();
   CREATE TRIGGER submission_text_holds BEFORE UPDATE OF text, data ON app.submission_text FOR EACH ROW EXECUTE FUNCTION auth.submission_text_holds();
   CREATE TRIGGER request_clocks_resumed AFTER UPDATE OF paused_at ON app.inspection_conduct FOR EACH ROW
     WHEN (OLD.paused_at IS NOT NULL AND NEW.paused_at IS NULL) EXECUTE FUNCTION auth.request_clocks_resumed();`,
].join('\n');
