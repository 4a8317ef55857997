import { kernelFunction, kernelTrigger } from './row-security.js';

const settles = { how: 'LANGUAGE plpgsql VOLATILE', open: false } as const;

/** Settles who sees handlers, items, receipts and the stream (R12): facts of the inspection alone decide it. */
export const WHISTLEBLOWING_PLACING = [
  kernelFunction(
    'auth.place_whistleblowing_handler(which uuid)',
    'void',
    `BEGIN
       UPDATE app.whistleblowing_handler h SET audience_id = auth.audience(h.inspection_id,
         ARRAY[auth.sees(h.inspection_id || ':planner:' || i.leading_inspectorate, 4), auth.sees(h.inspection_id || ':handlers', 3)],
         -- One is ended after closing, too.
         true)
       FROM app.inspection i WHERE i.id = h.inspection_id AND h.id = which;
     END`,
    settles,
  ),
  kernelFunction(
    'auth.place_whistleblowing(which uuid)',
    'void',
    // Handled after closing, too; no record keeper comes in.
    `DECLARE w app.whistleblowing; whole bigint; subjects uuid[];
     BEGIN
       SELECT * INTO w FROM app.whistleblowing WHERE id = which;
       whole := auth.audience(w.inspection_id, ARRAY[auth.sees(w.inspection_id || ':handlers', 4)], true);
       subjects := array_remove(ARRAY[w.agency_id], NULL);
       UPDATE app.whistleblowing SET audience_id = whole, subject_ids = subjects WHERE id = which;
       UPDATE app.whistleblowing_words SET audience_id = whole, subject_ids = subjects WHERE whistleblowing_id = which;
       UPDATE app.whistleblowing_step SET audience_id = whole, subject_ids = subjects WHERE whistleblowing_id = which;
     END`,
    settles,
  ),
  kernelFunction(
    'auth.place_whistleblowing_event(which uuid)',
    'void',
    `BEGIN
       UPDATE app.whistleblowing_event e SET audience_id = auth.audience(e.inspection_id, ARRAY[auth.sees(e.inspection_id || ':handlers', 3)]),
         subject_ids = coalesce((SELECT array_remove(ARRAY[w.agency_id], NULL) FROM app.whistleblowing w WHERE w.id = e.whistleblowing_id), '{}')
       WHERE e.id = which;
     END`,
    settles,
  ),
  kernelFunction(
    'auth.place_whistleblowing_receipt(which uuid)',
    'void',
    `BEGIN
       UPDATE app.whistleblowing_receipt r SET audience_id = auth.audience(NULL, ARRAY[auth.sees('user:' || r.filed_by, 3)])
       WHERE r.id = which;
     END`,
    settles,
  ),
  kernelTrigger('auth.whistleblowing_handler_named', `PERFORM auth.place_whistleblowing_handler(NEW.id); RETURN NULL;`),
  kernelTrigger('auth.whistleblowing_filed', `PERFORM auth.place_whistleblowing(NEW.id); RETURN NULL;`),
  kernelTrigger(
    'auth.whistleblowing_part_added',
    `PERFORM auth.place_whistleblowing(NEW.whistleblowing_id); RETURN NULL;`,
  ),
  kernelTrigger('auth.whistleblowing_event_added', `PERFORM auth.place_whistleblowing_event(NEW.id); RETURN NULL;`),
  kernelTrigger('auth.whistleblowing_receipt_given', `PERFORM auth.place_whistleblowing_receipt(NEW.id); RETURN NULL;`),
  `CREATE TRIGGER whistleblowing_handler_place AFTER INSERT ON app.whistleblowing_handler
     FOR EACH ROW EXECUTE FUNCTION auth.whistleblowing_handler_named();
   CREATE TRIGGER whistleblowing_place AFTER INSERT ON app.whistleblowing
     FOR EACH ROW EXECUTE FUNCTION auth.whistleblowing_filed();
   CREATE TRIGGER whistleblowing_words_place AFTER INSERT ON app.whistleblowing_words
     FOR EACH ROW EXECUTE FUNCTION auth.whistleblowing_part_added();
   CREATE TRIGGER whistleblowing_step_place AFTER INSERT ON app.whistleblowing_step
     FOR EACH ROW EXECUTE FUNCTION auth.whistleblowing_part_added();
   CREATE TRIGGER whistleblowing_event_place AFTER INSERT ON app.whistleblowing_event
     FOR EACH ROW EXECUTE FUNCTION auth.whistleblowing_event_added();
   CREATE TRIGGER whistleblowing_receipt_place AFTER INSERT ON app.whistleblowing_receipt
     FOR EACH ROW EXECUTE FUNCTION auth.whistleblowing_receipt_given();`,
].join('\n');
