import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { FindingsModule } from '../findings/findings.module.js';
import { FrameworksModule } from '../frameworks/frameworks.module.js';
import { EditingService } from './editing.service.js';
import { FreezingService } from './freezing.service.js';
import { FrozenTextResolver } from './frozen-text.resolver.js';
import { HoldsService } from './holds.service.js';
import { LetterPrinter } from './letter-printer.js';
import { LettersController } from './letters.controller.js';
import { LettersResolver } from './letters.resolver.js';
import { LettersService } from './letters.service.js';
import { NarrativeRepository } from './narrative.repository.js';
import { NarrativeResolver } from './narrative.resolver.js';
import { NarrativeService } from './narrative.service.js';
import { NarrativeTextRepository } from './narrative-text.repository.js';
import { PublicationRepository } from './publication.repository.js';
import { PublicationService } from './publication.service.js';
import { SigningRepository } from './signing.repository.js';
import { SigningService } from './signing.service.js';
import { TimetableRepository } from './timetable.repository.js';

/** The joint narrative, the accuracy check's frozen text, signatures and the letter. */
@Module({
  imports: [FrameworksModule, FindingsModule, AgenciesModule],
  controllers: [LettersController],
  providers: [
    NarrativeRepository,
    NarrativeTextRepository,
    SigningRepository,
    PublicationRepository,
    TimetableRepository,
    NarrativeService,
    EditingService,
    FreezingService,
    SigningService,
    HoldsService,
    LetterPrinter,
    PublicationService,
    LettersService,
    NarrativeResolver,
    FrozenTextResolver,
    LettersResolver,
  ],
  exports: [SigningService, LettersService],
})
export class NarrativeModule {}
