/**
 * The contract of an inspectorate: data and three pure functions.
 *
 * An inspectorate has no tables, resolvers or repositories of its own. Its codes are stored as text, so
 * that a seventh inspectorate needs one folder and one line in `index.ts`, and no migration.
 */

/** The kinds of partner agency that England's inspectorates inspect. Stored as text. */
export const AGENCY_KINDS = [
  'LOCAL_AUTHORITY',
  'POLICE_FORCE',
  'HEALTH_COMMISSIONER',
  'NHS_PROVIDER',
  'PROBATION_REGION',
  'YOUTH_JUSTICE_SERVICE',
  'PRISON',
  'CPS_AREA',
  'SCHOOL',
  'SAFEGUARDING_PARTNERSHIP',
] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

/** What all inspectorates judge together; each ties its own criteria to one of these. */
export const JOINT_CRITERIA = [
  'IDENTIFY',
  'ASSESS',
  'HELP',
  'PROTECT',
  'CHILD_VOICE',
  'THEME',
  'LEADERSHIP',
  'OVERSIGHT',
  'JOINT_WORKING',
] as const;
export type JointCriterion = (typeof JOINT_CRITERIA)[number];

/** How a piece of evidence came about. */
export const EVIDENCE_METHODS = [
  'CASE_TRACKING',
  'CASE_SAMPLING',
  'DIRECT_OBSERVATION',
  'SHADOWING',
  'CONVERSATION_WITH_CHILD',
  'CONVERSATION_WITH_FAMILY',
  'CONVERSATION_WITH_PRACTITIONER',
  'CONVERSATION_WITH_LEADER',
  'RECORD_REVIEW',
  'FOCUS_GROUP',
  'DOCUMENT_REVIEW',
  'DATA_RETURN',
  'MULTI_AGENCY_AUDIT',
] as const;
export type EvidenceMethod = (typeof EVIDENCE_METHODS)[number];

/** What kind of source an item is: seen by the inspector, in a record, said by someone, data, a document. */
export const EVIDENCE_STRENGTHS = ['OBSERVED', 'RECORD', 'SAID', 'DATA', 'DOCUMENT'] as const;
export type EvidenceStrength = (typeof EVIDENCE_STRENGTHS)[number];

/** Government Security Classifications, 2023: nothing above OFFICIAL may be entered. */
export const MARKINGS = ['OFFICIAL', 'OFFICIAL_SENSITIVE'] as const;
export type Marking = (typeof MARKINGS)[number];

/** UK GDPR Art. 4(1), Art. 9 and Art. 10. */
export const PERSONAL_DATA_CLASSES = ['NONE', 'PERSONAL', 'SPECIAL_CATEGORY', 'CRIMINAL_OFFENCE'] as const;
export type PersonalDataClass = (typeof PERSONAL_DATA_CLASSES)[number];

export const FINDING_KINDS = [
  'STRENGTH',
  'AREA_FOR_IMPROVEMENT',
  'PRIORITY_ACTION',
  'EFFECTIVE_PRACTICE',
  'PRACTICE_CONCERN',
  'CONTEXT',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Where in the letter a finding stands. */
export const PLACEMENTS = ['HEADLINE', 'IMPROVEMENT', 'STRENGTH', 'MAIN', 'STUDY'] as const;
export type Placement = (typeof PLACEMENTS)[number];

export const JUDGEMENT_MODELS = ['NARRATIVE', 'GRADED'] as const;
export type JudgementModel = (typeof JUDGEMENT_MODELS)[number];

/** Whether children counted were tracked (a few, in depth) or sampled (more, at one decision point). */
export const COUNT_BASES = ['TRACKED', 'SAMPLED'] as const;
export type CountBasis = (typeof COUNT_BASES)[number];

export type GatewayUse = 'INSPECT' | 'SHARE' | 'PUBLISH';

/** A provision of law and what it permits this inspectorate to do. */
export interface LegalGateway {
  /** Stored with each share; never renamed, e.g. `HSCA_2008_S76`. */
  readonly code: string;
  /** As a lawyer cites it: "Health and Social Care Act 2008 s.76". */
  readonly provision: string;
  readonly permits: readonly GatewayUse[];
}

export interface Criterion {
  /** Unique across all inspectorates, e.g. `OFSTED_FRONT_DOOR`. */
  readonly code: string;
  /** The inspectorate's own wording. */
  readonly words: string;
  readonly joint: JointCriterion;
}

export interface EvidenceKind {
  /** Unique across all inspectorates, e.g. `CQC_PATIENT_RECORD`. */
  readonly code: string;
  readonly words: string;
  /** Whose services such an item is about. */
  readonly agencies: readonly AgencyKind[];
}

/** Asked of the inspectorate with its contribution; drives the API's answers and the form. */
export interface Question {
  /** Unique within the inspectorate, lower camel case: `liveCases`. */
  readonly code: string;
  readonly words: string;
  readonly answer: 'TEXT' | 'YES_NO' | 'COUNT';
  readonly required: boolean;
}

/** What `release()` may know of an item: never its text. */
export interface EvidenceFacts {
  readonly kind: string;
  readonly method: EvidenceMethod;
  readonly strength: EvidenceStrength;
  readonly marking: Marking;
  readonly personalData: PersonalDataClass;
}

export interface Recipient {
  /** Code of the inspectorate that would receive it. */
  readonly inspectorate: string;
}

export type ReleaseForm = 'WHOLE' | 'SUMMARY' | 'NOTHING';

/** The widest form in which an item may be shared with a recipient, and the law that says so. */
export interface Release {
  readonly form: ReleaseForm;
  /** Code of one of the inspectorate's gateways; the provision that permits, or that forbids. */
  readonly gateway: string;
  readonly why: string;
}

/** Whole numbers: `n` of `of` children, tracked or sampled. */
export interface ChildCount {
  readonly n: number;
  readonly of: number;
  readonly basis: CountBasis;
}

export interface CitedEvidence {
  readonly id: string;
  readonly kind: string;
  readonly method: EvidenceMethod;
  readonly strength: EvidenceStrength;
}

export interface ContributionFinding {
  readonly id: string;
  readonly kind: FindingKind;
  readonly placement: Placement;
  /** Code of a criterion of the inspectorate that wrote it. */
  readonly criterion: string;
  readonly statement: string;
  /** Empty where the statement itself says it. */
  readonly effectOnChildren: string;
  /** Accountable agencies. */
  readonly agencies: readonly { readonly kind: AgencyKind; readonly name: string }[];
  readonly count: ChildCount | null;
  readonly evidence: readonly CitedEvidence[];
}

/** What one inspectorate brings to the joint judgement. */
export interface Contribution {
  readonly inspectorate: string;
  readonly judgement: JudgementModel;
  /** In the order in which the letter tells them. */
  readonly findings: readonly ContributionFinding[];
  /** By the code of the question. */
  readonly answers: Readonly<Record<string, string>>;
  /** A reason for having no findings; null where there are some. */
  readonly nilReason: string | null;
}

/** What a person can mend: where, a stable code, and what to do next. */
export interface Problem {
  /** Path to the field: `answers.liveCases`, `findings.2.statement`. */
  readonly at: string;
  readonly code: string;
  readonly message: string;
}

export interface NarrativeSentence {
  readonly text: string;
  readonly findingIds: readonly string[];
}

export interface NarrativeParagraph {
  readonly placement: Placement;
  /** The first sentences are the finding's statement, word for word; what follows is the inspectorate's voice. */
  readonly sentences: readonly NarrativeSentence[];
}

/** An inspectorate's findings told in its own voice. Plain text, never HTML. */
export interface NarrativeSection {
  readonly inspectorate: string;
  readonly paragraphs: readonly NarrativeParagraph[];
}

export interface Inspectorate {
  /** Stored; never renamed. Never `HMIP`: Probation and Prisons have both been called that. */
  readonly code: string;
  readonly name: string;
  readonly inspects: readonly AgencyKind[];
  readonly gateways: readonly LegalGateway[];
  readonly criteria: readonly Criterion[];
  readonly evidenceKinds: readonly EvidenceKind[];
  readonly questions: readonly Question[];
  /** The words of its grading scales, in lower case. As a judgement they may not reach a joint narrative. */
  readonly gradeWords: readonly string[];
  /** Total over this inspectorate's kinds and every recipient, itself included (always whole). Throws on a kind it does not claim. */
  release(evidence: EvidenceFacts, to: Recipient): Release;
  /** Empty where the contribution may be submitted. */
  check(contribution: Contribution): readonly Problem[];
  /** Cites only the contribution's findings; states each finding once. */
  narrate(contribution: Contribution): NarrativeSection;
}
