import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ChronologyEntry, EvidenceSummary, type CaseFile, type Organisation } from './entities.js';
import { Asked, evidence, First, keyOf, page, type Page } from './pages.js';
import type { Reading } from './reading.js';
import { AgencyType, CaseType, ChronologyEntryType, EvidenceConnectionType, InspectorateType } from './types.js';

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
