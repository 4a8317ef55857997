import { isAllowedPlacement, type LetterLayout, placementsFor, takesPair } from '../frameworks/letter-layout.js';
import type { Framework } from '../frameworks/framework.js';
import type { FindingKind, Inspectorate, Placement, Problem } from '../inspectorates/inspectorate.js';
import { gradeWordsUsedAsJudgement } from '../inspectorates/judgement-words.js';
import type { FindingText } from './findings.repository.js';

interface Counted {
  readonly n: number;
  readonly of: number;
}

/** What is wrong with a finding however early its draft is. */
export function draftProblems(
  owner: Inspectorate,
  draft: { readonly criterion: string; readonly count?: Counted | null },
): Problem[] {
  const known = owner.criteria.some(({ code }) => code === draft.criterion);
  const message = `Give the code of a criterion of ${owner.name}.`;
  return [
    ...(known ? [] : [{ at: 'criterion', code: 'UNKNOWN_CODE', message }]),
    ...countProblems(draft.count ?? null),
  ];
}

export function countProblems(count: Counted | null): Problem[] {
  if (count === null || count.n <= count.of) return [];
  const message = 'No more children can be counted than were looked at: exchange the numbers or mend one.';
  return [{ at: 'count.n', code: 'OUT_OF_RANGE', message }];
}

/** What stands against a finding's being submitted under the inspection's framework. */
export function submissionProblems(framework: Framework, gradeWords: readonly string[], text: FindingText): Problem[] {
  const withdrawn = text.cited.filter(({ state }) => state === 'WITHDRAWN').length;
  return [
    ...placeProblems(framework.letter, text),
    ...wordingProblems(framework, gradeWords, text),
    ...agencyProblems(framework, text.kind, text.agencyIds),
    ...when(text.cited.length === 0, 'citations', 'MISSING', 'Cite the evidence on which this rests.'),
    ...when(
      withdrawn > 0,
      'citations',
      'WITHDRAWN',
      'An item that is cited was withdrawn: take it out, and look again at what the finding rests on.',
    ),
  ];
}

/** Whether the framework's letter has a place for it, and a study number if and only if it is of a study. */
export function placeProblems(
  layout: LetterLayout,
  {
    kind,
    placement,
    study,
  }: { readonly kind: FindingKind; readonly placement: Placement; readonly study: number | null },
): Problem[] {
  const taken = (place: Placement): boolean =>
    isAllowedPlacement(kind, place) && layout.sections.some((section) => takesPair(section, kind, place));
  const places = placementsFor(kind).filter(taken);
  return [
    ...when(
      !taken(placement),
      'placement',
      'NO_SECTION',
      `In this framework's letter ${kind} has its place at ${places.join(' or ') || 'no section'}: change kind or placement.`,
    ),
    ...when(placement === 'STUDY' && study === null, 'study', 'MISSING', 'Give the number of the study.'),
    ...when(
      placement !== 'STUDY' && study !== null,
      'study',
      'NOT_NEEDED',
      'Leave the number out: this is not of a study.',
    ),
  ];
}

/** A narrative judgement has no grades: a grade word as a judgement is refused, in ordinary use it passes. */
export function wordingProblems(
  { judgement }: Framework,
  gradeWords: readonly string[],
  text: { readonly statement: string; readonly effectOnChildren: string },
): Problem[] {
  if (judgement.model !== 'NARRATIVE') return [];
  return (['statement', 'effectOnChildren'] as const).flatMap((at) =>
    gradeWordsUsedAsJudgement(text[at], gradeWords).map(({ word }) => ({
      at,
      code: 'GRADE_WORD',
      message: `A narrative judgement has no grades: say what was found, in place of “${word}”.`,
    })),
  );
}

export function agencyProblems(framework: Framework, kind: FindingKind, agencyIds: readonly string[]): Problem[] {
  return when(
    framework.mustNameAgency.includes(kind) && agencyIds.length === 0,
    'agencyIds',
    'MISSING',
    'Name the agency accountable: it will have to answer this point.',
  );
}

function when(wrong: boolean, at: string, code: string, message: string): Problem[] {
  return wrong ? [{ at, code, message }] : [];
}
