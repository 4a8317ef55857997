import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The joint narrative, the text frozen from it, signatures on that text, and the letter that prints it (R9). */
export class Narrative1700000000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statements of [NARRATIVE, FROZEN, SIGNING, LETTER]) await db.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('Restore from a backup instead: going back would lose what has been written since.');
  }
}

/** Settled by the database alone. */
const PLACED = `audience_id bigint NOT NULL DEFAULT 0, subject_ids uuid[] NOT NULL DEFAULT '{}'`;
const SECTION = `
    section_code text NOT NULL,
    fixed_part text,
    study int CHECK (study > 0),
    heading text,
    style text NOT NULL CHECK (style IN ('LIST', 'PARAGRAPHS'))`;

const NARRATIVE = `
  CREATE TABLE app.narrative (
    inspection_id uuid PRIMARY KEY REFERENCES app.inspection,
    -- Counts every change of the text and of the choices: a quality pass is of one version.
    version int NOT NULL DEFAULT 1,
    title text NOT NULL,
    area text NOT NULL,
    theme text,
    -- What the lead decides where the framework leaves it open.
    arrangement text,
    headings jsonb NOT NULL DEFAULT '[]',
    none_sections text[] NOT NULL DEFAULT '{}',
    compiled_by uuid NOT NULL,
    compiled_at timestamptz NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0
  );
  -- Each with its section: a section of which every paragraph is hidden leaves no trace.
  CREATE TABLE app.narrative_paragraph (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES app.narrative,
    key text NOT NULL,
    position int NOT NULL,
    ${SECTION},
    ${PLACED},
    UNIQUE (inspection_id, key),
    UNIQUE (id, inspection_id)
  );
  CREATE TABLE app.narrative_sentence (
    id uuid PRIMARY KEY,
    paragraph_id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    key text NOT NULL,
    position int NOT NULL,
    -- White space before it, within its paragraph.
    gap text NOT NULL,
    text text NOT NULL,
    origin text NOT NULL CHECK (origin IN ('FINDING', 'VOICE', 'LAYOUT', 'EDITED', 'ADDED')),
    -- As last compiled; null where the lead wrote it.
    compiled_text text,
    -- What its findings are known to support: as compiled, or as last confirmed by its author.
    supported_text text NOT NULL,
    edited_by uuid,
    edited_at timestamptz,
    confirmed_by uuid,
    confirmed_at timestamptz,
    -- It cites a finding: told to whoever sees the sentence, also where the finding itself is not seen.
    rests boolean NOT NULL DEFAULT false,
    version int NOT NULL DEFAULT 1,
    ${PLACED},
    FOREIGN KEY (paragraph_id, inspection_id) REFERENCES app.narrative_paragraph (id, inspection_id) ON DELETE CASCADE,
    UNIQUE (inspection_id, key),
    UNIQUE (id, inspection_id)
  );
  CREATE INDEX narrative_sentence_paragraph ON app.narrative_sentence (paragraph_id, position);
  CREATE TABLE app.sentence_provenance (
    sentence_id uuid NOT NULL,
    finding_id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    -- Seen as the finding is, too.
    finding_audience_id bigint NOT NULL DEFAULT 0,
    ${PLACED},
    PRIMARY KEY (sentence_id, finding_id),
    FOREIGN KEY (sentence_id, inspection_id) REFERENCES app.narrative_sentence (id, inspection_id) ON DELETE CASCADE,
    FOREIGN KEY (finding_id, inspection_id) REFERENCES app.finding (id, inspection_id)
  );
  CREATE INDEX sentence_provenance_finding ON app.sentence_provenance (finding_id);
  CREATE INDEX sentence_provenance_inspection ON app.sentence_provenance (inspection_id);
  -- Every text that a later one replaced, and every one taken out. Append only.
  CREATE TABLE app.sentence_history (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES app.narrative,
    sentence_id uuid NOT NULL,
    sentence_key text NOT NULL,
    version int NOT NULL,
    text text NOT NULL,
    origin text NOT NULL,
    -- Why it is no longer the text: an edit, its removal, a changed source, or a source that no longer stands.
    change text NOT NULL CHECK (change IN ('EDITED', 'REMOVED', 'SOURCE_CHANGED', 'SOURCE_GONE')),
    -- Who wrote the text, where a person did.
    written_by uuid,
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL,
    ${PLACED}
  );
  CREATE INDEX sentence_history_page ON app.sentence_history (inspection_id, changed_at DESC, id DESC);
  CREATE INDEX sentence_history_sentence ON app.sentence_history (sentence_id);
  -- What an earlier text rested on.
  CREATE TABLE app.history_provenance (
    history_id uuid NOT NULL REFERENCES app.sentence_history,
    finding_id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    -- Seen as the finding is, too.
    finding_audience_id bigint NOT NULL DEFAULT 0,
    ${PLACED},
    PRIMARY KEY (history_id, finding_id),
    FOREIGN KEY (finding_id, inspection_id) REFERENCES app.finding (id, inspection_id)
  );
  CREATE INDEX history_provenance_finding ON app.history_provenance (finding_id);
  CREATE TABLE app.quality_pass (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES app.narrative,
    inspectorate text NOT NULL REFERENCES app.organisation (inspectorate),
    narrative_version int NOT NULL,
    note text,
    passed_by uuid NOT NULL,
    passed_at timestamptz NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0
  );
  CREATE INDEX quality_pass_inspection ON app.quality_pass (inspection_id);`;

const FROZEN = `
  -- A text as it was frozen: never changed, only reopened. Ids stay, for what is said of its paragraphs.
  CREATE TABLE app.frozen_text (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES app.narrative,
    narrative_version int NOT NULL,
    -- SHA-256 of the canonical text (src/narrative/frozen-text.ts).
    hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    title text NOT NULL,
    area text NOT NULL,
    theme text,
    -- The agencies' window is [opened_at, deadline).
    opened_at timestamptz NOT NULL,
    opened_by uuid NOT NULL,
    deadline timestamptz NOT NULL CHECK (deadline >= opened_at),
    computed_on date NOT NULL,
    calendar_version text NOT NULL,
    -- Why the lead set another end than the one computed.
    deadline_reason text,
    reopened_at timestamptz,
    reopened_by uuid,
    audience_id bigint NOT NULL DEFAULT 0,
    UNIQUE (id, inspection_id)
  );
  CREATE INDEX frozen_text_inspection ON app.frozen_text (inspection_id, opened_at);
  CREATE UNIQUE INDEX frozen_text_one ON app.frozen_text (inspection_id) WHERE reopened_at IS NULL;
  CREATE TABLE app.frozen_paragraph (
    id uuid PRIMARY KEY,
    frozen_text_id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    position int NOT NULL,
    ${SECTION},
    text text NOT NULL,
    -- Its sentences as the letter prints them: [{part, gap, text, origin}].
    sentences jsonb NOT NULL CHECK (jsonb_typeof(sentences) = 'array'),
    ${PLACED},
    FOREIGN KEY (frozen_text_id, inspection_id) REFERENCES app.frozen_text (id, inspection_id),
    UNIQUE (frozen_text_id, position),
    UNIQUE (id, inspection_id)
  );
  CREATE INDEX frozen_paragraph_inspection ON app.frozen_paragraph (inspection_id);
  CREATE TABLE app.frozen_provenance (
    frozen_paragraph_id uuid NOT NULL,
    finding_id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    -- Seen as the finding is, too.
    finding_audience_id bigint NOT NULL DEFAULT 0,
    ${PLACED},
    PRIMARY KEY (frozen_paragraph_id, finding_id),
    FOREIGN KEY (frozen_paragraph_id, inspection_id) REFERENCES app.frozen_paragraph (id, inspection_id),
    FOREIGN KEY (finding_id, inspection_id) REFERENCES app.finding (id, inspection_id)
  );
  CREATE INDEX frozen_provenance_finding ON app.frozen_provenance (finding_id);`;

const SIGNING = `
  CREATE TABLE app.signing_delegation (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES app.inspection,
    inspectorate text NOT NULL REFERENCES app.organisation (inspectorate),
    delegated_by uuid NOT NULL,
    delegated_to uuid NOT NULL CHECK (delegated_to <> delegated_by),
    -- The delegate's own assignment.
    assignment_id uuid NOT NULL REFERENCES app.assignment,
    reason text NOT NULL,
    delegated_at timestamptz NOT NULL,
    audience_id bigint NOT NULL DEFAULT 0
  );
  CREATE INDEX signing_delegation_inspection ON app.signing_delegation (inspection_id);
  CREATE TABLE app.signature (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL,
    frozen_text_id uuid NOT NULL,
    inspectorate text NOT NULL REFERENCES app.organisation (inspectorate),
    user_id uuid NOT NULL,
    -- As the letter prints them.
    name text NOT NULL,
    office text,
    -- Of the exact text that was signed.
    hash text NOT NULL,
    delegation_id uuid REFERENCES app.signing_delegation,
    signed_at timestamptz NOT NULL,
    voided_at timestamptz,
    voided_by uuid,
    audience_id bigint NOT NULL DEFAULT 0,
    FOREIGN KEY (frozen_text_id, inspection_id) REFERENCES app.frozen_text (id, inspection_id)
  );
  CREATE INDEX signature_inspection ON app.signature (inspection_id);
  -- Nobody signs for two sides, and no side signs twice.
  CREATE UNIQUE INDEX signature_one_side ON app.signature (frozen_text_id, inspectorate) WHERE voided_at IS NULL;
  CREATE UNIQUE INDEX signature_one_person ON app.signature (frozen_text_id, user_id) WHERE voided_at IS NULL;
  CREATE TABLE app.publication_hold (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES app.inspection,
    reason text NOT NULL,
    -- Exclusive; null until it is lifted.
    holds_until timestamptz CHECK (holds_until > held_at),
    held_by uuid NOT NULL,
    held_at timestamptz NOT NULL,
    lifted_at timestamptz,
    lifted_by uuid,
    lift_reason text,
    audience_id bigint NOT NULL DEFAULT 0
  );
  CREATE INDEX publication_hold_inspection ON app.publication_hold (inspection_id);`;

const LETTER = `
  -- Exists.
  CREATE TABLE app.letter (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL,
    frozen_text_id uuid NOT NULL,
    version int NOT NULL,
    title text NOT NULL,
    hash text NOT NULL,
    -- The area's receipt of the pre-publication copy: the statement of action's clock starts here (SI 2015/1792 reg. 4).
    received_at timestamptz,
    received_by uuid,
    published_at timestamptz,
    published_by uuid,
    -- A copy called back, or a letter withdrawn.
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    superseded_at timestamptz,
    audience_id bigint NOT NULL DEFAULT 0,
    FOREIGN KEY (frozen_text_id, inspection_id) REFERENCES app.frozen_text (id, inspection_id),
    UNIQUE (inspection_id, version),
    UNIQUE (id, inspection_id)
  );
  CREATE INDEX letter_published ON app.letter (published_at DESC, id DESC) WHERE published_at IS NOT NULL;
  CREATE UNIQUE INDEX letter_one ON app.letter (inspection_id) WHERE withdrawn_at IS NULL AND superseded_at IS NULL;
  -- Whole. The page holds every paragraph, so a conflict with one hides it until it is public.
  CREATE TABLE app.letter_text (
    letter_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL,
    html text NOT NULL,
    -- What it says beside the narrative: addressees, signatories, dates.
    facts jsonb NOT NULL,
    ${PLACED},
    FOREIGN KEY (letter_id, inspection_id) REFERENCES app.letter (id, inspection_id)
  );`;
