import { inCircle, protect } from './row-security.js';

export const COMMENT_POLICIES = [
  protect({
    table: 'app.accuracy_comment',
    read: 3,
    subjects: true,
    insert: `state = 'DRAFT' AND drafted_by = auth.user_id() AND ${inCircle(`'agency:' || organisation_id`)}
      AND EXISTS (SELECT FROM auth.paragraph_to_comment(frozen_paragraph_id) p WHERE p.frozen_text_id = accuracy_comment.frozen_text_id)`,
    update: ['kind', 'text', 'proof', 'state', 'late', 'sent_by', 'sent_at', 'receipt', 'version'],
  }),
  protect({
    table: 'app.comment_admission',
    read: 3,
    subjects: true,
    insert: `admitted_by = auth.user_id() AND ${inCircle(`'lead'`)}`,
  }),
  protect({
    table: 'app.accuracy_reply',
    read: 3,
    subjects: true,
    insert: `state = 'DRAFT' AND drafted_by = auth.user_id() AND ${inCircle(`'leads'`)}`,
    update: ['text', 'decision', 'state', 'sent_by', 'sent_at', 'version'],
  }),
  // Who began a reply as a lead, and is none any more, leaves it to those who are.
  `CREATE POLICY accuracy_reply_leads ON app.accuracy_reply AS RESTRICTIVE FOR UPDATE TO jip_application
     USING (${inCircle(`'leads'`)});`,
].join('\n');
