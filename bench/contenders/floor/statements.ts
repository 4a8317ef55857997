import { PAGE, type JobName } from '../../reads/jobs.js';

/** Free text as JSON; keys, codes and words of closed sets need no escape. */
const text = (sql: string): string => `coalesce(to_json(${sql})::text, 'null')`;
const quoted = (sql: string): string => `coalesce('"' || ${sql} || '"', 'null')`;
const number = (sql: string): string => `coalesce((${sql})::text, 'null')`;
const listOf = (json: string, order: string): string =>
  `'[' || coalesce(string_agg(${json}, ',' ORDER BY ${order}), '') || ']'`;

const TITLE = `CASE WHEN b.evidence_id IS NOT NULL THEN b.title ELSE coalesce(
    (SELECT w.title FROM app.evidence_withdrawal w WHERE w.evidence_id = s.evidence_id), ${shareText('title')}) END`;

function shareText(column: string): string {
  return `(SELECT st.${column} FROM app.evidence_share_text st JOIN app.evidence_share sh ON sh.id = st.share_id
      WHERE st.evidence_id = s.evidence_id AND sh.revoked_at IS NULL ORDER BY sh.starts_at DESC, sh.id DESC LIMIT 1)`;
}

const FINDINGS = `(SELECT ${listOf(
  `'{"id":"Finding.' || f.id || '","statement":' || ${text('fb.statement')} || ',"owner":{"code":"' || f.owner || '"}}'`,
  'f.owner, f.id',
)} FROM app.citation x JOIN app.finding f ON f.id = x.finding_id LEFT JOIN app.finding_body fb ON fb.finding_id = f.id
    WHERE x.evidence_id = s.evidence_id)`;

const pageInfo = (withCursor: boolean): string =>
  `'"pageInfo":{"hasNextPage":' || (count(*) > ${PAGE})::text${
    withCursor
      ? ` || ',"endCursor":' || ${quoted(`auth.cursor((array_agg(n.created_at ORDER BY n.place))[least(${PAGE}, count(*)::int)]::text,
      (array_agg(n.evidence_id ORDER BY n.place))[least(${PAGE}, count(*)::int)])`)}`
      : ''
  } || '}'`;
const nodes = `'{"nodes":[' || coalesce(string_agg(n.node, ',' ORDER BY n.place) FILTER (WHERE n.place <= ${PAGE}), '') || '],'`;
const place = 'row_number() OVER (ORDER BY s.created_at DESC, s.evidence_id DESC) AS place';
const newest = `ORDER BY created_at DESC, evidence_id DESC LIMIT ${PAGE + 1}`;

const Q1 = `
  SELECT '{"data":{"evidence":' || ${nodes} || ${pageInfo(true)} || '}}}'
  FROM (
    SELECT ${place}, s.created_at, s.evidence_id,
      '{"id":"Evidence.' || s.evidence_id || '","title":' || ${text(TITLE)} || ',"createdAt":' || to_json(s.created_at)::text
      || ',"owner":{"code":"' || o.code || '","name":' || to_json(o.name)::text || '},"case":'
      || coalesce('{"id":"Case.' || c.id || '","code":' || to_json(c.code)::text || ',"journeyStage":' || ${quoted('d.journey_stage')} || '}', 'null')
      || ',"shares":' || (SELECT ${listOf(
        `'{"id":"EvidenceShare.' || v.id || '","form":"' || v.form || '","purpose":' || to_json(v.purpose)::text || ',"endsAt":'
        || ${text('v.ends_at')} || ',"recipient":{"code":"' || v.recipient || '"}}'`,
        'v.starts_at, v.id',
      )} FROM app.evidence_share v WHERE v.evidence_id = s.evidence_id)
      || ',"findings":' || ${FINDINGS} || '}' AS node
    FROM (SELECT evidence_id, created_at FROM app.evidence_summary WHERE inspection_id = $1::uuid ${newest}) s
    JOIN app.evidence e ON e.id = s.evidence_id
    JOIN app.organisation o ON o.inspectorate = e.owner
    LEFT JOIN app.evidence_body b ON b.evidence_id = s.evidence_id
    LEFT JOIN app.case_file c ON c.id = e.case_id
    LEFT JOIN app.case_detail d ON d.case_id = c.id) n`;

const Q3 = `
  SELECT '{"data":{"case":' || coalesce((
    SELECT '{"id":"Case.' || c.id || '","code":' || to_json(c.code)::text || ',"sampling":' || ${quoted('d.sampling')}
      || ',"rationale":' || ${text('d.rationale')} || ',"journeyStage":' || ${quoted('d.journey_stage')}
      || ',"ageYears":' || ${number('d.age_years')} || ',"evidenceCount":' || seen.n || ',"entryCount":' || told.n
      || ',"agencies":' || (SELECT ${listOf(`'{"code":' || to_json(a.code)::text || ',"name":' || to_json(a.name)::text || '}'`, 'a.name')}
        FROM app.organisation a WHERE a.id = ANY (d.agency_ids))
      || ',"chronology":' || told.list || ',"evidence":' || seen.page || '}'
    FROM app.case_file c LEFT JOIN app.case_detail d ON d.case_id = c.id,
    LATERAL (SELECT count(*) AS n, ${listOf(
      `'{"id":"ChronologyEntry.' || h.id || '","happenedOn":"' || h.happened_on || '","words":' || to_json(h.words)::text
        || ',"agency":' || coalesce('{"name":' || to_json(a.name)::text || '}', 'null') || ',"owner":{"code":"' || h.owner || '"},"evidenceId":"Evidence.'
        || h.evidence_id || '"}'`,
      'h.happened_on, h.id',
    )} AS list FROM app.chronology_entry h LEFT JOIN app.organisation a ON a.id = h.agency_id WHERE h.case_id = c.id) told,
    LATERAL (SELECT count(*) AS n, ${nodes} || ${pageInfo(false)} || '}' AS page FROM (
      SELECT ${place}, CASE WHEN row_number() OVER (ORDER BY s.created_at DESC, s.evidence_id DESC) <= ${PAGE} THEN
        '{"id":"Evidence.' || s.evidence_id || '","title":' || ${text(TITLE)} || ',"createdAt":' || to_json(s.created_at)::text
        || ',"kind":' || to_json(s.kind)::text || ',"marking":"' || s.marking || '","owner":{"code":"' || s.owner || '"},"findings":' || ${FINDINGS} || '}' END AS node
      FROM app.evidence e JOIN app.evidence_summary s ON s.evidence_id = e.id
      LEFT JOIN app.evidence_body b ON b.evidence_id = s.evidence_id
      WHERE e.case_id = c.id) n) seen
    WHERE c.id = $1::uuid), 'null') || '}}'`;

/** By inspection: the newest of each where the asker has a circle, then the newest of all; so nothing is read of the others. */
const Q6 = `
  SELECT '{"data":{"feed":' || ${nodes} || ${pageInfo(true)} || '}}}'
  FROM (
    SELECT ${place}, s.created_at, s.evidence_id,
      '{"id":"Evidence.' || s.evidence_id || '","inspectionId":"Inspection.' || s.inspection_id || '","title":' || ${text(TITLE)}
      || ',"summary":' || ${text(`CASE WHEN b.evidence_id IS NULL THEN ${shareText('summary')} END`)} || ',"createdAt":' || to_json(s.created_at)::text
      || ',"kind":' || to_json(s.kind)::text || ',"marking":"' || s.marking
      || '","owner":{"code":"' || o.code || '","name":' || to_json(o.name)::text || '},"case":'
      || coalesce('{"id":"Case.' || c.id || '","code":' || to_json(c.code)::text || '}', 'null')
      || ',"shares":' || (SELECT ${listOf(`'{"form":"' || v.form || '","recipient":{"code":"' || v.recipient || '"}}'`, 'v.starts_at, v.id')}
        FROM app.evidence_share v WHERE v.evidence_id = s.evidence_id) || '}' AS node
    FROM (SELECT * FROM (
        SELECT x.* FROM (SELECT DISTINCT left(circle, 36)::uuid AS id FROM unnest(auth.circles()) circle WHERE circle ~ '^[0-9a-f-]{36}:') i,
          LATERAL (SELECT evidence_id, created_at, inspection_id, kind, marking FROM app.evidence_summary WHERE inspection_id = i.id ${newest}) x) each
      ${newest}) s
    JOIN app.evidence e ON e.id = s.evidence_id
    JOIN app.organisation o ON o.inspectorate = e.owner
    LEFT JOIN app.evidence_body b ON b.evidence_id = s.evidence_id
    LEFT JOIN app.case_file c ON c.id = e.case_id) n`;

/** `$1` is the key of the inspection or of the case. */
export const STATEMENTS: Readonly<Record<JobName, string>> = { Q1, Q3, Q6 };
