import { Module } from '@nestjs/common';
import { FrameworksModule } from '../frameworks/frameworks.module.js';
import { ContributionsRepository } from './contributions.repository.js';
import { ContributionsResolver } from './contributions.resolver.js';
import { ContributionsService } from './contributions.service.js';
import { DraftingService } from './drafting.service.js';
import { FindingsRepository } from './findings.repository.js';
import { CitingFindingsResolver, FindingsResolver } from './findings.resolver.js';
import { FindingsService } from './findings.service.js';
import { MarkingLoweringResolver } from './marking-lowering.resolver.js';
import { MarkingLoweringService } from './marking-lowering.service.js';
import { MergesRepository } from './merges.repository.js';
import { MergingResolver } from './merging.resolver.js';
import { MergingService } from './merging.service.js';
import { StandingRepository } from './standing.repository.js';

/** Findings, contributions, the reveal, merges and attitudes. */
@Module({
  imports: [FrameworksModule],
  providers: [
    ContributionsRepository,
    FindingsRepository,
    MergesRepository,
    StandingRepository,
    ContributionsService,
    DraftingService,
    FindingsService,
    MarkingLoweringService,
    MergingService,
    ContributionsResolver,
    FindingsResolver,
    CitingFindingsResolver,
    MarkingLoweringResolver,
    MergingResolver,
  ],
  exports: [FindingsService],
})
export class FindingsModule {}
