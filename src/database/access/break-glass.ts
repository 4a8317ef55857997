import { addable, inCircle, kernelFunction, kernelTrigger, protect } from './row-security.js';

/** A share of the item `e` that reaches the assignment `a`, or its whole team. */
const reaches = (a: string): string =>
  `(s.recipient_assignment_id = ${a} OR (s.recipient_assignment_id IS NULL AND s.recipient = b.inspectorate))`;

/** What a break-glass opens, and whom it was told to (R11). */
const PLACING = [
  kernelFunction(
    'auth.break_glass_entitlements(of_evidence uuid)',
    'auth.entitlement[]',
    // Of owners who were told, in the form that release() allows, until closing. Of one item only while it would be
    // seen in summary besides. Periods that are over stay: they open nothing, and nothing has to be settled when they end.
    `SELECT coalesce(array_agg(ROW(b.inspection_id || ':seat:' || b.assignment_id, CASE k.form WHEN 'WHOLE' THEN 3 ELSE 2 END,
         seen.from_at, seen.until_at)::auth.entitlement), '{}')
     FROM app.evidence e
     JOIN app.break_glass b ON b.inspection_id = e.inspection_id AND (b.case_id = e.case_id OR b.evidence_id = e.id)
     JOIN app.break_glass_review r ON r.break_glass_id = b.id AND r.owner = e.owner
     JOIN app.evidence_cap k ON k.evidence_id = e.id AND k.recipient = b.inspectorate AND k.form <> 'NOTHING'
     JOIN app.inspection_conduct c ON c.inspection_id = e.inspection_id AND c.closed_at IS NULL,
       LATERAL (
         SELECT b.starts_at, b.ends_at WHERE b.case_id IS NOT NULL
         UNION ALL
         SELECT greatest(b.starts_at, s.starts_at), least(b.ends_at, s.ends_at) FROM app.evidence_share s
         WHERE s.evidence_id = b.evidence_id AND s.revoked_at IS NULL AND ${reaches('b.assignment_id')}
       ) seen (from_at, until_at)
     WHERE e.id = of_evidence AND e.state = 'SUBMITTED' AND seen.from_at < seen.until_at`,
    { open: false },
  ),
  kernelFunction(
    'auth.place_break_glass(which uuid)',
    'void',
    // For the asker, of an item while he sees it, and the leads of each owner; these learn of no other owner.
    `DECLARE b app.break_glass; led_by text; subjects uuid[]; own auth.entitlement[];
     BEGIN
       SELECT * INTO b FROM app.break_glass WHERE id = which;
       SELECT i.leading_inspectorate INTO led_by FROM app.inspection i WHERE i.id = b.inspection_id;
       IF b.case_id IS NOT NULL THEN
         subjects := ARRAY[b.case_id];
         own := ARRAY[auth.sees(b.inspection_id || ':author:' || b.asked_by, 3)];
       ELSE
         SELECT e.subject_ids INTO subjects FROM app.evidence e WHERE e.id = b.evidence_id;
         SELECT coalesce(array_agg(ROW(CASE WHEN g.circle = b.inspection_id || ':team:' || b.inspectorate
             THEN b.inspection_id || ':author:' || b.asked_by ELSE g.circle END, 3, g.starts_at, g.ends_at)::auth.entitlement), '{}') INTO own
           FROM app.evidence e JOIN app.audience_grant g ON g.audience_id = e.audience_id
           WHERE e.id = b.evidence_id AND (g.circle = b.inspection_id || ':team:' || b.inspectorate OR g.circle IN (
             SELECT a.inspection_id || ':seat:' || a.id FROM app.assignment a WHERE a.user_id = b.asked_by AND a.inspection_id = b.inspection_id));
       END IF;
       UPDATE app.break_glass_review r SET subject_ids = subjects, audience_id = auth.audience(b.inspection_id,
           own || ARRAY[auth.sees(b.inspection_id || ':lead:' || r.owner, 4)]
           || CASE WHEN r.owner = led_by THEN ARRAY[auth.sees(b.inspection_id || ':lead', 3)] ELSE '{}' END)
         WHERE r.break_glass_id = which;
       UPDATE app.break_glass SET subject_ids = subjects, audience_id = auth.audience(b.inspection_id, own || (
           SELECT coalesce(array_agg(auth.sees(b.inspection_id || part, 3)), '{}')
           FROM app.break_glass_review r, LATERAL unnest(CASE WHEN r.owner = led_by
             THEN ARRAY[':lead:' || r.owner, ':lead'] ELSE ARRAY[':lead:' || r.owner] END) part
           WHERE r.break_glass_id = which))
         WHERE id = which;
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelTrigger('auth.break_glass_asked', `PERFORM auth.place_break_glass(NEW.id); RETURN NULL;`),
  kernelTrigger(
    'auth.break_glass_told',
    `PERFORM auth.place_break_glass(NEW.break_glass_id);
     PERFORM auth.place_evidence(e.id) FROM app.break_glass b
       JOIN app.evidence e ON e.inspection_id = b.inspection_id AND (e.case_id = b.case_id OR e.id = b.evidence_id)
       WHERE b.id = NEW.break_glass_id AND e.owner = NEW.owner AND e.state = 'SUBMITTED';
     RETURN NULL;`,
  ),
  kernelTrigger(
    'auth.evidence_moves_break_glass',
    `PERFORM auth.place_break_glass(b.id) FROM app.break_glass b WHERE b.evidence_id = NEW.id; RETURN NULL;`,
  ),
  kernelTrigger('auth.evidence_cap_moved', `PERFORM auth.place_evidence(NEW.evidence_id); RETURN NULL;`),
  `CREATE TRIGGER break_glass_place AFTER INSERT ON app.break_glass FOR EACH ROW EXECUTE FUNCTION auth.break_glass_asked();
   CREATE TRIGGER break_glass_review_place AFTER INSERT ON app.break_glass_review FOR EACH ROW EXECUTE FUNCTION auth.break_glass_told();
   CREATE TRIGGER evidence_moves_break_glass AFTER UPDATE OF audience_id, subject_ids ON app.evidence FOR EACH ROW
     WHEN ((OLD.audience_id, OLD.subject_ids) IS DISTINCT FROM (NEW.audience_id, NEW.subject_ids)) EXECUTE FUNCTION auth.evidence_moves_break_glass();
   CREATE TRIGGER evidence_cap_moved AFTER UPDATE OF form ON app.evidence_cap FOR EACH ROW
     WHEN (OLD.form IS DISTINCT FROM NEW.form) EXECUTE FUNCTION auth.evidence_cap_moved();`,
].join('\n');

/** What is told to a person first, and held here against any other writer. */
const HOLDING = [
  kernelFunction(
    'auth.break_glass_owners(of_assignment uuid, of_case uuid, of_item uuid)',
    'text[]',
    // The other inspectorates of which the asker would see something by it: he himself does not see their items. For
    // his own assignment as a lead, on what he sees; an item that may not leave, or that a conflict hides, is as if absent.
    `SELECT coalesce(array_agg(DISTINCT e.owner ORDER BY e.owner), '{}')
     FROM app.assignment b
     JOIN app.evidence e ON e.inspection_id = b.inspection_id AND e.state = 'SUBMITTED' AND e.owner <> b.inspectorate
     JOIN app.evidence_cap k ON k.evidence_id = e.id AND k.recipient = b.inspectorate
     WHERE b.id = of_assignment AND b.user_id = auth.user_id() AND b.role IN ('LEAD', 'INSPECTORATE_LEAD')
       AND (b.inspection_id || ':seat:' || b.id) = ANY (auth.circles()) AND NOT (e.subject_ids && auth.conflicts())
       AND CASE WHEN of_item IS NULL THEN e.case_id = of_case AND k.form <> 'NOTHING' AND EXISTS (
           SELECT FROM app.case_file f WHERE f.id = of_case AND f.audience_id = ANY (auth.audiences(1)) AND NOT (f.subject_ids && auth.conflicts()))
         ELSE e.id = of_item AND k.form = 'WHOLE' AND EXISTS (
           SELECT FROM app.evidence_share s WHERE s.evidence_id = of_item AND s.revoked_at IS NULL AND ${reaches('b.id')}
             AND s.starts_at <= greatest(auth.at(), s.shared_at) AND (s.ends_at IS NULL OR auth.at() < s.ends_at)) END`,
  ),
  kernelTrigger(
    'auth.break_glass_is_allowed',
    `-- Two at once wait for one another: the second finds the first.
     PERFORM pg_advisory_xact_lock(hashtextextended(NEW.asked_by || ' ' || coalesce(NEW.case_id, NEW.evidence_id), 5));
     IF EXISTS (SELECT FROM app.break_glass b JOIN app.break_glass_review r ON r.break_glass_id = b.id AND r.reviewed_at IS NULL
         WHERE b.asked_by = NEW.asked_by AND coalesce(b.case_id, b.evidence_id) = coalesce(NEW.case_id, NEW.evidence_id)) THEN
       RAISE EXCEPTION 'the last one is reviewed first' USING ERRCODE = 'check_violation', CONSTRAINT = 'break_glass_reviewed'; END IF;
     IF NOT EXISTS (SELECT FROM app.inspection i JOIN app.inspection_conduct c ON c.inspection_id = i.id
         WHERE i.id = NEW.inspection_id AND i.notified_at IS NOT NULL AND c.closed_at IS NULL) THEN
       RAISE EXCEPTION 'glass is broken from notification to closing' USING ERRCODE = 'check_violation', CONSTRAINT = 'break_glass_stage'; END IF;
     IF NOT EXISTS (SELECT FROM app.assignment a WHERE a.id = NEW.assignment_id AND a.inspection_id = NEW.inspection_id AND a.inspectorate = NEW.inspectorate)
       OR NOT EXISTS (SELECT FROM app.case_file f WHERE f.id = NEW.case_id AND f.inspection_id = NEW.inspection_id
         UNION ALL SELECT FROM app.evidence e WHERE e.id = NEW.evidence_id AND e.inspection_id = NEW.inspection_id)
       OR auth.break_glass_owners(NEW.assignment_id, NEW.case_id, NEW.evidence_id) = '{}' THEN
       RAISE EXCEPTION 'there is nothing that it would open' USING ERRCODE = 'check_violation', CONSTRAINT = 'break_glass_opens'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.break_glass_review_is_due',
    // Who else submits something within the hour was not told, and opens nothing.
    `IF NOT EXISTS (SELECT FROM app.break_glass b WHERE b.id = NEW.break_glass_id AND b.starts_at = auth.at() AND b.asked_by = auth.user_id()
         AND NEW.owner = ANY (auth.break_glass_owners(b.assignment_id, b.case_id, b.evidence_id))) THEN
       RAISE EXCEPTION 'an owner is told when the glass is broken' USING ERRCODE = 'check_violation', CONSTRAINT = 'break_glass_owner'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.break_glass_review_holds',
    `IF OLD.reviewed_at IS NOT NULL THEN
       RAISE EXCEPTION 'a review is written once' USING ERRCODE = 'check_violation', CONSTRAINT = 'break_glass_review_once'; END IF;
     IF NEW.reviewed_at IS DISTINCT FROM auth.at() OR NEW.reviewed_by IS DISTINCT FROM auth.user_id()
       OR NOT (NEW.inspection_id || ':lead:' || NEW.owner) = ANY (auth.circles())
       OR EXISTS (SELECT FROM app.break_glass b WHERE b.id = NEW.break_glass_id AND b.asked_by = auth.user_id()) THEN
       RAISE EXCEPTION 'the lead of the owner reviews it, not the asker' USING ERRCODE = 'check_violation', CONSTRAINT = 'break_glass_reviewer'; END IF;
     IF EXISTS (SELECT FROM app.inspection_conduct c WHERE c.inspection_id = NEW.inspection_id AND c.closed_at IS NOT NULL) THEN
       RAISE EXCEPTION 'closing freezes' USING ERRCODE = 'check_violation', CONSTRAINT = 'break_glass_stage'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.break_glass_clocks_resumed',
    // A pause freezes clocks: what is left of the time to review is the same after it.
    `UPDATE app.break_glass_review r SET review_due_at = r.review_due_at + (auth.at() - greatest(OLD.paused_at, b.starts_at))
       FROM app.break_glass b
       WHERE b.id = r.break_glass_id AND r.inspection_id = NEW.inspection_id AND r.reviewed_at IS NULL AND r.review_due_at > OLD.paused_at;
     RETURN NULL;`,
  ),
  `CREATE TRIGGER break_glass_allowed BEFORE INSERT ON app.break_glass FOR EACH ROW EXECUTE FUNCTION auth.break_glass_is_allowed();
   CREATE TRIGGER break_glass_review_due BEFORE INSERT ON app.break_glass_review FOR EACH ROW EXECUTE FUNCTION auth.break_glass_review_is_due();
   CREATE TRIGGER break_glass_review_once BEFORE UPDATE OF reviewed_at, reviewed_by, outcome, words, version ON app.break_glass_review
     FOR EACH ROW EXECUTE FUNCTION auth.break_glass_review_holds();
   CREATE TRIGGER break_glass_clocks_resumed AFTER UPDATE OF paused_at ON app.inspection_conduct FOR EACH ROW
     WHEN (OLD.paused_at IS NOT NULL AND NEW.paused_at IS NULL) EXECUTE FUNCTION auth.break_glass_clocks_resumed();`,
].join('\n');

const POLICIES = [
  protect({ table: 'app.break_glass', read: 3, subjects: true }),
  addable(
    'app.break_glass',
    [
      'id',
      'inspection_id',
      'case_id',
      'evidence_id',
      'asked_by',
      'assignment_id',
      'inspectorate',
      'reason',
      'starts_at',
      'ends_at',
    ],
    `asked_by = auth.user_id() AND starts_at = auth.at() AND ${inCircle(`'seat:' || assignment_id`)} AND ${inCircle(`'leads'`)}`,
  ),
  protect({
    table: 'app.break_glass_review',
    read: 3,
    subjects: true,
    update: ['reviewed_at', 'reviewed_by', 'outcome', 'words', 'version'],
  }),
  addable(
    'app.break_glass_review',
    ['id', 'break_glass_id', 'inspection_id', 'owner', 'review_due_at', 'calendar_version'],
    `reviewed_at IS NULL AND EXISTS (SELECT FROM app.break_glass b WHERE b.id = break_glass_id AND b.asked_by = auth.user_id())`,
  ),
].join('\n');

export const BREAK_GLASS = [PLACING, HOLDING, POLICIES].join('\n');
