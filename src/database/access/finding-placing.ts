import { kernelFunction, kernelTrigger } from './row-security.js';

const team = (name: string): string => `f.inspection_id || ':${name}:' || f.owner`;

/** Agencies and cases that hide a finding from whoever has a conflict with one of them (R10). */
const SUBJECTS = `
  SELECT coalesce(array_agg(DISTINCT s.id ORDER BY s.id), '{}') INTO subjects FROM (
    SELECT unnest(b.agency_ids || b.case_id) AS id
    UNION ALL
    SELECT unnest(e.subject_ids) FROM app.citation c JOIN app.evidence e ON e.id = c.evidence_id WHERE c.finding_id = which) s
  WHERE s.id IS NOT NULL;`;

/** Settles who sees a finding, its citations and passages, whenever one of the facts that decide it is written (R8). */
export const FINDING_PLACING = [
  kernelFunction(
    'auth.place_finding(which uuid)',
    'void',
    `DECLARE f app.finding; b app.finding_body; opened boolean; marked text; whole bigint; subjects uuid[];
     BEGIN
       -- Two transactions that change different items of one finding settle it one after the other.
       SELECT * INTO f FROM app.finding WHERE id = which FOR NO KEY UPDATE;
       SELECT * INTO b FROM app.finding_body WHERE finding_id = which;
       IF f.id IS NULL OR b.finding_id IS NULL THEN RETURN; END IF;
       -- An item's audience is read only once no other transaction is about to change it.
       PERFORM FROM app.citation c JOIN app.evidence e ON e.id = c.evidence_id WHERE c.finding_id = which ORDER BY e.id FOR SHARE OF e;
       opened := f.revealed OR (f.state = 'SUBMITTED' AND EXISTS (
         SELECT FROM app.inspection_conduct i WHERE i.inspection_id = f.inspection_id AND i.revealed_at IS NOT NULL));
       whole := auth.audience(f.inspection_id, CASE f.state
         WHEN 'DRAFT' THEN ARRAY[auth.sees(${team('writers')}, 4)]
         WHEN 'SUBMITTED' THEN
           ARRAY[auth.sees(${team('writers')}, 4), auth.sees(${team('team')}, 3), auth.sees(${team('keeper')}, 3)]
           || CASE WHEN opened THEN ARRAY[auth.sees(f.inspection_id || ':team', 3)] ELSE '{}' END
         ELSE
           ARRAY[auth.sees(${team('team')}, 3), auth.sees(${team('keeper')}, 3)]
           || CASE WHEN opened THEN ARRAY[auth.sees(f.inspection_id || ':team', 1)] ELSE '{}' END END);
       ${SUBJECTS}
       marked := auth.derived_marking(which);
       UPDATE app.finding SET audience_id = whole, subject_ids = subjects, revealed = opened, marking = marked
         WHERE id = which AND (audience_id, subject_ids, revealed, marking) IS DISTINCT FROM (whole, subjects, opened, marked);
       UPDATE app.marking_lowering SET audience_id = whole, subject_ids = subjects WHERE finding_id = which;
       UPDATE app.marking_agreement SET audience_id = whole, subject_ids = subjects WHERE finding_id = which;
       UPDATE app.finding_body SET audience_id = whole, subject_ids = subjects
         WHERE finding_id = which AND (audience_id, subject_ids) IS DISTINCT FROM (whole, subjects);
       UPDATE app.finding_withdrawal SET audience_id = whole, subject_ids = subjects WHERE finding_id = which;
       UPDATE app.attitude SET audience_id = whole, subject_ids = subjects WHERE finding_id = which;
       UPDATE app.citation c SET audience_id = whole, subject_ids = subjects, item_audience_id = e.audience_id
         FROM app.evidence e
         WHERE c.finding_id = which AND e.id = c.evidence_id
           AND (c.audience_id, c.subject_ids, c.item_audience_id) IS DISTINCT FROM (whole, subjects, e.audience_id);
       -- A quote from an earlier version: for those who see that version.
       UPDATE app.citation_passage p SET audience_id = whole, subject_ids = subjects, item_audience_id = coalesce(
           (SELECT v.audience_id FROM app.evidence_version v WHERE v.evidence_id = p.evidence_id AND v.version >= p.evidence_version
            ORDER BY v.version LIMIT 1), e.audience_id)
         FROM app.evidence e WHERE p.finding_id = which AND e.id = p.evidence_id;
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelTrigger('auth.finding_changed', `PERFORM auth.place_finding(NEW.id); RETURN NULL;`),
  kernelTrigger('auth.finding_part_changed', `PERFORM auth.place_finding(NEW.finding_id); RETURN NULL;`),
  kernelTrigger(
    'auth.finding_parts_changed',
    `PERFORM auth.place_finding(finding_id) FROM (SELECT DISTINCT finding_id FROM changed) part; RETURN NULL;`,
  ),
  kernelTrigger(
    'auth.cited_evidence_changed',
    `PERFORM auth.place_finding(c.finding_id) FROM app.citation c WHERE c.evidence_id = NEW.id; RETURN NULL;`,
  ),
  kernelTrigger(
    'auth.quoted_version_changed',
    `PERFORM auth.place_finding(p.finding_id) FROM app.citation_passage p WHERE p.evidence_id = NEW.evidence_id; RETURN NULL;`,
  ),
  kernelTrigger(
    'auth.finding_state_holds',
    `IF (OLD.state, NEW.state) NOT IN (('DRAFT', 'DRAFT'), ('DRAFT', 'SUBMITTED'), ('SUBMITTED', 'SUBMITTED'), ('SUBMITTED', 'WITHDRAWN')) THEN
       RAISE EXCEPTION 'a finding goes from draft to submitted to withdrawn' USING ERRCODE = 'check_violation', CONSTRAINT = 'finding_state'; END IF;
     IF NEW.state = 'WITHDRAWN' AND EXISTS (SELECT FROM app.finding_merge_source s WHERE s.finding_id = NEW.id AND NOT s.undone) THEN
       RAISE EXCEPTION 'a finding is withdrawn once no merge holds it' USING ERRCODE = 'check_violation', CONSTRAINT = 'finding_merged'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.finding_deletion_holds',
    `IF OLD.state <> 'DRAFT' THEN
       RAISE EXCEPTION 'only a draft is deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'finding_state'; END IF;
     RETURN OLD;`,
  ),
  kernelTrigger(
    'auth.citation_is_allowed',
    // One answer for an item that is unseen, elsewhere, not submitted or nowhere.
    `IF NOT EXISTS (SELECT FROM app.evidence e WHERE e.id = NEW.evidence_id AND e.inspection_id = NEW.inspection_id AND e.state = 'SUBMITTED'
         AND e.audience_id = ANY (auth.audiences(1)) AND NOT (e.subject_ids && auth.conflicts())) THEN
       RAISE EXCEPTION 'only submitted evidence that is seen is cited' USING ERRCODE = 'check_violation', CONSTRAINT = 'citation_seen'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.passage_is_cut',
    // The quote is what the item says there: nobody types it.
    `SELECT substr(b.body, NEW.from_offset + 1, NEW.to_offset - NEW.from_offset), b.version INTO NEW.quote, NEW.evidence_version
     FROM app.evidence e JOIN app.evidence_body b ON b.evidence_id = e.id
     WHERE e.id = NEW.evidence_id AND NEW.from_offset >= 0 AND NEW.from_offset < NEW.to_offset AND NEW.to_offset <= char_length(b.body)
       AND e.audience_id = ANY (auth.audiences(3)) AND NOT (e.subject_ids && auth.conflicts());
     IF NEW.quote IS NULL THEN
       RAISE EXCEPTION 'a passage lies within an item that is seen whole' USING ERRCODE = 'check_violation', CONSTRAINT = 'passage_within'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.reveal_opened',
    `PERFORM auth.place_finding(f.id) FROM app.finding f WHERE f.inspection_id = NEW.inspection_id;
     PERFORM auth.place_contribution(c.id) FROM app.contribution c WHERE c.inspection_id = NEW.inspection_id;
     RETURN NULL;`,
  ),
  `CREATE TRIGGER finding_state_holds BEFORE UPDATE OF state ON app.finding FOR EACH ROW EXECUTE FUNCTION auth.finding_state_holds();
   CREATE TRIGGER finding_deletion_holds BEFORE DELETE ON app.finding FOR EACH ROW EXECUTE FUNCTION auth.finding_deletion_holds();
   CREATE TRIGGER finding_place AFTER UPDATE OF state ON app.finding FOR EACH ROW EXECUTE FUNCTION auth.finding_changed();
   CREATE TRIGGER finding_body_place AFTER INSERT OR UPDATE OF agency_ids, case_id ON app.finding_body
     FOR EACH ROW EXECUTE FUNCTION auth.finding_part_changed();
   CREATE TRIGGER finding_withdrawal_place AFTER INSERT ON app.finding_withdrawal FOR EACH ROW EXECUTE FUNCTION auth.finding_part_changed();
   CREATE TRIGGER citation_allowed BEFORE INSERT ON app.citation FOR EACH ROW EXECUTE FUNCTION auth.citation_is_allowed();
   CREATE TRIGGER citation_place AFTER INSERT ON app.citation REFERENCING NEW TABLE AS changed
     FOR EACH STATEMENT EXECUTE FUNCTION auth.finding_parts_changed();
   CREATE TRIGGER citation_removed AFTER DELETE ON app.citation REFERENCING OLD TABLE AS changed
     FOR EACH STATEMENT EXECUTE FUNCTION auth.finding_parts_changed();
   CREATE TRIGGER citation_passage_cut BEFORE INSERT ON app.citation_passage FOR EACH ROW EXECUTE FUNCTION auth.passage_is_cut();
   CREATE TRIGGER citation_passage_place AFTER INSERT ON app.citation_passage REFERENCING NEW TABLE AS changed
     FOR EACH STATEMENT EXECUTE FUNCTION auth.finding_parts_changed();
   CREATE TRIGGER evidence_cited AFTER UPDATE OF audience_id, subject_ids ON app.evidence FOR EACH ROW
     WHEN ((OLD.audience_id, OLD.subject_ids) IS DISTINCT FROM (NEW.audience_id, NEW.subject_ids)) EXECUTE FUNCTION auth.cited_evidence_changed();
   CREATE TRIGGER evidence_version_quoted AFTER UPDATE OF audience_id ON app.evidence_version FOR EACH ROW
     WHEN (OLD.audience_id IS DISTINCT FROM NEW.audience_id) EXECUTE FUNCTION auth.quoted_version_changed();
   CREATE TRIGGER reveal_opened AFTER UPDATE OF revealed_at ON app.inspection_conduct FOR EACH ROW
     WHEN (OLD.revealed_at IS NULL AND NEW.revealed_at IS NOT NULL) EXECUTE FUNCTION auth.reveal_opened();`,
].join('\n');
