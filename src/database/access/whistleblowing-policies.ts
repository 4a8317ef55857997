import { inCircle, protect } from './row-security.js';

/** Adding rows, in the columns that their writer settles: whom a row is for is the kernel's alone. */
const addable = (table: string, columns: readonly string[], check: string): string => `
  GRANT INSERT (${columns.join(', ')}) ON app.${table} TO jip_application;
  CREATE POLICY ${table}_add ON app.${table} FOR INSERT TO jip_application WITH CHECK (${check});`;

const assigned = inCircle(`'assigned'`);
const planner = inCircle(
  `'planner:' || (SELECT i.leading_inspectorate FROM app.inspection i WHERE i.id = inspection_id)`,
);
/** A handler who sees the item: a conflict of interest may hide it from him. */
const handler = `${inCircle(`'handlers'`)} AND EXISTS (SELECT FROM app.whistleblowing w WHERE w.id = whistleblowing_id)`;

export const WHISTLEBLOWING_POLICIES = [
  protect({ table: 'app.whistleblowing_handler', read: 3, subjects: false, update: ['ended_at'] }),
  addable(
    'whistleblowing_handler',
    ['id', 'inspection_id', 'user_id', 'named_by', 'named_at'],
    `named_by = auth.user_id() AND named_at = auth.at() AND auth.may_name_handler(inspection_id, user_id)`,
  ),
  protect({ table: 'app.whistleblowing', read: 3, subjects: true, update: ['state', 'version'] }),
  addable(
    'whistleblowing',
    ['id', 'inspection_id', 'agency_id', 'received_on'],
    `received_on = (auth.at() AT TIME ZONE 'Europe/London')::date AND ${assigned}
      AND (agency_id IS NULL OR EXISTS (SELECT FROM app.organisation o WHERE o.id = agency_id AND o.kind <> 'INSPECTORATE'))`,
  ),
  protect({ table: 'app.whistleblowing_words', read: 3, subjects: true }),
  addable('whistleblowing_words', ['whistleblowing_id', 'inspection_id', 'sealed'], assigned),
  protect({ table: 'app.whistleblowing_receipt', read: 3, subjects: false }),
  addable('whistleblowing_receipt', ['id', 'filed_by', 'code', 'at'], `filed_by = auth.user_id() AND at = auth.at()`),
  protect({ table: 'app.whistleblowing_step', read: 3, subjects: true }),
  addable(
    'whistleblowing_step',
    ['id', 'whistleblowing_id', 'inspection_id', 'step', 'at', 'by_user', 'sealed'],
    `by_user = auth.user_id() AND at = auth.at() AND ${handler}`,
  ),
  protect({
    table: 'app.whistleblowing_event',
    read: 3,
    subjects: true,
    kernelMay: 'SELECT, INSERT, UPDATE',
  }),
  addable(
    'whistleblowing_event',
    ['id', 'inspection_id', 'operation', 'whistleblowing_id', 'handler_id', 'at', 'actor_id'],
    `CASE WHEN operation = 'FILED' THEN at = date_trunc('day', auth.at(), 'Europe/London') AND ${assigned}
       ELSE actor_id = auth.user_id() AND at = auth.at()
         AND CASE WHEN handler_id IS NULL THEN ${handler}
           ELSE ${planner} AND EXISTS (SELECT FROM app.whistleblowing_handler h WHERE h.id = handler_id) END END`,
  ),
].join('\n');
