import { kernelFunction, kernelTrigger } from './row-security.js';

/**
 * Agencies and cases that the findings cited by a row concern, and those of the merges in whose words they stood when
 * the text was made: one of them in conflict hides the row (R10).
 */
const subjectsOf = (provenance: string, row: string, madeAt: string): string =>
  `SELECT coalesce(array_agg(DISTINCT subject ORDER BY subject), '{}') FROM (
     SELECT unnest(f.subject_ids) AS subject FROM ${provenance} JOIN app.finding f ON f.id = v.finding_id WHERE ${row}
     UNION ALL
     SELECT unnest(m.subject_ids) FROM ${provenance} JOIN app.finding_merge_source w ON w.finding_id = v.finding_id
       JOIN app.finding_merge m ON m.id = w.merge_id
       WHERE ${row} AND m.made_at <= ${madeAt} AND (m.undone_at IS NULL OR m.undone_at > ${madeAt})) concerned`;

/** A link is seen where the cited finding is and where the text is that cites it: it is hidden with either. */
const linked = (provenance: string, text: string, of: string, audience: string): string =>
  `UPDATE app.${provenance} v SET audience_id = ${audience}, finding_audience_id = f.audience_id, subject_ids = t.subject_ids
     FROM app.finding f, ${text} WHERE f.id = v.finding_id AND v.inspection_id = ${of}
       AND (v.audience_id, v.finding_audience_id, v.subject_ids) IS DISTINCT FROM (${audience}, f.audience_id, t.subject_ids);`;

/**
 * Settles who sees the narrative and the texts frozen from it: the team, its leads writing while drafting; the
 * signatories from freezing to signed; the agencies in the window alone. A sentence is hidden with its paragraph.
 */
export const NARRATIVE_PLACING = [
  kernelFunction(
    'auth.place_narrative(which uuid)',
    'void',
    `DECLARE whole bigint; made timestamptz; marked text;
     BEGIN
       -- Two transactions that change what one paragraph rests on settle it one after the other.
       SELECT n.compiled_at INTO made FROM app.narrative n WHERE n.inspection_id = which FOR NO KEY UPDATE;
       SELECT auth.audience(i.id, ARRAY[auth.sees(i.id || ':team', 3), auth.sees(i.id || ':lead-keeper', 3)]
           || CASE WHEN i.stage = 'DRAFTING' THEN ARRAY[auth.sees(i.id || ':leads', 4)] ELSE '{}' END)
         INTO whole FROM app.inspection i WHERE i.id = which;
       -- The strictest of what it rests on: of the two words the longer is the greater.
       SELECT coalesce(max(f.marking), 'OFFICIAL') INTO marked FROM app.sentence_provenance v JOIN app.finding f ON f.id = v.finding_id WHERE v.inspection_id = which;
       UPDATE app.narrative SET audience_id = whole, marking = marked
         WHERE inspection_id = which AND (audience_id, marking) IS DISTINCT FROM (whole, marked);
       UPDATE app.quality_pass SET audience_id = whole WHERE inspection_id = which AND audience_id <> whole;
       UPDATE app.narrative_paragraph p SET audience_id = whole, subject_ids = rests.subjects
         FROM (SELECT q.id, (${subjectsOf('app.narrative_sentence s JOIN app.sentence_provenance v ON v.sentence_id = s.id', 's.paragraph_id = q.id', 'made')}) AS subjects
               FROM app.narrative_paragraph q WHERE q.inspection_id = which) rests
         WHERE p.id = rests.id AND (p.audience_id, p.subject_ids) IS DISTINCT FROM (whole, rests.subjects);
       UPDATE app.narrative_sentence s SET audience_id = whole, subject_ids = told.subject_ids, rests = told.rests
         FROM (SELECT t.id, p.subject_ids, EXISTS (SELECT FROM app.sentence_provenance v WHERE v.sentence_id = t.id) AS rests
               FROM app.narrative_sentence t JOIN app.narrative_paragraph p ON p.id = t.paragraph_id WHERE t.inspection_id = which) told
         WHERE s.id = told.id AND (s.audience_id, s.subject_ids, s.rests) IS DISTINCT FROM (whole, told.subject_ids, told.rests);
       UPDATE app.sentence_history h SET audience_id = whole, subject_ids = rests.subjects
         -- An earlier text of a sentence is hidden with the paragraph in which the sentence stands, too.
         FROM (SELECT g.id, ARRAY(SELECT DISTINCT subject FROM unnest(p.subject_ids
                 || (${subjectsOf('app.history_provenance v', 'v.history_id = g.id', 'g.changed_at')})) subject ORDER BY subject) AS subjects
               FROM app.sentence_history g LEFT JOIN app.narrative_sentence s ON s.id = g.sentence_id
               LEFT JOIN app.narrative_paragraph p ON p.id = s.paragraph_id WHERE g.inspection_id = which) rests
         WHERE h.id = rests.id AND (h.audience_id, h.subject_ids) IS DISTINCT FROM (whole, rests.subjects);
       ${linked('sentence_provenance', 'app.narrative_sentence t', 'which AND t.id = v.sentence_id', 'whole')}
       ${linked('history_provenance', 'app.sentence_history t', 'which AND t.id = v.history_id', 'whole')}
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelFunction(
    'auth.place_frozen(which uuid)',
    'void',
    `DECLARE frozen app.frozen_text; stage text; pause timestamptz; whole bigint; team bigint; marked text;
     BEGIN
       PERFORM FROM app.narrative n WHERE n.inspection_id = which FOR NO KEY UPDATE;
       SELECT i.stage, c.paused_at INTO stage, pause
         FROM app.inspection i JOIN app.inspection_conduct c ON c.inspection_id = i.id WHERE i.id = which;
       team := auth.audience(which, ARRAY[auth.sees(which || ':team', 3), auth.sees(which || ':lead-keeper', 3)]);
       FOR frozen IN SELECT * FROM app.frozen_text WHERE inspection_id = which LOOP
         whole := auth.audience(which,
           ARRAY[auth.sees(which || ':team', 3), auth.sees(which || ':lead-keeper', 3), auth.sees(which || ':lead', 4)]
           || CASE WHEN frozen.reopened_at IS NULL AND stage IN ('ACCURACY_CHECK', 'SIGNING', 'SIGNED')
                THEN ARRAY[auth.sees(which || ':signatories', 3)] ELSE '{}' END
           || CASE WHEN frozen.reopened_at IS NULL AND stage = 'ACCURACY_CHECK'
                THEN ARRAY[ROW(which || ':agencies', 3, NULL,
                  -- While a pause lasts the clock stands still, and a window that was open stays so.
                  CASE WHEN frozen.deadline > pause THEN NULL ELSE frozen.deadline END)::auth.entitlement] ELSE '{}' END);
         SELECT coalesce(max(f.marking), 'OFFICIAL') INTO marked FROM app.frozen_provenance v JOIN app.finding f ON f.id = v.finding_id
           JOIN app.frozen_paragraph p ON p.id = v.frozen_paragraph_id WHERE p.frozen_text_id = frozen.id;
         UPDATE app.frozen_text SET audience_id = whole, marking = marked
           WHERE id = frozen.id AND (audience_id, marking) IS DISTINCT FROM (whole, marked);
         UPDATE app.frozen_paragraph p SET audience_id = whole, subject_ids = rests.subjects
           FROM (SELECT q.id, (${subjectsOf('app.frozen_provenance v', 'v.frozen_paragraph_id = q.id', 'frozen.opened_at')}) AS subjects
                 FROM app.frozen_paragraph q WHERE q.frozen_text_id = frozen.id) rests
           WHERE p.id = rests.id AND (p.audience_id, p.subject_ids) IS DISTINCT FROM (whole, rests.subjects);
       END LOOP;
       ${linked('frozen_provenance', 'app.frozen_paragraph t', 'which AND t.id = v.frozen_paragraph_id', 'team')}
       PERFORM auth.place_letter(l.id) FROM app.letter l WHERE l.inspection_id = which AND l.published_at IS NULL;
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelTrigger(
    'auth.narrative_written',
    `PERFORM auth.place_narrative(inspection_id) FROM (SELECT DISTINCT inspection_id FROM written) one; RETURN NULL;`,
  ),
  kernelTrigger(
    'auth.frozen_written',
    `PERFORM auth.place_frozen(inspection_id) FROM (SELECT DISTINCT inspection_id FROM written) one; RETURN NULL;`,
  ),
  kernelTrigger('auth.frozen_text_changed', `PERFORM auth.place_frozen(NEW.inspection_id); RETURN NULL;`),
  kernelTrigger(
    'auth.stage_moves_narrative',
    `PERFORM auth.place_narrative(NEW.id); PERFORM auth.place_frozen(NEW.id); RETURN NULL;`,
  ),
  kernelTrigger(
    'auth.told_finding_changed',
    `IF EXISTS (SELECT FROM app.narrative n WHERE n.inspection_id = NEW.inspection_id) THEN
       PERFORM auth.place_narrative(NEW.inspection_id); PERFORM auth.place_frozen(NEW.inspection_id); END IF;
     RETURN NULL;`,
  ),
  kernelTrigger(
    'auth.pause_moves_window',
    // The clock stood still for as long as the pause lasted; a window that had shut by then stays shut.
    `IF NEW.paused_at IS NULL THEN
       UPDATE app.frozen_text SET deadline = deadline + (auth.at() - OLD.paused_at)
         WHERE inspection_id = NEW.inspection_id AND reopened_at IS NULL AND deadline > OLD.paused_at; END IF;
     PERFORM auth.place_frozen(NEW.inspection_id);
     RETURN NULL;`,
  ),
  kernelFunction(
    'auth.has_conflict_in(of_inspection uuid)',
    'boolean',
    // Of the principal himself, with any agency or case of an inspection that he sees.
    `SELECT EXISTS (SELECT FROM app.inspection i WHERE i.id = of_inspection AND i.audience_id = ANY (auth.audiences(1)))
       AND coalesce(auth.conflicts() && (
       SELECT array_agg(id) FROM (
         SELECT g.organisation_id AS id FROM app.inspection_agency g WHERE g.inspection_id = of_inspection
         UNION ALL SELECT c.id FROM app.case_file c WHERE c.inspection_id = of_inspection) concerned), false)`,
  ),
  ...(
    [
      ['narrative', 'INSERT', 'NEW', 'narrative_written'],
      ['narrative_paragraph', 'INSERT', 'NEW', 'narrative_written'],
      ['narrative_sentence', 'INSERT', 'NEW', 'narrative_written'],
      ['narrative_sentence', 'DELETE', 'OLD', 'narrative_written'],
      ['sentence_provenance', 'INSERT', 'NEW', 'narrative_written'],
      ['sentence_provenance', 'DELETE', 'OLD', 'narrative_written'],
      ['sentence_history', 'INSERT', 'NEW', 'narrative_written'],
      ['history_provenance', 'INSERT', 'NEW', 'narrative_written'],
      ['quality_pass', 'INSERT', 'NEW', 'narrative_written'],
      ['frozen_text', 'INSERT', 'NEW', 'frozen_written'],
      ['frozen_paragraph', 'INSERT', 'NEW', 'frozen_written'],
      ['frozen_provenance', 'INSERT', 'NEW', 'frozen_written'],
    ] as const
  ).map(
    ([table, event, rows, does]) =>
      `CREATE TRIGGER ${table}_${event.toLowerCase()}_place AFTER ${event} ON app.${table} REFERENCING ${rows} TABLE AS written
         FOR EACH STATEMENT EXECUTE FUNCTION auth.${does}();`,
  ),
  `CREATE TRIGGER frozen_text_place AFTER UPDATE OF deadline, reopened_at ON app.frozen_text
     FOR EACH ROW EXECUTE FUNCTION auth.frozen_text_changed();
   CREATE TRIGGER finding_told AFTER UPDATE OF audience_id, subject_ids ON app.finding FOR EACH ROW
     WHEN ((OLD.audience_id, OLD.subject_ids) IS DISTINCT FROM (NEW.audience_id, NEW.subject_ids)) EXECUTE FUNCTION auth.told_finding_changed();
   CREATE TRIGGER finding_marking_told AFTER UPDATE OF marking ON app.finding FOR EACH ROW
     WHEN (OLD.marking <> NEW.marking) EXECUTE FUNCTION auth.told_finding_changed();
   CREATE TRIGGER finding_merge_told AFTER UPDATE OF subject_ids ON app.finding_merge FOR EACH ROW
     WHEN (OLD.subject_ids IS DISTINCT FROM NEW.subject_ids) EXECUTE FUNCTION auth.told_finding_changed();
   CREATE TRIGGER inspection_moves_narrative AFTER UPDATE OF stage ON app.inspection
     FOR EACH ROW WHEN (OLD.stage IS DISTINCT FROM NEW.stage) EXECUTE FUNCTION auth.stage_moves_narrative();
   CREATE TRIGGER inspection_pause_moves_window AFTER UPDATE OF paused_at ON app.inspection_conduct
     FOR EACH ROW WHEN (OLD.paused_at IS DISTINCT FROM NEW.paused_at) EXECUTE FUNCTION auth.pause_moves_window();`,
].join('\n');
