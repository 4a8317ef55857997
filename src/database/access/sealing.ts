import { inCircle, lock } from './row-security.js';

/** Whoever may write or read texts of the purpose uses their key; nobody changes or deletes one. */
const MAY_USE = `CASE purpose
  WHEN 'WHISTLEBLOWING' THEN ${inCircle(`'assigned'`)} OR ${inCircle(`'handlers'`)}
  ELSE false END`;

export const SEALING = `
  ${lock('app.sealing_key', 'SELECT')}
  GRANT SELECT, INSERT ON app.sealing_key TO jip_application;
  CREATE POLICY sealing_key_read ON app.sealing_key FOR SELECT TO jip_application USING (${MAY_USE});
  CREATE POLICY sealing_key_add ON app.sealing_key FOR INSERT TO jip_application WITH CHECK (${MAY_USE});`;
