import { Module } from '@nestjs/common';
import { WaitingModule } from '../waiting/waiting.module.js';
import { BreakGlassRepository } from './break-glass.repository.js';
import { BreakGlassResolver } from './break-glass.resolver.js';
import { BreakGlassService } from './break-glass.service.js';

/** Access taken in an emergency, and its review. */
@Module({
  imports: [WaitingModule],
  providers: [BreakGlassRepository, BreakGlassService, BreakGlassResolver],
  exports: [BreakGlassService],
})
export class BreakGlassModule {}
