import { kernelFunction, kernelTrigger } from './row-security.js';

/** Settles who sees a merge and the attitudes to it. What rests on a hidden finding is hidden, merged texts too (R10). */
export const MERGE_PLACING = [
  kernelFunction(
    'auth.place_merge(which uuid)',
    'void',
    `DECLARE m app.finding_merge; whole bigint; subjects uuid[]; marked text;
     BEGIN
       SELECT * INTO m FROM app.finding_merge WHERE id = which FOR NO KEY UPDATE;
       IF m.id IS NULL THEN RETURN; END IF;
       whole := auth.audience(m.inspection_id, ARRAY[auth.sees(m.inspection_id || ':leads', 4), auth.sees(m.inspection_id || ':team', 3),
                                                     auth.sees(m.inspection_id || ':lead-keeper', 3)]);
       SELECT coalesce(array_agg(DISTINCT s.id ORDER BY s.id), '{}') INTO subjects FROM (
         SELECT unnest(m.agency_ids) AS id
         UNION ALL
         SELECT unnest(f.subject_ids) FROM app.finding_merge_source t JOIN app.finding f ON f.id = t.finding_id WHERE t.merge_id = which) s;
       SELECT coalesce(max(f.marking), 'OFFICIAL') INTO marked FROM app.finding_merge_source t JOIN app.finding f ON f.id = t.finding_id WHERE t.merge_id = which;
       UPDATE app.finding_merge SET audience_id = whole, subject_ids = subjects, marking = marked
         WHERE id = which AND (audience_id, subject_ids, marking) IS DISTINCT FROM (whole, subjects, marked);
       UPDATE app.finding_merge_source SET audience_id = whole, subject_ids = subjects
         WHERE merge_id = which AND (audience_id, subject_ids) IS DISTINCT FROM (whole, subjects);
       UPDATE app.attitude SET audience_id = whole, subject_ids = subjects WHERE merge_id = which;
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelTrigger(
    'auth.merge_sources_added',
    `PERFORM auth.place_merge(merge_id) FROM (SELECT DISTINCT merge_id FROM added) merge; RETURN NULL;`,
  ),
  kernelTrigger(
    'auth.merged_finding_changed',
    `PERFORM auth.place_merge(s.merge_id) FROM app.finding_merge_source s WHERE s.finding_id = NEW.id; RETURN NULL;`,
  ),
  kernelTrigger(
    'auth.merge_source_is_allowed',
    `IF NOT EXISTS (SELECT FROM app.finding f JOIN app.finding_body b ON b.finding_id = f.id
         JOIN app.finding_merge m ON m.id = NEW.merge_id AND (m.kind, m.placement) = (b.kind, b.placement) AND m.undone_at IS NULL
         WHERE f.id = NEW.finding_id AND f.inspection_id = NEW.inspection_id AND f.state = 'SUBMITTED' AND f.revealed
           AND f.audience_id = ANY (auth.audiences(3)) AND NOT (f.subject_ids && auth.conflicts())) THEN
       RAISE EXCEPTION 'only revealed findings of the same kind and placement are merged' USING ERRCODE = 'check_violation', CONSTRAINT = 'merge_source'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.merge_undoing_holds',
    `IF OLD.undone_at IS NOT NULL THEN
       RAISE EXCEPTION 'a merge that was undone stays so: make another' USING ERRCODE = 'check_violation', CONSTRAINT = 'merge_undone'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.merge_was_undone',
    `UPDATE app.finding_merge_source SET undone = true WHERE merge_id = NEW.id; RETURN NULL;`,
  ),
  kernelTrigger(
    'auth.attitude_is_allowed',
    // It is seen by whoever sees its object whole, and numbered among those of its inspectorate.
    `PERFORM FROM app.finding_merge m WHERE m.id = NEW.merge_id FOR NO KEY UPDATE;
     PERFORM FROM app.finding f WHERE f.id = NEW.finding_id FOR NO KEY UPDATE;
     SELECT o.audience_id, o.subject_ids INTO NEW.audience_id, NEW.subject_ids FROM (
       SELECT m.audience_id, m.subject_ids FROM app.finding_merge m
         WHERE m.id = NEW.merge_id AND m.inspection_id = NEW.inspection_id AND m.undone_at IS NULL
       UNION ALL
       SELECT f.audience_id, f.subject_ids FROM app.finding f
         WHERE f.id = NEW.finding_id AND f.inspection_id = NEW.inspection_id AND f.state = 'SUBMITTED' AND f.revealed) o
     WHERE o.audience_id = ANY (auth.audiences(3)) AND NOT (o.subject_ids && auth.conflicts());
     IF NOT FOUND THEN
       RAISE EXCEPTION 'an attitude is taken to what stands and is seen' USING ERRCODE = 'check_violation', CONSTRAINT = 'attitude_object'; END IF;
     SELECT coalesce(max(a.turn), 0) + 1 INTO NEW.turn FROM app.attitude a
       WHERE (a.merge_id = NEW.merge_id OR a.finding_id = NEW.finding_id) AND a.inspectorate = NEW.inspectorate;
     RETURN NEW;`,
  ),
  `CREATE TRIGGER finding_merged AFTER UPDATE OF subject_ids ON app.finding FOR EACH ROW
     WHEN (OLD.subject_ids IS DISTINCT FROM NEW.subject_ids) EXECUTE FUNCTION auth.merged_finding_changed();
   CREATE TRIGGER finding_merge_marked AFTER UPDATE OF marking ON app.finding FOR EACH ROW
     WHEN (OLD.marking <> NEW.marking) EXECUTE FUNCTION auth.merged_finding_changed();
   CREATE TRIGGER finding_merge_undoing BEFORE UPDATE OF undone_at ON app.finding_merge FOR EACH ROW EXECUTE FUNCTION auth.merge_undoing_holds();
   CREATE TRIGGER finding_merge_undone AFTER UPDATE OF undone_at ON app.finding_merge FOR EACH ROW EXECUTE FUNCTION auth.merge_was_undone();
   CREATE TRIGGER finding_merge_source_allowed BEFORE INSERT ON app.finding_merge_source
     FOR EACH ROW EXECUTE FUNCTION auth.merge_source_is_allowed();
   CREATE TRIGGER finding_merge_source_place AFTER INSERT ON app.finding_merge_source REFERENCING NEW TABLE AS added
     FOR EACH STATEMENT EXECUTE FUNCTION auth.merge_sources_added();
   CREATE TRIGGER attitude_allowed BEFORE INSERT ON app.attitude FOR EACH ROW EXECUTE FUNCTION auth.attitude_is_allowed();`,
].join('\n');
