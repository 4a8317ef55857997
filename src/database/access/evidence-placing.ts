import { kernelFunction, kernelTrigger } from './row-security.js';

const circle = (rest: string): string => `e.inspection_id || ':${rest}`;

/** Settles who sees an item, its parts and its shares, whenever one of the facts that decide it is written. */
export const EVIDENCE_PLACING = [
  kernelFunction(
    'auth.wrote_evidence(which uuid)',
    'boolean',
    // Of the principal himself, who no longer sees the text of his own item once it is withdrawn.
    `SELECT EXISTS (SELECT FROM app.evidence_body b WHERE b.evidence_id = which AND b.author_id = auth.user_id())`,
  ),
  kernelFunction(
    'auth.analyses_evidence(which uuid)',
    'boolean',
    // Of the owner's analysts, who wrote it with the others: that it is data is not seen once it is withdrawn.
    `SELECT EXISTS (SELECT FROM app.evidence_body b JOIN app.evidence e ON e.id = b.evidence_id
       WHERE b.evidence_id = which AND b.strength = 'DATA' AND (e.inspection_id || ':analysts:' || e.owner) = ANY (auth.circles()))`,
  ),
  kernelFunction(
    'auth.share_entitlements(of_evidence uuid, most integer)',
    'auth.entitlement[]',
    // Shares in force now or later; closing freezes those in force (R14). A start that was not in the future is no bound.
    `SELECT coalesce(array_agg(ROW(
         s.inspection_id || CASE WHEN s.recipient_assignment_id IS NULL THEN ':team:' || s.recipient ELSE ':seat:' || s.recipient_assignment_id END,
         least(most, CASE s.form WHEN 'WHOLE' THEN 3 ELSE 2 END),
         CASE WHEN s.starts_at > s.shared_at AND c.closed_at IS NULL THEN s.starts_at END,
         CASE WHEN c.closed_at IS NULL THEN s.ends_at END)::auth.entitlement), '{}')
     FROM app.evidence_share s JOIN app.inspection_conduct c ON c.inspection_id = s.inspection_id
     WHERE s.evidence_id = of_evidence AND s.revoked_at IS NULL
       AND (c.closed_at IS NULL OR (s.starts_at <= c.closed_at AND (s.ends_at IS NULL OR c.closed_at < s.ends_at)))`,
    { open: false },
  ),
  kernelFunction(
    'auth.place_evidence(which uuid)',
    'void',
    `DECLARE e app.evidence; b app.evidence_body; own auth.entitlement[]; sharers auth.entitlement[]; stands bigint; whole bigint; kept bigint; subjects uuid[]; closed timestamptz;
     BEGIN
       SELECT * INTO e FROM app.evidence WHERE id = which;
       SELECT * INTO b FROM app.evidence_body WHERE evidence_id = which;
       IF b.evidence_id IS NULL THEN RETURN; END IF;
       -- Closing freezes the shares in force: they neither end nor begin after it (R14).
       SELECT c.closed_at INTO closed FROM app.inspection_conduct c WHERE c.inspection_id = e.inspection_id;
       subjects := array_remove(ARRAY[e.case_id, b.source_agency_id] || b.spoken_of_ids, NULL);
       -- After closing its record keepers withdraw and revoke, and nobody else writes.
       own := ARRAY[auth.sees(${circle(`keeper:' || e.owner`)}, CASE e.state WHEN 'WITHDRAWN' THEN 2 ELSE 4 END),
                    auth.sees(${circle(`team:' || e.owner`)}, CASE e.state WHEN 'WITHDRAWN' THEN 2 ELSE 3 END)]
           || CASE WHEN e.state = 'SUBMITTED' AND closed IS NULL THEN ARRAY[auth.sees(${circle(`writers:' || e.owner`)}, 4)] ELSE '{}' END
           || CASE WHEN e.state = 'SUBMITTED' AND closed IS NULL AND b.strength = 'DATA' THEN ARRAY[auth.sees(${circle(`analysts:' || e.owner`)}, 4)] ELSE '{}' END;
       whole := auth.audience(e.inspection_id, CASE e.state
         WHEN 'DRAFT' THEN ARRAY[auth.sees(${circle(`author:' || b.author_id`)}, 4)]
         WHEN 'SUBMITTED' THEN own || auth.share_entitlements(which, 3) || auth.break_glass_entitlements(which)
         ELSE own || auth.share_entitlements(which, 1) END);
       -- Record keepers change the state of an item, and nothing that it says.
       stands := CASE WHEN e.state = 'SUBMITTED' AND closed IS NOT NULL
         THEN auth.audience(e.inspection_id, own || auth.share_entitlements(which, 3), true) ELSE whole END;
       kept := CASE WHEN e.state = 'DRAFT' THEN whole ELSE auth.audience(e.inspection_id, own) END;
       UPDATE app.evidence SET audience_id = stands, subject_ids = subjects
         WHERE id = which AND (audience_id, subject_ids) IS DISTINCT FROM (stands, subjects);
       UPDATE app.evidence_summary SET audience_id = whole, subject_ids = subjects
         WHERE evidence_id = which AND (audience_id, subject_ids) IS DISTINCT FROM (whole, subjects);
       UPDATE app.evidence_body SET audience_id = whole, subject_ids = subjects
         WHERE evidence_id = which AND (audience_id, subject_ids) IS DISTINCT FROM (whole, subjects);
       UPDATE app.chronology_entry SET audience_id = whole, subject_ids = subjects || array_remove(ARRAY[agency_id, case_id], NULL)
         WHERE evidence_id = which;
       UPDATE app.marking_change SET audience_id = whole, subject_ids = subjects
         WHERE evidence_id = which AND (audience_id, subject_ids) IS DISTINCT FROM (whole, subjects);
       UPDATE app.evidence_withdrawal SET audience_id = whole, subject_ids = subjects
         WHERE evidence_id = which AND (audience_id, subject_ids) IS DISTINCT FROM (whole, subjects);
       -- Caps are the owner's business alone.
       UPDATE app.evidence_cap SET audience_id = kept, subject_ids = subjects
         WHERE evidence_id = which AND (audience_id, subject_ids) IS DISTINCT FROM (kept, subjects);
       -- An earlier version: the owner's, and those whose whole share had started before it was superseded (R3, R5).
       UPDATE app.evidence_version v SET subject_ids = subjects, audience_id =
           CASE WHEN e.state <> 'SUBMITTED' THEN 0 ELSE auth.audience(e.inspection_id, own || (
             SELECT coalesce(array_agg(ROW(s.inspection_id || CASE WHEN s.recipient_assignment_id IS NULL THEN ':team:' || s.recipient
                      ELSE ':seat:' || s.recipient_assignment_id END, 3, NULL, CASE WHEN closed IS NULL THEN s.ends_at END)::auth.entitlement), '{}')
             FROM app.evidence_share s
             WHERE s.evidence_id = which AND s.form = 'WHOLE' AND s.revoked_at IS NULL AND s.starts_at < v.superseded_at
               AND (closed IS NULL OR s.ends_at IS NULL OR closed < s.ends_at))) END
         WHERE v.evidence_id = which;
       -- A share: the owner's, who revokes it whatever became of the item, and its own recipient's as a summary.
       sharers := ARRAY[auth.sees(${circle(`keeper:' || e.owner`)}, 4), auth.sees(${circle(`team:' || e.owner`)}, 3)]
           || CASE WHEN closed IS NULL THEN ARRAY[auth.sees(${circle(`writers:' || e.owner`)}, 4)] ELSE '{}' END
           || CASE WHEN closed IS NULL AND b.strength = 'DATA' THEN ARRAY[auth.sees(${circle(`analysts:' || e.owner`)}, 4)] ELSE '{}' END;
       UPDATE app.evidence_share t SET subject_ids = subjects, audience_id = settled.audience
         FROM (SELECT s.id, auth.audience(e.inspection_id, sharers ||
           CASE WHEN e.state = 'SUBMITTED' AND s.revoked_at IS NULL
             AND (closed IS NULL OR (s.starts_at <= closed AND (s.ends_at IS NULL OR closed < s.ends_at)))
             THEN ARRAY[ROW(s.inspection_id || CASE WHEN s.recipient_assignment_id IS NULL THEN ':team:' || s.recipient
                    ELSE ':seat:' || s.recipient_assignment_id END, 2,
                    CASE WHEN closed IS NULL AND s.starts_at > s.shared_at THEN s.starts_at END,
                    CASE WHEN closed IS NULL THEN s.ends_at END)::auth.entitlement] ELSE '{}' END, true) AS audience
           FROM app.evidence_share s WHERE s.evidence_id = which) settled
         WHERE t.id = settled.id AND (t.audience_id, t.subject_ids) IS DISTINCT FROM (settled.audience, subjects);
       UPDATE app.evidence_share_text t SET subject_ids = subjects, audience_id = s.audience_id
         FROM app.evidence_share s WHERE s.id = t.share_id AND t.evidence_id = which
           AND (t.audience_id, t.subject_ids) IS DISTINCT FROM (s.audience_id, subjects);
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelTrigger('auth.evidence_changed', `PERFORM auth.place_evidence(NEW.id); RETURN NULL;`),
  kernelTrigger('auth.evidence_part_changed', `PERFORM auth.place_evidence(NEW.evidence_id); RETURN NULL;`),
  kernelTrigger(
    'auth.share_is_allowed',
    // The application's rule is told to the person first; this holds it against any other writer.
    `IF NOT EXISTS (SELECT FROM app.evidence e WHERE e.id = NEW.evidence_id AND e.state = 'SUBMITTED') THEN
       RAISE EXCEPTION 'only submitted evidence is shared' USING ERRCODE = 'check_violation', CONSTRAINT = 'share_submitted'; END IF;
     IF NOT EXISTS (SELECT FROM app.evidence_cap c WHERE c.evidence_id = NEW.evidence_id AND c.recipient = NEW.recipient
         AND (c.form = 'WHOLE' OR c.form = NEW.form)) THEN
       RAISE EXCEPTION 'the form is above what release() allows' USING ERRCODE = 'check_violation', CONSTRAINT = 'share_cap'; END IF;
     IF NOT EXISTS (SELECT FROM app.inspection_inspectorate p WHERE p.inspection_id = NEW.inspection_id AND p.inspectorate = NEW.recipient
         AND p.accepted_at IS NOT NULL) THEN
       RAISE EXCEPTION 'the recipient takes no part' USING ERRCODE = 'check_violation', CONSTRAINT = 'share_recipient'; END IF;
     IF NEW.recipient_assignment_id IS NOT NULL AND NOT EXISTS (SELECT FROM app.assignment a WHERE a.id = NEW.recipient_assignment_id
         AND a.inspection_id = NEW.inspection_id AND a.inspectorate = NEW.recipient) THEN
       RAISE EXCEPTION 'the assignment is on another team' USING ERRCODE = 'check_violation', CONSTRAINT = 'share_recipient'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.evidence_state_holds',
    `IF (OLD.state, NEW.state) NOT IN (('DRAFT', 'DRAFT'), ('DRAFT', 'SUBMITTED'), ('SUBMITTED', 'SUBMITTED'), ('SUBMITTED', 'WITHDRAWN')) THEN
       RAISE EXCEPTION 'evidence goes from draft to submitted to withdrawn' USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_state'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.evidence_deletion_holds',
    `IF OLD.state <> 'DRAFT' THEN
       RAISE EXCEPTION 'only a draft is deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_state'; END IF;
     RETURN OLD;`,
  ),
  kernelTrigger(
    'auth.cap_lowered',
    // Shares above what release() allows now end, for whoever reads after this, whatever his clock says (R4).
    `UPDATE app.evidence_share s SET revoked_at = auth.at(), revoked_by = auth.user_id(), revoke_reason = NEW.why
       WHERE s.evidence_id = NEW.evidence_id AND s.recipient = NEW.recipient AND s.revoked_at IS NULL
         AND (NEW.form = 'NOTHING' OR (NEW.form = 'SUMMARY' AND s.form = 'WHOLE'));
     RETURN NULL;`,
  ),
  kernelTrigger(
    'auth.revocation_holds',
    `IF OLD.revoked_at IS NOT NULL THEN
       RAISE EXCEPTION 'a revoked share stays revoked' USING ERRCODE = 'check_violation', CONSTRAINT = 'share_revoked'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.evidence_parts_added',
    // Once for each item, in one order: two that add parts to the same items wait for each other and do not deadlock.
    `PERFORM auth.place_evidence(evidence_id) FROM (SELECT DISTINCT evidence_id FROM added ORDER BY evidence_id) item; RETURN NULL;`,
  ),
  `CREATE TRIGGER evidence_cap_place AFTER INSERT ON app.evidence_cap REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION auth.evidence_parts_added();
   CREATE TRIGGER evidence_cap_lowered AFTER UPDATE OF form ON app.evidence_cap FOR EACH ROW
     WHEN (OLD.form <> NEW.form) EXECUTE FUNCTION auth.cap_lowered();
   CREATE TRIGGER evidence_state_holds BEFORE UPDATE OF state ON app.evidence FOR EACH ROW EXECUTE FUNCTION auth.evidence_state_holds();
   CREATE TRIGGER evidence_deletion_holds BEFORE DELETE ON app.evidence FOR EACH ROW EXECUTE FUNCTION auth.evidence_deletion_holds();
   CREATE TRIGGER evidence_place AFTER UPDATE OF state, case_id ON app.evidence FOR EACH ROW EXECUTE FUNCTION auth.evidence_changed();
   CREATE TRIGGER evidence_body_place AFTER INSERT OR UPDATE OF source_agency_id, spoken_of_ids, strength ON app.evidence_body
     FOR EACH ROW EXECUTE FUNCTION auth.evidence_part_changed();
   CREATE TRIGGER evidence_version_place AFTER INSERT ON app.evidence_version FOR EACH ROW EXECUTE FUNCTION auth.evidence_part_changed();
   CREATE TRIGGER evidence_withdrawal_place AFTER INSERT ON app.evidence_withdrawal FOR EACH ROW EXECUTE FUNCTION auth.evidence_part_changed();
   CREATE TRIGGER chronology_entry_place AFTER INSERT OR UPDATE OF agency_id ON app.chronology_entry FOR EACH ROW EXECUTE FUNCTION auth.evidence_part_changed();
   CREATE TRIGGER evidence_share_allowed BEFORE INSERT ON app.evidence_share FOR EACH ROW EXECUTE FUNCTION auth.share_is_allowed();
   CREATE TRIGGER evidence_share_revocation BEFORE UPDATE OF revoked_at ON app.evidence_share FOR EACH ROW EXECUTE FUNCTION auth.revocation_holds();
   CREATE TRIGGER evidence_share_place AFTER INSERT ON app.evidence_share REFERENCING NEW TABLE AS added
     FOR EACH STATEMENT EXECUTE FUNCTION auth.evidence_parts_added();
   CREATE TRIGGER evidence_share_ended AFTER UPDATE OF revoked_at, ends_at ON app.evidence_share FOR EACH ROW EXECUTE FUNCTION auth.evidence_part_changed();
   CREATE TRIGGER evidence_share_text_place AFTER INSERT ON app.evidence_share_text REFERENCING NEW TABLE AS added
     FOR EACH STATEMENT EXECUTE FUNCTION auth.evidence_parts_added();`,
].join('\n');
