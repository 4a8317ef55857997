import type { Problem } from '../inspectorates/inspectorate.js';
import { undecidedSections } from './letter-choices.js';
import { isUpToDate } from './merge-narrative.js';
import type { Drafted } from './narrative.service.js';
import { sentencesWithoutFinding } from './narrative-document.js';
import { assembleDocument, type StoredNarrative } from './stored-narrative.js';

/** Characters of a sentence that a problem quotes. */
const QUOTED = 80;

/** What must be mended before the text may be frozen. */
export function freezingProblems({ framework, findings, merged }: Drafted, stored: StoredNarrative): Problem[] {
  const document = assembleDocument(framework.letter, stored, stored.paragraphs);
  const cited = new Set(
    stored.paragraphs.flatMap(({ sentences }) => sentences.flatMap(({ findingIds }) => findingIds)),
  );
  return [
    ...(isUpToDate(stored.paragraphs, merged)
      ? []
      : [
          {
            at: 'version',
            code: 'COMPILE_AGAIN',
            message: 'The findings say something else than this text: compile again, and look at what has changed.',
          },
        ]),
    ...sentencesWithoutFinding(document).map(({ text }) => ({
      at: 'sentences',
      code: 'SENTENCE_WITHOUT_FINDING',
      message: `No finding is cited for "${shortened(text)}". Cite one, or take the sentence out.`,
    })),
    ...findings
      .filter(({ sourceFindingIds }) => !sourceFindingIds.some((id) => cited.has(id)))
      .map(({ statement }) => ({
        at: 'findings',
        code: 'FINDING_NOT_TOLD',
        message: `No sentence tells the finding "${shortened(statement)}". Add one, or withdraw the finding.`,
      })),
    ...undecidedSections(framework.letter, stored.choices, findings),
  ];
}

const shortened = (text: string): string => {
  const characters = [...text.trim()];
  return characters.length <= QUOTED ? characters.join('') : `${characters.slice(0, QUOTED).join('')}…`;
};
