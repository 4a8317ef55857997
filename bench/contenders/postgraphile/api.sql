-- What PostGraphile shows: views over the platform's tables, read under the asker's own row security, with the
-- constraints that it cannot see on views told by smart comments. Made anew at each start of the bench.
DROP SCHEMA IF EXISTS bench_api CASCADE;
CREATE SCHEMA bench_api;
GRANT USAGE ON SCHEMA bench_api TO jip_application;

CREATE VIEW bench_api.inspectorate WITH (security_invoker) AS
  SELECT inspectorate AS key, code, name FROM app.organisation WHERE inspectorate IS NOT NULL;
COMMENT ON VIEW bench_api.inspectorate IS E'@primaryKey key';

CREATE VIEW bench_api.agency WITH (security_invoker) AS
  SELECT id AS key, code, name FROM app.organisation;
COMMENT ON VIEW bench_api.agency IS E'@primaryKey key';

CREATE VIEW bench_api.case_file WITH (security_invoker) AS
  SELECT c.id AS key, 'Case.' || c.id AS gid, c.code, d.sampling, d.rationale, d.journey_stage, d.age_years, d.agency_ids,
    (SELECT count(*)::int FROM app.evidence_summary x WHERE x.evidence_id = ANY (ARRAY(SELECT e.id FROM app.evidence e WHERE e.case_id = c.id))) AS evidence_count,
    (SELECT count(*)::int FROM app.chronology_entry x WHERE x.case_id = c.id) AS entry_count
  FROM app.case_file c LEFT JOIN app.case_detail d ON d.case_id = c.id;
COMMENT ON VIEW bench_api.case_file IS E'@primaryKey key';

CREATE VIEW bench_api.evidence WITH (security_invoker) AS
  SELECT s.evidence_id AS key, 'Evidence.' || s.evidence_id AS gid, s.inspection_id AS inspection_key, 'Inspection.' || s.inspection_id AS inspection_gid,
    CASE WHEN b.evidence_id IS NOT NULL THEN b.title ELSE coalesce(
      (SELECT w.title FROM app.evidence_withdrawal w WHERE w.evidence_id = s.evidence_id),
      (SELECT st.title FROM app.evidence_share_text st JOIN app.evidence_share sh ON sh.id = st.share_id
       WHERE st.evidence_id = s.evidence_id AND sh.revoked_at IS NULL ORDER BY sh.starts_at DESC, sh.id DESC LIMIT 1)) END AS title,
    CASE WHEN b.evidence_id IS NULL THEN
      (SELECT st.summary FROM app.evidence_share_text st JOIN app.evidence_share sh ON sh.id = st.share_id
       WHERE st.evidence_id = s.evidence_id AND sh.revoked_at IS NULL ORDER BY sh.starts_at DESC, sh.id DESC LIMIT 1) END AS summary,
    s.kind, s.marking, s.created_at, s.owner AS owner_key, e.case_id AS case_key
  FROM app.evidence_summary s JOIN app.evidence e ON e.id = s.evidence_id LEFT JOIN app.evidence_body b ON b.evidence_id = s.evidence_id;
COMMENT ON VIEW bench_api.evidence IS E'@primaryKey key\n@foreignKey (owner_key) references inspectorate (key)\n@foreignKey (case_key) references case_file (key)';

CREATE VIEW bench_api.share WITH (security_invoker) AS
  SELECT id AS key, 'EvidenceShare.' || id AS gid, evidence_id AS evidence_key, recipient AS recipient_key, form, purpose, starts_at, ends_at
  FROM app.evidence_share;
COMMENT ON VIEW bench_api.share IS E'@primaryKey key\n@foreignKey (evidence_key) references evidence (key)\n@foreignKey (recipient_key) references inspectorate (key)';

CREATE VIEW bench_api.entry WITH (security_invoker) AS
  SELECT id AS key, 'ChronologyEntry.' || id AS gid, case_id AS case_key, 'Evidence.' || evidence_id AS evidence_gid, owner AS owner_key,
    agency_id AS agency_key, happened_on, words
  FROM app.chronology_entry;
COMMENT ON VIEW bench_api.entry IS E'@primaryKey key\n@foreignKey (case_key) references case_file (key)\n@foreignKey (owner_key) references inspectorate (key)\n@foreignKey (agency_key) references agency (key)';

-- Views and no functions of the item and of the case: a function is handed the whole row, every column of its view.
CREATE VIEW bench_api.citing WITH (security_invoker) AS
  SELECT c.id AS key, c.evidence_id AS evidence_key, f.id AS finding_key, 'Finding.' || f.id AS gid, f.owner AS owner_key, b.statement
  FROM app.citation c JOIN app.finding f ON f.id = c.finding_id LEFT JOIN app.finding_body b ON b.finding_id = f.id;
COMMENT ON VIEW bench_api.citing IS E'@primaryKey key\n@foreignKey (evidence_key) references evidence (key)\n@foreignKey (owner_key) references inspectorate (key)';

CREATE VIEW bench_api.involved WITH (security_invoker) AS
  SELECT d.case_id AS case_key, a.id AS key, a.code, a.name
  FROM app.case_detail d JOIN app.organisation a ON a.id = ANY (d.agency_ids);
COMMENT ON VIEW bench_api.involved IS E'@primaryKey case_key,key\n@foreignKey (case_key) references case_file (key)';

-- Its page is asked for by the number of the newest in each inspection: a limit outside of a function would be reached too late.
CREATE FUNCTION bench_api.feed(newest int) RETURNS SETOF bench_api.evidence LANGUAGE sql STABLE AS $$
  SELECT e.* FROM (
    SELECT x.* FROM (SELECT DISTINCT left(circle, 36)::uuid AS id FROM unnest(auth.circles()) circle WHERE circle ~ '^[0-9a-f-]{36}:') i,
      LATERAL (SELECT evidence_id, created_at FROM app.evidence_summary WHERE inspection_id = i.id ORDER BY created_at DESC, evidence_id DESC LIMIT newest) x
    ORDER BY created_at DESC, evidence_id DESC LIMIT newest) n
  JOIN bench_api.evidence e ON e.key = n.evidence_id ORDER BY e.created_at DESC, e.key DESC $$;

GRANT SELECT ON ALL TABLES IN SCHEMA bench_api TO jip_application;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bench_api TO jip_application;
