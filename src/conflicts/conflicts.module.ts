import { Module } from '@nestjs/common';
import { ConflictsRepository } from './conflicts.repository.js';
import { ConflictsResolver } from './conflicts.resolver.js';
import { ConflictsService } from './conflicts.service.js';

/** Conflicts of interest. */
@Module({ providers: [ConflictsRepository, ConflictsService, ConflictsResolver] })
export class ConflictsModule {}
