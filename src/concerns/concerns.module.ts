import { Module } from '@nestjs/common';
import { WaitingModule } from '../waiting/waiting.module.js';
import { ConcernsRepository } from './concerns.repository.js';
import { ConcernsResolver } from './concerns.resolver.js';
import { ConcernsService } from './concerns.service.js';

/** Children at immediate risk. */
@Module({ imports: [WaitingModule], providers: [ConcernsRepository, ConcernsService, ConcernsResolver] })
export class ConcernsModule {}
