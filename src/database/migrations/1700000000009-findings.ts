import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Findings and what they rest on, blind until the reveal; contributions; merges and attitudes (R8, R10). */
export class Findings1700000000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statements of [FINDINGS, CITATIONS, CONTRIBUTIONS, MERGES]) await db.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}

const KINDS = `'STRENGTH', 'AREA_FOR_IMPROVEMENT', 'PRIORITY_ACTION', 'EFFECTIVE_PRACTICE', 'PRACTICE_CONCERN', 'CONTEXT'`;

/** What a finding and a merge both say, and where in the letter. */
const SAID = `
    kind text NOT NULL CHECK (kind IN (${KINDS})),
    placement text NOT NULL CHECK (placement IN ('HEADLINE', 'IMPROVEMENT', 'STRENGTH', 'MAIN', 'STUDY')),
    study smallint CHECK (study >= 1),
    -- Order within its placement and study.
    position int NOT NULL,
    criterion text NOT NULL,
    statement text NOT NULL,
    -- Empty where the statement itself says it.
    effect_on_children text NOT NULL DEFAULT '',
    count_n int CHECK (count_n >= 0),
    count_of int CHECK (count_of > 0),
    count_basis text CHECK (count_basis IN ('TRACKED', 'SAMPLED')),
    -- Accountable agencies.
    agency_ids uuid[] NOT NULL DEFAULT '{}',
    CHECK (num_nulls(count_n, count_of, count_basis) IN (0, 3) AND (count_n IS NULL OR count_n <= count_of)),`;

const PLACED = `
    audience_id bigint NOT NULL DEFAULT 0,
    subject_ids uuid[] NOT NULL DEFAULT '{}'`;

const FINDINGS = `
  -- Exists.
  CREATE TABLE app.finding (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES app.inspection,
    owner text NOT NULL REFERENCES app.organisation (inspectorate),
    state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'SUBMITTED', 'WITHDRAWN')),
    -- Once the team has seen it, a withdrawal leaves its existence.
    revealed boolean NOT NULL DEFAULT false,
    version int NOT NULL DEFAULT 1,
    ${PLACED},
    UNIQUE (id, inspection_id, owner),
    UNIQUE (id, inspection_id)
  );
  CREATE INDEX finding_inspection ON app.finding (inspection_id);
  -- Whole.
  CREATE TABLE app.finding_body (
    finding_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL,
    owner text NOT NULL,
    author_id uuid NOT NULL,
    case_id uuid,
    ${SAID}
    -- What speaks against it.
    disconfirming text,
    created_at timestamptz NOT NULL,
    submitted_at timestamptz,
    ${PLACED},
    FOREIGN KEY (finding_id, inspection_id, owner) REFERENCES app.finding (id, inspection_id, owner) ON DELETE CASCADE,
    FOREIGN KEY (case_id, inspection_id) REFERENCES app.case_file (id, inspection_id)
  );
  CREATE INDEX finding_body_page ON app.finding_body (inspection_id, created_at DESC, finding_id DESC);
  CREATE TABLE app.finding_withdrawal (
    finding_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL,
    owner text NOT NULL,
    reason text NOT NULL,
    withdrawn_at timestamptz NOT NULL,
    withdrawn_by uuid NOT NULL,
    ${PLACED},
    FOREIGN KEY (finding_id, inspection_id, owner) REFERENCES app.finding (id, inspection_id, owner)
  );
  ALTER TABLE app.inspection_conduct ADD COLUMN reveal_reason text;`;

const CITATIONS = `
  -- Seen where the finding and the item both are: the row keeps both audiences.
  CREATE TABLE app.citation (
    id uuid PRIMARY KEY,
    finding_id uuid NOT NULL,
    evidence_id uuid NOT NULL REFERENCES app.evidence,
    inspection_id uuid NOT NULL,
    owner text NOT NULL,
    cited_at timestamptz NOT NULL,
    item_audience_id bigint NOT NULL DEFAULT 0,
    ${PLACED},
    UNIQUE (finding_id, evidence_id),
    UNIQUE (id, finding_id, evidence_id),
    FOREIGN KEY (finding_id, inspection_id, owner) REFERENCES app.finding (id, inspection_id, owner) ON DELETE CASCADE
  );
  CREATE INDEX citation_evidence ON app.citation (evidence_id, finding_id);
  -- Only where finding and item are both seen whole, the item in the version that is quoted.
  CREATE TABLE app.citation_passage (
    citation_id uuid PRIMARY KEY,
    finding_id uuid NOT NULL,
    evidence_id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    owner text NOT NULL,
    -- In Unicode code points of the item's text, counted from 0; the end is exclusive.
    from_offset int NOT NULL CHECK (from_offset >= 0),
    to_offset int NOT NULL CHECK (to_offset > from_offset),
    quote text NOT NULL,
    evidence_version int NOT NULL,
    item_audience_id bigint NOT NULL DEFAULT 0,
    ${PLACED},
    FOREIGN KEY (citation_id, finding_id, evidence_id) REFERENCES app.citation (id, finding_id, evidence_id) ON DELETE CASCADE,
    -- Its owner is its finding's: nobody else adds a quote to it.
    FOREIGN KEY (finding_id, inspection_id, owner) REFERENCES app.finding (id, inspection_id, owner) ON DELETE CASCADE
  );
  CREATE INDEX citation_passage_finding ON app.citation_passage (finding_id);`;

const CONTRIBUTIONS = `
  -- What one inspectorate brings. That it is there: for the lead, who opens the reveal, once it is submitted.
  CREATE TABLE app.contribution (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES app.inspection,
    inspectorate text NOT NULL REFERENCES app.organisation (inspectorate),
    state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'SUBMITTED')),
    version int NOT NULL DEFAULT 1,
    audience_id bigint NOT NULL DEFAULT 0,
    UNIQUE (inspection_id, inspectorate),
    UNIQUE (id, inspection_id, inspectorate)
  );
  CREATE TABLE app.contribution_body (
    contribution_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL,
    inspectorate text NOT NULL,
    -- By the code of the question.
    answers jsonb NOT NULL DEFAULT '{}',
    nil_reason text,
    saved_by uuid NOT NULL,
    saved_at timestamptz NOT NULL,
    submitted_by uuid,
    submitted_at timestamptz,
    audience_id bigint NOT NULL DEFAULT 0,
    FOREIGN KEY (contribution_id, inspection_id, inspectorate) REFERENCES app.contribution (id, inspection_id, inspectorate)
  );`;

const MERGES = `
  -- A link over findings of several inspectorates, in joint words. It deletes nothing and can be undone.
  CREATE TABLE app.finding_merge (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES app.inspection,
    ${SAID}
    -- The source whose wording is kept; null where the joint wording is its own.
    kept_finding_id uuid,
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL,
    undone_at timestamptz,
    undone_by uuid,
    undo_reason text,
    version int NOT NULL DEFAULT 1,
    ${PLACED},
    UNIQUE (id, inspection_id),
    FOREIGN KEY (kept_finding_id, inspection_id) REFERENCES app.finding (id, inspection_id)
  );
  CREATE INDEX finding_merge_page ON app.finding_merge (inspection_id, made_at DESC, id DESC);
  CREATE TABLE app.finding_merge_source (
    merge_id uuid NOT NULL,
    finding_id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    undone boolean NOT NULL DEFAULT false,
    ${PLACED},
    PRIMARY KEY (merge_id, finding_id),
    FOREIGN KEY (merge_id, inspection_id) REFERENCES app.finding_merge (id, inspection_id),
    FOREIGN KEY (finding_id, inspection_id) REFERENCES app.finding (id, inspection_id)
  );
  -- A finding stands in the letter once.
  CREATE UNIQUE INDEX finding_merge_source_once ON app.finding_merge_source (finding_id) WHERE NOT undone;
  CREATE INDEX finding_merge_source_finding ON app.finding_merge_source (finding_id);
  -- Append only: the last of an inspectorate is its attitude, those before it are the history.
  CREATE TABLE app.attitude (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES app.inspection,
    merge_id uuid,
    finding_id uuid,
    inspectorate text NOT NULL REFERENCES app.organisation (inspectorate),
    turn int NOT NULL,
    attitude text NOT NULL CHECK (attitude IN ('AGREE', 'QUALIFY', 'DISSENT')),
    words text,
    taken_by uuid NOT NULL,
    taken_at timestamptz NOT NULL,
    ${PLACED},
    CHECK (num_nonnulls(merge_id, finding_id) = 1),
    CHECK (attitude = 'AGREE' OR words IS NOT NULL),
    FOREIGN KEY (merge_id, inspection_id) REFERENCES app.finding_merge (id, inspection_id),
    FOREIGN KEY (finding_id, inspection_id) REFERENCES app.finding (id, inspection_id)
  );
  CREATE UNIQUE INDEX attitude_to_merge ON app.attitude (merge_id, inspectorate, turn) WHERE merge_id IS NOT NULL;
  CREATE UNIQUE INDEX attitude_to_finding ON app.attitude (finding_id, inspectorate, turn) WHERE finding_id IS NOT NULL;`;
