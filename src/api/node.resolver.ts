import { Inject } from '@nestjs/common';
import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ForAnyone } from '../access/access.decorators.js';
import type { RequestContext } from '../access/request-context.js';
import { Node } from './problem.object.js';
import { Reader } from './reader.js';
import { Request } from './request.decorator.js';

@Resolver(() => Node)
export class NodeResolver {
  constructor(@Inject(Reader) private readonly reader: Reader) {}

  @Query(() => Node, { nullable: true, description: 'Any object by its global id; null where you see none.' })
  @ForAnyone('whoever may see the object')
  async node(
    @Args('id', { type: () => ID, description: 'Global id.' }) id: string,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.node(request, info, id);
  }
}
