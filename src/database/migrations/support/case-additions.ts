import { kernelFunction, kernelTrigger, protect } from './protect.js';

const holdsCircle = (key: string): string => `(${key}) = ANY ((SELECT auth.circles())::text[])`;
const writes = holdsCircle(`inspection_id::text || ':writers:' || owner`);
const analyses = holdsCircle(`inspection_id::text || ':analysts:' || owner`);

/** An unborn child is told apart from one whose age is not known; a planner names an inspectorate lead for a case. */
const CASES = [
  `ALTER TABLE app.case_detail
     ADD COLUMN unborn boolean NOT NULL DEFAULT false,
     ADD CONSTRAINT case_detail_unborn_has_no_age CHECK (NOT unborn OR age_years IS NULL);
   COMMENT ON COLUMN app.case_detail.age_years IS 'Null where it is not known, and of an unborn child.';
   GRANT UPDATE (unborn) ON app.case_detail TO jip_application;`,
  kernelFunction(
    'auth.case_to_name_for(which uuid)',
    'uuid',
    // A planner sees no case, but names his inspectorate leads for one (R6): he is told its inspection and nothing else.
    `SELECT c.inspection_id FROM app.case_file c
     WHERE c.id = which AND EXISTS (SELECT FROM unnest(auth.circles()) circle WHERE circle LIKE c.inspection_id || ':planner:%')`,
  ),
].join('\n');

/** Entries with a version, made by writers of the item that they rest on, and flags of contradiction between two. */
const CHRONOLOGY = [
  `ALTER TABLE app.chronology_entry ADD COLUMN version int NOT NULL DEFAULT 1;
   GRANT UPDATE (version) ON app.chronology_entry TO jip_application;
   DROP POLICY chronology_entry_add ON app.chronology_entry;
   CREATE POLICY chronology_entry_add ON app.chronology_entry FOR INSERT TO jip_application
     WITH CHECK (author_id = auth.user_id() AND EXISTS (
       SELECT FROM app.evidence_body b WHERE b.evidence_id = chronology_entry.evidence_id
         AND (${writes} OR (b.strength = 'DATA' AND ${analyses}))));

   -- Seen where both entries are: hence two audiences.
   CREATE TABLE app.chronology_contradiction (
     entry_id uuid NOT NULL REFERENCES app.chronology_entry ON DELETE CASCADE,
     other_id uuid NOT NULL REFERENCES app.chronology_entry ON DELETE CASCADE,
     inspection_id uuid NOT NULL,
     -- Owner of the entry whose author flagged it.
     owner text NOT NULL,
     flagged_by uuid NOT NULL,
     flagged_at timestamptz NOT NULL,
     audience_id bigint NOT NULL DEFAULT 0,
     other_audience_id bigint NOT NULL DEFAULT 0,
     subject_ids uuid[] NOT NULL DEFAULT '{}',
     PRIMARY KEY (entry_id, other_id),
     CHECK (entry_id <> other_id)
   );
   CREATE INDEX chronology_contradiction_other ON app.chronology_contradiction (other_id);`,
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

/** What a person should look at again about a date; one inspectorate lead for each inspectorate at a time. */
const INSPECTIONS = `
  ALTER TABLE app.timetable_entry ADD COLUMN warnings jsonb NOT NULL DEFAULT '[]';
  GRANT UPDATE (warnings) ON app.timetable_entry TO jip_application;
  CREATE UNIQUE INDEX assignment_one_inspectorate_lead ON app.assignment (inspection_id, inspectorate)
    WHERE role = 'INSPECTORATE_LEAD' AND ended_at IS NULL;`;

export const CASE_ADDITIONS = [CASES, CHRONOLOGY, INSPECTIONS].join('\n');
