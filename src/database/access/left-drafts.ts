import { kernelFunction } from './row-security.js';

/** Drafts by table: what hangs on them without falling with them, and whose they are. */
const DRAFTS: readonly { table: string; type: string; key: string; parts: readonly string[]; whose: string }[] = [
  { table: 'finding', type: 'Finding', key: 'id', parts: [], whose: 'd.owner' },
  { table: 'evidence', type: 'Evidence', key: 'id', parts: [], whose: 'd.owner' },
  {
    table: 'contribution',
    type: 'Contribution',
    key: 'id',
    parts: ['contribution_body.contribution_id'],
    whose: 'd.inspectorate',
  },
  {
    table: 'request',
    type: 'InformationRequest',
    key: 'id',
    parts: ['request_text.request_id', 'request_due.request_id'],
    whose: 'd.organisation_id',
  },
  {
    table: 'submission',
    type: 'Submission',
    key: 'id',
    parts: ['submission_text.submission_id'],
    whose: 'd.organisation_id',
  },
  { table: 'accuracy_reply', type: 'AccuracyComment', key: 'comment_id', parts: [], whose: 'd.organisation_id' },
  { table: 'accuracy_comment', type: 'AccuracyComment', key: 'id', parts: [], whose: 'd.organisation_id' },
];

const tables = DRAFTS.flatMap(({ table, parts }) => [table, ...parts.map((part) => part.split('.')[0])]);

/** Deletes the drafts of one table, with a row of the audit for each organisation whose they were. */
const remove = ({ table, type, key, parts, whose }: (typeof DRAFTS)[number]): string => `
  SELECT coalesce(array_agg(d.${key}), '{}') INTO gone FROM app.${table} d JOIN app.inspection_conduct c ON c.inspection_id = d.inspection_id
    WHERE d.state = 'DRAFT' AND c.readable_until <= auth.at();
  INSERT INTO app.audit_event (id, at, actor_id, organisation_id, request_id, operation, inspection_id, objects)
    SELECT gen_random_uuid(), auth.at(), platform, o.id, 'platform', 'deleteLeftDrafts', d.inspection_id, array_agg('${type}.' || d.${key})
    FROM app.${table} d JOIN app.organisation o ON ${whose === 'd.organisation_id' ? 'o.id' : 'o.inspectorate'} = ${whose}
    WHERE d.${key} = ANY (gone) GROUP BY o.id, d.inspection_id;
  ${parts.map((part) => `DELETE FROM app.${part.replace('.', ' WHERE ')} = ANY (gone);`).join('\n  ')}
  DELETE FROM app.${table} d WHERE d.${key} = ANY (gone);
  deleted := deleted + cardinality(gone);`;

/** What was still a draft when the 28 days after closing have passed is deleted, and audited (R14). */
export const LEFT_DRAFTS = [
  `GRANT DELETE ON ${[...new Set(tables)].map((table) => `app.${table}`).join(', ')} TO jip_access;
   GRANT INSERT ON app.audit_event TO jip_access;`,
  kernelFunction(
    'auth.delete_left_drafts()',
    'integer',
    // Nobody's act: the platform does it by its clock.
    `DECLARE gone uuid[]; deleted int := 0; platform uuid := '00000000-0000-0000-0000-000000000000';
     BEGIN ${DRAFTS.map(remove).join('')}
       RETURN deleted;
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE' },
  ),
].join('\n');
