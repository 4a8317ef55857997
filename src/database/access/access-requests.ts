import { inCircle, kernelFunction, kernelTrigger, protect } from './row-security.js';

const circle = (name: string): string => `r.inspection_id || ':${name}:' || `;

/** Settles who sees a request for access: who asked, while he sees the item, and those who decide it. */
const PLACING = [
  kernelFunction(
    'auth.place_access_request(which uuid)',
    'void',
    `DECLARE r app.access_request; e app.evidence; closed boolean; data boolean; whole bigint;
     BEGIN
       SELECT * INTO r FROM app.access_request WHERE id = which FOR NO KEY UPDATE;
       -- An item's audience is read only once no other transaction is about to change it.
       SELECT * INTO e FROM app.evidence WHERE id = r.evidence_id FOR SHARE;
       SELECT b.strength = 'DATA' INTO data FROM app.evidence_body b WHERE b.evidence_id = r.evidence_id;
       SELECT c.closed_at IS NOT NULL INTO closed FROM app.inspection_conduct c WHERE c.inspection_id = r.inspection_id;
       -- For nobody after closing, the 28 days of R14 included; never for quality assurers.
       whole := auth.audience(r.inspection_id, CASE WHEN closed THEN '{}' ELSE ARRAY[
         -- Whoever asked reads it: there is nothing of it that he changes.
         auth.sees(${circle('author')} r.asked_by, 3), auth.sees(${circle('writers')} r.owner, 4),
         auth.sees(${circle('analysts')} r.owner, CASE WHEN data THEN 4 ELSE 3 END)] END);
       UPDATE app.access_request SET audience_id = whole, item_audience_id = e.audience_id, subject_ids = e.subject_ids
         WHERE id = which AND (audience_id, item_audience_id, subject_ids) IS DISTINCT FROM (whole, e.audience_id, e.subject_ids);
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelTrigger('auth.access_request_made', `PERFORM auth.place_access_request(NEW.id); RETURN NULL;`),
  kernelTrigger(
    'auth.requested_evidence_changed',
    `PERFORM auth.place_access_request(r.id) FROM app.access_request r WHERE r.evidence_id = NEW.id; RETURN NULL;`,
  ),
  `CREATE TRIGGER access_request_place AFTER INSERT ON app.access_request FOR EACH ROW EXECUTE FUNCTION auth.access_request_made();
   CREATE TRIGGER evidence_requested AFTER UPDATE OF audience_id, subject_ids ON app.evidence FOR EACH ROW
     WHEN ((OLD.audience_id, OLD.subject_ids) IS DISTINCT FROM (NEW.audience_id, NEW.subject_ids))
     EXECUTE FUNCTION auth.requested_evidence_changed();`,
].join('\n');

const refuse = (condition: string, message: string, name: string): string =>
  `IF ${condition} THEN RAISE EXCEPTION '${message}' USING ERRCODE = 'check_violation', CONSTRAINT = 'access_request_${name}'; END IF;`;
const IS_CLOSED = `EXISTS (SELECT FROM app.inspection_conduct c WHERE c.inspection_id = NEW.inspection_id AND c.closed_at IS NOT NULL)`;
const DECIDES = `(NEW.inspection_id || ':writers:' || NEW.owner) = ANY (auth.circles())
  OR ((NEW.inspection_id || ':analysts:' || NEW.owner) = ANY (auth.circles())
    AND EXISTS (SELECT FROM app.evidence_body b WHERE b.evidence_id = NEW.evidence_id AND b.strength = 'DATA'))`;

/** What policies cannot hold. The service tells a person first. */
const TRANSITIONS = [
  kernelTrigger(
    'auth.access_request_is_allowed',
    // One answer for an item that is unseen, merely exists for the asker, or is not submitted.
    `${refuse(
      `NOT EXISTS (SELECT FROM app.evidence e WHERE e.id = NEW.evidence_id AND e.state = 'SUBMITTED'
         AND e.audience_id = ANY (auth.audiences(2)) AND NOT (e.subject_ids && auth.conflicts()))`,
      'only submitted evidence that is seen is asked for',
      'seen',
    )}
     ${refuse(
       `NOT EXISTS (SELECT FROM app.inspection_inspectorate p WHERE p.inspection_id = NEW.inspection_id
         AND p.inspectorate = NEW.recipient AND p.accepted_at IS NOT NULL)`,
       'the recipient takes no part',
       'recipient',
     )}
     ${refuse(
       `NEW.recipient_assignment_id IS NOT NULL AND NOT EXISTS (SELECT FROM app.assignment a WHERE a.id = NEW.recipient_assignment_id
         AND a.inspection_id = NEW.inspection_id AND a.inspectorate = NEW.recipient)`,
       'the assignment is on another team',
       'recipient',
     )}
     ${refuse(IS_CLOSED, 'nothing is asked for after closing', 'closed')}
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.access_request_holds',
    `${refuse(`OLD.state <> 'OPEN'`, 'what was decided stays as it was decided', 'decided')}
     ${refuse(`NEW.state = 'OPEN' OR NEW.decided_by IS DISTINCT FROM auth.user_id()`, 'a request is granted or refused, by who does it', 'state')}
     ${refuse(`NOT (${DECIDES})`, 'the owner decides', 'decider')}
     ${refuse(IS_CLOSED, 'nothing is decided after closing', 'closed')}
     ${refuse(
       `NEW.state = 'GRANTED' AND NOT EXISTS (SELECT FROM app.evidence_share s WHERE s.id = NEW.share_id AND s.evidence_id = NEW.evidence_id
         AND s.recipient = NEW.recipient AND s.recipient_assignment_id IS NOT DISTINCT FROM NEW.recipient_assignment_id
         AND s.form IN ('SUMMARY', NEW.form) AND s.revoked_at IS NULL AND s.shared_by = NEW.decided_by)`,
       'it is granted by a share of what was asked for, with whom it was asked for',
       'share',
     )}
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.access_request_clocks_resumed',
    // A pause freezes clocks: what was left when it began, or when it was asked within it, is left when it ends.
    `UPDATE app.access_request r SET due_at = r.due_at + (auth.at() - greatest(OLD.paused_at, r.asked_at))
      WHERE r.inspection_id = NEW.inspection_id AND r.state = 'OPEN' AND r.due_at > OLD.paused_at;
     RETURN NULL;`,
  ),
  `CREATE TRIGGER access_request_allowed BEFORE INSERT ON app.access_request
     FOR EACH ROW EXECUTE FUNCTION auth.access_request_is_allowed();
   CREATE TRIGGER access_request_holds BEFORE UPDATE OF state, decided_by, decided_at, decision_reason, share_id ON app.access_request
     FOR EACH ROW EXECUTE FUNCTION auth.access_request_holds();
   CREATE TRIGGER access_request_clocks_resumed AFTER UPDATE OF paused_at ON app.inspection_conduct FOR EACH ROW
     WHEN (OLD.paused_at IS NOT NULL AND NEW.paused_at IS NULL) EXECUTE FUNCTION auth.access_request_clocks_resumed();`,
].join('\n');

const POLICIES = [
  protect({
    table: 'app.access_request',
    read: 3,
    // Whoever asked sees it while he sees the item that it is on.
    alsoRead: { column: 'item_audience_id', degree: 1 },
    subjects: true,
    insert: `state = 'OPEN' AND asked_by = auth.user_id() AND asked_at = auth.at()
      AND ${inCircle(`'seat:' || assignment_id`)} AND NOT ${inCircle(`'team:' || owner`)}`,
    update: ['state', 'decided_by', 'decided_at', 'decision_reason', 'share_id'],
  }),
].join('\n');

export const ACCESS_REQUESTS = [PLACING, TRANSITIONS, POLICIES].join('\n');
