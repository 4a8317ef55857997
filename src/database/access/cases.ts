import { inCircle, kernelFunction, kernelTrigger, protect } from './row-security.js';

export const CASES = [
  kernelFunction(
    'auth.place_case(which uuid)',
    'void',
    // A case exists for an agency while an issued request to it names the case; its details never reach one.
    `DECLARE whole bigint;
     BEGIN
       SELECT auth.audience(c.inspection_id,
         ARRAY[auth.sees(c.inspection_id || ':writers', 4), auth.sees(c.inspection_id || ':team', 3), auth.sees(c.inspection_id || ':keepers', 3)]
         || (SELECT coalesce(array_agg(auth.sees(r.inspection_id || ':agency:' || r.organisation_id::text, 1)), '{}')
             FROM app.request r JOIN app.request_text t ON t.request_id = r.id
             WHERE r.inspection_id = c.inspection_id AND r.state = 'ISSUED' AND which = ANY (t.case_ids)))
       INTO whole FROM app.case_file c WHERE c.id = which;
       UPDATE app.case_file SET audience_id = whole, subject_ids = ARRAY[which] WHERE id = which;
       UPDATE app.case_detail SET audience_id = whole, subject_ids = ARRAY[which] WHERE case_id = which;
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelTrigger('auth.case_changed', `PERFORM auth.place_case(NEW.case_id); RETURN NULL;`),
  kernelFunction(
    'auth.place_case_member(which uuid)',
    'void',
    // Planners name inspectorate leads, who name nobody for themselves, and learn of no other member.
    `UPDATE app.case_member m SET subject_ids = ARRAY[m.case_id], audience_id = auth.audience(m.inspection_id,
       ARRAY[auth.sees(m.inspection_id || ':team', 3), auth.sees(m.inspection_id || ':keepers', 3), auth.sees(m.inspection_id || ':lead:' || m.inspectorate, 4)]
       || CASE WHEN EXISTS (SELECT FROM app.assignment a WHERE a.id = m.assignment_id AND a.role = 'INSPECTORATE_LEAD')
            THEN ARRAY[auth.sees(m.inspection_id || ':planner:' || m.inspectorate, 4)] ELSE '{}' END)
     WHERE m.id = which`,
    { how: 'LANGUAGE sql VOLATILE', open: false },
  ),
  kernelTrigger('auth.case_member_named', `PERFORM auth.place_case_member(NEW.id); RETURN NULL;`),
  kernelFunction(
    'auth.case_to_name_for(which uuid)',
    'uuid',
    // A planner sees no case, but names his inspectorate leads for one (R6): he is told its inspection and nothing else.
    `SELECT c.inspection_id FROM app.case_file c
     WHERE c.id = which AND EXISTS (SELECT FROM unnest(auth.circles()) circle WHERE circle LIKE c.inspection_id || ':planner:%')`,
  ),
  `CREATE TRIGGER case_place AFTER INSERT ON app.case_detail FOR EACH ROW EXECUTE FUNCTION auth.case_changed();
   CREATE TRIGGER case_member_place AFTER INSERT ON app.case_member FOR EACH ROW EXECUTE FUNCTION auth.case_member_named();
   CREATE TRIGGER case_member_ending BEFORE UPDATE OF ended_at ON app.case_member FOR EACH ROW EXECUTE FUNCTION auth.ending_holds();`,
  protect({ table: 'app.case_file', read: 1, subjects: true, insert: inCircle(`'writers'`) }),
  protect({
    table: 'app.case_detail',
    read: 3,
    subjects: true,
    insert: `created_by = auth.user_id() AND ${inCircle(`'writers'`)}`,
    update: ['sampling', 'rationale', 'sibling_group', 'journey_stage', 'age_years', 'unborn', 'agency_ids', 'version'],
  }),
  protect({
    table: 'app.case_member',
    read: 3,
    subjects: true,
    insert: `named_by = auth.user_id() AND (${inCircle(`'lead:' || inspectorate`)} OR ${inCircle(`'planner:' || inspectorate`)})
      AND EXISTS (SELECT FROM app.assignment a WHERE a.id = assignment_id AND a.inspection_id = case_member.inspection_id
        AND a.inspectorate = case_member.inspectorate AND a.user_id <> auth.user_id())`,
    update: ['ended_at'],
  }),
].join('\n');
