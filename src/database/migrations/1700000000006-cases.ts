import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inCircle, kernelFunction, kernelTrigger, protect } from './support/protect.js';

/** Cases by their code, and who is named for them. Identity lives elsewhere. */
export class Cases1700000000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    await db.query(ACCESS);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}

const TABLES = `
  CREATE TABLE app.case_file (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES app.inspection,
    -- Opaque, random, of this inspection alone.
    code text NOT NULL,
    version int NOT NULL DEFAULT 1,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    UNIQUE (inspection_id, code),
    UNIQUE (id, inspection_id)
  );
  CREATE TABLE app.case_detail (
    case_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL,
    sampling text NOT NULL CHECK (sampling IN ('TRACKED', 'SAMPLED')),
    rationale text NOT NULL,
    sibling_group text,
    journey_stage text NOT NULL,
    -- Years; null for an unborn child.
    age_years smallint CHECK (age_years BETWEEN 0 AND 25),
    agency_ids uuid[] NOT NULL,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    FOREIGN KEY (case_id, inspection_id) REFERENCES app.case_file (id, inspection_id)
  );
  CREATE INDEX case_detail_inspection ON app.case_detail (inspection_id, created_at, case_id);
  CREATE TABLE app.case_member (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    inspectorate text NOT NULL,
    assignment_id uuid NOT NULL REFERENCES app.assignment,
    named_by uuid NOT NULL,
    ended_at timestamptz,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    FOREIGN KEY (case_id, inspection_id) REFERENCES app.case_file (id, inspection_id)
  );
  CREATE UNIQUE INDEX case_member_once ON app.case_member (case_id, assignment_id) WHERE ended_at IS NULL;
  CREATE INDEX case_member_assignment ON app.case_member (assignment_id);`;

const ACCESS = [
  kernelFunction(
    'auth.place_case(which uuid)',
    'void',
    `DECLARE whole bigint;
     BEGIN
       SELECT auth.audience(c.inspection_id,
         ARRAY[auth.sees(c.inspection_id || ':writers', 4), auth.sees(c.inspection_id || ':team', 3), auth.sees(c.inspection_id || ':keepers', 3)])
       INTO whole FROM app.case_file c WHERE c.id = which;
       UPDATE app.case_file SET audience_id = whole, subject_ids = ARRAY[which] WHERE id = which;
       UPDATE app.case_detail SET audience_id = whole, subject_ids = ARRAY[which] WHERE case_id = which;
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelTrigger('auth.case_changed', `PERFORM auth.place_case(NEW.case_id); RETURN NULL;`),
  kernelTrigger(
    'auth.case_member_named',
    `UPDATE app.case_member m SET subject_ids = ARRAY[NEW.case_id], audience_id = auth.audience(NEW.inspection_id,
        ARRAY[auth.sees(NEW.inspection_id || ':team', 3), auth.sees(NEW.inspection_id || ':keepers', 3),
              auth.sees(NEW.inspection_id || ':lead:' || NEW.inspectorate, 4), auth.sees(NEW.inspection_id || ':planner:' || NEW.inspectorate, 4)])
      WHERE m.id = NEW.id;
     RETURN NULL;`,
  ),
  `CREATE TRIGGER case_place AFTER INSERT ON app.case_detail FOR EACH ROW EXECUTE FUNCTION auth.case_changed();
   CREATE TRIGGER case_member_place AFTER INSERT ON app.case_member FOR EACH ROW EXECUTE FUNCTION auth.case_member_named();
   CREATE TRIGGER case_member_ending BEFORE UPDATE OF ended_at ON app.case_member FOR EACH ROW EXECUTE FUNCTION auth.ending_holds();`,
  protect({ table: 'app.case_file', read: 1, subjects: true, insert: inCircle(`'writers'`), update: ['version'] }),
  protect({
    table: 'app.case_detail',
    read: 3,
    subjects: true,
    insert: `created_by = auth.user_id() AND ${inCircle(`'writers'`)}`,
    update: ['sampling', 'rationale', 'sibling_group', 'journey_stage', 'age_years', 'agency_ids'],
  }),
  protect({
    table: 'app.case_member',
    read: 3,
    subjects: true,
    insert: `named_by = auth.user_id() AND (${inCircle(`'lead:' || inspectorate`)} OR ${inCircle(`'planner:' || inspectorate`)})
      AND EXISTS (SELECT FROM app.assignment a WHERE a.id = assignment_id AND a.inspection_id = case_member.inspection_id
        AND a.inspectorate = case_member.inspectorate AND a.user_id <> auth.user_id())`,
    update: ['ended_at'],
  }),
].join('\n');
