/**
 * What a framework says, as data. An inspection is pinned to one version for life: a published version is never
 * edited; a change is a new version in a file of its own.
 */
import type { EvidenceMethod, FindingKind, JointCriterion } from '../inspectorates/inspectorate.js';
import type { LocalDate } from './calendar/local-date.js';
import type { Judgement } from './judgement.js';
import type { LetterLayout } from './letter-layout.js';

/** The stages of a child's way through help and protection. */
export const JOURNEY_STAGES = [
  'EARLY_HELP',
  'CONTACT_AND_REFERRAL',
  'ASSESSMENT',
  'CHILD_IN_NEED',
  'CHILD_PROTECTION',
  'LOOKED_AFTER',
  'LEAVING_CARE',
  'EXIT',
] as const;
export type JourneyStage = (typeof JOURNEY_STAGES)[number];

/** What the choice of areas is spread over, besides risk. */
export const SPREADS = ['REGION', 'RURAL_URBAN'] as const;
export type Spread = (typeof SPREADS)[number];

export interface Framework {
  /** Stored with each inspection; never renamed. */
  readonly code: string;
  readonly version: number;
  readonly name: string;
  /** Inspections notified from this day on may be pinned to it, until the other day (exclusive). */
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate | null;
  readonly legalBasis: readonly LegalProvision[];
  readonly participation: Participation;
  readonly programme: Programme;
  readonly notice: Notice;
  readonly fieldwork: Fieldwork;
  readonly reporting: Reporting;
  readonly criteria: readonly JointCriterion[];
  readonly methods: readonly EvidenceMethod[];
  readonly journey: readonly JourneyStage[];
  /** Empty where the framework has no deep dive; else an inspection has exactly one of them. */
  readonly themes: readonly Theme[];
  readonly tracking: Tracking;
  /** Findings of these kinds must name the agency accountable. */
  readonly mustNameAgency: readonly FindingKind[];
  readonly judgement: Judgement;
  readonly followUp: FollowUp;
  readonly letter: LetterLayout;
  /** What else is particular to it, a sentence each, for those who inspect and are inspected. */
  readonly particulars: readonly string[];
}

export interface LegalProvision {
  /** `CA_2004_S20`. */
  readonly code: string;
  /** As a lawyer cites it. */
  readonly provision: string;
  /** Codes of the inspectorates that take part under it. */
  readonly inspectorates: readonly string[];
}

/** Codes of inspectorates. Those in none of the lists cannot take part. */
export interface Participation {
  /** Leads, and is always among the required. */
  readonly lead: string;
  readonly required: readonly string[];
  /** Takes part where the theme requires it, and may be invited where it does not. */
  readonly byTheme: readonly string[];
}

export interface Programme {
  readonly areasPerYear: Range | null;
  readonly spread: readonly Spread[];
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

export interface Notice {
  /** False: the area learns of the inspection when fieldwork begins. */
  readonly announced: boolean;
  /** Fieldwork begins on this day, counted from the day of notice. */
  readonly days: number;
  readonly unit: 'WORKING_DAYS';
  /** Whether the day of notice is day 0 or day 1 of the count. */
  readonly dayOfNotice: 0 | 1;
  readonly words: string;
}

export interface Fieldwork {
  /** Working days in all phases together. */
  readonly workingDays: number;
  /** In order of time. */
  readonly phases: readonly FieldworkPhase[];
  /** `IN_PHASES`: the inspectorates need not all be there in each phase. */
  readonly arrival: 'TOGETHER' | 'IN_PHASES';
}

export interface FieldworkPhase {
  readonly code: string;
  readonly name: string;
  /**
   * Calendar week, the one of the first day of fieldwork being 1. The phase of week 1 begins on that first day,
   * a later one on the first working day of its week.
   */
  readonly week: number;
  /** Runs for so many working days, but never into the week of the next phase. */
  readonly workingDays: number;
}

/** Targets in working days; the law sets none of them. */
export interface Reporting {
  /** From the last day of fieldwork until the agencies get the draft. */
  readonly draftWithin: number;
  /** From that day until their comments on its factual accuracy are due. */
  readonly accuracyCheckWithin: number;
  /** From the last day of fieldwork until publication. */
  readonly publicationWithin: number;
}

export interface Theme {
  /** Stored with the inspection: `DOMESTIC_ABUSE`. The same theme has the same code in every framework. */
  readonly code: string;
  readonly name: string;
  readonly firstYear: number;
  /** Null while it is open. */
  readonly lastYear: number | null;
  /** Codes of the inspectorates that the theme requires beside the framework's own. */
  readonly requires: readonly string[];
}

export interface Tracking {
  /** Children tracked in depth; null where the framework leaves the number open. */
  readonly children: Range | null;
  /** True where all inspectorates track the same children. */
  readonly shared: boolean;
}

export interface FollowUp {
  readonly reinspection: readonly Reinspection[];
  /** Codes of the grades after which the area is monitored between inspections. */
  readonly monitoredGrades: readonly string[];
  readonly statementOfAction: StatementOfAction;
}

export interface Reinspection {
  readonly grade: string;
  /** At the latest so many months after publication. */
  readonly withinMonths: number;
  /** Whether new concerns bring it forward. */
  readonly soonerOnConcern: boolean;
}

export interface StatementOfAction {
  /** `CHIEF_INSPECTOR`: the report says whether one is needed and who makes it. `ALWAYS`: the law says so. */
  readonly decidedBy: 'CHIEF_INSPECTOR' | 'ALWAYS';
  readonly workingDays: number;
  /** Counted from the day on which the report is received, which is day 0. */
  readonly countedFrom: 'RECEIPT';
  readonly provision: string;
}

/** The inspectorates of an inspection under one theme, as codes; the lead is among the required. */
export interface Participants {
  readonly lead: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/**
 * Who has to take part, and who may.
 *
 * @throws RangeError where the theme is not one of the framework's, or is missing where it has some.
 */
export function participantsFor(framework: Framework, themeCode: string | null): Participants {
  const { lead, required, byTheme } = framework.participation;
  const theme = framework.themes.find(({ code }) => code === themeCode);
  if ((theme === undefined) !== (framework.themes.length === 0 && themeCode === null)) {
    const choices = framework.themes.map(({ code }) => code).join(', ') || 'none';
    throw new RangeError(`${themeCode ?? 'No theme'} does not fit ${framework.code}. Its themes: ${choices}.`);
  }
  const all = [...required, ...(theme?.requires ?? [])];
  return { lead, required: all, optional: byTheme.filter((code) => !all.includes(code)) };
}

/** Themes on which an inspection notified on that day may be. */
export function themesOn(framework: Framework, day: LocalDate): readonly Theme[] {
  const year = Number(day.slice(0, 4));
  return framework.themes.filter(
    ({ firstYear, lastYear }) => firstYear <= year && (lastYear === null || year <= lastYear),
  );
}
