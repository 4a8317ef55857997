/**
 * Roles beside the application's, each with the least that its work needs. None logs in, owns a table or bypasses row
 * security. `jip_publisher` serves the public pages; `jip_sealer` is to seal the audit and `jip_search` to own the
 * functions that search: no login is a member of these two until something uses them.
 */
export const OTHER_ROLES = `
  REVOKE ALL ON ALL TABLES IN SCHEMA app FROM jip_publisher, jip_sealer, jip_search;
  GRANT USAGE ON SCHEMA app TO jip_publisher, jip_sealer, jip_search;

  -- A letter while it is published and stands, and of it what its page and its place in the list say. Only for who has
  -- taken the role: the application's login is a member of it and would else read by these policies in any transaction.
  GRANT SELECT (id, title, published_at, withdrawn_at, superseded_at) ON app.letter TO jip_publisher;
  GRANT SELECT (letter_id, html) ON app.letter_text TO jip_publisher;
  CREATE POLICY letter_publisher ON app.letter FOR SELECT TO jip_publisher
    USING (current_user = 'jip_publisher' AND published_at IS NOT NULL AND withdrawn_at IS NULL AND superseded_at IS NULL);
  CREATE POLICY letter_text_publisher ON app.letter_text FOR SELECT TO jip_publisher
    USING (current_user = 'jip_publisher' AND EXISTS (SELECT FROM app.letter l WHERE l.id = letter_id));

  -- Who did what and when, all of it, since a seal is over all of it; nothing of what was said.
  GRANT SELECT ON app.audit_event TO jip_sealer;
  CREATE POLICY audit_event_sealer ON app.audit_event FOR SELECT TO jip_sealer USING (true);

  -- Who sees what, for ids; rows are read again under the asker's own row security.
  GRANT SELECT ON app.audience_grant TO jip_search;
  CREATE POLICY audience_grant_search ON app.audience_grant FOR SELECT TO jip_search USING (true);`;
