import type { Dice } from './dice.js';
import type { Found } from './findings.js';
import { after } from './moments.js';
import type { Planned } from './programme.js';
import type { Book } from './sheet.js';
import { sentence } from './writing.js';

const SECTIONS = ['HEADLINE_FINDINGS', 'WHAT_NEEDS_TO_IMPROVE', 'STRENGTHS', 'MAIN_FINDINGS'] as const;
const SENTENCES = 3;

/** The joint text: for each submitted finding a paragraph that says it and two sentences more. */
export function narrative(book: Book, dice: Dice, planned: Planned, found: readonly Found[]): void {
  const lead = planned.seats.find(({ role }) => role === 'LEAD')?.user.id ?? planned.planner.id;
  book
    .sheet('narrative', 'inspection_id title area compiled_by compiled_at')
    .add(planned.id, 'Joint targeted area inspection', planned.areaCode, lead, after(planned.fieldworkFrom, 25));
  found
    .filter(({ isSubmitted }) => isSubmitted)
    .forEach((finding, position) => {
      const paragraph = dice.uuid();
      book
        .sheet('narrative_paragraph', 'id inspection_id key position section_code style')
        .add(
          paragraph,
          planned.id,
          `p${position}`,
          position,
          SECTIONS[position % SECTIONS.length] ?? 'MAIN_FINDINGS',
          'PARAGRAPHS',
        );
      for (let at = 0; at < SENTENCES; at += 1) {
        const id = dice.uuid();
        const words = at === 0 ? finding.statement : sentence(dice);
        book
          .sheet(
            'narrative_sentence',
            'id paragraph_id inspection_id key position gap text origin compiled_text supported_text',
          )
          .add(
            ...[id, paragraph, planned.id, `p${position}s${at}`, at, at === 0 ? '' : ' ', words],
            ...[at === 0 ? 'FINDING' : 'VOICE', words, words],
          );
        book.sheet('sentence_provenance', 'sentence_id finding_id inspection_id').add(id, finding.id, planned.id);
      }
    });
}
