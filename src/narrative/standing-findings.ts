import { isAllowedPlacement, type LetterLayout, type LetterSection, takesPair } from '../frameworks/letter-layout.js';
import type { FindingKind, Placement, Problem } from '../inspectorates/inspectorate.js';

/** A finding that stands in the letter: one inspectorate's own, or a merge of several. */
export interface StandingFinding {
  /** The merge's own where it is one. */
  readonly id: string;
  /** The inspectorates' findings that it stands for: itself alone, or the merge's sources. Never empty. */
  readonly sourceFindingIds: readonly string[];
  /** Whose narration tells it: its owner, or the merge's leading inspectorate. */
  readonly inspectorate: string;
  readonly kind: FindingKind;
  readonly placement: Placement;
  /** Counted from 1; null outside studies. */
  readonly study: number | null;
  /** Place within its placement and study. */
  readonly position: number;
  readonly statement: string;
}

/** Null where the framework's letter has no place for such a finding. */
export function sectionOf(layout: LetterLayout, { kind, placement }: StandingFinding): LetterSection | null {
  if (!isAllowedPlacement(kind, placement)) return null;
  return layout.sections.find((section) => takesPair(section, kind, placement)) ?? null;
}

/** By study, then by the section's order of placements, then by position; ids settle what is left. */
export function inOrder(section: LetterSection, findings: readonly StandingFinding[]): StandingFinding[] {
  const rank = new Map(section.takes.map(({ placement }, at): [Placement, number] => [placement, at]));
  const rankOf = ({ placement }: StandingFinding): number => rank.get(placement) ?? 0;
  return [...findings].sort(
    (a, b) =>
      (a.study ?? 0) - (b.study ?? 0) || rankOf(a) - rankOf(b) || a.position - b.position || (a.id < b.id ? -1 : 1),
  );
}

/** Why findings have no place of their own in the letter; `at` counts them as given. */
export function standingProblems(layout: LetterLayout, findings: readonly StandingFinding[]): Problem[] {
  const holders = new Map<string, string>();
  return findings.flatMap((finding, at) => {
    const { id, kind, placement, study, sourceFindingIds } = finding;
    const problems: Problem[] = [];
    const report = (code: string, message: string): number => problems.push({ at: `findings.${at}`, code, message });
    if (!sectionOf(layout, finding)) {
      const what = `Finding ${id} (${kind}, ${placement})`;
      report('NO_SECTION', `${what} has no section in this framework's letter. Change its kind or its placement.`);
    }
    if (placement === 'STUDY' ? study === null || study < 1 : study !== null) {
      report('STUDY_NUMBER', `Finding ${id}: give the study's number to a finding of a study, and to no other.`);
    }
    if (sourceFindingIds.length === 0) report('NO_SOURCE', `Finding ${id} stands for no inspectorate's finding.`);
    const holder = [id, ...sourceFindingIds].map((source) => holders.get(source)).find((found) => found !== undefined);
    if (holder !== undefined) {
      const message = `Finding ${id} and finding ${holder} stand for the same finding. Undo a merge, or leave one out.`;
      report('STANDS_TWICE', message);
    }
    for (const source of [id, ...sourceFindingIds]) holders.set(source, id);
    return problems;
  });
}
