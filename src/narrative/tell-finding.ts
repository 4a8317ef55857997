import type {
  NarrativeParagraph,
  NarrativeSection,
  NarrativeSentence,
  Problem,
} from '../inspectorates/inspectorate.js';

import { keyed, piecesOf } from './document-sentences.js';
import type { DocumentParagraph } from './narrative-document.js';
import type { StandingFinding } from './standing-findings.js';

export interface Told {
  readonly paragraph: DocumentParagraph;
  readonly problems: readonly Omit<Problem, 'at'>[];
}

/** A finding's paragraph: its statement, sentence by sentence, and what its inspectorate's narration says after it. */
export function tellFinding(
  finding: StandingFinding,
  narrations: readonly NarrativeSection[],
  standing: readonly StandingFinding[],
): Told {
  const voices = narrations
    .filter((narration) => narration.inspectorate === finding.inspectorate)
    .flatMap((narration) => narration.paragraphs)
    .flatMap((paragraph) => voiceAfter(finding, paragraph) ?? []);
  const problems: Omit<Problem, 'at'>[] = [];
  const [voice] = voices;
  if (!voice) {
    const message = `Finding ${finding.id}: ${finding.inspectorate} has no paragraph that begins with its statement, word for word.`;
    problems.push({ code: 'NOT_NARRATED', message });
  }
  if (voices.length > 1) {
    problems.push({
      code: 'NARRATED_TWICE',
      message: `Finding ${finding.id}: ${finding.inspectorate} tells it twice.`,
    });
  }
  const said = (voice ?? []).map(({ text, findingIds }) => {
    const cited = findingIds.map((id) => inspectoratesOwn(id, standing));
    for (const [at, ids] of cited.entries()) {
      if (ids) continue;
      const message = `Finding ${finding.id}: its paragraph cites ${findingIds[at] ?? ''}, which does not stand in the letter.`;
      problems.push({ code: 'CITES_UNKNOWN_FINDING', message });
    }
    const ids = [...new Set(cited.flatMap((found) => found ?? []))];
    return { part: 'voice' as const, gap: ' ', text: text.trim(), findingIds: ids };
  });
  const statement = piecesOf(finding.statement, 'statement', finding.sourceFindingIds);
  return { paragraph: { key: finding.id, sentences: keyed(finding.id, [...statement, ...said]) }, problems };
}

/** The sentences after the statement, as one entry; null where the paragraph tells another finding. */
function voiceAfter(finding: StandingFinding, paragraph: NarrativeParagraph): [readonly NarrativeSentence[]] | null {
  if (paragraph.placement !== finding.placement) return null;
  let rest = finding.statement.trim();
  let said = 0;
  for (const { text, findingIds } of paragraph.sentences) {
    const words = text.trim();
    if (rest === '') break;
    if (words === '' || !rest.startsWith(words) || !findingIds.some((id) => standsFor(finding, id))) return null;
    rest = rest.slice(words.length).trimStart();
    said += 1;
  }
  return said > 0 && rest === '' ? [paragraph.sentences.slice(said)] : null;
}

function standsFor(finding: StandingFinding, id: string): boolean {
  return id === finding.id || finding.sourceFindingIds.includes(id);
}

/** A merge is cited by its sources, so that each sentence leads to findings that an inspectorate wrote. */
function inspectoratesOwn(id: string, standing: readonly StandingFinding[]): readonly string[] | null {
  const finding = standing.find((candidate) => standsFor(candidate, id));
  if (!finding) return null;
  return id === finding.id ? finding.sourceFindingIds : [id];
}
