import { Global, Module } from '@nestjs/common';

import { listed } from './index.js';
import { InspectorateRegistry, LISTED_INSPECTORATES } from './inspectorate-registry.js';
import { InspectoratesResolver } from './inspectorates.resolver.js';
import { inspectorateToken } from './inspectorate-token.js';
import type { Inspectorate } from './inspectorate.js';

/** Nest has no multi-providers: the list asks each module for its inspectorate by token. */
@Global()
@Module({
  imports: listed.map(({ module }) => module),
  providers: [
    InspectorateRegistry,
    InspectoratesResolver,
    {
      provide: LISTED_INSPECTORATES,
      useFactory: (...inspectorates: Inspectorate[]) => inspectorates,
      inject: listed.map(({ inspectorate }) => inspectorateToken(inspectorate.code)),
    },
  ],
  exports: [InspectorateRegistry],
})
export class InspectoratesModule {}
