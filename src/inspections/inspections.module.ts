import { Module } from '@nestjs/common';
import { FrameworksModule } from '../frameworks/frameworks.module.js';
import { NarrativeModule } from '../narrative/narrative.module.js';
import { InspectionsResolver } from './inspections.resolver.js';
import { InspectionsService } from './inspections.service.js';
import { LeftDraftsService } from './left-drafts.service.js';
import { StagesService } from './stages.service.js';
import { TeamService } from './team.service.js';
import { TimetableService } from './timetable.service.js';

/** Life cycle, timetable and team. */
@Module({
  imports: [FrameworksModule, NarrativeModule],
  providers: [InspectionsService, StagesService, TeamService, TimetableService, LeftDraftsService, InspectionsResolver],
  exports: [StagesService],
})
export class InspectionsModule {}
