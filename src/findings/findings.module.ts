import { Module } from '@nestjs/common';
import { FrameworksModule } from '../frameworks/frameworks.module.js';
import { FindingsService } from './findings.service.js';
import { StandingRepository } from './standing.repository.js';

/** Findings, contributions, the reveal, merges and attitudes. */
@Module({
  imports: [FrameworksModule],
  providers: [StandingRepository, FindingsService],
  exports: [FindingsService],
})
export class FindingsModule {}
