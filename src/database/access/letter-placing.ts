import { kernelFunction, kernelTrigger } from './row-security.js';

/** Settles who sees signatures, holds and letters, and moves the inspection to signed with the last signature. */
export const LETTER_PLACING = [
  kernelTrigger(
    'auth.signature_holds',
    // Whoever writes the row: one exact text, frozen now, while signing, by a person without conflict.
    `IF NOT EXISTS (SELECT FROM app.frozen_text f JOIN app.inspection i ON i.id = f.inspection_id
         WHERE f.id = NEW.frozen_text_id AND f.reopened_at IS NULL AND f.hash = NEW.hash AND i.stage = 'SIGNING') THEN
       RAISE EXCEPTION 'the text signed is not the one that is frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'signature_hash'; END IF;
     IF auth.has_conflict_in(NEW.inspection_id) THEN
       RAISE EXCEPTION 'a conflict of interest bars signing' USING ERRCODE = 'check_violation', CONSTRAINT = 'signature_conflict'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.signature_made',
    `PERFORM auth.place_signing(NEW.inspection_id);
     -- Signed begins when every inspectorate that takes part has a signature that is not void.
     UPDATE app.inspection i SET stage = 'SIGNED'
       WHERE i.id = NEW.inspection_id AND i.stage = 'SIGNING' AND NOT EXISTS (
         SELECT FROM app.inspection_inspectorate p WHERE p.inspection_id = i.id AND p.accepted_at IS NOT NULL AND NOT EXISTS (
           SELECT FROM app.signature s WHERE s.frozen_text_id = NEW.frozen_text_id AND s.inspectorate = p.inspectorate AND s.voided_at IS NULL));
     RETURN NULL;`,
  ),
  kernelFunction(
    'auth.has_signed(of_inspection uuid, of_inspectorate text)',
    'boolean',
    // For its own signatories, who see no signature but their own.
    `SELECT (of_inspection || ':signatory:' || of_inspectorate) = ANY (auth.circles()) AND EXISTS (
       SELECT FROM app.signature s JOIN app.frozen_text f ON f.id = s.frozen_text_id AND f.reopened_at IS NULL
       WHERE s.inspection_id = of_inspection AND s.inspectorate = of_inspectorate AND s.voided_at IS NULL)`,
  ),
  kernelFunction(
    'auth.place_signing(which uuid)',
    'void',
    // Signatures, delegations and holds of one inspection.
    `DECLARE own auth.entitlement[] := ARRAY[auth.sees(which || ':team', 3), auth.sees(which || ':lead-keeper', 3)];
     BEGIN
       UPDATE app.signature s SET audience_id = auth.audience(which,
         own || ARRAY[auth.sees(which || ':lead', 4), auth.sees(which || ':signer:' || s.user_id, 3)]) WHERE s.inspection_id = which;
       UPDATE app.signing_delegation d SET audience_id = auth.audience(which,
         own || ARRAY[auth.sees(which || ':signer:' || d.delegated_by, 3), auth.sees(which || ':signer:' || d.delegated_to, 3)])
         WHERE d.inspection_id = which;
       UPDATE app.publication_hold h SET audience_id = auth.audience(which, own || ARRAY[auth.sees(which || ':lead', 4)])
         WHERE h.inspection_id = which;
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelTrigger('auth.signing_changed', `PERFORM auth.place_signing(NEW.inspection_id); RETURN NULL;`),
  kernelFunction(
    'auth.place_letter(which uuid)',
    'void',
    `DECLARE l app.letter; stands boolean; own auth.entitlement[]; whole bigint; subjects uuid[] := '{}';
     BEGIN
       SELECT * INTO l FROM app.letter WHERE id = which;
       stands := l.withdrawn_at IS NULL AND l.superseded_at IS NULL;
       own := ARRAY[auth.sees(l.inspection_id || ':team', 3), auth.sees(l.inspection_id || ':lead', 4), auth.sees(l.inspection_id || ':lead-keeper', 3)];
       whole := auth.audience(l.inspection_id, own || CASE
         WHEN l.published_at IS NULL AND NOT stands THEN '{}'
         WHEN l.published_at IS NULL THEN CASE WHEN l.received_at IS NULL THEN '{}' ELSE ARRAY[auth.sees(l.inspection_id || ':agencies', 3)] END
         WHEN stands THEN ARRAY[auth.sees('public', 3)]
         ELSE ARRAY[auth.sees('public', 1)] END);
       IF l.published_at IS NULL THEN
         SELECT coalesce(array_agg(DISTINCT subject ORDER BY subject), '{}') INTO subjects
           FROM app.frozen_paragraph p, LATERAL unnest(p.subject_ids) subject WHERE p.frozen_text_id = l.frozen_text_id;
       END IF;
       UPDATE app.letter SET audience_id = whole, subject_ids = subjects
         WHERE id = which AND (audience_id, subject_ids) IS DISTINCT FROM (whole, subjects);
       UPDATE app.letter_text SET audience_id = whole, subject_ids = subjects
         WHERE letter_id = which AND (audience_id, subject_ids) IS DISTINCT FROM (whole, subjects);
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelTrigger('auth.letter_changed', `PERFORM auth.place_letter(NEW.id); RETURN NULL;`),
  kernelTrigger('auth.letter_text_written', `PERFORM auth.place_letter(NEW.letter_id); RETURN NULL;`),
  kernelTrigger(
    'auth.voiding_holds',
    `IF OLD.voided_at IS NOT NULL THEN
       RAISE EXCEPTION 'a void signature stays void: sign again' USING ERRCODE = 'check_violation', CONSTRAINT = 'signature_void'; END IF;
     RETURN NEW;`,
  ),
  `CREATE TRIGGER signature_holds BEFORE INSERT ON app.signature FOR EACH ROW EXECUTE FUNCTION auth.signature_holds();
   CREATE TRIGGER signature_voiding BEFORE UPDATE OF voided_at ON app.signature FOR EACH ROW EXECUTE FUNCTION auth.voiding_holds();
   CREATE TRIGGER signature_place AFTER INSERT ON app.signature FOR EACH ROW EXECUTE FUNCTION auth.signature_made();
   CREATE TRIGGER signing_delegation_place AFTER INSERT ON app.signing_delegation FOR EACH ROW EXECUTE FUNCTION auth.signing_changed();
   CREATE TRIGGER publication_hold_place AFTER INSERT ON app.publication_hold FOR EACH ROW EXECUTE FUNCTION auth.signing_changed();
   CREATE TRIGGER letter_place AFTER INSERT OR UPDATE OF received_at, published_at, withdrawn_at, superseded_at ON app.letter
     FOR EACH ROW EXECUTE FUNCTION auth.letter_changed();
   CREATE TRIGGER letter_text_place AFTER INSERT ON app.letter_text FOR EACH ROW EXECUTE FUNCTION auth.letter_text_written();`,
].join('\n');
