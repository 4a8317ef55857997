import { day, insert, instant, instantOrNull, type Step } from './load-steps.js';
import type { World } from './world.js';

const AREA = 'Somewhere';
const CALENDAR = 'england-2024';

const narrative: readonly Step[] = [
  insert('narrative', (world) =>
    world.narratives.map((text) => ({
      inspection_id: text.inspectionId,
      version: text.version,
      title: 'A letter',
      area: AREA,
      theme: 'Neglect',
      arrangement: 'BY_THEME',
      headings: [],
      none_sections: [],
      compiled_by: text.compiledBy,
      compiled_at: instant(text.compiledAt),
    })),
  ),
  insert('narrative_paragraph', (world) =>
    world.narrativeParagraphs.map((paragraph) => ({
      id: paragraph.id,
      inspection_id: paragraph.inspectionId,
      key: paragraph.id,
      position: paragraph.position,
      section_code: 'MAIN',
      heading: 'What was found',
      style: 'PARAGRAPHS',
    })),
  ),
  insert('narrative_sentence', (world) =>
    world.narrativeSentences.map((sentence) => ({
      id: sentence.id,
      paragraph_id: sentence.paragraphId,
      inspection_id: sentence.inspectionId,
      key: sentence.id,
      position: sentence.position,
      gap: ' ',
      text: `Sentence ${sentence.id}.`,
      origin: 'FINDING',
      supported_text: `Sentence ${sentence.id}.`,
      rests: sentence.findingIds.length > 0,
    })),
  ),
  insert('sentence_provenance', (world) =>
    world.narrativeSentences.flatMap(({ id, inspectionId, findingIds }) =>
      findingIds.map((finding_id) => ({ sentence_id: id, finding_id, inspection_id: inspectionId })),
    ),
  ),
  insert('quality_pass', (world) =>
    world.qualityPasses.map((pass) => ({
      id: pass.id,
      inspection_id: pass.inspectionId,
      inspectorate: pass.inspectorate,
      narrative_version: pass.narrativeVersion,
      note: 'It reads well.',
      passed_by: pass.passedBy,
      passed_at: instant(pass.passedAt),
    })),
  ),
];

/** Reopened ones first, each reopened before the next is frozen: one of an inspection stands at a time. */
const frozen = (reopened: boolean): readonly Step[] => [
  insert('frozen_text', (world) =>
    frozenTexts(world, reopened).map((text) => ({
      id: text.id,
      inspection_id: text.inspectionId,
      narrative_version: text.narrativeVersion,
      hash: text.hash,
      title: 'A letter',
      area: AREA,
      theme: 'Neglect',
      opened_at: instant(text.openedAt),
      opened_by: text.openedBy,
      deadline: instant(text.deadline),
      computed_on: day(text.openedAt),
      calendar_version: CALENDAR,
      // Several that were reopened cannot stand side by side even for a moment.
      reopened_at: instantOrNull(text.reopenedAt),
      reopened_by: reopened ? text.openedBy : null,
    })),
  ),
  insert('frozen_paragraph', (world) =>
    paragraphs(world, reopened).map((paragraph) => ({
      id: paragraph.id,
      frozen_text_id: paragraph.frozenTextId,
      inspection_id: paragraph.inspectionId,
      position: paragraph.position,
      section_code: 'MAIN',
      heading: 'What was found',
      style: 'PARAGRAPHS',
      text: `Paragraph ${paragraph.id}.`,
      sentences: [],
    })),
  ),
  insert('frozen_provenance', (world) =>
    paragraphs(world, reopened).flatMap(({ id, inspectionId, findingIds }) =>
      findingIds.map((finding_id) => ({ frozen_paragraph_id: id, finding_id, inspection_id: inspectionId })),
    ),
  ),
];

const frozenTexts = (world: World, reopened: boolean): World['frozenTexts'] =>
  world.frozenTexts.filter(({ reopenedAt }) => (reopenedAt !== null) === reopened);
const paragraphs = (world: World, reopened: boolean): World['frozenParagraphs'] => {
  const ids = new Set(frozenTexts(world, reopened).map(({ id }) => id));
  return world.frozenParagraphs.filter(({ frozenTextId }) => ids.has(frozenTextId));
};

export const texts: readonly Step[] = [...narrative, ...frozen(true), ...frozen(false)];
