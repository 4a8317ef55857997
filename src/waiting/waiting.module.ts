import { Module } from '@nestjs/common';
import { WaitingResolver } from './waiting.resolver.js';
import { WaitingService } from './waiting.service.js';

/** Waiting work, whatever its subject. */
@Module({ providers: [WaitingService, WaitingResolver], exports: [WaitingService] })
export class WaitingModule {}
