import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { WaitingModule } from '../waiting/waiting.module.js';
import { AccessRequestsRepository } from './access-requests.repository.js';
import { AccessRequestsResolver } from './access-requests.resolver.js';
import { AccessRequestsService } from './access-requests.service.js';

/** Recipients never share on: they ask the owner. */
@Module({
  imports: [EvidenceModule, WaitingModule],
  providers: [AccessRequestsRepository, AccessRequestsService, AccessRequestsResolver],
})
export class AccessRequestsModule {}
