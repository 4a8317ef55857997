import { readFileSync } from 'node:fs';

/** A published letter, in the format of one line of the file of letters. */
export interface Letter {
  readonly urn: string;
  readonly area: string;
  readonly laCode: string;
  readonly title: string;
  readonly publishedOn: string;
  readonly fieldwork: readonly [string, string] | null;
  readonly statementOfActionDueOn: string | null;
  readonly inspectorates: readonly string[];
  readonly sections: readonly Section[];
}

export interface Section {
  readonly heading: string;
  readonly kind: SectionKind;
  readonly statements: readonly { readonly id: string; readonly text: string; readonly agencies: readonly string[] }[];
}

export type SectionKind =
  'headline' | 'strength' | 'improvement' | 'priority_action' | 'main' | 'effective_practice' | 'practice_concern';

/** One statement of a letter, with where it stands in ours. */
export interface Statement {
  readonly id: string;
  readonly text: string;
  readonly kind: string;
  readonly placement: string;
  /** Number of the study, or null. */
  readonly study: number | null;
  /** Order within the placement. */
  readonly position: number;
  /** Inspectorates that draft it: the first in the letter's wording. */
  readonly drafters: readonly string[];
  /** Kinds of agency named. */
  readonly agencies: readonly string[];
}

const PLACE: Record<SectionKind, readonly [kind: string, placement: string]> = {
  headline: ['CONTEXT', 'HEADLINE'],
  main: ['CONTEXT', 'MAIN'],
  strength: ['STRENGTH', 'STRENGTH'],
  improvement: ['AREA_FOR_IMPROVEMENT', 'IMPROVEMENT'],
  priority_action: ['PRIORITY_ACTION', 'IMPROVEMENT'],
  effective_practice: ['EFFECTIVE_PRACTICE', 'STUDY'],
  practice_concern: ['PRACTICE_CONCERN', 'STUDY'],
};

/** The hints of the file, as our kinds of agency and as the inspectorate that looks at them; a partnership is everybody's. */
const HINT: Record<string, readonly [agency: string, inspectorate: string | null]> = {
  childrens_social_care: ['LOCAL_AUTHORITY', 'OFSTED'],
  education: ['SCHOOL', 'OFSTED'],
  health: ['HEALTH_COMMISSIONER', 'CQC'],
  police: ['POLICE_FORCE', 'HMICFRS'],
  probation: ['PROBATION_REGION', 'HMI_PROBATION'],
  youth_justice: ['YOUTH_JUSTICE_SERVICE', 'HMI_PROBATION'],
  partnership: ['SAFEGUARDING_PARTNERSHIP', null],
};

export function readLetters(file: string): Letter[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Letter);
}

export function statementsOf(letter: Letter): Statement[] {
  let study = 0;
  return letter.sections.flatMap((section) => {
    const [kind, placement] = PLACE[section.kind];
    if (placement === 'STUDY') study += 1;
    const number = placement === 'STUDY' ? study : null;
    return section.statements.map(({ id, text, agencies }, index) => ({
      id,
      text,
      kind,
      placement,
      study: number,
      position: (placement === 'STUDY' ? study * 1_000 : kind === 'PRIORITY_ACTION' ? 0 : 1_000) + index,
      drafters: draftersOf(agencies, letter.inspectorates),
      agencies: [...new Set(agencies.flatMap((hint) => (HINT[hint] === undefined ? [] : [HINT[hint][0]])))],
    }));
  });
}

function draftersOf(hints: readonly string[], taking: readonly string[]): string[] {
  const named = [...new Set(hints.flatMap((hint) => HINT[hint]?.[1] ?? []))].filter((code) => taking.includes(code));
  return named.length > 0 ? named : ['OFSTED'];
}

/** Every kind of agency that the letter names; the local authority is always inspected. */
export const agencyKindsOf = (letter: Letter): string[] => [
  ...new Set(['LOCAL_AUTHORITY', ...statementsOf(letter).flatMap(({ agencies }) => agencies)]),
];

/** Another inspectorate's words for the same matter. */
export const inOtherWords = (text: string, inspectorate: string): string =>
  `On this point our own reading of ${inspectorate === 'CQC' ? 'health records' : 'files'} agrees with what was found: ${text}`;
