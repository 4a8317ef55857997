import { Module } from '@nestjs/common';
import { CaseEvidenceResolver } from './case-evidence.resolver.js';
import { ClassificationService } from './classification.service.js';
import { EvidenceRepository } from './evidence.repository.js';
import { EvidenceResolver } from './evidence.resolver.js';
import { EvidenceService } from './evidence.service.js';
import { SharePlanning } from './sharing/share-planning.service.js';
import { SharePreviewService } from './sharing/share-preview.service.js';
import { SharingRepository } from './sharing/sharing.repository.js';
import { SharingResolver } from './sharing/sharing.resolver.js';
import { SightRepository } from './sharing/sight.repository.js';
import { SightResolver } from './sharing/sight.resolver.js';
import { SightService } from './sharing/sight.service.js';
import { SharingService } from './sharing.service.js';

/** Evidence and its shares. */
@Module({
  providers: [
    EvidenceRepository,
    EvidenceService,
    ClassificationService,
    SharingRepository,
    SharePlanning,
    SharePreviewService,
    SharingService,
    SightRepository,
    SightService,
    EvidenceResolver,
    CaseEvidenceResolver,
    SharingResolver,
    SightResolver,
  ],
  exports: [EvidenceService, SharingService],
})
export class EvidenceModule {}
