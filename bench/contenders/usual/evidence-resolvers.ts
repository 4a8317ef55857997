import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  Assignment,
  type CaseFile,
  type EvidenceShare,
  type EvidenceSummary,
  type Finding,
  type Organisation,
} from './entities.js';
import { Asked, evidence, First, keyOf, page, type Page } from './pages.js';
import type { Reading } from './reading.js';
import {
  CaseType,
  EvidenceConnectionType,
  EvidenceShareType,
  EvidenceType,
  FindingType,
  InspectorateType,
} from './types.js';

@Resolver(() => EvidenceType)
export class EvidenceResolver {
  @Query(() => EvidenceConnectionType)
  async evidence(
    @Args('inspectionId', { type: () => ID }) id: string,
    @First() first: number,
    @Asked() reading: Reading,
  ): Promise<Page> {
    return page((await evidence(reading)).where('s.inspectionId = :id', { id: keyOf(id) }), first);
  }

  @Query(() => EvidenceConnectionType)
  async feed(@First() first: number, @Asked() reading: Reading): Promise<Page> {
    const query = await evidence(reading);
    const mine = query.subQuery().select('a.inspectionId').from(Assignment, 'a').where('a.userId = :user').getQuery();
    return page(query.where(`s.inspectionId IN ${mine}`, { user: reading.userId }), first);
  }

  @ResolveField(() => ID)
  id(@Parent() item: EvidenceSummary): string {
    return `Evidence.${item.evidenceId}`;
  }

  @ResolveField(() => ID)
  inspectionId(@Parent() item: EvidenceSummary): string {
    return `Inspection.${item.inspectionId}`;
  }

  @ResolveField(() => String, { nullable: true })
  async title(@Parent() item: EvidenceSummary, @Asked() reading: Reading): Promise<string | null> {
    if (item.body !== null) return item.body.title;
    return item.withdrawal?.title ?? (await reading.shareTexts.load(item.evidenceId))?.title ?? null;
  }

  @ResolveField(() => String, { nullable: true })
  async summary(@Parent() item: EvidenceSummary, @Asked() reading: Reading): Promise<string | null> {
    if (item.body !== null) return null;
    const text = await reading.shareTexts.load(item.evidenceId);
    return text?.summary ?? null;
  }

  @ResolveField(() => InspectorateType)
  owner(@Parent() item: EvidenceSummary, @Asked() reading: Reading): Promise<Organisation> {
    return reading.inspectorates.load(item.owner);
  }

  @ResolveField(() => CaseType, { nullable: true })
  case(@Parent() item: EvidenceSummary, @Asked() reading: Reading): Promise<CaseFile | null> | null {
    return item.evidence.caseId === null ? null : reading.cases.load(item.evidence.caseId);
  }

  @ResolveField(() => [EvidenceShareType])
  shares(@Parent() item: EvidenceSummary, @Asked() reading: Reading): Promise<EvidenceShare[]> {
    return reading.shares.load(item.evidenceId);
  }

  @ResolveField(() => [FindingType])
  findings(@Parent() item: EvidenceSummary, @Asked() reading: Reading): Promise<Finding[]> {
    return reading.findings.load(item.evidenceId);
  }
}

@Resolver(() => EvidenceShareType)
export class EvidenceShareResolver {
  @ResolveField(() => ID)
  id(@Parent() share: EvidenceShare): string {
    return `EvidenceShare.${share.id}`;
  }

  @ResolveField(() => InspectorateType)
  recipient(@Parent() share: EvidenceShare, @Asked() reading: Reading): Promise<Organisation> {
    return reading.inspectorates.load(share.recipient);
  }
}

@Resolver(() => FindingType)
export class FindingResolver {
  @ResolveField(() => ID)
  id(@Parent() finding: Finding): string {
    return `Finding.${finding.id}`;
  }

  @ResolveField(() => String, { nullable: true })
  statement(@Parent() finding: Finding): string | null {
    return finding.body?.statement ?? null;
  }

  @ResolveField(() => InspectorateType)
  owner(@Parent() finding: Finding, @Asked() reading: Reading): Promise<Organisation> {
    return reading.inspectorates.load(finding.owner);
  }
}
