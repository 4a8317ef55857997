import { Module } from '@nestjs/common';
import { CommentsRepository } from './comments.repository.js';
import { CommentsResolver } from './comments.resolver.js';
import { CommentsService } from './comments.service.js';
import { RepliesService } from './replies.service.js';
import { RequestsRepository } from './requests.repository.js';
import { RequestsResolver } from './requests.resolver.js';
import { RequestsService } from './requests.service.js';
import { SubmissionsResolver } from './submissions.resolver.js';
import { SubmissionsService } from './submissions.service.js';

/** What is asked of the inspected, what they answer, and what they say of the frozen text. */
@Module({
  providers: [
    RequestsRepository,
    RequestsService,
    SubmissionsService,
    CommentsRepository,
    CommentsService,
    RepliesService,
    RequestsResolver,
    SubmissionsResolver,
    CommentsResolver,
  ],
  exports: [CommentsService],
})
export class AgenciesModule {}
