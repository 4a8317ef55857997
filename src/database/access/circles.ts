import { kernelFunction } from './row-security.js';

/** The circles of one seat on an inspection; `x` is the inspectorate, `o` the organisation. */
const SEAT_CIRCLES = `
  CASE s.role
    WHEN 'LEAD' THEN ARRAY['team', 'writers', 'lead', 'leads', 'team:' || s.inspectorate, 'writers:' || s.inspectorate]
    WHEN 'INSPECTORATE_LEAD' THEN ARRAY['team', 'writers', 'leads', 'lead:' || s.inspectorate, 'team:' || s.inspectorate, 'writers:' || s.inspectorate]
    WHEN 'INSPECTOR' THEN ARRAY['team', 'writers', 'team:' || s.inspectorate, 'writers:' || s.inspectorate]
    WHEN 'ANALYST' THEN ARRAY['team', 'team:' || s.inspectorate, 'analysts:' || s.inspectorate]
    WHEN 'QUALITY_ASSURER' THEN ARRAY['team', 'quality', 'team:' || s.inspectorate, 'quality:' || s.inspectorate]
    WHEN 'OBSERVER' THEN ARRAY['observers']
    WHEN 'SIGNATORY' THEN ARRAY['signatories', 'signatory:' || s.inspectorate, 'signer:' || s.user_id]
    WHEN 'COORDINATOR' THEN ARRAY['agencies', 'coordinators', 'agency:' || s.organisation_id, 'coordinator:' || s.organisation_id]
    WHEN 'CONTRIBUTOR' THEN ARRAY['agencies', 'agency:' || s.organisation_id]
    -- What all addressed agencies see, and nothing that was sent to or by his own.
    ELSE ARRAY['agencies', 'agency-signatory:' || s.organisation_id]
  END
  || CASE WHEN s.role IN ('LEAD', 'INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST', 'QUALITY_ASSURER')
       THEN ARRAY['author:' || s.user_id, 'seat:' || s.id] ELSE '{}' END
  || ARRAY['assigned']`;

export const CIRCLES = kernelFunction(
  'auth.circles_by_standing()',
  'text[]',
  `
  WITH me AS MATERIALIZED (
    SELECT u.id, u.organisation_id, o.inspectorate
    FROM app.app_user u JOIN app.organisation o ON o.id = u.organisation_id
    WHERE u.id = auth.user_id() AND u.suspended_at IS NULL AND auth.at() IS NOT NULL
  ), post AS (
    SELECT r.role, me.organisation_id, me.inspectorate
    FROM me JOIN app.organisation_role r ON r.user_id = me.id AND r.ended_at IS NULL
  ), held AS (
    -- Assignments in force; closing freezes those in force at closing (R14), an agency's count from notification (R1).
    SELECT a.*, c.readable_until
    FROM me
    JOIN app.assignment a ON a.user_id = me.id AND a.ended_at IS NULL
    JOIN app.inspection i ON i.id = a.inspection_id AND (a.inspectorate IS NOT NULL OR i.notified_at IS NOT NULL)
    JOIN app.inspection_conduct c ON c.inspection_id = i.id
    WHERE a.starts_at <= coalesce(c.closed_at, auth.at())
      AND (a.ends_at IS NULL OR coalesce(c.closed_at, auth.at()) < a.ends_at)
  ), seat AS (
    SELECT * FROM held WHERE readable_until IS NULL OR auth.at() < readable_until
  )
  SELECT coalesce(array_agg(DISTINCT circle), '{}') FROM (
    SELECT 'public' WHERE auth.at() IS NOT NULL
    UNION ALL SELECT 'user:' || id FROM me
    UNION ALL SELECT 'organisation:' || organisation_id || ':' || lower(role) FROM post
    UNION ALL SELECT 'inspectorate:' || inspectorate || ':' || lower(role) FROM post WHERE inspectorate IS NOT NULL
    UNION ALL
      SELECT s.inspection_id || ':' || part FROM seat s, LATERAL unnest(${SEAT_CIRCLES}) part
    UNION ALL
      -- What an agency sent it keeps, after the 28 days too.
      SELECT h.inspection_id || ':sent:' || h.organisation_id FROM held h WHERE h.role IN ('COORDINATOR', 'CONTRIBUTOR')
    UNION ALL
      SELECT m.inspection_id || ':members:' || m.case_id
      FROM seat s JOIN app.case_member m ON m.assignment_id = s.id AND m.inspection_id = s.inspection_id AND m.ended_at IS NULL
      WHERE s.readable_until IS NULL
    UNION ALL
      SELECT p.inspection_id || ':' || part
      FROM post JOIN app.inspection_inspectorate p ON p.inspectorate = post.inspectorate,
        LATERAL unnest(CASE WHEN p.accepted_at IS NULL THEN ARRAY['invited', 'invited:' || p.inspectorate]
                            ELSE ARRAY['planners', 'planner:' || p.inspectorate] END) part
      WHERE post.role = 'PLANNER'
    UNION ALL
      SELECT i.id || ':' || part
      FROM post JOIN app.inspection i ON i.leading_inspectorate = post.inspectorate,
        LATERAL unnest(ARRAY['planners', 'planner:' || i.leading_inspectorate]) part
      WHERE post.role = 'PLANNER'
    UNION ALL
      SELECT g.inspection_id || ':administrators'
      FROM post JOIN app.inspection_agency g ON g.organisation_id = post.organisation_id
      JOIN app.inspection i ON i.id = g.inspection_id AND i.notified_at IS NOT NULL
      WHERE post.role = 'ADMINISTRATOR'
    UNION ALL
      SELECT p.inspection_id || ':' || part
      FROM post JOIN app.inspection_inspectorate p ON p.inspectorate = post.inspectorate AND p.accepted_at IS NOT NULL
      JOIN app.inspection i ON i.id = p.inspection_id
      JOIN app.inspection_conduct c ON c.inspection_id = p.inspection_id AND c.closed_at IS NOT NULL,
        LATERAL unnest(CASE WHEN i.leading_inspectorate = p.inspectorate
          THEN ARRAY['keepers', 'keeper:' || p.inspectorate, 'lead-keeper'] ELSE ARRAY['keepers', 'keeper:' || p.inspectorate] END) part
      WHERE post.role = 'RECORD_KEEPER'
    UNION ALL
      -- Closing changes nothing for a handler; whoever is lead or inspectorate lead there is none (R12).
      SELECT h.inspection_id || ':handlers'
      FROM me JOIN app.whistleblowing_handler h ON h.user_id = me.id AND h.ended_at IS NULL
      JOIN app.inspection i ON i.id = h.inspection_id AND i.leading_inspectorate = me.inspectorate
      WHERE NOT auth.leads_inspection(h.inspection_id, me.id)
  ) member (circle)`,
);

/** Of a snapshot, the circles found as it began: the same, since neither its clock nor what it sees moves on. */
const CIRCLES_OF_TRANSACTION = `
  CREATE OR REPLACE FUNCTION auth.circles() RETURNS text[] LANGUAGE sql STABLE
    AS $$ SELECT coalesce(nullif(pg_catalog.current_setting('app.circles', true), '')::text[], auth.circles_by_standing()) $$;
  GRANT EXECUTE ON FUNCTION auth.circles() TO jip_application, jip_access;
  GRANT SELECT ON app.audience_grant TO jip_application;
  CREATE POLICY audience_grant_read ON app.audience_grant FOR SELECT TO jip_application
    USING (circle = ANY ((SELECT auth.circles())::text[])
      AND (starts_at IS NULL OR starts_at <= auth.at()) AND (ends_at IS NULL OR auth.at() < ends_at));`;

export const SIGHT = [
  CIRCLES_OF_TRANSACTION,
  kernelFunction(
    'auth.audiences(least_degree integer)',
    'bigint[]',
    `SELECT coalesce(array_agg(DISTINCT g.audience_id), '{}')
     FROM app.audience_grant g
     WHERE g.circle = ANY (auth.circles()) AND g.degree >= least_degree
       AND (g.starts_at IS NULL OR g.starts_at <= auth.at())
       AND (g.ends_at IS NULL OR auth.at() < g.ends_at)`,
  ),
  kernelFunction(
    'auth.related_agencies(agency uuid)',
    'uuid[]',
    // Predecessors and successors at any distance, not a successor's other predecessors.
    `WITH RECURSIVE later AS (
       SELECT agency AS id
       UNION SELECT o.replaced_by FROM later JOIN app.organisation o ON o.id = later.id WHERE o.replaced_by IS NOT NULL
     ), earlier AS (
       SELECT agency AS id
       UNION SELECT o.id FROM earlier JOIN app.organisation o ON o.replaced_by = earlier.id
     )
     SELECT array_agg(DISTINCT id) FROM (SELECT id FROM later UNION SELECT id FROM earlier) related`,
    { open: false },
  ),
  kernelFunction(
    'auth.conflicts()',
    'uuid[]',
    `SELECT coalesce(array_agg(DISTINCT hidden), '{}')
     FROM app.conflict_of_interest c,
       LATERAL unnest(auth.related_agencies(c.organisation_id) || c.case_id) hidden
     WHERE c.user_id = auth.user_id() AND c.lifted_at IS NULL AND hidden IS NOT NULL`,
  ),
  kernelFunction(
    'auth.audience(inspection uuid, grants auth.entitlement[], after_closing boolean DEFAULT false)',
    'bigint',
    // Closing freezes (R14): nobody writes what is not written after closing by its own rule.
    `DECLARE mark text; found bigint;
     BEGIN
       IF coalesce(array_length(grants, 1), 0) = 0 THEN RETURN 0; END IF;
       IF NOT after_closing AND EXISTS (SELECT FROM app.inspection_conduct c WHERE c.inspection_id = inspection AND c.closed_at IS NOT NULL) THEN
         grants := ARRAY(SELECT ROW(g.circle, least(g.degree, 3), g.starts_at, g.ends_at)::auth.entitlement FROM unnest(grants) g);
       END IF;
       SELECT encode(sha256(convert_to(coalesce(inspection::text, '') || string_agg(DISTINCT format('%s %s %s %s;', g.circle, g.degree,
           extract(epoch FROM g.starts_at), extract(epoch FROM g.ends_at)), ''
           ORDER BY format('%s %s %s %s;', g.circle, g.degree, extract(epoch FROM g.starts_at), extract(epoch FROM g.ends_at))), 'UTF8')), 'hex')
         INTO mark FROM unnest(grants) g;
       SELECT a.id INTO found FROM app.audience a WHERE a.fingerprint = mark;
       IF found IS NOT NULL THEN RETURN found; END IF;
       INSERT INTO app.audience (inspection_id, fingerprint) VALUES (inspection, mark)
         ON CONFLICT (fingerprint) DO NOTHING RETURNING id INTO found;
       IF found IS NULL THEN
         SELECT a.id INTO STRICT found FROM app.audience a WHERE a.fingerprint = mark;
         RETURN found;
       END IF;
       INSERT INTO app.audience_grant (audience_id, circle, degree, starts_at, ends_at)
         SELECT DISTINCT found, g.circle, g.degree, g.starts_at, g.ends_at FROM unnest(grants) g;
       RETURN found;
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelFunction(
    'auth.sees(circle text, degree integer)',
    'auth.entitlement',
    `SELECT ROW(circle, degree, NULL, NULL)::auth.entitlement`,
    { how: 'LANGUAGE sql IMMUTABLE', open: false },
  ),
].join('\n');

export const STANDING = [
  kernelFunction(
    'auth.identify(of_issuer text, of_subject text)',
    'TABLE (user_id uuid, organisation_id uuid, organisation_code text, inspectorate text, name text)',
    `SELECT u.id, o.id, o.code, o.inspectorate, u.name
     FROM app.app_user u
     JOIN app.organisation o ON o.id = u.organisation_id
     JOIN app.identity_provider p ON p.issuer = u.issuer AND p.organisation_id = u.organisation_id
     WHERE u.issuer = of_issuer AND u.subject = of_subject AND u.suspended_at IS NULL`,
  ),
  kernelFunction(
    'auth.provider_organisation(of_issuer text)',
    'uuid',
    `SELECT organisation_id FROM app.identity_provider WHERE issuer = of_issuer`,
  ),
  kernelFunction(
    'auth.standing(of_inspection uuid)',
    'jsonb',
    // Facts for "may this role try, and now?"; asked only of an inspection that the principal sees.
    `SELECT jsonb_build_object(
       'inspectionId', i.id, 'stage', i.stage, 'leading', i.leading_inspectorate,
       'framework', i.framework, 'frameworkVersion', i.framework_version,
       'notified', i.notified_at IS NOT NULL, 'revealed', c.revealed_at IS NOT NULL, 'paused', c.paused_at IS NOT NULL,
       'closed', c.closed_at IS NOT NULL,
       'posts', to_jsonb(auth.posts()), 'organisationId', auth.organisation_id(),
       'inspectorate', (SELECT o.inspectorate FROM app.organisation o WHERE o.id = auth.organisation_id()),
       'invited', (SELECT coalesce(jsonb_agg(p.inspectorate ORDER BY p.inspectorate), '[]')
                   FROM app.inspection_inspectorate p WHERE p.inspection_id = i.id AND p.accepted_at IS NULL),
       'inspectorates', (SELECT coalesce(jsonb_agg(p.inspectorate ORDER BY p.inspectorate), '[]')
                         FROM app.inspection_inspectorate p WHERE p.inspection_id = i.id AND p.accepted_at IS NOT NULL),
       'seats', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'role', a.role, 'inspectorate', a.inspectorate,
                   'organisationId', a.organisation_id)), '[]')
                 FROM app.assignment a
                 -- Those whose circles he is in: see auth.circles().
                 WHERE a.user_id = auth.user_id() AND a.inspection_id = i.id AND a.ended_at IS NULL
                   AND a.starts_at <= coalesce(c.closed_at, auth.at()) AND (a.ends_at IS NULL OR coalesce(c.closed_at, auth.at()) < a.ends_at)
                   AND (c.readable_until IS NULL OR auth.at() < c.readable_until)))
     FROM app.inspection i JOIN app.inspection_conduct c ON c.inspection_id = i.id
     WHERE i.id = of_inspection AND i.audience_id = ANY (auth.audiences(1))`,
  ),
  kernelFunction(
    'auth.posts()',
    'text[]',
    `SELECT coalesce(array_agg(r.role), '{}') FROM app.organisation_role r WHERE r.user_id = auth.user_id() AND r.ended_at IS NULL`,
  ),
].join('\n');
