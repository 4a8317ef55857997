import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { ForSignedIn } from '../access/access.decorators.js';
import { LocalDate } from '../api/scalars.js';
import { localDate } from './calendar/local-date.js';
import type { Framework } from './framework.js';
import { FrameworkVersion } from './framework.object.js';
import { FrameworkRegistry } from './framework-registry.js';
import { judgementsOf } from './judgement.js';

@Resolver(() => FrameworkVersion)
export class FrameworksResolver {
  constructor(@Inject(FrameworkRegistry) private readonly registry: FrameworkRegistry) {}

  @Query(() => [FrameworkVersion], { description: 'The versions of the inspection frameworks, by code and number.' })
  @ForSignedIn('every user: it says nothing of any inspection')
  frameworks(
    @Args('validOn', {
      type: () => LocalDate,
      nullable: true,
      description: 'Only those to which an inspection may be pinned that is notified on this day.',
    })
    validOn: string | undefined,
  ): FrameworkVersion[] {
    const chosen = validOn == null ? this.registry.all : this.registry.validOn(localDate(validOn));
    return chosen.map(told);
  }
}

/** A framework as the API tells it: layout and judgement laid flat. */
const told = (framework: Framework): FrameworkVersion => ({
  ...framework,
  sections: framework.letter.sections,
  judgementModel: framework.judgement.model,
  scale: framework.judgement.model === 'GRADED' ? framework.judgement.scale : [],
  judgements: judgementsOf(framework.judgement).map(({ code, name, parts }) => ({
    code,
    name,
    parts: parts.map((part) => part.code),
  })),
});
