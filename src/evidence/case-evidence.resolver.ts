import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PageArgs } from '../api/connection.js';
import { Case } from '../cases/case.object.js';
import { EvidenceConnection } from './evidence.object.js';

/** Declares a field of a case that the cases' own folder cannot: evidence knows cases, not the other way round. */
@Resolver(() => Case)
export class CaseEvidenceResolver {
  /** Never called: the case is read with all that is selected of it (`case.reads.ts`). */
  @ResolveField(() => EvidenceConnection, {
    description: 'Evidence about it that you see in summary or whole, newest first.',
  })
  evidence(@Parent() parent: Case & { evidence?: unknown }, @Args() _page: PageArgs): unknown {
    return parent.evidence;
  }
}
