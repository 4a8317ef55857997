import { Inject } from '@nestjs/common';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ForSignedIn } from '../../access/access.decorators.js';
import { OPERATIONS } from '../../access/operations.js';
import type { RequestContext } from '../../access/request-context.js';
import { Reader } from '../../api/reader.js';
import { Request } from '../../api/request.decorator.js';
import { SharingService } from '../sharing.service.js';
import { RevokeSharesInput, ShareEvidenceItemsInput, SharesPayload } from './share-items.inputs.js';
import { SharePreview } from './share-preview.object.js';
import { SharePreviewService } from './share-preview.service.js';

/** Shares of many items at once. */
@Resolver()
export class SharingResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(SharingService) private readonly sharing: SharingService,
    @Inject(SharePreviewService) private readonly previews: SharePreviewService,
  ) {}

  @Query(() => SharePreview, {
    description:
      'What shareEvidenceItems would do with the same input: what the owner releases to whom, who would see more, what would be refused.',
  })
  @ForSignedIn(OPERATIONS.shareEvidence.who)
  async sharePreview(
    @Args('input', { description: 'The shares.' }) input: ShareEvidenceItemsInput,
    @Request() request: RequestContext,
  ): Promise<SharePreview> {
    return this.previews.preview(await request.snapshot(), input);
  }

  @Mutation(() => SharesPayload, {
    description: 'Shares submitted items with recipients, each with each, under one legal gateway: all or nothing.',
  })
  @ForSignedIn(OPERATIONS.shareEvidence.who)
  async shareEvidenceItems(
    @Args('input', { description: 'The shares.' }) input: ShareEvidenceItemsInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.sharing.shareItems(request.actor, input);
    return this.reader.payload(request, info, stored, {}, { shareIds: stored.shareIds });
  }

  @Mutation(() => SharesPayload, { description: 'Ends shares now, all or none.' })
  @ForSignedIn(OPERATIONS.revokeShare.who)
  async revokeShares(
    @Args('input', { description: 'The shares and the reason.' }) input: RevokeSharesInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const stored = await this.sharing.revokeMany(request.actor, input);
    return this.reader.payload(request, info, stored, {}, { shareIds: stored.shareIds });
  }
}
