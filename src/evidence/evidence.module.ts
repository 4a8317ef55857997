import { Module } from '@nestjs/common';
import { CaseEvidenceResolver } from './case-evidence.resolver.js';
import { ClassificationService } from './classification.service.js';
import { EvidenceRepository } from './evidence.repository.js';
import { EvidenceResolver } from './evidence.resolver.js';
import { EvidenceService } from './evidence.service.js';
import { SharingService } from './sharing.service.js';

/** Evidence and its shares. */
@Module({
  providers: [
    EvidenceRepository,
    EvidenceService,
    ClassificationService,
    SharingService,
    EvidenceResolver,
    CaseEvidenceResolver,
  ],
  exports: [EvidenceService],
})
export class EvidenceModule {}
