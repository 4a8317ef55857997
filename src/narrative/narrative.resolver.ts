import { Inject } from '@nestjs/common';
import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ForSignedIn } from '../access/access.decorators.js';
import { OPERATIONS } from '../access/operations.js';
import type { RequestContext } from '../access/request-context.js';
import { PageArgs } from '../api/connection.js';
import { Reader } from '../api/reader.js';
import { Request } from '../api/request.decorator.js';
import type { Stored } from '../database/unit-of-work.js';
import { globalId, localId } from '../platform/global-id.js';
import { page } from '../reading/read-model.js';
import { EditingService } from './editing.service.js';
import {
  AddSentenceInput,
  CompileNarrativeInput,
  EditSentenceInput,
  NarrativePayload,
  PassQualityInput,
  RemoveSentenceInput,
  SentencePayload,
  SetLetterChoicesInput,
} from './narrative.inputs.js';
import { EarlierTextConnection, Narrative } from './narrative.object.js';
import { FreezingService } from './freezing.service.js';
import { type Compiled, NarrativeService } from './narrative.service.js';

const INPUT = { description: 'What to do.' };
const OF = { type: () => ID, description: 'The inspection.' };

@Resolver(() => Narrative)
export class NarrativeResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(NarrativeService) private readonly narratives: NarrativeService,
    @Inject(EditingService) private readonly editing: EditingService,
    @Inject(FreezingService) private readonly freezing: FreezingService,
  ) {}

  @Query(() => Narrative, {
    nullable: true,
    description: 'The joint narrative as it stands, paragraph by paragraph as you see them; null where you see none.',
  })
  @ForSignedIn('the team (R9); what rests on a conflict of yours is absent (R10)')
  async narrative(
    @Args('inspectionId', OF) inspectionId: string,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const id = globalId('Narrative', localId('Inspection', inspectionId));
    return this.reader.object(request, info, 'Narrative', id);
  }

  @Query(() => EarlierTextConnection, {
    description: 'Every earlier text of every sentence, newest first, those taken out among them.',
  })
  @ForSignedIn('the team (R9)')
  async narrativeHistory(
    @Args('inspectionId', OF) inspectionId: string,
    @Args() _page: PageArgs,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const inspection = localId('Inspection', inspectionId);
    return this.reader.connection(
      request,
      info,
      page('EarlierText', {
        table: 'app.sentence_history',
        key: 'id',
        by: 'changed_at',
        byType: 'timestamptz',
        direction: 'DESC',
        where: (source, row) => `${source}.inspection_id = ${row.param(inspection)}::uuid`,
      }),
    );
  }

  @Mutation(() => NarrativePayload, {
    description: "Compiles the narrative from the findings that stand, and again: the lead's own words are kept.",
  })
  @ForSignedIn(OPERATIONS.writeNarrative.who)
  async compileNarrative(
    @Args('input', INPUT) input: CompileNarrativeInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.compiled(request, info, await this.narratives.compile(request.actor, input));
  }

  @Mutation(() => NarrativePayload, {
    description: 'Chooses arrangement and headings, and decides of which sections there is none; the text follows.',
  })
  @ForSignedIn(OPERATIONS.writeNarrative.who)
  async setLetterChoices(
    @Args('input', INPUT) input: SetLetterChoicesInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.compiled(request, info, await this.narratives.setChoices(request.actor, input));
  }

  @Mutation(() => SentencePayload, {
    description: 'Puts other words in the place of a sentence; the old ones are kept.',
  })
  @ForSignedIn(OPERATIONS.writeNarrative.who)
  async editSentence(
    @Args('input', INPUT) input: EditSentenceInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.edited(request, info, await this.editing.edit(request.actor, input));
  }

  @Mutation(() => SentencePayload, { description: 'Adds a sentence to a paragraph.' })
  @ForSignedIn(OPERATIONS.writeNarrative.who)
  async addSentence(
    @Args('input', INPUT) input: AddSentenceInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.edited(request, info, await this.editing.add(request.actor, input));
  }

  @Mutation(() => SentencePayload, { description: 'Takes a sentence out; its words are kept in the history.' })
  @ForSignedIn(OPERATIONS.writeNarrative.who)
  async removeSentence(
    @Args('input', INPUT) input: RemoveSentenceInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.edited(request, info, await this.editing.remove(request.actor, input));
  }

  @Mutation(() => NarrativePayload, { description: 'Passes this version of the narrative: signing needs it.' })
  @ForSignedIn(OPERATIONS.passQuality.who)
  async passQuality(
    @Args('input', INPUT) input: PassQualityInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.freezing.passQuality(request.actor, input);
    return this.reader.payload(request, info, stored, { narrative: stored.inspectionId });
  }

  private compiled(request: RequestContext, info: GraphQLResolveInfo, stored: Stored<Compiled>): Promise<unknown> {
    const { inspectionId, dropped, leftOut } = stored;
    return this.reader.payload(request, info, stored, { narrative: inspectionId }, { dropped, leftOut });
  }

  private edited(
    request: RequestContext,
    info: GraphQLResolveInfo,
    stored: Awaited<ReturnType<EditingService['edit']>>,
  ): Promise<unknown> {
    return this.reader.payload(request, info, stored, {
      sentence: stored.sentenceId,
      narrative: stored.inspectionId,
    });
  }
}
