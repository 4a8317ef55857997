import { Module } from '@nestjs/common';
import { RequestsRepository } from './requests.repository.js';
import { RequestsResolver } from './requests.resolver.js';
import { RequestsService } from './requests.service.js';
import { SubmissionsResolver } from './submissions.resolver.js';
import { SubmissionsService } from './submissions.service.js';

/** What is asked of the inspected, and what they answer. */
@Module({
  providers: [RequestsRepository, RequestsService, SubmissionsService, RequestsResolver, SubmissionsResolver],
})
export class AgenciesModule {}
