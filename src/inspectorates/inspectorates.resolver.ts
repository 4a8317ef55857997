import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { ForSignedIn } from '../access/access.decorators.js';
import { InspectorateProfile } from './inspectorate.object.js';
import { InspectorateRegistry } from './inspectorate-registry.js';

@Resolver(() => InspectorateProfile)
export class InspectoratesResolver {
  constructor(@Inject(InspectorateRegistry) private readonly registry: InspectorateRegistry) {}

  @Query(() => [InspectorateProfile], {
    description: 'Every inspectorate with its law, criteria, kinds of evidence and questions.',
  })
  @ForSignedIn('every user: it says nothing of any inspection')
  inspectorates(): readonly object[] {
    return this.registry.all;
  }
}
