import { inCircle, protect } from './row-security.js';

const anyLead = inCircle(`'leads'`);
const theAgency = inCircle(`'agency:' || organisation_id`);
const theCoordinator = inCircle(`'coordinator:' || organisation_id`);

export const REQUEST_POLICIES = [
  protect({
    table: 'app.request',
    read: 1,
    subjects: true,
    insert: `state = 'DRAFT' AND ${anyLead}`,
    update: ['state'],
  }),
  protect({
    table: 'app.request_due',
    read: 2,
    subjects: true,
    insert: anyLead,
    update: ['due_at', 'calendar_version', 'warning'],
  }),
  protect({
    table: 'app.request_text',
    read: 3,
    subjects: true,
    insert: `drafted_by = auth.user_id() AND issued_at IS NULL AND (${inCircle(`'lead'`)} OR EXISTS (
      SELECT FROM unnest(inspectorates) named WHERE ${inCircle(`'lead:' || named`)}))`,
    update: [
      'title',
      'asked',
      'reason',
      'inspectorates',
      'case_ids',
      'issued_at',
      'issued_by',
      'cancelled_at',
      'cancelled_by',
      'cancel_reason',
      'version',
    ],
  }),
  protect({
    table: 'app.submission',
    read: 3,
    subjects: true,
    insert: theAgency,
    update: ['state', 'late', 'submitted_at', 'submitted_by', 'receipt', 'version'],
  }),
  protect({
    table: 'app.submission_text',
    read: 3,
    subjects: true,
    insert: `written_by = auth.user_id() AND ${theAgency}`,
    update: ['text', 'data', 'written_by', 'written_at'],
  }),
  protect({
    table: 'app.submission_version',
    read: 3,
    subjects: true,
    insert: `replaced_by = auth.user_id() AND ${theCoordinator}`,
  }),
  // Who drafted a request as a lead, and is none any more, leaves it to those who are.
  ...['request', 'request_due', 'request_text'].map(
    (table) => `CREATE POLICY ${table}_leads ON app.${table} AS RESTRICTIVE FOR UPDATE TO jip_application
      USING (${inCircle(`'leads'`)});`,
  ),
].join('\n');
