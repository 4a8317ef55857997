import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit } from '../access/operations.js';
import type { Standing } from '../access/standing.js';
import type { WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { calendarAsOf } from '../frameworks/calendar/calendar.js';
import { localDate } from '../frameworks/calendar/local-date.js';
import { londonDay } from '../frameworks/calendar/london-time.js';
import { statementOfActionDeadline } from '../frameworks/calendar/timetable.js';
import { deadlineOn } from '../frameworks/calendar/working-days.js';
import type { Framework } from '../frameworks/framework.js';
import { notFound, refuse } from '../platform/errors.js';
import { localId } from '../platform/global-id.js';
import { LetterEntity, LetterTextEntity } from './letter.entity.js';
import type { PublishLetterInput, RecordReceiptInput, SetStatementDueDateInput } from './letter.inputs.js';
import { LetterPrinter } from './letter-printer.js';
import { NarrativeRepository } from './narrative.repository.js';
import { NarrativeService, refuseConflict } from './narrative.service.js';
import { PublicationRepository } from './publication.repository.js';
import { type FrozenRow, SigningRepository } from './signing.repository.js';
import { STATEMENT_OF_ACTION, TimetableRepository } from './timetable.repository.js';

type Done = Promise<Stored<{ inspectionId: string; letterId: string; warnings: string[] }>>;

/** The copy that the area receives before the public, and the letter itself: two times, two acts. */
@Injectable()
export class PublicationService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(NarrativeService) private readonly narrative: NarrativeService,
    @Inject(NarrativeRepository) private readonly narratives: NarrativeRepository,
    @Inject(SigningRepository) private readonly signing: SigningRepository,
    @Inject(PublicationRepository) private readonly letters: PublicationRepository,
    @Inject(TimetableRepository) private readonly timetable: TimetableRepository,
    @Inject(LetterPrinter) private readonly printer: LetterPrinter,
  ) {}

  /**
   * The area has received the pre-publication copy: from now on its agencies read it here, and the time for its written
   * statement of proposed action runs (SI 2015/1792 reg. 4), by the calendar known on the day of receipt.
   */
  recordReceipt(actor: Actor, input: RecordReceiptInput): Done {
    return this.unitOfWork.write(actor, { operation: 'recordReceipt', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      const standing = await tx.enter(inspectionId, 'alone');
      permit(standing, 'recordReceipt');
      await refuseConflict(tx, inspectionId);
      const frozen = await this.signed(tx, standing);
      const current = await this.letters.current(tx, inspectionId);
      if (current?.receivedAt != null)
        refuse('receivedAt', 'ALREADY', 'The receipt of this letter is recorded already.');
      const receivedAt = input.receivedAt == null ? tx.actor.now : new Date(input.receivedAt);
      await this.checkReceipt(tx, frozen, receivedAt);
      const warnings = await this.startStatement(tx, standing, receivedAt);
      const receipt = { receivedAt, receivedBy: tx.actor.userId };
      const letterId = current?.id ?? (await this.addLetter(tx, inspectionId, frozen, receipt));
      if (current === null) {
        const copy = await this.printer.print(tx, standing, frozen, { publishedOn: null, addressees: [] });
        await tx.insert(LetterTextEntity, { letterId, inspectionId, ...copy });
      } else await tx.update(LetterEntity, { id: letterId }, receipt);
      tx.touch('Letter', letterId, 'RECEIVED', inspectionId);
      return { inspectionId, letterId, warnings };
    });
  }

  /** Another day than the one computed, with a reason: both show. */
  setStatementDueDate(
    actor: Actor,
    input: SetStatementDueDateInput,
  ): Promise<Stored<{ inspectionId: string; warnings: string[] }>> {
    return this.unitOfWork.write(actor, { operation: 'setStatementDueDate', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      permit(await tx.enter(inspectionId, 'alone'), 'setDueDate');
      const known = await this.timetable.find(tx, inspectionId, STATEMENT_OF_ACTION);
      if (known === null)
        return refuse(
          'inspectionId',
          'NOT_RECEIVED',
          'The time runs from the receipt of the letter: record that first.',
        );
      const { on, due, warnings } = deadlineOn(localDate(input.dueOn), calendarAsOf(londonDay(tx.actor.now)));
      await this.timetable.move(tx, inspectionId, STATEMENT_OF_ACTION, due, input.reason, on);
      tx.touch('Inspection', inspectionId, 'STATEMENT_DUE_DATE_SET', inspectionId);
      return { inspectionId, warnings: warnings.map(({ message }) => message) };
    });
  }

  /** Exactly once: the stage, the lock and a unique index each see to it. */
  publish(actor: Actor, input: PublishLetterInput): Done {
    return this.unitOfWork.write(actor, { operation: 'publishLetter', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      const standing = await tx.enter(inspectionId, 'alone');
      permit(standing, 'publish');
      await refuseConflict(tx, inspectionId);
      const frozen = await this.signed(tx, standing);
      const hold = await this.letters.holdInForce(tx, inspectionId);
      if (hold !== null)
        refuse(
          'inspectionId',
          'ON_HOLD',
          `Publication is held: ${hold.reason} Lift the hold first, or wait for its end.`,
        );
      const page = await this.printer.print(tx, standing, frozen, {
        publishedOn: londonDay(tx.actor.now),
        addressees: input.addressees,
      });
      const current = await this.letters.current(tx, inspectionId);
      const letterId = current?.id ?? (await this.addLetter(tx, inspectionId, frozen, null));
      if (current === null) await tx.insert(LetterTextEntity, { letterId, inspectionId, ...page });
      else await tx.update(LetterTextEntity, { letterId }, page);
      await tx.update(LetterEntity, { id: letterId }, { publishedAt: tx.actor.now, publishedBy: tx.actor.userId });
      await tx.rows(
        `UPDATE app.inspection SET stage = 'PUBLISHED', published_at = $2 WHERE id = $1 AND stage = 'SIGNED'`,
        [inspectionId, tx.actor.now.toISOString()],
      );
      tx.touch('Letter', letterId, 'PUBLISHED', inspectionId);
      tx.touch('Inspection', inspectionId, 'STAGE_PUBLISHED', inspectionId);
      return { inspectionId, letterId, warnings: [] };
    });
  }

  /** The frozen text, signed by every inspectorate that takes part, each on its exact hash. */
  private async signed(tx: WriteTransaction, standing: Standing): Promise<FrozenRow> {
    const frozen = await this.signing.frozen(tx, standing.inspectionId);
    if (frozen === null) throw notFound();
    const signatures = await this.signing.signatures(tx, frozen.id);
    const missing = standing.inspectorates.filter(
      (code) => !signatures.some(({ inspectorate, hash }) => inspectorate === code && hash === frozen.hash),
    );
    if (missing.length > 0)
      refuse('inspectionId', 'NOT_SIGNED', `Not signed yet by ${missing.join(', ')}: each signs the exact text first.`);
    return frozen;
  }

  private async checkReceipt(tx: WriteTransaction, frozen: FrozenRow, receivedAt: Date): Promise<void> {
    if (receivedAt > tx.actor.now)
      refuse('receivedAt', 'IN_FUTURE', 'A receipt cannot lie ahead: give the time at which it was received.');
    const last = await this.letters.lastSignature(tx, frozen.id);
    if (last !== null && receivedAt < last)
      refuse('receivedAt', 'DATES_REVERSED', 'The letter was signed after this time: give the time of its receipt.');
  }

  /** Where the framework has the area answer by a statement, and somebody is its principal authority. */
  private async startStatement(tx: WriteTransaction, standing: Standing, receivedAt: Date): Promise<string[]> {
    const framework: Framework = this.narrative.framework(standing);
    const inspected = await this.narratives.inspected(tx, standing.inspectionId);
    if (inspected?.agencies.some(({ principal }) => principal) !== true) return [];
    const receivedOn = londonDay(receivedAt);
    const deadline = statementOfActionDeadline(framework, receivedOn, calendarAsOf(receivedOn));
    await this.timetable.set(tx, standing.inspectionId, STATEMENT_OF_ACTION, deadline, deadline.on, null);
    return deadline.warnings.map(({ message }) => message);
  }

  private async addLetter(
    tx: WriteTransaction,
    inspectionId: string,
    frozen: FrozenRow,
    receipt: { receivedAt: Date; receivedBy: string } | null,
  ): Promise<string> {
    const id = tx.newId();
    await tx.insert(LetterEntity, {
      id,
      inspectionId,
      frozenTextId: frozen.id,
      version: await this.letters.nextVersion(tx, inspectionId),
      title: frozen.title,
      hash: frozen.hash,
      receivedAt: receipt?.receivedAt ?? null,
      receivedBy: receipt?.receivedBy ?? null,
      publishedAt: null,
      publishedBy: null,
      withdrawnAt: null,
      withdrawnBy: null,
      supersededAt: null,
    });
    return id;
  }
}
