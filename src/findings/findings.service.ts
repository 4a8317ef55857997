import { Inject, Injectable } from '@nestjs/common';
import type { ReadTransaction } from '../database/transaction.js';
import { FrameworkRegistry } from '../frameworks/framework-registry.js';
import type { Contribution, FindingKind, Placement } from '../inspectorates/inspectorate.js';
import { InspectorateRegistry } from '../inspectorates/inspectorate-registry.js';
import { notFound } from '../platform/errors.js';
import { contributed, contributionOf, criterionFor } from './contributions.rules.js';
import { StandingRepository, type ToldFinding } from './standing.repository.js';

/** A finding that stands in the letter, in the shape in which the narrative takes it. */
export interface StandsInLetter {
  /** The merge's own where it is one. */
  readonly id: string;
  /** Itself alone, or the merge's sources. */
  readonly sourceFindingIds: readonly string[];
  /** Whose narration tells it. */
  readonly inspectorate: string;
  readonly kind: FindingKind;
  readonly placement: Placement;
  readonly study: number | null;
  readonly position: number;
  readonly statement: string;
}

/** What stands of the findings, for the subjects that build on them. */
@Injectable()
export class FindingsService {
  constructor(
    @Inject(StandingRepository) private readonly standing: StandingRepository,
    @Inject(InspectorateRegistry) private readonly inspectorates: InspectorateRegistry,
    @Inject(FrameworkRegistry) private readonly frameworks: FrameworkRegistry,
  ) {}

  /**
   * The findings that stand in the letter, and for each inspectorate the contribution whose narration tells those of
   * them that it tells: its own unmerged ones, and for the leading inspectorate the merges too, under their own ids.
   * As the actor of the transaction sees them; withdrawn findings and drafts are left out.
   *
   * @throws PlatformError NOT_FOUND where the actor does not see the inspection.
   */
  async forNarrative(
    tx: ReadTransaction,
    inspectionId: string,
  ): Promise<{ findings: StandsInLetter[]; contributions: Contribution[] }> {
    const inspection = await this.standing.inspection(tx, inspectionId);
    if (inspection === null) throw notFound();
    const { leading } = inspection;
    const unmerged = await this.standing.findings(tx, inspectionId, 'UNMERGED');
    const merges = await this.standing.merges(tx, inspectionId);
    const answers = await this.standing.answers(tx, inspectionId);
    const model = this.frameworks.get(inspection.framework, inspection.frameworkVersion)?.judgement.model;
    const { criteria } = this.inspectorates.get(leading);
    const contributions = inspection.inspectorates.map((code) =>
      contributionOf(
        code,
        model ?? 'NARRATIVE',
        [
          ...unmerged.filter(({ owner }) => owner === code).map((finding) => contributed(finding)),
          ...(code === leading
            ? merges.map((merge) => contributed(merge, criterionFor(merge, leading, criteria)))
            : []),
        ],
        answers.find(({ inspectorate }) => inspectorate === code),
      ),
    );
    const findings = [
      ...unmerged.map((finding) => standing(finding, finding.owner ?? leading, [finding.id])),
      ...merges.map((merge) =>
        standing(
          merge,
          leading,
          merge.sources.map(({ id }) => id),
        ),
      ),
    ];
    return { findings, contributions };
  }
}

function standing(finding: ToldFinding, inspectorate: string, sourceFindingIds: readonly string[]): StandsInLetter {
  const { id, kind, placement, study, position, statement } = finding;
  return { id, sourceFindingIds, inspectorate, kind, placement, study, position, statement };
}
