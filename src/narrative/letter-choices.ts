import { arrangementFor, headingsFor, type LetterLayout, type LetterSection } from '../frameworks/letter-layout.js';
import type { FindingKind, Problem } from '../inspectorates/inspectorate.js';
import { sectionOf, type StandingFinding } from './standing-findings.js';

/** What the lead decides where the framework leaves it open. */
export interface LetterChoices {
  /** Code of one of the layout's arrangements; null for the one that the findings propose. */
  readonly arrangement: string | null;
  /** Other headings than the usual, each one of those that the layout allows. */
  readonly headings: readonly { readonly section: string; readonly study: number | null; readonly heading: string }[];
  /** Codes of sections of which the lead has decided that there is none. */
  readonly none: readonly string[];
}

export const USUAL_CHOICES: LetterChoices = { arrangement: null, headings: [], none: [] };

export function choiceProblems(
  layout: LetterLayout,
  choices: LetterChoices,
  findings: readonly StandingFinding[],
): Problem[] {
  const problems: Problem[] = [];
  const codes = layout.arrangements.map(({ code }) => code);
  if (choices.arrangement !== null && !codes.includes(choices.arrangement)) {
    const message = `This framework does not arrange a letter so. Choose ${codes.join(' or ')}.`;
    problems.push({ at: 'choices.arrangement', code: 'NO_ARRANGEMENT', message });
  }
  for (const [at, { section: code, heading }] of choices.headings.entries()) {
    const section = layout.sections.find((candidate) => candidate.code === code);
    const allowed = section
      ? section.takes.flatMap(({ kinds }) => kinds.flatMap((kind) => headingsFor(section, kind)))
      : [];
    if (allowed.includes(heading)) continue;
    const message =
      allowed.length > 0
        ? `Choose one of the headings that the framework allows here: ${[...new Set(allowed)].join('; ')}.`
        : 'Leave this out: the framework allows no other heading here.';
    problems.push({ at: `choices.headings.${at}`, code: 'HEADING_NOT_ALLOWED', message });
  }
  for (const [at, code] of choices.none.entries()) {
    if (!layout.sections.some((section) => section.code === code)) {
      const message = "Give the code of a section of this framework's letter.";
      problems.push({ at: `choices.none.${at}`, code: 'UNKNOWN_CODE', message });
    }
    if (!findings.some((finding) => sectionOf(layout, finding)?.code === code)) continue;
    const message = `${code} was decided to have none, yet findings stand there. Withdraw the decision, or move them.`;
    problems.push({ at: `choices.none.${at}`, code: 'NOT_NONE', message });
  }
  return problems;
}

/** What still has to be decided before the letter is issued; it can be compiled meanwhile. */
export function undecidedSections(
  layout: LetterLayout,
  choices: LetterChoices,
  findings: readonly StandingFinding[],
): Problem[] {
  return layout.sections.flatMap((section) => {
    if (section.whenEmpty === 'OMIT' || findings.some((finding) => sectionOf(layout, finding) === section)) return [];
    if (section.whenEmpty === 'AFFIRM' && choices.none.includes(section.code)) return [];
    const wanted = section.whenEmpty === 'AFFIRM' ? 'Decide that there is none, or add a finding.' : 'Add a finding.';
    const message = `"${section.heading}" is empty. ${wanted}`;
    return [{ at: `sections.${section.code}`, code: 'SECTION_EMPTY', message }];
  });
}

export function headingOf(
  section: LetterSection,
  study: number | null,
  kind: FindingKind | null,
  choices: LetterChoices,
): string {
  const chosen = choices.headings.find((choice) => choice.section === section.code && choice.study === study);
  return chosen?.heading ?? (kind && headingsFor(section, kind)[0]) ?? section.heading;
}

/** Codes of all sections in the order chosen. */
export function orderOf(
  layout: LetterLayout,
  choices: LetterChoices,
  findings: readonly StandingFinding[],
): readonly string[] {
  const chosen = layout.arrangements.find(({ code }) => code === choices.arrangement);
  return (chosen ?? arrangementFor(layout, new Set(findings.map(({ kind }) => kind)))).order;
}
