import { lock } from './row-security.js';

/** Who adds to the record of what was done, and who reads it. */
export const AUDIT = `
  ${['audit_event', 'idempotency_key', 'outbox'].map((table) => lock(`app.${table}`, 'SELECT')).join('\n')}

  GRANT INSERT ON app.audit_event TO jip_application;
  GRANT SELECT ON app.audit_event TO jip_application;
  CREATE POLICY audit_event_add ON app.audit_event FOR INSERT TO jip_application
    WITH CHECK (actor_id = auth.user_id() AND organisation_id = auth.organisation_id() AND at = auth.at());
  CREATE POLICY audit_event_read ON app.audit_event FOR SELECT TO jip_application
    USING (actor_id = auth.user_id()
      OR ('organisation:' || organisation_id || ':auditor') = ANY ((SELECT auth.circles())::text[]));
  GRANT SELECT, INSERT, DELETE ON app.idempotency_key TO jip_application;
  CREATE POLICY idempotency_key_own ON app.idempotency_key TO jip_application
    USING (user_id = auth.user_id()) WITH CHECK (user_id = auth.user_id());
  GRANT INSERT ON app.outbox TO jip_application;
  CREATE POLICY outbox_add ON app.outbox FOR INSERT TO jip_application WITH CHECK (auth.user_id() IS NOT NULL);`;
