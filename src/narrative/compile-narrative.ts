import type { FixedPart, LetterLayout, LetterSection } from '../frameworks/letter-layout.js';
import type { NarrativeSection } from '../inspectorates/inspectorate.js';
import { ProblemsError } from '../platform/errors.js';
import { keyed, piecesOf } from './document-sentences.js';
import { fixedParagraphs, type NarrativeFacts } from './fixed-text.js';
import { choiceProblems, headingOf, type LetterChoices, orderOf, USUAL_CHOICES } from './letter-choices.js';
import type { DocumentParagraph, DocumentSection, NarrativeDocument } from './narrative-document.js';
import { inOrder, sectionOf, standingProblems, type StandingFinding } from './standing-findings.js';
import { tellFinding } from './tell-finding.js';

export interface NarrativeInput {
  readonly layout: LetterLayout;
  /** Each over the findings that its inspectorate tells here, a merge under the merge's id. */
  readonly narrations: readonly NarrativeSection[];
  readonly findings: readonly StandingFinding[];
  readonly facts: NarrativeFacts;
  /** The framework's usual ones where it is left out. */
  readonly choices?: LetterChoices;
}

/**
 * The joint narrative: each standing finding once, in the section for its kind and placement, by position, its
 * statement word for word, followed by its inspectorate's voice. Paragraphs that a narration has for findings that no
 * longer stand are passed over. The order in which findings and narrations are given makes no difference.
 *
 * @throws ProblemsError naming each finding that has no section or paragraph, or stands twice: none is dropped.
 */
export function compileNarrative(input: NarrativeInput): NarrativeDocument {
  const { layout, narrations, findings, facts, choices = USUAL_CHOICES } = input;
  const told = findings.map((finding) => tellFinding(finding, narrations, findings));
  const problems = [
    ...standingProblems(layout, findings),
    ...told.flatMap(({ problems }, at) => problems.map((problem) => ({ at: `findings.${at}`, ...problem }))),
    ...choiceProblems(layout, choices, findings),
  ];
  if (problems.length > 0) throw new ProblemsError(problems);

  const paragraphs = new Map(told.map(({ paragraph }) => [paragraph.key, paragraph]));
  const sections = orderOf(layout, choices, findings)
    .flatMap((code) => layout.sections.filter((section) => section.code === code))
    .flatMap((section) => {
      const here = findings.filter((finding) => sectionOf(layout, finding) === section);
      if (here.length === 0) return noneSection(section, facts, choices);
      return byStudy(inOrder(section, here)).map((group) => findingSection(section, group, paragraphs, choices));
    });
  return {
    title: facts.title,
    area: facts.area,
    theme: facts.theme,
    sections: [
      ...layout.opening.map((part) => fixedSection(part, facts)),
      ...sections,
      ...layout.closing.map((part) => fixedSection(part, facts)),
    ],
  };
}

function byStudy(findings: readonly StandingFinding[]): StandingFinding[][] {
  const studies = [...new Set(findings.map(({ study }) => study))];
  return studies.map((study) => findings.filter((finding) => finding.study === study));
}

function findingSection(
  section: LetterSection,
  findings: readonly StandingFinding[],
  paragraphs: ReadonlyMap<string, DocumentParagraph>,
  choices: LetterChoices,
): DocumentSection {
  const study = findings[0]?.study ?? null;
  const kind = findings[0]?.kind ?? null;
  return {
    code: section.code,
    fixedPart: null,
    study,
    heading: headingOf(section, study, study === null ? null : kind, choices),
    style: section.style,
    paragraphs: findings.flatMap(({ id }) => paragraphs.get(id) ?? []),
  };
}

/** Says that there is none once the lead has decided so; until then the section is not there. */
function noneSection(section: LetterSection, facts: NarrativeFacts, choices: LetterChoices): DocumentSection[] {
  if (section.noneText === null || !choices.none.includes(section.code)) return [];
  const heading = headingOf(section, null, null, choices);
  const paragraphs = fixedTextParagraphs(section.code, section.noneText, facts);
  return [{ code: section.code, fixedPart: null, study: null, heading, style: 'PARAGRAPHS', paragraphs }];
}

function fixedSection({ code, heading, text }: FixedPart, facts: NarrativeFacts): DocumentSection {
  const paragraphs = fixedTextParagraphs(code, text ?? '', facts);
  return { code, fixedPart: code, study: null, heading, style: 'PARAGRAPHS', paragraphs };
}

/** Keyed by the layout's text, so that a fact which changes later is a change within the same paragraph. */
function fixedTextParagraphs(owner: string, fixed: string, facts: NarrativeFacts): DocumentParagraph[] {
  const filled = fixedParagraphs(fixed, facts);
  const keys = keyed(
    owner,
    filled.map(({ template }) => ({ part: 'layout', gap: '', text: template, findingIds: [] })),
  );
  return filled.map(({ text }, at) => {
    const key = keys[at]?.key ?? owner;
    return { key, sentences: keyed(key, piecesOf(text, 'layout', [])) };
  });
}
