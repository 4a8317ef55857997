import {
  FINDING_KINDS,
  type FindingKind,
  PLACEMENTS,
  type Placement,
  type Problem,
} from '../inspectorates/inspectorate.js';
import {
  type FixedPartCode,
  isAllowedPlacement,
  LETTER_PLACEHOLDERS,
  type LetterLayout,
  type LetterSection,
  takesPair,
} from './letter-layout.js';

/** Proves of a layout that every finding has exactly one place, whatever the arrangement. */
export function layoutProblems(layout: LetterLayout): readonly Problem[] {
  return [
    ...repeated(layout.sections.map(({ code }) => code)).map((code) =>
      problem('sections', 'SECTION_TWICE', `The section ${code} stands twice. Give each a code of its own.`),
    ),
    ...FINDING_KINDS.flatMap((kind) => PLACEMENTS.flatMap((placement) => pairProblems(layout, kind, placement))),
    ...layout.sections.flatMap(sectionProblems),
    ...arrangementProblems(layout),
    ...fixedPartProblems(layout),
  ];
}

function pairProblems(layout: LetterLayout, kind: FindingKind, placement: Placement): readonly Problem[] {
  const codes = layout.sections.filter((section) => takesPair(section, kind, placement)).map(({ code }) => code);
  const pair = `${kind} at ${placement}`;
  if (!isAllowedPlacement(kind, placement)) {
    return codes.map((code) =>
      problem(`sections.${code}.takes`, 'PLACEMENT_NOT_ALLOWED', `${code} takes ${pair}, which cannot be. Remove it.`),
    );
  }
  if (codes.length === 0) {
    return [problem('sections', 'NO_SECTION', `No section takes ${pair}. Add it to the takes of one.`)];
  }
  if (codes.length === 1) return [];
  const message = `${codes.join(' and ')} both take ${pair}. Leave it to one of them.`;
  return [problem('sections', 'SECTIONS_OVERLAP', message)];
}

function sectionProblems(section: LetterSection): readonly Problem[] {
  const at = `sections.${section.code}`;
  const affirmed = section.whenEmpty === 'AFFIRM';
  const studied = section.takes.filter(({ placement }) => placement === 'STUDY').flatMap(({ kinds }) => kinds);
  const headed = section.studies.map(({ kind }) => kind);
  const found: Problem[] = [];
  if (affirmed !== (section.noneText !== null)) {
    const message = affirmed
      ? 'Say in noneText what the letter says where there is none.'
      : 'Set noneText to null: only a section that is affirmed to be empty says so.';
    found.push(problem(`${at}.noneText`, 'NONE_TEXT', message));
  }
  if ([...studied].sort().join() !== [...headed].sort().join()) {
    found.push(problem(`${at}.studies`, 'STUDY_HEADINGS', 'Give one row of headings for each kind taken as STUDY.'));
  }
  if (section.studies.some(({ headings }) => headings.length === 0)) {
    found.push(problem(`${at}.studies`, 'STUDY_HEADINGS', 'Give at least one heading for each kind of study.'));
  }
  if (section.usually !== null && section.usually.min > section.usually.max) {
    found.push(problem(`${at}.usually`, 'RANGE', 'Let min be no more than max.'));
  }
  return found;
}

function arrangementProblems(layout: LetterLayout): readonly Problem[] {
  const all = layout.sections.map(({ code }) => code);
  if (layout.arrangements.length === 0) {
    return [problem('arrangements', 'NO_ARRANGEMENT', 'Give at least one order of the sections.')];
  }
  return layout.arrangements
    .filter(({ order }) => [...order].sort().join() !== [...all].sort().join())
    .map(({ code }) =>
      problem(`arrangements.${code}.order`, 'ORDER_INCOMPLETE', `Name each of ${all.join(', ')} once, and no other.`),
    );
}

function fixedPartProblems(layout: LetterLayout): readonly Problem[] {
  const parts = [...layout.opening, ...layout.closing];
  const codes = parts.map(({ code }) => code);
  const required: readonly FixedPartCode[] = ['ADDRESSEES', 'SCOPE', 'NEXT_STEPS', 'SIGNATORIES'];
  return [
    ...repeated(codes).map((code) => problem('opening', 'PART_TWICE', `${code} stands twice. Leave one.`)),
    ...required
      .filter((code) => !codes.includes(code))
      .map((code) => problem('opening', 'PART_MISSING', `${code} is missing. Add it to opening or closing.`)),
    ...parts.flatMap(({ code, text }) =>
      [...(text ?? '').matchAll(/\{([^}]*)\}/g)]
        .map(([, name]) => name ?? '')
        .filter((name) => !LETTER_PLACEHOLDERS.some((known) => known === name))
        .map((name) =>
          problem(
            `fixed.${code}.text`,
            'PLACEHOLDER_UNKNOWN',
            `{${name}} is not known. Use one of ${LETTER_PLACEHOLDERS.join(', ')}.`,
          ),
        ),
    ),
  ];
}

function repeated(codes: readonly string[]): readonly string[] {
  return [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];
}

function problem(at: string, code: string, message: string): Problem {
  return { at, code, message };
}
