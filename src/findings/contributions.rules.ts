import type {
  CitedEvidence,
  Contribution,
  ContributionFinding,
  Criterion,
  EvidenceMethod,
  EvidenceStrength,
  JudgementModel,
} from '../inspectorates/inspectorate.js';
import type { CitedItem, SavedAnswers, ToldFinding, ToldMerge } from './standing.repository.js';

/** What kind of source a method usually gives: for an item that is seen in summary alone. */
const USUAL_STRENGTH: Readonly<Record<EvidenceMethod, EvidenceStrength>> = {
  CASE_TRACKING: 'RECORD',
  CASE_SAMPLING: 'RECORD',
  DIRECT_OBSERVATION: 'OBSERVED',
  SHADOWING: 'OBSERVED',
  CONVERSATION_WITH_CHILD: 'SAID',
  CONVERSATION_WITH_FAMILY: 'SAID',
  CONVERSATION_WITH_PRACTITIONER: 'SAID',
  CONVERSATION_WITH_LEADER: 'SAID',
  RECORD_REVIEW: 'RECORD',
  FOCUS_GROUP: 'SAID',
  DOCUMENT_REVIEW: 'DOCUMENT',
  DATA_RETURN: 'DATA',
  MULTI_AGENCY_AUDIT: 'DOCUMENT',
};

const citedEvidence = ({ id, kind, method, strength }: CitedItem): CitedEvidence => ({
  id,
  kind,
  method,
  strength: strength ?? USUAL_STRENGTH[method],
});

/** A finding as its inspectorate's check and voice take it, against one of that inspectorate's criteria. */
export const contributed = (finding: ToldFinding, criterion = finding.criterion): ContributionFinding => ({
  id: finding.id,
  kind: finding.kind,
  placement: finding.placement,
  criterion,
  statement: finding.statement,
  effectOnChildren: finding.effectOnChildren,
  agencies: finding.agencies,
  count: finding.count,
  evidence: finding.evidence.map(citedEvidence),
});

/**
 * The leading inspectorate's own criterion for a merge: that of its own source, else one of the same joint criterion.
 * The voice tells a merge by it; whose criteria the sources were set against stays with them.
 */
export function criterionFor(merge: ToldMerge, leading: string, criteria: readonly Criterion[]): string {
  const own = merge.sources.find(({ owner }) => owner === leading)?.criterion;
  return own ?? criteria.find(({ joint }) => joint === merge.criterion)?.code ?? criteria[0]?.code ?? merge.criterion;
}

export function contributionOf(
  inspectorate: string,
  judgement: JudgementModel,
  findings: readonly ContributionFinding[],
  saved: SavedAnswers | undefined,
): Contribution {
  return { inspectorate, judgement, findings, answers: saved?.answers ?? {}, nilReason: saved?.nilReason ?? null };
}
