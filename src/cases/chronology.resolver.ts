import { Inject } from '@nestjs/common';
import { Args, ID, Info, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ForSignedIn } from '../access/access.decorators.js';
import { OPERATIONS } from '../access/operations.js';
import type { RequestContext } from '../access/request-context.js';
import { Reader } from '../api/reader.js';
import { Request } from '../api/request.decorator.js';
import type { Stored } from '../database/unit-of-work.js';
import { localId } from '../platform/global-id.js';
import {
  AddChronologyEntryInput,
  ChronologyEntryPayload,
  EditChronologyEntryInput,
  RemoveChronologyEntryInput,
} from './case.inputs.js';
import { ChronologyEntry } from './case.object.js';
import { ChronologyQuestions } from './chronology-questions.object.js';
import { ChronologyQuestionsService, type Questions } from './chronology-questions.service.js';
import { ChronologyService } from './chronology.service.js';

@Resolver(() => ChronologyEntry)
export class ChronologyResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(ChronologyService) private readonly chronology: ChronologyService,
    @Inject(ChronologyQuestionsService) private readonly questions: ChronologyQuestionsService,
  ) {}

  @Query(() => ChronologyQuestions, {
    nullable: true,
    description:
      'Gaps and contradictions of a chronology, over the entries that you see; null where you see no such case.',
  })
  @ForSignedIn('the team of the inspection, over the entries that each sees (R6, R8)')
  async chronologyQuestions(
    @Args('caseId', { type: () => ID, description: 'The case.' }) caseId: string,
    @Args('longerThanDays', {
      type: () => Int,
      nullable: true,
      description: 'A gap is longer than so many days: 1 to 3,660; 28 where left out.',
    })
    longerThanDays: number | undefined,
    @Request() request: RequestContext,
  ): Promise<Questions | null> {
    return this.questions.of(await request.snapshot(), localId('Case', caseId), longerThanDays ?? null);
  }

  @Mutation(() => ChronologyEntryPayload, { description: 'Adds a dated entry to the chronology of a case.' })
  @ForSignedIn(OPERATIONS.addChronologyEntry.who)
  async addChronologyEntry(
    @Args('input', { description: 'The entry.' }) input: AddChronologyEntryInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.chronology.add(request.actor, input));
  }

  @Mutation(() => ChronologyEntryPayload, { description: 'Changes an entry, as its item of evidence is edited.' })
  @ForSignedIn(OPERATIONS.changeChronologyEntry.who)
  async editChronologyEntry(
    @Args('input', { description: 'The entry as it now is.' }) input: EditChronologyEntryInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.chronology.edit(request.actor, input));
  }

  @Mutation(() => ChronologyEntryPayload, { description: 'Removes an entry, as its item of evidence is edited.' })
  @ForSignedIn(OPERATIONS.changeChronologyEntry.who)
  async removeChronologyEntry(
    @Args('input', { description: 'The entry.' }) input: RemoveChronologyEntryInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.answer(request, info, await this.chronology.remove(request.actor, input));
  }

  private answer(
    request: RequestContext,
    info: GraphQLResolveInfo,
    stored: Stored<{ entryId: string; caseId: string }>,
  ): Promise<unknown> {
    return this.reader.payload(request, info, stored, { entry: stored.entryId, case: stored.caseId });
  }
}
