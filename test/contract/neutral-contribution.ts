import { inspectorates } from '../../src/inspectorates/index.js';
import type {
  CitedEvidence,
  Contribution,
  ContributionFinding,
  Inspectorate,
  JointCriterion,
  Question,
} from '../../src/inspectorates/inspectorate.js';

/** A finding that any inspectorate could have made, before it is put in one inspectorate's own terms. */
export type NeutralFinding = Omit<ContributionFinding, 'id' | 'criterion' | 'evidence'> & {
  readonly joint: JointCriterion;
  readonly evidence: readonly Pick<CitedEvidence, 'method' | 'strength'>[];
};

export interface NeutralContribution {
  readonly findings: readonly NeutralFinding[];
  /** By code of the inspectorate: what it answers in place of the sensible answer. */
  readonly answers?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Accepted by every inspectorate. */
export function aFinding(changes: Partial<NeutralFinding> = {}): NeutralFinding {
  return {
    kind: 'AREA_FOR_IMPROVEMENT',
    placement: 'MAIN',
    joint: 'ASSESS',
    statement: 'Plans do not say who will see the child, or when.',
    effectOnChildren: 'Children tell their story to several strangers.',
    agencies: [{ kind: 'LOCAL_AUTHORITY', name: 'Harrowmere Council' }],
    count: { n: 5, of: 7, basis: 'TRACKED' },
    evidence: [
      { method: 'CASE_TRACKING', strength: 'RECORD' },
      { method: 'CONVERSATION_WITH_CHILD', strength: 'SAID' },
    ],
    ...changes,
  };
}

/** Only a statement and one item of evidence, as in a plain letter. */
export function aPlainFinding(changes: Partial<NeutralFinding> = {}): NeutralFinding {
  const evidence = [{ method: 'RECORD_REVIEW', strength: 'RECORD' }] as const;
  return aFinding({ effectOnChildren: '', count: null, evidence, ...changes });
}

export function inTermsOf(inspectorate: Inspectorate, { findings, answers }: NeutralContribution): Contribution {
  return {
    inspectorate: inspectorate.code,
    judgement: 'NARRATIVE',
    findings: findings.map(({ joint, evidence, ...finding }, position) => ({
      ...finding,
      id: `finding-${position + 1}`,
      criterion: ownCriterion(inspectorate, joint),
      evidence: evidence.map((item, at) => ({
        ...item,
        id: `evidence-${position + 1}-${at + 1}`,
        kind: ownKind(inspectorate, position + at),
      })),
    })),
    answers: { ...sensibleAnswers(inspectorate.questions), ...answers?.[inspectorate.code] },
    nilReason: null,
  };
}

function ownCriterion(inspectorate: Inspectorate, joint: JointCriterion): string {
  const own = inspectorate.criteria.find((criterion) => criterion.joint === joint) ?? inspectorate.criteria[0];
  return own?.code ?? '';
}

function ownKind({ evidenceKinds }: Inspectorate, at: number): string {
  return evidenceKinds[at % evidenceKinds.length]?.code ?? '';
}

const SENSIBLE: Readonly<Record<Question['answer'], string>> = { COUNT: '40', YES_NO: 'NO', TEXT: 'Nothing more.' };

export function sensibleAnswers(questions: readonly Question[]): Record<string, string> {
  return Object.fromEntries(
    questions.filter(({ required }) => required).map(({ code, answer }) => [code, SENSIBLE[answer]]),
  );
}

/** Codes of the inspectorates whose check refuses it. */
export function refusedBy(contribution: NeutralContribution): string[] {
  return inspectorates
    .filter((inspectorate) => inspectorate.check(inTermsOf(inspectorate, contribution)).length > 0)
    .map(({ code }) => code);
}

export function problemCodes(inspectorate: Inspectorate, contribution: NeutralContribution): string[] {
  return inspectorate.check(inTermsOf(inspectorate, contribution)).map(({ code }) => code);
}
