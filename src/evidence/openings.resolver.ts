import { Inject } from '@nestjs/common';
import { Args, ID, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ForSignedIn } from '../access/access.decorators.js';
import type { RequestContext } from '../access/request-context.js';
import { PageArgs } from '../api/connection.js';
import { Reader } from '../api/reader.js';
import { Request } from '../api/request.decorator.js';
import { localId } from '../platform/global-id.js';
import { page } from '../reading/read-model.js';
import { Evidence } from './evidence.object.js';
import { EvidenceOpeningConnection } from './opening.object.js';
import { openingsWhere } from './opening.reads.js';

@Resolver(() => Evidence)
export class OpeningsResolver {
  constructor(@Inject(Reader) private readonly reader: Reader) {}

  @Query(() => EvidenceOpeningConnection, {
    name: 'openings',
    description: "Openings of your inspectorate's evidence on an inspection by people of others, newest first.",
  })
  @ForSignedIn("the owner's team and its record keepers")
  async list(
    @Args('inspectionId', { type: () => ID, description: 'The inspection.' }) inspectionId: string,
    @Args() _page: PageArgs,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const inspection = localId('Inspection', inspectionId);
    return this.reader.connection(
      request,
      info,
      page(
        'EvidenceOpening',
        openingsWhere((source, row) => `${source}.inspection_id = ${row.param(inspection)}::uuid`),
      ),
    );
  }

  /** Never called: evidence is read with all that is selected of it (`evidence.reads.ts`). */
  @ResolveField(() => EvidenceOpeningConnection, {
    description: 'Who of another inspectorate, or as record keeper, opened its text: for its owner. Newest first.',
  })
  openings(@Parent() parent: Evidence & { openings?: unknown }, @Args() _page: PageArgs): unknown {
    return parent.openings;
  }
}
