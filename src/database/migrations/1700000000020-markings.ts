import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a marking was raised or lowered, and what derives its marking from what it rests on. */
export class Markings1700000000020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(CHANGES);
    await db.query(DERIVED);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}

const MARKING = `CHECK (marking IN ('OFFICIAL', 'OFFICIAL_SENSITIVE'))`;

const CHANGES = `
  -- Append only. The item's marking follows its last change.
  CREATE TABLE app.marking_change (
    id uuid PRIMARY KEY,
    evidence_id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    owner text NOT NULL,
    marking text NOT NULL ${MARKING},
    reason text,
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    CONSTRAINT lowered_with_reason CHECK (marking = 'OFFICIAL_SENSITIVE' OR reason IS NOT NULL),
    FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence (id, inspection_id, owner)
  );
  CREATE INDEX marking_change_evidence ON app.marking_change (evidence_id);`;

const DERIVED = `
  -- The strictest marking of what it rests on: told to whoever sees the row, whatever he sees of that.
  ALTER TABLE app.finding ADD COLUMN marking text NOT NULL DEFAULT 'OFFICIAL' ${MARKING};
  ALTER TABLE app.finding_merge ADD COLUMN marking text NOT NULL DEFAULT 'OFFICIAL' ${MARKING};
  ALTER TABLE app.narrative ADD COLUMN marking text NOT NULL DEFAULT 'OFFICIAL' ${MARKING};
  ALTER TABLE app.frozen_text ADD COLUMN marking text NOT NULL DEFAULT 'OFFICIAL' ${MARKING};
  -- That a finding is marked lower than what it rests on, with the agreement of each inspectorate whose that is.
  CREATE TABLE app.marking_lowering (
    id uuid PRIMARY KEY,
    finding_id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    -- The proposer's inspectorate, and all whose sensitive items the finding cites: settled by the database.
    owner text NOT NULL REFERENCES app.organisation (inspectorate),
    owners text[] NOT NULL DEFAULT '{}',
    agreed text[] NOT NULL DEFAULT '{}',
    evidence_ids uuid[] NOT NULL DEFAULT '{}',
    reason text NOT NULL,
    proposed_by uuid NOT NULL,
    proposed_at timestamptz NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    FOREIGN KEY (finding_id, inspection_id) REFERENCES app.finding (id, inspection_id) ON DELETE CASCADE,
    UNIQUE (id, finding_id, inspection_id)
  );
  CREATE INDEX marking_lowering_finding ON app.marking_lowering (finding_id);
  CREATE TABLE app.marking_agreement (
    lowering_id uuid NOT NULL,
    finding_id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    owner text NOT NULL REFERENCES app.organisation (inspectorate),
    agreed_by uuid NOT NULL,
    agreed_at timestamptz NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (lowering_id, owner),
    FOREIGN KEY (lowering_id, finding_id, inspection_id) REFERENCES app.marking_lowering (id, finding_id, inspection_id) ON DELETE CASCADE
  );`;
