import { kernelFunction, kernelTrigger, protect } from './row-security.js';

const holdsCircle = (key: string): string => `(${key}) = ANY ((SELECT auth.circles())::text[])`;
const writes = holdsCircle(`inspection_id::text || ':writers:' || owner`);
const analyses = holdsCircle(`inspection_id::text || ':analysts:' || owner`);

/** Flags of contradiction between two entries, seen where both are. */
export const CHRONOLOGY = [
  kernelFunction(
    'auth.place_contradictions(of_entry uuid)',
    'void',
    `UPDATE app.chronology_contradiction x
     SET audience_id = a.audience_id, other_audience_id = b.audience_id, subject_ids = a.subject_ids || b.subject_ids
     FROM app.chronology_entry a, app.chronology_entry b
     WHERE a.id = x.entry_id AND b.id = x.other_id AND of_entry IN (x.entry_id, x.other_id)`,
    { how: 'LANGUAGE sql VOLATILE', open: false },
  ),
  kernelTrigger('auth.contradiction_flagged', `PERFORM auth.place_contradictions(NEW.entry_id); RETURN NULL;`),
  kernelTrigger('auth.chronology_entry_moved', `PERFORM auth.place_contradictions(NEW.id); RETURN NULL;`),
  `CREATE TRIGGER chronology_contradiction_place AFTER INSERT ON app.chronology_contradiction
     FOR EACH ROW EXECUTE FUNCTION auth.contradiction_flagged();
   CREATE TRIGGER chronology_entry_moved AFTER UPDATE OF audience_id, subject_ids ON app.chronology_entry FOR EACH ROW
     WHEN ((OLD.audience_id, OLD.subject_ids) IS DISTINCT FROM (NEW.audience_id, NEW.subject_ids))
     EXECUTE FUNCTION auth.chronology_entry_moved();`,
  protect({
    table: 'app.chronology_contradiction',
    read: 3,
    alsoRead: { column: 'other_audience_id', degree: 3 },
    subjects: true,
    insert: `flagged_by = auth.user_id() AND (${writes} OR ${analyses})
      AND EXISTS (SELECT FROM app.chronology_entry e WHERE e.id = entry_id)
      AND EXISTS (SELECT FROM app.chronology_entry e WHERE e.id = other_id)`,
    remove: true,
  }),
].join('\n');
