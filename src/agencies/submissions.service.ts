import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit, type Operation } from '../access/operations.js';
import type { WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { isInTime } from '../frameworks/calendar/london-time.js';
import { notFound, staleVersion } from '../platform/errors.js';
import { localId } from '../platform/global-id.js';
import { RequestsRepository, type RequestRow, type SubmissionRow } from './requests.repository.js';
import {
  SubmissionEntity,
  SubmissionTextEntity,
  SubmissionVersionEntity,
  type NamedValue,
} from './submission.entity.js';
import type { ReplaceSubmissionInput, SaveSubmissionInput, SendSubmissionInput } from './submission.inputs.js';

type Done = Promise<Stored<{ submissionId: string; requestId: string }>>;

/** What an agency answers to a request. After the due time it is marked late, never refused. */
@Injectable()
export class SubmissionsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RequestsRepository) private readonly requests: RequestsRepository,
  ) {}

  save(actor: Actor, input: SaveSubmissionInput): Done {
    return this.unitOfWork.write(actor, { operation: 'saveSubmission', input }, async (tx) => {
      const { request, submission } = await this.find(tx, input.requestId, 'saveSubmission');
      if (submission === null) {
        if (input.version != null) throw staleVersion();
        return this.begin(tx, request, input);
      }
      await tx.updateVersion(SubmissionEntity, { id: submission.id, version: input.version ?? 0 }, {});
      await this.write(tx, submission.id, input);
      return touched(tx, request, submission.id, 'SAVED');
    });
  }

  send(actor: Actor, input: SendSubmissionInput): Done {
    return this.unitOfWork.write(actor, { operation: 'sendSubmission', input }, async (tx) => {
      const { request, submission } = await this.find(tx, input.requestId, 'sendSubmission');
      if (submission === null) throw notFound();
      await tx.updateVersion(
        SubmissionEntity,
        { id: submission.id, version: input.version },
        { state: 'SUBMITTED', ...(await this.sending(tx, request)) },
      );
      return touched(tx, request, submission.id, 'SUBMITTED');
    });
  }

  /** Sends another text in place of the one that was sent; that one stays beside it. */
  replace(actor: Actor, input: ReplaceSubmissionInput): Done {
    return this.unitOfWork.write(actor, { operation: 'replaceSubmission', input }, async (tx) => {
      const { request, submission } = await this.find(tx, input.requestId, 'replaceSubmission');
      if (submission === null) throw notFound();
      await this.keep(tx, request, submission, input.reason);
      await this.write(tx, submission.id, input);
      await tx.updateVersion(
        SubmissionEntity,
        { id: submission.id, version: input.version },
        { ...(await this.sending(tx, request)) },
      );
      return touched(tx, request, submission.id, 'REPLACED');
    });
  }

  private async begin(tx: WriteTransaction, request: RequestRow, input: SaveSubmissionInput) {
    const id = tx.newId();
    const { inspectionId, organisationId } = request;
    await tx.insert(SubmissionEntity, {
      id,
      requestId: request.id,
      inspectionId,
      organisationId,
      state: 'DRAFT',
      late: false,
      submittedAt: null,
      submittedBy: null,
      receipt: null,
      version: 1,
    });
    await tx.insert(SubmissionTextEntity, {
      submissionId: id,
      inspectionId,
      organisationId,
      text: input.text,
      data: dataOf(input),
      writtenBy: tx.actor.userId,
      writtenAt: tx.actor.now,
    });
    return touched(tx, request, id, 'DRAFTED');
  }

  private async write(tx: WriteTransaction, submissionId: string, input: SaveSubmissionInput | ReplaceSubmissionInput) {
    await tx.update(
      SubmissionTextEntity,
      { submissionId },
      { text: input.text, data: dataOf(input), writtenBy: tx.actor.userId, writtenAt: tx.actor.now },
    );
  }

  private async keep(tx: WriteTransaction, request: RequestRow, submission: SubmissionRow, reason: string) {
    const { submittedAt, submittedBy, receipt } = submission;
    if (submittedAt === null || submittedBy === null || receipt === null) throw notFound();
    await tx.insert(SubmissionVersionEntity, {
      submissionId: submission.id,
      version: submission.version,
      inspectionId: request.inspectionId,
      organisationId: request.organisationId,
      text: submission.text,
      data: submission.data,
      late: submission.late,
      submittedAt,
      submittedBy,
      receipt,
      replacedAt: tx.actor.now,
      replacedBy: tx.actor.userId,
      reason,
    });
  }

  /** What sending it now sets: in time or late, by whom, with which receipt. */
  private async sending(
    tx: WriteTransaction,
    request: RequestRow,
  ): Promise<Pick<SubmissionEntity, 'late' | 'submittedAt' | 'submittedBy' | 'receipt'>> {
    const clock = await this.requests.clock(tx, request.inspectionId);
    return {
      late: request.dueAt !== null && !isInTime(clock, request.dueAt),
      submittedAt: tx.actor.now,
      submittedBy: tx.actor.userId,
      receipt: tx.receiptCode,
    };
  }

  /** The request and its submission as they stand once nobody else of the agency is writing. */
  private async find(
    tx: WriteTransaction,
    id: string,
    operation: Operation,
  ): Promise<{ request: RequestRow; submission: SubmissionRow | null }> {
    const key = localId('InformationRequest', id);
    const before = await this.requests.find(tx, key);
    if (before === null) throw notFound();
    const standing = await tx.enter(before.inspectionId);
    await tx.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 3))', [key]);
    const request = await this.requests.find(tx, key);
    if (request === null) throw notFound();
    const submission = await this.requests.findSubmission(tx, key);
    permit(standing, operation, {
      agencyId: request.organisationId,
      state: request.state === 'ISSUED' ? (submission?.state ?? 'NONE') : request.state,
    });
    return { request, submission };
  }
}

const dataOf = (input: SaveSubmissionInput | ReplaceSubmissionInput): NamedValue[] =>
  (input.data ?? []).map(({ name, value }) => ({ name, value }));

function touched(tx: WriteTransaction, request: RequestRow, submissionId: string, change: string) {
  tx.touch('Submission', submissionId, change, request.inspectionId);
  return { submissionId, requestId: request.id };
}
