import { column, globalIdOf, list, one, value, type ReadModel } from '../reading/read-model.js';

/** A section is there for whoever sees one of its paragraphs. */
const SECTIONS = `(SELECT (array_agg(p.id ORDER BY p.position))[1] AS id, p.inspection_id, p.section_code AS code, p.fixed_part, p.study,
  p.heading, p.style, min(p.position) AS position
  FROM app.narrative_paragraph p GROUP BY p.inspection_id, p.section_code, p.fixed_part, p.study, p.heading, p.style)`;

const person = (by: string) => one('Person', (row, other) => `${other}.id = ${row.self}.${by}`);

export const narrativeReads: ReadModel = {
  type: 'Narrative',
  table: 'app.narrative',
  key: 'inspection_id',
  fields: {
    id: globalIdOf('Narrative', 'inspection_id'),
    inspectionId: value((row) => `'Inspection.' || ${row.self}.inspection_id`),
    version: column('version'),
    marking: column('marking'),
    title: column('title'),
    area: column('area'),
    theme: column('theme'),
    arrangement: column('arrangement'),
    headings: column('headings'),
    none: column('none_sections'),
    sections: list(
      'NarrativeSection',
      (row, other) => `${other}.inspection_id = ${row.self}.inspection_id`,
      (other) => `${other}.position`,
    ),
    qualityPassed: value(
      (row) =>
        `EXISTS (SELECT FROM app.quality_pass q WHERE q.inspection_id = ${row.self}.inspection_id AND q.narrative_version = ${row.self}.version)`,
    ),
    qualityPasses: value(
      (
        row,
      ) => `(SELECT coalesce(json_agg(json_build_object('narrativeVersion', q.narrative_version, 'note', q.note, 'passedAt', q.passed_at)
        ORDER BY q.passed_at DESC, q.id), '[]') FROM app.quality_pass q WHERE q.inspection_id = ${row.self}.inspection_id)`,
    ),
    compiledBy: person('compiled_by'),
    compiledAt: column('compiled_at'),
  },
};

export const narrativeSectionReads: ReadModel = {
  type: 'NarrativeSection',
  table: SECTIONS,
  key: 'id',
  fields: {
    code: column('code'),
    fixedPart: column('fixed_part'),
    study: column('study'),
    heading: column('heading'),
    style: column('style'),
    paragraphs: list(
      'NarrativeParagraph',
      (row, other) =>
        `${other}.inspection_id = ${row.self}.inspection_id AND ${other}.section_code = ${row.self}.code AND ${other}.study IS NOT DISTINCT FROM ${row.self}.study`,
      (other) => `${other}.position`,
    ),
  },
};

export const narrativeParagraphReads: ReadModel = {
  type: 'NarrativeParagraph',
  table: 'app.narrative_paragraph',
  key: 'id',
  fields: {
    id: globalIdOf('NarrativeParagraph'),
    text: value(
      (row) =>
        `(SELECT string_agg(CASE WHEN x.place = 1 THEN x.text ELSE x.gap || x.text END, '' ORDER BY x.position)
          FROM (SELECT s.*, row_number() OVER (ORDER BY s.position) AS place FROM app.narrative_sentence s WHERE s.paragraph_id = ${row.self}.id) x)`,
    ),
    sentences: list(
      'NarrativeSentence',
      (row, other) => `${other}.paragraph_id = ${row.self}.id`,
      (other) => `${other}.position`,
    ),
  },
};

export const narrativeSentenceReads: ReadModel = {
  type: 'NarrativeSentence',
  table: 'app.narrative_sentence',
  key: 'id',
  fields: {
    id: globalIdOf('NarrativeSentence'),
    key: column('key'),
    gap: column('gap'),
    text: column('text'),
    origin: column('origin'),
    withoutFinding: value((row) => `(NOT ${row.self}.rests AND ${row.self}.origin <> 'LAYOUT')`),
    findings: list(
      'Finding',
      (row, other) =>
        `${other}.id IN (SELECT v.finding_id FROM app.sentence_provenance v WHERE v.sentence_id = ${row.self}.id)`,
      (other) => `${other}.owner, ${other}.id`,
    ),
    editedBy: person('edited_by'),
    editedAt: column('edited_at'),
    confirmedBy: person('confirmed_by'),
    confirmedAt: column('confirmed_at'),
    version: column('version'),
  },
};

export const earlierTextReads: ReadModel = {
  type: 'EarlierText',
  table: 'app.sentence_history',
  key: 'id',
  fields: {
    id: globalIdOf('EarlierText'),
    sentenceId: value((row) => `'NarrativeSentence.' || ${row.self}.sentence_id`),
    version: column('version'),
    text: column('text'),
    origin: column('origin'),
    change: column('change'),
    findings: list(
      'Finding',
      (row, other) =>
        `${other}.id IN (SELECT v.finding_id FROM app.history_provenance v WHERE v.history_id = ${row.self}.id)`,
      (other) => `${other}.owner, ${other}.id`,
    ),
    writtenBy: person('written_by'),
    changedBy: person('changed_by'),
    changedAt: column('changed_at'),
  },
};

export const frozenTextReads: ReadModel = {
  type: 'FrozenText',
  table: 'app.frozen_text',
  key: 'id',
  fields: {
    id: globalIdOf('FrozenText'),
    inspectionId: value((row) => `'Inspection.' || ${row.self}.inspection_id`),
    hash: column('hash'),
    marking: column('marking'),
    title: column('title'),
    area: column('area'),
    theme: column('theme'),
    openedAt: column('opened_at'),
    deadline: column('deadline'),
    deadlineReason: column('deadline_reason'),
    calendarVersion: column('calendar_version'),
    reopenedAt: column('reopened_at'),
    paragraphs: list(
      'FrozenParagraph',
      (row, other) => `${other}.frozen_text_id = ${row.self}.id`,
      (other) => `${other}.position`,
    ),
  },
};

export const frozenParagraphReads: ReadModel = {
  type: 'FrozenParagraph',
  table: 'app.frozen_paragraph',
  key: 'id',
  fields: {
    id: globalIdOf('FrozenParagraph'),
    position: column('position'),
    section: column('section_code'),
    fixedPart: column('fixed_part'),
    study: column('study'),
    heading: column('heading'),
    style: column('style'),
    text: column('text'),
  },
};
