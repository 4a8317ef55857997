import { Module } from '@nestjs/common';
import { FrameworksModule } from '../frameworks/frameworks.module.js';
import { CaseMembersService } from './case-members.service.js';
import { CasesRepository } from './cases.repository.js';
import { CasesResolver } from './cases.resolver.js';
import { CasesService } from './cases.service.js';
import { ChronologyQuestionsService } from './chronology-questions.service.js';
import { ChronologyResolver } from './chronology.resolver.js';
import { ChronologyService } from './chronology.service.js';

/** The sample, its chronologies, and who is named for a case. */
@Module({
  imports: [FrameworksModule],
  providers: [
    CasesRepository,
    CasesService,
    CaseMembersService,
    ChronologyService,
    ChronologyQuestionsService,
    CasesResolver,
    ChronologyResolver,
  ],
})
export class CasesModule {}
