import { kernelFunction, kernelTrigger } from './row-security.js';

const circle = (name: string): string => `c.inspection_id || ':${name}'`;
const agency = (row: string, name: string): string =>
  `${row}.inspection_id || ':${name}:' || ${row}.organisation_id::text`;

/** What the accuracy check turns on, and who sees what is said in it (R9). */
export const COMMENT_PLACING = [
  kernelFunction(
    'auth.clock(of_inspection uuid)',
    'timestamptz',
    // A pause freezes clocks: nothing falls due while it lasts. Told to whoever sees that the inspection exists.
    `SELECT least(auth.at(), c.paused_at)
     FROM app.inspection i JOIN app.inspection_conduct c ON c.inspection_id = i.id
     WHERE i.id = of_inspection AND i.audience_id = ANY (auth.audiences(1))`,
  ),
  kernelFunction(
    'auth.paragraph_to_comment(which uuid)',
    'TABLE (inspection_id uuid, frozen_text_id uuid, deadline timestamptz, reopened boolean)',
    // The text is shut after the deadline, yet what an agency was shown may be commented on, late, until signed.
    `SELECT p.inspection_id, t.id, t.deadline, t.reopened_at IS NOT NULL
     FROM app.frozen_paragraph p JOIN app.frozen_text t ON t.id = p.frozen_text_id
     WHERE p.id = which AND (p.inspection_id || ':agencies') = ANY (auth.circles())
       AND NOT p.subject_ids && auth.conflicts()`,
  ),
  kernelFunction(
    'auth.has_unanswered_comments(of_inspection uuid)',
    'boolean',
    // Over all agencies, whatever a conflict of interest hides from the asker, since it holds signing back: hence that
    // there are some, and not how many. For leads and signatories; for others it is unknown.
    `SELECT CASE WHEN ARRAY[of_inspection || ':leads', of_inspection || ':signatories'] && auth.circles() THEN EXISTS (
       SELECT FROM app.accuracy_comment c
       WHERE c.inspection_id = of_inspection AND c.state = 'SENT'
         AND (NOT c.late OR EXISTS (SELECT FROM app.comment_admission a WHERE a.comment_id = c.id))
         AND NOT EXISTS (SELECT FROM app.accuracy_reply r WHERE r.comment_id = c.id AND r.state = 'SENT')) END`,
  ),
  kernelFunction(
    'auth.place_comment(which uuid)',
    'void',
    `DECLARE c app.accuracy_comment; r app.accuracy_reply; led_by text; whole bigint; replied bigint; subjects uuid[];
     BEGIN
       SELECT * INTO c FROM app.accuracy_comment WHERE id = which;
       SELECT * INTO r FROM app.accuracy_reply WHERE comment_id = which;
       SELECT i.leading_inspectorate INTO led_by FROM app.inspection i WHERE i.id = c.inspection_id;
       SELECT c.organisation_id || p.subject_ids INTO subjects FROM app.frozen_paragraph p WHERE p.id = c.frozen_paragraph_id;
       whole := auth.audience(c.inspection_id, CASE c.state
         WHEN 'DRAFT' THEN ARRAY[auth.sees(${agency('c', 'agency')}, 4)]
         ELSE ARRAY[auth.sees(${circle('team')}, 3), auth.sees(${circle('lead-keeper')}, 3),
                    auth.sees(${agency('c', 'agency')}, 3), auth.sees(${agency('c', 'sent')}, 3)] END);
       UPDATE app.accuracy_comment SET audience_id = whole, subject_ids = subjects WHERE id = which;
       UPDATE app.comment_admission SET audience_id = whole, subject_ids = subjects WHERE comment_id = which;
       IF r.comment_id IS NULL THEN RETURN; END IF;
       replied := auth.audience(c.inspection_id, ARRAY[auth.sees(${circle('team')}, 3)] || CASE r.state
         WHEN 'DRAFT' THEN ARRAY[auth.sees(${circle('lead')}, 4), auth.sees(${circle('lead:')} || led_by, 4),
                                 auth.sees(${circle('author:')} || r.drafted_by, 4)]
         ELSE ARRAY[auth.sees(${circle('lead-keeper')}, 3), auth.sees(${agency('c', 'agency')}, 3)] END);
       UPDATE app.accuracy_reply SET audience_id = replied, subject_ids = subjects WHERE comment_id = which;
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelTrigger('auth.comment_changed', `PERFORM auth.place_comment(NEW.id); RETURN NULL;`),
  kernelTrigger('auth.comment_part_changed', `PERFORM auth.place_comment(NEW.comment_id); RETURN NULL;`),
  kernelTrigger(
    'auth.paragraph_subjects_changed',
    `PERFORM auth.place_comment(c.id) FROM app.accuracy_comment c WHERE c.frozen_paragraph_id = NEW.id; RETURN NULL;`,
  ),
  `CREATE TRIGGER accuracy_comment_place AFTER INSERT OR UPDATE OF state ON app.accuracy_comment
     FOR EACH ROW EXECUTE FUNCTION auth.comment_changed();
   CREATE TRIGGER comment_admission_place AFTER INSERT ON app.comment_admission FOR EACH ROW EXECUTE FUNCTION auth.comment_part_changed();
   CREATE TRIGGER accuracy_reply_place AFTER INSERT OR UPDATE OF state ON app.accuracy_reply
     FOR EACH ROW EXECUTE FUNCTION auth.comment_part_changed();
   CREATE TRIGGER frozen_paragraph_moves_comments AFTER UPDATE OF subject_ids ON app.frozen_paragraph
     FOR EACH ROW WHEN (OLD.subject_ids IS DISTINCT FROM NEW.subject_ids) EXECUTE FUNCTION auth.paragraph_subjects_changed();`,
].join('\n');

/** What policies cannot hold, since they see no earlier row. The service tells a person first. */
export const COMMENT_TRANSITIONS = [
  kernelTrigger(
    'auth.comment_holds',
    `IF OLD.state = 'SENT' THEN
       RAISE EXCEPTION 'what was sent stays as it was sent' USING ERRCODE = 'check_violation', CONSTRAINT = 'comment_sent'; END IF;
     IF NEW.state = 'SENT' AND (${agency('NEW', 'coordinator')}) <> ALL (auth.circles()) THEN
       RAISE EXCEPTION 'the coordinator sends it' USING ERRCODE = 'check_violation', CONSTRAINT = 'comment_sender'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.admission_is_due',
    `IF NOT EXISTS (SELECT FROM app.accuracy_comment c WHERE c.id = NEW.comment_id AND c.state = 'SENT' AND c.late) THEN
       RAISE EXCEPTION 'only a late comment is admitted' USING ERRCODE = 'check_violation', CONSTRAINT = 'admission_due'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.reply_is_due',
    `IF NOT EXISTS (SELECT FROM app.accuracy_comment c WHERE c.id = NEW.comment_id AND c.state = 'SENT'
         AND (NOT c.late OR EXISTS (SELECT FROM app.comment_admission a WHERE a.comment_id = c.id))) THEN
       RAISE EXCEPTION 'a comment is answered once it is sent in time, or admitted' USING ERRCODE = 'check_violation', CONSTRAINT = 'reply_due'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.reply_holds',
    `IF OLD.state = 'SENT' THEN
       RAISE EXCEPTION 'what was answered stays as it was answered' USING ERRCODE = 'check_violation', CONSTRAINT = 'reply_sent'; END IF;
     RETURN NEW;`,
  ),
  `CREATE TRIGGER accuracy_comment_holds BEFORE UPDATE OF kind, text, proof, state, late ON app.accuracy_comment
     FOR EACH ROW EXECUTE FUNCTION auth.comment_holds();
   CREATE TRIGGER comment_admission_due BEFORE INSERT ON app.comment_admission FOR EACH ROW EXECUTE FUNCTION auth.admission_is_due();
   CREATE TRIGGER accuracy_reply_due BEFORE INSERT ON app.accuracy_reply FOR EACH ROW EXECUTE FUNCTION auth.reply_is_due();
   CREATE TRIGGER accuracy_reply_holds BEFORE UPDATE OF text, decision, state ON app.accuracy_reply
     FOR EACH ROW EXECUTE FUNCTION auth.reply_holds();`,
].join('\n');
