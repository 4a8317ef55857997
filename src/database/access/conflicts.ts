import { kernelFunction, kernelTrigger, protect } from './row-security.js';

const holdsCircle = (key: string): string => `(${key}) = ANY ((SELECT auth.circles())::text[])`;

/** In force at the transaction's time, or at closing and for the 28 days (R14): the assignment \`a\`. */
const IN_FORCE = `a.ended_at IS NULL AND EXISTS (
  SELECT FROM app.inspection_conduct d WHERE d.inspection_id = a.inspection_id AND a.starts_at <= coalesce(d.closed_at, auth.at())
    AND (a.ends_at IS NULL OR coalesce(d.closed_at, auth.at()) < a.ends_at) AND (d.readable_until IS NULL OR auth.at() < d.readable_until))`;

const PLACING = [
  kernelFunction(
    'auth.place_conflicts(of_user uuid)',
    'void',
    // Whole to the user and, on every inspection that he has an assignment on, to his inspectorate lead, or to the
    // planner where he is that himself; the lead knows that there is one. Closing freezes the assignments, which count
    // for the 28 days and no longer (R14).
    `DECLARE whole bigint; known bigint; own auth.entitlement[]; led auth.entitlement[];
     BEGIN
       IF NOT EXISTS (SELECT FROM app.conflict_of_interest c WHERE c.user_id = of_user) THEN RETURN; END IF;
       SELECT ARRAY[auth.sees('user:' || of_user, 3)] || coalesce(array_agg(
           ROW(a.inspection_id || part || a.inspectorate, 4, bounds.starts_at, bounds.ends_at)::auth.entitlement), '{}')
         INTO own
         FROM app.assignment a JOIN app.inspection_conduct d ON d.inspection_id = a.inspection_id,
           LATERAL (SELECT CASE WHEN d.closed_at IS NULL THEN a.starts_at END,
                           CASE WHEN d.closed_at IS NULL THEN a.ends_at ELSE d.readable_until END) bounds (starts_at, ends_at),
           LATERAL unnest(CASE a.role WHEN 'INSPECTORATE_LEAD' THEN ARRAY[':lead:', ':planner:'] ELSE ARRAY[':lead:'] END) part
         WHERE a.user_id = of_user AND a.ended_at IS NULL AND a.inspectorate IS NOT NULL
           AND (d.closed_at IS NULL OR (a.starts_at <= d.closed_at AND (a.ends_at IS NULL OR d.closed_at < a.ends_at)));
       SELECT own || coalesce(array_agg(ROW(split_part(o.circle, ':', 1) || ':lead', 1, o.starts_at, o.ends_at)::auth.entitlement), '{}')
         INTO led FROM unnest(own) o WHERE o.circle LIKE '%:lead:%';
       whole := auth.audience(NULL, own);
       known := auth.audience(NULL, led);
       UPDATE app.conflict_of_interest SET audience_id = whole WHERE user_id = of_user AND audience_id <> whole;
       UPDATE app.conflict_notice n SET audience_id = known FROM app.conflict_of_interest c
         WHERE c.id = n.conflict_id AND c.user_id = of_user AND n.audience_id <> known;
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelTrigger(
    'auth.conflict_changed',
    `INSERT INTO app.conflict_notice (conflict_id, inspectorate, state)
       VALUES (NEW.id, NEW.inspectorate, CASE WHEN NEW.lifted_at IS NULL THEN 'ACTIVE' ELSE 'LIFTED' END)
       ON CONFLICT (conflict_id) DO UPDATE SET state = excluded.state;
     PERFORM auth.place_conflicts(NEW.user_id);
     RETURN NULL;`,
  ),
  kernelTrigger('auth.assignment_moves_conflicts', `PERFORM auth.place_conflicts(NEW.user_id); RETURN NULL;`),
  kernelTrigger(
    'auth.closing_moves_conflicts',
    `PERFORM auth.place_conflicts(u) FROM (SELECT DISTINCT a.user_id FROM app.assignment a
       WHERE a.inspection_id = NEW.inspection_id) seated (u);
     RETURN NULL;`,
  ),
  kernelTrigger(
    'auth.lifting_holds',
    `IF OLD.lifted_at IS NOT NULL THEN
       RAISE EXCEPTION 'a lifted conflict stays lifted: declare another' USING ERRCODE = 'check_violation', CONSTRAINT = 'conflict_lifted'; END IF;
     RETURN NEW;`,
  ),
  `CREATE TRIGGER conflict_of_interest_place AFTER INSERT OR UPDATE OF lifted_at ON app.conflict_of_interest
     FOR EACH ROW EXECUTE FUNCTION auth.conflict_changed();
   CREATE TRIGGER conflict_of_interest_lifting BEFORE UPDATE OF lifted_at ON app.conflict_of_interest
     FOR EACH ROW EXECUTE FUNCTION auth.lifting_holds();
   CREATE TRIGGER assignment_moves_conflicts AFTER INSERT OR UPDATE OF ended_at, ends_at ON app.assignment
     FOR EACH ROW EXECUTE FUNCTION auth.assignment_moves_conflicts();
   CREATE TRIGGER closing_moves_conflicts AFTER UPDATE OF closed_at ON app.inspection_conduct
     FOR EACH ROW EXECUTE FUNCTION auth.closing_moves_conflicts();`,
].join('\n');

const STANDING = [
  kernelFunction(
    'auth.leads_user(of_user uuid)',
    'boolean',
    `SELECT EXISTS (SELECT FROM app.assignment a WHERE a.user_id = of_user AND a.inspectorate IS NOT NULL AND ${IN_FORCE}
       AND ${holdsCircle(`a.inspection_id || ':lead:' || a.inspectorate`)})`,
  ),
  kernelFunction(
    'auth.may_lift(which uuid)',
    'boolean',
    // His inspectorate lead; of whoever is an inspectorate lead anywhere, a planner alone. Never himself.
    `SELECT EXISTS (
       SELECT FROM app.conflict_of_interest c
       JOIN app.assignment a ON a.user_id = c.user_id AND a.inspectorate = c.inspectorate AND ${IN_FORCE}
       WHERE c.id = which AND c.user_id <> auth.user_id()
         AND CASE WHEN EXISTS (SELECT FROM app.assignment a WHERE a.user_id = c.user_id AND a.role = 'INSPECTORATE_LEAD' AND ${IN_FORCE})
           THEN a.role = 'INSPECTORATE_LEAD' AND ${holdsCircle(`a.inspection_id || ':planner:' || a.inspectorate`)}
           ELSE ${holdsCircle(`a.inspection_id || ':lead:' || a.inspectorate`)} END)`,
  ),
  kernelFunction(
    'auth.hold_inspections_of(of_user uuid)',
    'void',
    // Waits for every change under way on the inspections of a person of one's own inspectorate, and holds off others:
    // none is judged by his old sight.
    `DECLARE each uuid;
     BEGIN
       FOR each IN SELECT DISTINCT a.inspection_id FROM app.assignment a
           WHERE a.user_id = of_user AND a.ended_at IS NULL AND a.organisation_id = auth.organisation_id() ORDER BY 1 LOOP
         PERFORM pg_advisory_xact_lock(hashtextextended(each::text, 1));
       END LOOP;
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE' },
  ),
].join('\n');

const POLICIES = [
  protect({
    table: 'app.conflict_of_interest',
    read: 3,
    subjects: false,
    insert: `declared_by = auth.user_id() AND lifted_at IS NULL AND (user_id = auth.user_id() OR auth.leads_user(user_id))`,
    update: ['lifted_at', 'lifted_by', 'lift_reason'],
  }),
  `CREATE POLICY conflict_of_interest_lift ON app.conflict_of_interest AS RESTRICTIVE FOR UPDATE TO jip_application
     USING (auth.may_lift(id)) WITH CHECK (lifted_by = auth.user_id());`,
  protect({ table: 'app.conflict_notice', read: 1, subjects: false, kernelMay: 'SELECT, INSERT, UPDATE' }),
].join('\n');

export const CONFLICTS = [PLACING, STANDING, POLICIES].join('\n');
