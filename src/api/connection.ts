import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';

@ObjectType({ description: 'Where a page stands (GraphQL Cursor Connections).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'Always false: pages are read forwards.' })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first item.' })
  startCursor?: string;
  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last item: send it as "after" for the next page.',
  })
  endCursor?: string;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'How many items, 1 to 200; 50 where left out.' })
  first?: number;
  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  after?: string;
}

/** Declares the Relay connection of a type; to be extended by a class of the connection's name. */
export function connectionOf<Item>(type: Type<Item>): Type<{ edges: unknown[]; nodes: Item[]; pageInfo: PageInfo }> {
  @ObjectType(`${type.name}Edge`, { description: `A ${type.name} on a page, with its cursor.` })
  class Edge {
    @Field(() => String, { description: 'Where this item stands.' })
    cursor!: string;
    @Field(() => type, { description: 'The item.' })
    node!: Item;
  }
  @ObjectType({ isAbstract: true })
  class Connection {
    @Field(() => [Edge], { description: 'The items with their cursors.' })
    edges!: Edge[];
    @Field(() => [type], { description: 'The items.' })
    nodes!: Item[];
    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo!: PageInfo;
  }
  return Connection;
}
