import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { SelectQueryBuilder } from 'typeorm';
import {
  ChronologyEntry,
  EvidenceShareText,
  EvidenceSummary,
  Assignment,
  type CaseFile,
  type EvidenceShare,
  type Finding,
  type Organisation,
} from './entities.js';
import type { Reading } from './reading.js';
import {
  AgencyType,
  CaseType,
  ChronologyEntryType,
  EvidenceConnectionType,
  EvidenceShareType,
  EvidenceType,
  FindingType,
  InspectorateType,
} from './types.js';

interface Page {
  readonly nodes: EvidenceSummary[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const First = (): ParameterDecorator => Args('first', { type: () => Int, defaultValue: 50 });
const Asked = (): ParameterDecorator => Context('reading');
const keyOf = (globalId: string): string => globalId.split('.')[1] ?? '';

async function evidence(reading: Reading): Promise<SelectQueryBuilder<EvidenceSummary>> {
  return (await reading.manager())
    .createQueryBuilder(EvidenceSummary, 's')
    .innerJoinAndSelect('s.evidence', 'e')
    .leftJoinAndSelect('s.body', 'b')
    .leftJoinAndSelect('s.withdrawal', 'w')
    .orderBy('s.createdAt', 'DESC')
    .addOrderBy('s.evidenceId', 'DESC');
}

async function page(query: SelectQueryBuilder<EvidenceSummary>, first: number): Promise<Page> {
  // limit and not take: what is joined is one to one, and take would ask twice.
  const rows = await query.limit(first + 1).getMany();
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  const endCursor =
    last === undefined ? null : Buffer.from(`${last.createdAt.toISOString()} ${last.evidenceId}`).toString('base64url');
  return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor } };
}

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
    const text: EvidenceShareText | null = await reading.shareTexts.load(item.evidenceId);
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

@Resolver(() => CaseType)
export class CaseResolver {
  @Query(() => CaseType, { name: 'case', nullable: true })
  byId(@Args('id', { type: () => ID }) id: string, @Asked() reading: Reading): Promise<CaseFile | null> {
    return reading.cases.load(keyOf(id));
  }

  @ResolveField(() => ID)
  id(@Parent() found: CaseFile): string {
    return `Case.${found.id}`;
  }

  @ResolveField(() => String, { nullable: true })
  sampling(@Parent() found: CaseFile): string | null {
    return found.detail?.sampling ?? null;
  }

  @ResolveField(() => String, { nullable: true })
  rationale(@Parent() found: CaseFile): string | null {
    return found.detail?.rationale ?? null;
  }

  @ResolveField(() => String, { nullable: true })
  journeyStage(@Parent() found: CaseFile): string | null {
    return found.detail?.journeyStage ?? null;
  }

  @ResolveField(() => Int, { nullable: true })
  ageYears(@Parent() found: CaseFile): number | null {
    return found.detail?.ageYears ?? null;
  }

  @ResolveField(() => Int)
  async evidenceCount(@Parent() found: CaseFile, @Asked() reading: Reading): Promise<number> {
    return (await reading.manager())
      .createQueryBuilder(EvidenceSummary, 's')
      .innerJoin('s.evidence', 'e')
      .where('e.caseId = :id', { id: found.id })
      .getCount();
  }

  @ResolveField(() => Int)
  async entryCount(@Parent() found: CaseFile, @Asked() reading: Reading): Promise<number> {
    return (await reading.manager()).count(ChronologyEntry, { where: { caseId: found.id } });
  }

  @ResolveField(() => [AgencyType])
  async agencies(@Parent() found: CaseFile, @Asked() reading: Reading): Promise<Organisation[]> {
    const loaded = await Promise.all((found.detail?.agencyIds ?? []).map((id) => reading.organisations.load(id)));
    return loaded.filter((each) => each !== null).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  @ResolveField(() => [ChronologyEntryType])
  async chronology(@Parent() found: CaseFile, @Asked() reading: Reading): Promise<ChronologyEntry[]> {
    return (await reading.manager()).find(ChronologyEntry, {
      where: { caseId: found.id },
      order: { happenedOn: 'ASC', id: 'ASC' },
    });
  }

  @ResolveField(() => EvidenceConnectionType)
  async evidence(@Parent() found: CaseFile, @First() first: number, @Asked() reading: Reading): Promise<Page> {
    return page((await evidence(reading)).where('e.caseId = :id', { id: found.id }), first);
  }
}

@Resolver(() => ChronologyEntryType)
export class ChronologyEntryResolver {
  @ResolveField(() => ID)
  id(@Parent() entry: ChronologyEntry): string {
    return `ChronologyEntry.${entry.id}`;
  }

  @ResolveField(() => ID)
  evidenceId(@Parent() entry: ChronologyEntry): string {
    return `Evidence.${entry.evidenceId}`;
  }

  @ResolveField(() => AgencyType, { nullable: true })
  agency(@Parent() entry: ChronologyEntry, @Asked() reading: Reading): Promise<Organisation | null> | null {
    return entry.agencyId === null ? null : reading.organisations.load(entry.agencyId);
  }

  @ResolveField(() => InspectorateType)
  owner(@Parent() entry: ChronologyEntry, @Asked() reading: Reading): Promise<Organisation> {
    return reading.inspectorates.load(entry.owner);
  }
}
