import { Module } from '@nestjs/common';
import { SealingModule } from '../sealing/sealing.module.js';
import { WaitingModule } from '../waiting/waiting.module.js';
import { HandlersRepository } from './handlers.repository.js';
import { HandlersResolver } from './handlers.resolver.js';
import { HandlersService } from './handlers.service.js';
import { WhistleblowingRepository } from './whistleblowing.repository.js';
import { WhistleblowingResolver } from './whistleblowing.resolver.js';
import { WhistleblowingService } from './whistleblowing.service.js';

/** What people on an inspection tell its handlers in confidence. */
@Module({
  imports: [SealingModule, WaitingModule],
  providers: [
    HandlersRepository,
    HandlersService,
    HandlersResolver,
    WhistleblowingRepository,
    WhistleblowingService,
    WhistleblowingResolver,
  ],
})
export class WhistleblowingModule {}
