import { kernelFunction, kernelTrigger } from './row-security.js';

/** Acts that happen once: these columns are set, and stay as they were set, whoever writes to the database. */
const ONCE: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['inspection', ['notified_at', 'published_at']],
  ['inspection_conduct', ['revealed_at', 'revealed_by', 'closed_at', 'readable_until']],
  ['inspection_inspectorate', ['accepted_at']],
  ['evidence_body', ['submitted_at']],
  ['finding_body', ['submitted_at']],
  ['frozen_text', ['reopened_at', 'reopened_by']],
  [
    'letter',
    ['received_at', 'received_by', 'published_at', 'published_by', 'withdrawn_at', 'withdrawn_by', 'superseded_at'],
  ],
  ['publication_hold', ['lifted_at', 'lifted_by', 'lift_reason']],
  ['request_text', ['issued_at', 'issued_by', 'cancelled_at', 'cancelled_by', 'cancel_reason']],
];

/** A stage leads to the next one; a text that is not published yet can be taken back to drafting. */
const STAGES = `ARRAY['PLANNED', 'PREPARING', 'FIELDWORK', 'DRAFTING', 'ACCURACY_CHECK', 'SIGNING', 'SIGNED', 'PUBLISHED', 'FOLLOW_UP', 'CLOSED']`;

export const ONE_WAY = [
  kernelTrigger(
    'auth.happens_once',
    // The trigger's argument is the column that stays.
    `IF to_jsonb(OLD) -> TG_ARGV[0] <> 'null' AND to_jsonb(OLD) -> TG_ARGV[0] IS DISTINCT FROM to_jsonb(NEW) -> TG_ARGV[0] THEN
       RAISE EXCEPTION 'what was done once is not done again or undone: %.%', TG_TABLE_NAME, TG_ARGV[0]
         USING ERRCODE = 'check_violation', CONSTRAINT = 'happens_once'; END IF;
     RETURN NEW;`,
  ),
  ...ONCE.flatMap(([table, columns]) =>
    columns.map(
      (column) =>
        `CREATE TRIGGER ${table}_${column}_once BEFORE UPDATE OF ${column} ON app.${table} FOR EACH ROW
           WHEN (OLD.${column} IS DISTINCT FROM NEW.${column}) EXECUTE FUNCTION auth.happens_once('${column}');`,
    ),
  ),
  kernelTrigger(
    'auth.stage_holds',
    `IF array_position(${STAGES}, NEW.stage) <> array_position(${STAGES}, OLD.stage) + 1
       AND NOT (NEW.stage = 'DRAFTING' AND OLD.stage IN ('ACCURACY_CHECK', 'SIGNING', 'SIGNED')) THEN
       RAISE EXCEPTION 'a stage leads to the next one' USING ERRCODE = 'check_violation', CONSTRAINT = 'stage_order'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.letter_text_holds',
    `IF EXISTS (SELECT FROM app.letter l WHERE l.id = NEW.letter_id AND l.published_at IS NOT NULL) THEN
       RAISE EXCEPTION 'a published letter is not rewritten: a correction is another version'
         USING ERRCODE = 'check_violation', CONSTRAINT = 'letter_text_published'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.contribution_text_holds',
    // Until the reveal it is nobody else's; what others have read stays as it was.
    `IF EXISTS (SELECT FROM app.contribution c JOIN app.inspection_conduct i ON i.inspection_id = c.inspection_id
         WHERE c.id = NEW.contribution_id AND c.state = 'SUBMITTED' AND i.revealed_at IS NOT NULL) THEN
       RAISE EXCEPTION 'a contribution that the team has read is not rewritten'
         USING ERRCODE = 'check_violation', CONSTRAINT = 'contribution_read'; END IF;
     RETURN NEW;`,
  ),
  kernelFunction(
    'auth.has_other_administrator(person uuid)',
    'boolean',
    // In his organisation; whoever asks waits for others who end a post or suspend somebody there.
    `DECLARE organisation uuid;
     BEGIN
       SELECT u.organisation_id INTO organisation FROM app.app_user u WHERE u.id = person;
       PERFORM pg_advisory_xact_lock(hashtextextended(organisation::text, 6));
       RETURN EXISTS (SELECT FROM app.organisation_role r JOIN app.app_user u ON u.id = r.user_id
         WHERE r.organisation_id = organisation AND r.role = 'ADMINISTRATOR' AND r.ended_at IS NULL AND u.suspended_at IS NULL AND u.id <> person);
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE' },
  ),
  kernelTrigger(
    'auth.administrator_remains',
    `IF EXISTS (SELECT FROM app.organisation_role r WHERE r.user_id = NEW.id AND r.role = 'ADMINISTRATOR' AND r.ended_at IS NULL)
       AND NOT auth.has_other_administrator(NEW.id) THEN
       RAISE EXCEPTION 'an organisation keeps an administrator' USING ERRCODE = 'check_violation', CONSTRAINT = 'administrator_remains'; END IF;
     RETURN NEW;`,
  ),
  kernelTrigger(
    'auth.administrator_post_remains',
    `IF NOT auth.has_other_administrator(NEW.user_id) THEN
       RAISE EXCEPTION 'an organisation keeps an administrator' USING ERRCODE = 'check_violation', CONSTRAINT = 'administrator_remains'; END IF;
     RETURN NEW;`,
  ),
  `CREATE TRIGGER inspection_stage_holds BEFORE UPDATE OF stage ON app.inspection FOR EACH ROW
     WHEN (OLD.stage <> NEW.stage) EXECUTE FUNCTION auth.stage_holds();
   CREATE TRIGGER letter_text_holds BEFORE UPDATE ON app.letter_text FOR EACH ROW
     WHEN ((OLD.html, OLD.facts) IS DISTINCT FROM (NEW.html, NEW.facts)) EXECUTE FUNCTION auth.letter_text_holds();
   CREATE TRIGGER contribution_text_holds BEFORE UPDATE OF answers, nil_reason ON app.contribution_body
     FOR EACH ROW EXECUTE FUNCTION auth.contribution_text_holds();
   CREATE TRIGGER app_user_suspension BEFORE UPDATE OF suspended_at ON app.app_user FOR EACH ROW
     WHEN (OLD.suspended_at IS NULL AND NEW.suspended_at IS NOT NULL) EXECUTE FUNCTION auth.administrator_remains();
   CREATE TRIGGER organisation_role_ending BEFORE UPDATE OF ended_at ON app.organisation_role FOR EACH ROW
     WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND OLD.role = 'ADMINISTRATOR')
     EXECUTE FUNCTION auth.administrator_post_remains();`,
].join('\n');
