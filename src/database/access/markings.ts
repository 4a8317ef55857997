import { inCircle, kernelFunction, kernelTrigger, protect } from './row-security.js';

const owners = inCircle(`'lead:' || owner`);

/** Markings: of an item by its change, of what derives from items by what it rests on. */
export const MARKINGS = [
  kernelFunction(
    'auth.marking_is_changed()',
    'trigger',
    // Raised by who writes the item; lowered by its author or the owner's inspectorate lead, with a reason.
    `DECLARE now_marked text; writes boolean; lowers boolean;
     BEGIN
       SELECT s.marking INTO now_marked FROM app.evidence e JOIN app.evidence_summary s ON s.evidence_id = e.id
         WHERE e.id = NEW.evidence_id AND e.state <> 'WITHDRAWN' AND e.audience_id = ANY (auth.audiences(4)) AND NOT (e.subject_ids && auth.conflicts())
         FOR UPDATE OF s;
       writes := now_marked IS NOT NULL;
       lowers := writes AND (EXISTS (SELECT FROM app.evidence_body b WHERE b.evidence_id = NEW.evidence_id AND b.author_id = auth.user_id())
         OR (NEW.inspection_id || ':lead:' || NEW.owner) = ANY (auth.circles()));
       IF NOT writes OR (NEW.marking = 'OFFICIAL' AND NOT lowers) THEN
         RAISE EXCEPTION 'this marking is not his to change' USING ERRCODE = 'insufficient_privilege'; END IF;
       IF now_marked = NEW.marking THEN
         RAISE EXCEPTION 'it is marked so already' USING ERRCODE = 'check_violation', CONSTRAINT = 'marking_change'; END IF;
       RETURN NEW;
     END`,
    { how: 'LANGUAGE plpgsql', open: false },
  ),
  kernelTrigger(
    'auth.marking_changed',
    // What a raised item was let out of by an earlier agreement, it is in again.
    `UPDATE app.evidence_summary SET marking = NEW.marking WHERE evidence_id = NEW.evidence_id;
     IF NEW.marking = 'OFFICIAL_SENSITIVE' THEN
       UPDATE app.marking_lowering SET evidence_ids = array_remove(evidence_ids, NEW.evidence_id) WHERE NEW.evidence_id = ANY (evidence_ids); END IF;
     PERFORM auth.place_evidence(NEW.evidence_id);
     PERFORM auth.place_finding(c.finding_id) FROM app.citation c WHERE c.evidence_id = NEW.evidence_id;
     RETURN NULL;`,
  ),
  kernelFunction(
    'auth.derived_marking(of_finding uuid)',
    'text',
    `SELECT CASE WHEN EXISTS (
       SELECT FROM app.citation c JOIN app.evidence_summary s ON s.evidence_id = c.evidence_id
       WHERE c.finding_id = of_finding AND s.marking = 'OFFICIAL_SENSITIVE' AND NOT EXISTS (
         SELECT FROM app.marking_lowering l WHERE l.finding_id = of_finding AND l.owners <@ l.agreed AND c.evidence_id = ANY (l.evidence_ids)))
       THEN 'OFFICIAL_SENSITIVE' ELSE 'OFFICIAL' END`,
    { open: false },
  ),
  kernelTrigger(
    'auth.lowering_is_proposed',
    // For what it rests on now, whoever sees that; by one of those whose sensitive items these are.
    `SELECT coalesce(array_agg(DISTINCT e.owner ORDER BY e.owner), '{}'), coalesce(array_agg(e.id), '{}') INTO NEW.owners, NEW.evidence_ids
       FROM app.citation c JOIN app.evidence e ON e.id = c.evidence_id JOIN app.evidence_summary s ON s.evidence_id = e.id
       WHERE c.finding_id = NEW.finding_id AND s.marking = 'OFFICIAL_SENSITIVE';
     NEW.agreed := ARRAY[NEW.owner];
     IF NEW.owner <> ALL (NEW.owners) OR NOT EXISTS (SELECT FROM app.finding f WHERE f.id = NEW.finding_id AND f.state = 'SUBMITTED'
         AND f.audience_id = ANY (auth.audiences(3)) AND NOT (f.subject_ids && auth.conflicts())) THEN
       RAISE EXCEPTION 'a marking is lowered by whose item it comes from' USING ERRCODE = 'check_violation', CONSTRAINT = 'marking_lowering'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.lowering_agreed',
    `UPDATE app.marking_lowering SET agreed = agreed || NEW.owner
       WHERE id = NEW.lowering_id AND NEW.owner = ANY (owners) AND NEW.owner <> ALL (agreed);
     IF NOT FOUND THEN
       RAISE EXCEPTION 'nothing waits for this inspectorate''s agreement' USING ERRCODE = 'check_violation', CONSTRAINT = 'marking_agreement'; END IF;
     PERFORM auth.place_finding(NEW.finding_id);
     RETURN NULL;`,
  ),
  kernelTrigger('auth.lowering_proposed', `PERFORM auth.place_finding(NEW.finding_id); RETURN NULL;`),
  kernelTrigger(
    'auth.source_added',
    `UPDATE app.marking_lowering l SET evidence_ids = array_remove(l.evidence_ids, c.evidence_id)
       FROM changed c WHERE l.finding_id = c.finding_id AND c.evidence_id = ANY (l.evidence_ids);
     RETURN NULL;`,
  ),
  `CREATE TRIGGER marking_change_allowed BEFORE INSERT ON app.marking_change FOR EACH ROW EXECUTE FUNCTION auth.marking_is_changed();
   CREATE TRIGGER marking_change_place AFTER INSERT ON app.marking_change FOR EACH ROW EXECUTE FUNCTION auth.marking_changed();
   CREATE TRIGGER marking_lowering_allowed BEFORE INSERT ON app.marking_lowering FOR EACH ROW EXECUTE FUNCTION auth.lowering_is_proposed();
   CREATE TRIGGER marking_lowering_place AFTER INSERT ON app.marking_lowering FOR EACH ROW EXECUTE FUNCTION auth.lowering_proposed();
   CREATE TRIGGER marking_agreement_place AFTER INSERT ON app.marking_agreement FOR EACH ROW EXECUTE FUNCTION auth.lowering_agreed();
   -- Before the finding is placed, which is in the order of the names.
   CREATE TRIGGER citation_marks AFTER INSERT ON app.citation REFERENCING NEW TABLE AS changed
     FOR EACH STATEMENT EXECUTE FUNCTION auth.source_added();`,
  protect({ table: 'app.marking_change', read: 3, subjects: true, insert: `changed_by = auth.user_id()` }),
  protect({
    table: 'app.marking_lowering',
    read: 3,
    subjects: true,
    insert: `proposed_by = auth.user_id() AND ${owners}`,
  }),
  protect({
    table: 'app.marking_agreement',
    read: 3,
    subjects: true,
    insert: `agreed_by = auth.user_id() AND ${owners} AND EXISTS (SELECT FROM app.marking_lowering l WHERE l.id = lowering_id)`,
  }),
].join('\n');
