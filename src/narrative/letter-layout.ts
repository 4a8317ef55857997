import type { FindingKind, Placement } from '../inspectorates/inspectorate.js';

export const LETTER_STYLES = ['LIST', 'PARAGRAPHS'] as const;
export type LetterStyle = (typeof LETTER_STYLES)[number];

/**
 * A part of the letter. One with a placement takes the findings of its kinds; one without has fixed text only.
 * Together the sections take every kind and placement that the framework allows, each once.
 */
export interface LayoutSection {
  /** Stable, unique in the layout; becomes the letter's anchor. */
  readonly code: string;
  readonly heading: string;
  readonly placement: Placement | null;
  readonly kinds: readonly FindingKind[];
  readonly style: LetterStyle;
  /** Headings of studies by kind, where one section takes several kinds; else `heading`. */
  readonly studyHeadings?: Readonly<Partial<Record<FindingKind, string>>>;
  /**
   * Paragraphs before the findings. `{area}`, `{theme}`, `{inspectorates}`, `{fieldworkFrom}`, `{fieldworkTo}`,
   * `{principalAuthority}` and `{cooperatingAgencies}` stand for facts; a paragraph that needs a fact which the
   * inspection does not have is left out.
   */
  readonly fixed: readonly string[];
  /** Said where no finding stands here ("There are no areas for priority action."); without it the section is left out. */
  readonly whenEmpty?: string;
}

export interface LetterLayout {
  readonly sections: readonly LayoutSection[];
}
