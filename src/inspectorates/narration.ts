import type {
  ChildCount,
  Contribution,
  ContributionFinding,
  Criterion,
  JointCriterion,
  NarrativeSection,
} from './inspectorate.js';

/** How one inspectorate tells its findings: in which order, and in which words what follows a statement. */
export interface Voice {
  readonly inspectorate: string;
  /** Lower is told earlier; findings of one rank stay in the order of the letter. */
  rank(finding: ContributionFinding): number;
  /** One sentence on the effect on children, which comes as a clause without a full stop. */
  effect(clause: string): string;
  /** One sentence on n of N children. */
  count(count: ChildCount): string;
  readonly tellsFirst: 'EFFECT' | 'COUNT';
}

/** One paragraph a finding: its statement word for word, then what the finding itself holds and nothing else. */
export function narrateIn(voice: Voice, contribution: Contribution): NarrativeSection {
  const paragraphs = [...contribution.findings]
    .sort((one, other) => voice.rank(one) - voice.rank(other))
    .map((finding) => ({
      placement: finding.placement,
      sentences: [finding.statement, ...voiced(voice, finding)].map((text) => ({ text, findingIds: [finding.id] })),
    }));
  return { inspectorate: voice.inspectorate, paragraphs };
}

function voiced(voice: Voice, { effectOnChildren, count }: ContributionFinding): string[] {
  const clause = asClause(effectOnChildren);
  const effect = clause === '' ? [] : [voice.effect(clause)];
  const counted = count === null ? [] : [voice.count(count)];
  return voice.tellsFirst === 'COUNT' ? [...counted, ...effect] : [...effect, ...counted];
}

/** Openings that are no name, so that their capital may go. */
const COMMON_OPENING =
  /^(?:Children|Some|Most|Many|Few|All|Not|They|Their|The|These|Those|This|A|An|In|Because|When|Young|Families)(?=\s)/;

/** A clause that can follow "This means that": no full stop at the end, no capital that only began a sentence. */
export function asClause(effect: string): string {
  return effect
    .trim()
    .replace(/[.\s]+$/, '')
    .replace(COMMON_OPENING, (word) => word.toLowerCase());
}

/** Ranks findings by their joint criterion, in the order given; a criterion that is not own comes last. */
export function byJointCriterion(
  criteria: readonly Criterion[],
  order: readonly JointCriterion[],
): (finding: ContributionFinding) => number {
  const rankByCode = new Map(criteria.map(({ code, joint }) => [code, order.indexOf(joint)]));
  return ({ criterion }) => {
    const rank = rankByCode.get(criterion) ?? -1;
    return rank < 0 ? order.length : rank;
  };
}

export const children = (number: number): string => (number === 1 ? 'child' : 'children');
