/**
 * How a framework's findings are set out in its letter or report: fixed parts, and sections that take the
 * findings. Each finding has exactly one place, decided by its kind and its placement.
 */
import type { FindingKind, Placement } from '../inspectorates/inspectorate.js';

export const FIXED_PARTS = ['ADDRESSEES', 'SCOPE', 'JUDGEMENTS', 'NEXT_STEPS', 'SIGNATORIES'] as const;
export type FixedPartCode = (typeof FIXED_PARTS)[number];

/** What `{name}` in a fixed part's text is replaced by when the letter is made. */
export const LETTER_PLACEHOLDERS = [
  'area',
  'theme',
  'inspectorates',
  'fieldworkFrom',
  'fieldworkTo',
  'principalAuthority',
  'cooperatingAgencies',
  'statementDueOn',
] as const;
export type LetterPlaceholder = (typeof LETTER_PLACEHOLDERS)[number];

export interface FixedPart {
  readonly code: FixedPartCode;
  /** Null where the part is printed without one. */
  readonly heading: string | null;
  /** May hold placeholders; null where the part is a list of its own, such as the addressees. */
  readonly text: string | null;
}

/** `PARAGRAPHS`: what was found, "This means that …", the effect on children. `LIST`: one point a finding. */
export const SECTION_STYLES = ['LIST', 'PARAGRAPHS'] as const;
export type SectionStyle = (typeof SECTION_STYLES)[number];

/**
 * What becomes of a section without findings. `OMIT`: it is left out. `REFUSE`: the letter cannot be issued.
 * `AFFIRM`: the lead has to decide that there is none, and the section then says so.
 */
export const WHEN_EMPTY = ['OMIT', 'REFUSE', 'AFFIRM'] as const;
export type WhenEmpty = (typeof WHEN_EMPTY)[number];

export interface Taken {
  readonly placement: Placement;
  readonly kinds: readonly FindingKind[];
}

/** The heading above one study, which is numbered and stands alone. */
export interface StudyHeading {
  readonly kind: FindingKind;
  /** The first is used unless the lead chooses another. */
  readonly headings: readonly string[];
}

export interface LetterSection {
  /** Unique in the layout: `AREAS_FOR_IMPROVEMENT`. */
  readonly code: string;
  /** Printed above the section; where it holds studies it only names it, and each study prints its own. */
  readonly heading: string;
  /** What else may be printed in its place, such as the plural. */
  readonly otherHeadings: readonly string[];
  readonly takes: readonly Taken[];
  readonly style: SectionStyle;
  readonly whenEmpty: WhenEmpty;
  /** What the section says once the lead has decided that there is none; null unless `whenEmpty` is `AFFIRM`. */
  readonly noneText: string | null;
  /** How many findings such a section usually holds; outside it a person is warned, never stopped. */
  readonly usually: { readonly min: number; readonly max: number } | null;
  /** Empty unless the section takes the placement `STUDY`. */
  readonly studies: readonly StudyHeading[];
}

/** An order of the sections. */
export interface Arrangement {
  readonly code: string;
  readonly name: string;
  /** Proposed where the letter has a finding of one of these kinds; empty for one that a person has to choose. */
  readonly proposedFor: readonly FindingKind[];
  /** Codes of all sections, each once. */
  readonly order: readonly string[];
}

export interface LetterLayout {
  /** Printed before the sections, in this order. */
  readonly opening: readonly FixedPart[];
  readonly sections: readonly LetterSection[];
  /** Printed after them. */
  readonly closing: readonly FixedPart[];
  /** The first is the usual one. */
  readonly arrangements: readonly Arrangement[];
}

/**
 * Where a finding of each kind may stand. A priority action stands in its own section alone: it is answered by
 * name in the statement of proposed action, and must not be lost in the running text.
 */
const PLACES: Readonly<Record<FindingKind, readonly Placement[]>> = {
  STRENGTH: ['HEADLINE', 'STRENGTH', 'MAIN'],
  AREA_FOR_IMPROVEMENT: ['HEADLINE', 'IMPROVEMENT', 'MAIN'],
  PRIORITY_ACTION: ['IMPROVEMENT'],
  EFFECTIVE_PRACTICE: ['HEADLINE', 'STRENGTH', 'MAIN', 'STUDY'],
  PRACTICE_CONCERN: ['HEADLINE', 'IMPROVEMENT', 'MAIN', 'STUDY'],
  CONTEXT: ['HEADLINE', 'MAIN'],
};

/** The same in every framework, so that a finding can be placed before its letter is laid out. */
export function isAllowedPlacement(kind: FindingKind, placement: Placement): boolean {
  return PLACES[kind].includes(placement);
}

export function placementsFor(kind: FindingKind): readonly Placement[] {
  return PLACES[kind];
}

/**
 * The one section that takes such a finding.
 *
 * @throws RangeError for a placement that the kind may not have; ask `isAllowedPlacement` first.
 */
export function sectionFor(layout: LetterLayout, kind: FindingKind, placement: Placement): LetterSection {
  const section = layout.sections.find((candidate) => takesPair(candidate, kind, placement));
  if (isAllowedPlacement(kind, placement) && section !== undefined) return section;
  throw new RangeError(
    `A finding of kind ${kind} cannot stand at ${placement}. Place it at ${PLACES[kind].join(' or ')}.`,
  );
}

/** What is printed above such a finding unless the lead chooses another of the headings allowed. */
export function headingFor(section: LetterSection, kind: FindingKind): string {
  return headingsFor(section, kind)[0] ?? section.heading;
}

/** The usual heading first. */
export function headingsFor(section: LetterSection, kind: FindingKind): readonly string[] {
  const study = section.studies.find((candidate) => candidate.kind === kind);
  return study?.headings ?? [section.heading, ...section.otherHeadings];
}

/** The arrangement to propose for a letter with findings of these kinds; the lead may choose another. */
export function arrangementFor(layout: LetterLayout, kinds: ReadonlySet<FindingKind>): Arrangement {
  const proposed = layout.arrangements.find(({ proposedFor }) => proposedFor.some((kind) => kinds.has(kind)));
  const arrangement = proposed ?? layout.arrangements[0];
  if (arrangement === undefined) throw new RangeError('The layout has no arrangement. Load it with loadFramework().');
  return arrangement;
}

/** All sections in the arrangement's order, whether they will be empty or not. */
export function arrangedSections(layout: LetterLayout, arrangement: Arrangement): readonly LetterSection[] {
  return arrangement.order.flatMap((code) => layout.sections.filter((section) => section.code === code));
}

/** Whether the section has a row for the pair, allowed or not. */
export function takesPair(section: LetterSection, kind: FindingKind, placement: Placement): boolean {
  return section.takes.some((taken) => taken.placement === placement && taken.kinds.includes(kind));
}
