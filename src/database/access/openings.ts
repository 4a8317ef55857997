import { addable, kernelFunction, kernelTrigger, protect } from './row-security.js';

const holds = (circle: string): string => `(e.inspection_id || ':${circle}) = ANY (held)`;

/** Under which rule somebody opened a text, and who is shown that he did. */
export const OPENINGS = [
  kernelFunction(
    'auth.rule_of_opening()',
    'trigger',
    // Found from the opener's own circles and the item's facts: nobody states by what right he opens.
    `DECLARE e app.evidence; held text[]; moment timestamptz;
     BEGIN
       SELECT * INTO e FROM app.evidence x WHERE x.id = NEW.evidence_id AND x.inspection_id = NEW.inspection_id
         AND x.audience_id = ANY (auth.audiences(3)) AND NOT (x.subject_ids && auth.conflicts());
       IF e.id IS NULL THEN
         RAISE EXCEPTION 'a text is opened where it is seen whole' USING ERRCODE = 'check_violation', CONSTRAINT = 'opening_seen'; END IF;
       held := auth.circles();
       SELECT coalesce(c.closed_at, auth.at()) INTO moment FROM app.inspection_conduct c WHERE c.inspection_id = e.inspection_id;
       SELECT u.name, o.inspectorate INTO NEW.by_name, NEW.inspectorate
         FROM app.app_user u JOIN app.organisation o ON o.id = u.organisation_id WHERE u.id = auth.user_id();
       NEW.owner := e.owner;
       NEW.share_id := NULL;
       NEW.break_glass_id := NULL;
       IF EXISTS (SELECT FROM app.evidence_body b WHERE b.evidence_id = e.id AND b.author_id = auth.user_id()) THEN NEW.rule := 'AUTHOR';
       ELSIF ${holds(`team:' || e.owner`)} THEN NEW.rule := 'OWN_TEAM';
       ELSIF ${holds(`keeper:' || e.owner`)} THEN NEW.rule := 'RECORD_KEEPER';
       ELSE
         SELECT s.id INTO NEW.share_id FROM app.evidence_share s
           WHERE s.evidence_id = e.id AND s.form = 'WHOLE' AND s.revoked_at IS NULL
             AND CASE WHEN s.recipient_assignment_id IS NULL THEN ${holds(`team:' || s.recipient`)} ELSE ${holds(`seat:' || s.recipient_assignment_id`)} END
             AND s.starts_at <= greatest(moment, s.shared_at) AND (s.ends_at IS NULL OR moment < s.ends_at)
           ORDER BY s.starts_at DESC, s.id DESC LIMIT 1;
         IF NEW.share_id IS NOT NULL THEN NEW.rule := 'SHARE';
         ELSE
           SELECT b.id INTO NEW.break_glass_id FROM app.break_glass b JOIN app.break_glass_review r ON r.break_glass_id = b.id AND r.owner = e.owner
             WHERE b.inspection_id = e.inspection_id AND (b.case_id = e.case_id OR b.evidence_id = e.id) AND ${holds(`seat:' || b.assignment_id`)}
               AND b.starts_at <= moment AND moment < b.ends_at
             ORDER BY b.starts_at DESC, b.id DESC LIMIT 1;
           NEW.rule := CASE WHEN NEW.break_glass_id IS NOT NULL THEN 'BREAK_GLASS' END;
         END IF;
       END IF;
       IF NEW.rule IS NULL THEN
         RAISE EXCEPTION 'no rule opens this text' USING ERRCODE = 'check_violation', CONSTRAINT = 'opening_seen'; END IF;
       RETURN NEW;
     END`,
    { how: 'LANGUAGE plpgsql', open: false },
  ),
  kernelFunction(
    'auth.place_opening(which uuid)',
    'void',
    // Whoever of another inspectorate, or as record keeper, opened it is shown to the owner; its own team to nobody.
    `UPDATE app.opening o SET subject_ids = e.subject_ids, audience_id = CASE WHEN o.rule IN ('SHARE', 'BREAK_GLASS', 'RECORD_KEEPER')
         THEN auth.audience(o.inspection_id, ARRAY[auth.sees(o.inspection_id || ':team:' || o.owner, 3), auth.sees(o.inspection_id || ':keeper:' || o.owner, 3)])
         ELSE 0 END
     FROM app.evidence e WHERE o.id = which AND e.id = o.evidence_id`,
    { how: 'LANGUAGE sql VOLATILE', open: false },
  ),
  kernelTrigger('auth.opening_made', `PERFORM auth.place_opening(NEW.id); RETURN NULL;`),
  kernelTrigger(
    'auth.evidence_moves_openings',
    `PERFORM auth.place_opening(o.id) FROM app.opening o WHERE o.evidence_id = NEW.id; RETURN NULL;`,
  ),
  `CREATE TRIGGER opening_rule BEFORE INSERT ON app.opening FOR EACH ROW EXECUTE FUNCTION auth.rule_of_opening();
   CREATE TRIGGER opening_place AFTER INSERT ON app.opening FOR EACH ROW EXECUTE FUNCTION auth.opening_made();
   CREATE TRIGGER evidence_moves_openings AFTER UPDATE OF subject_ids ON app.evidence FOR EACH ROW
     WHEN (OLD.subject_ids IS DISTINCT FROM NEW.subject_ids) EXECUTE FUNCTION auth.evidence_moves_openings();`,
  protect({ table: 'app.opening', read: 3, subjects: true }),
  addable(
    'app.opening',
    ['id', 'at', 'actor_id', 'organisation_id', 'request_id', 'inspection_id', 'evidence_id'],
    `actor_id = auth.user_id() AND organisation_id = auth.organisation_id() AND at = auth.at()`,
  ),
].join('\n');
