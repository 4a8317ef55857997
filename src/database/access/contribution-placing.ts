import { kernelFunction, kernelTrigger } from './row-security.js';

/** Settles who sees a contribution: its writers, then its team, after the reveal the whole team (R8). */
export const CONTRIBUTION_PLACING = [
  kernelFunction(
    'auth.place_contribution(which uuid)',
    'void',
    // Until the reveal the lead learns that it is submitted, and nothing of what it says.
    `DECLARE c app.contribution; opened boolean; whole bigint;
     BEGIN
       SELECT * INTO c FROM app.contribution WHERE id = which;
       SELECT i.revealed_at IS NOT NULL INTO opened FROM app.inspection_conduct i WHERE i.inspection_id = c.inspection_id;
       whole := auth.audience(c.inspection_id, ARRAY[auth.sees(c.inspection_id || ':writers:' || c.inspectorate, 4)]
         || CASE WHEN c.state = 'DRAFT' THEN '{}' ELSE
              ARRAY[auth.sees(c.inspection_id || ':team:' || c.inspectorate, 3), auth.sees(c.inspection_id || ':keeper:' || c.inspectorate, 3),
                    CASE WHEN opened THEN auth.sees(c.inspection_id || ':team', 3) ELSE auth.sees(c.inspection_id || ':lead', 1) END] END);
       UPDATE app.contribution SET audience_id = whole WHERE id = which AND audience_id <> whole;
       UPDATE app.contribution_body SET audience_id = whole WHERE contribution_id = which AND audience_id <> whole;
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelTrigger('auth.contribution_changed', `PERFORM auth.place_contribution(NEW.id); RETURN NULL;`),
  kernelTrigger('auth.contribution_part_changed', `PERFORM auth.place_contribution(NEW.contribution_id); RETURN NULL;`),
  kernelTrigger(
    'auth.contribution_state_holds',
    `IF OLD.state = 'SUBMITTED' AND NEW.state <> 'SUBMITTED' THEN
       RAISE EXCEPTION 'a submitted contribution stays submitted' USING ERRCODE = 'check_violation', CONSTRAINT = 'contribution_state'; END IF;
     RETURN NEW;`,
  ),
  `CREATE TRIGGER contribution_state_holds BEFORE UPDATE OF state ON app.contribution
     FOR EACH ROW EXECUTE FUNCTION auth.contribution_state_holds();
   CREATE TRIGGER contribution_place AFTER UPDATE OF state ON app.contribution FOR EACH ROW EXECUTE FUNCTION auth.contribution_changed();
   CREATE TRIGGER contribution_body_place AFTER INSERT ON app.contribution_body
     FOR EACH ROW EXECUTE FUNCTION auth.contribution_part_changed();`,
].join('\n');
