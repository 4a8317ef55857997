import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit } from '../access/operations.js';
import type { WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { calendarAsOf } from '../frameworks/calendar/calendar.js';
import { localDate } from '../frameworks/calendar/local-date.js';
import { londonDay } from '../frameworks/calendar/london-time.js';
import { accuracyCheckDeadline } from '../frameworks/calendar/timetable.js';
import { type Deadline, deadlineOn } from '../frameworks/calendar/working-days.js';
import type { Framework } from '../frameworks/framework.js';
import { notFound, ProblemsError, refuse, staleVersion } from '../platform/errors.js';
import { localId } from '../platform/global-id.js';
import { freezingProblems } from './freezing.rules.js';
import { FrozenParagraphEntity, FrozenProvenanceEntity, FrozenTextEntity } from './frozen.entity.js';
import { frozenHash } from './frozen-text.js';
import { paragraphText } from './narrative-document.js';
import { QualityPassEntity } from './narrative.entity.js';
import type {
  CloseAccuracyWindowInput,
  OpenAccuracyWindowInput,
  PassQualityInput,
  ReopenDraftingInput,
} from './narrative.inputs.js';
import { NarrativeRepository } from './narrative.repository.js';
import { NarrativeService, refuseConflict } from './narrative.service.js';
import { SigningRepository } from './signing.repository.js';
import { assembleDocument, frozenSentences, type StoredNarrative } from './stored-narrative.js';
import { ACCURACY_CHECK, TimetableRepository } from './timetable.repository.js';

interface Frozen {
  readonly inspectionId: string;
  readonly frozenTextId: string;
}

/** The text stands still: for the agencies' comments, for quality, for signing; and is opened again with what that costs. */
@Injectable()
export class FreezingService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(NarrativeRepository) private readonly narratives: NarrativeRepository,
    @Inject(SigningRepository) private readonly signing: SigningRepository,
    @Inject(TimetableRepository) private readonly timetable: TimetableRepository,
    @Inject(NarrativeService) private readonly narrative: NarrativeService,
  ) {}

  openWindow(actor: Actor, input: OpenAccuracyWindowInput): Promise<Stored<Frozen & { warnings: string[] }>> {
    return this.unitOfWork.write(actor, { operation: 'openAccuracyWindow', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      const standing = await tx.enter(inspectionId, 'alone');
      permit(standing, 'openAccuracyWindow');
      await refuseConflict(tx, inspectionId);
      const drafted = await this.narrative.drafted(tx, standing);
      const { stored, framework } = drafted;
      if (stored === null)
        return refuse('inspectionId', 'NOT_COMPILED', 'There is no narrative yet: compile it first.');
      if (stored.version !== input.version) throw staleVersion();
      const problems = freezingProblems(drafted, stored);
      if (problems.length > 0) throw new ProblemsError(problems);
      const deadline = this.deadline(tx, framework, input);
      const frozenTextId = await this.freeze(tx, inspectionId, framework, stored, deadline, input.reason ?? null);
      await this.timetable.set(
        tx,
        inspectionId,
        ACCURACY_CHECK,
        deadline.chosen,
        deadline.computed.on,
        input.reason ?? null,
      );
      await moveStage(tx, inspectionId, 'DRAFTING', 'ACCURACY_CHECK');
      tx.touch('FrozenText', frozenTextId, 'WINDOW_OPENED', inspectionId);
      return { inspectionId, frozenTextId, warnings: deadline.chosen.warnings.map(({ message }) => message) };
    });
  }

  /** Ends the window before its time: what the agencies have to say has been said. */
  closeWindow(actor: Actor, input: CloseAccuracyWindowInput): Promise<Stored<Frozen>> {
    return this.unitOfWork.write(actor, { operation: 'closeAccuracyWindow', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      permit(await tx.enter(inspectionId, 'alone'), 'closeAccuracyWindow');
      const frozen = await this.signing.frozen(tx, inspectionId);
      if (frozen === null) throw notFound();
      if (frozen.deadline <= tx.actor.now)
        refuse('inspectionId', 'ALREADY', 'The window has shut already: go on to signing.');
      await tx.update(FrozenTextEntity, { id: frozen.id }, { deadline: tx.actor.now, deadlineReason: input.reason });
      await this.timetable.move(tx, inspectionId, ACCURACY_CHECK, tx.actor.now, input.reason);
      tx.touch('FrozenText', frozen.id, 'WINDOW_CLOSED', inspectionId);
      return { inspectionId, frozenTextId: frozen.id };
    });
  }

  /** Opens the text again. Signatures were on the exact text: they are void, and the answer says whose. */
  reopen(actor: Actor, input: ReopenDraftingInput): Promise<Stored<{ inspectionId: string; mustSignAgain: string[] }>> {
    return this.unitOfWork.write(actor, { operation: 'reopenDrafting', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      const standing = await tx.enter(inspectionId, 'alone');
      permit(standing, 'reopenDrafting');
      const frozen = await this.signing.frozen(tx, inspectionId);
      if (frozen === null) throw notFound();
      const mustSignAgain = await this.signing.voidAll(tx, frozen.id);
      await this.signing.recallCopy(tx, inspectionId);
      await tx.update(FrozenTextEntity, { id: frozen.id }, { reopenedAt: tx.actor.now, reopenedBy: tx.actor.userId });
      await moveStage(tx, inspectionId, standing.stage, 'DRAFTING');
      tx.touch('FrozenText', frozen.id, 'REOPENED', inspectionId);
      return { inspectionId, mustSignAgain };
    });
  }

  /** Of the version that the quality assurer has read: a later change of the text needs another pass. */
  passQuality(actor: Actor, input: PassQualityInput): Promise<Stored<{ inspectionId: string }>> {
    return this.unitOfWork.write(actor, { operation: 'passQuality', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      const standing = await tx.enter(inspectionId);
      permit(standing, 'passQuality');
      const stored = await this.narratives.find(tx, inspectionId);
      if (stored === null)
        return refuse('inspectionId', 'NOT_COMPILED', 'There is no narrative yet: there is nothing to pass.');
      if (stored.version !== input.version) throw staleVersion();
      await refuseConflict(tx, inspectionId);
      await tx.insert(QualityPassEntity, {
        id: tx.newId(),
        inspectionId,
        inspectorate: standing.leading,
        narrativeVersion: stored.version,
        note: input.note ?? null,
        passedBy: tx.actor.userId,
        passedAt: tx.actor.now,
      });
      tx.touch('Narrative', inspectionId, 'QUALITY_PASSED', inspectionId);
      return { inspectionId };
    });
  }

  /** The framework's working days, or the day that the lead sets with a reason. */
  private deadline(tx: WriteTransaction, framework: Framework, input: OpenAccuracyWindowInput) {
    const today = londonDay(tx.actor.now);
    const calendar = calendarAsOf(today);
    const computed = accuracyCheckDeadline(framework, today, calendar);
    if (input.commentsDueOn == null) return { computed, chosen: computed };
    if (input.reason == null) refuse('reason', 'MISSING', 'Say why you set another day than the one computed.');
    const chosen: Deadline = deadlineOn(localDate(input.commentsDueOn), calendar);
    if (chosen.due <= tx.actor.now)
      refuse('commentsDueOn', 'DATES_REVERSED', 'This day is over: give one from today on.');
    return { computed, chosen };
  }

  private async freeze(
    tx: WriteTransaction,
    inspectionId: string,
    framework: Framework,
    stored: StoredNarrative,
    { computed, chosen }: { computed: Deadline; chosen: Deadline },
    reason: string | null,
  ): Promise<string> {
    const id = tx.newId();
    await tx.insert(FrozenTextEntity, {
      id,
      inspectionId,
      narrativeVersion: stored.version,
      hash: frozenHash(assembleDocument(framework.letter, stored, stored.paragraphs)),
      title: stored.title,
      area: stored.area,
      theme: stored.theme,
      openedAt: tx.actor.now,
      openedBy: tx.actor.userId,
      deadline: chosen.due,
      computedOn: computed.on,
      calendarVersion: chosen.calendarVersion,
      deadlineReason: reason,
      reopenedAt: null,
      reopenedBy: null,
    });
    const paragraphs = stored.paragraphs.map((paragraph, position) => ({ paragraph, position, id: tx.newId() }));
    await tx.insert(
      FrozenParagraphEntity,
      paragraphs.map(({ paragraph, position, id: paragraphId }) => ({
        id: paragraphId,
        frozenTextId: id,
        inspectionId,
        position,
        sectionCode: paragraph.sectionCode,
        fixedPart: paragraph.fixedPart,
        study: paragraph.study,
        heading: paragraph.heading,
        style: paragraph.style,
        text: paragraphText(paragraph),
        sentences: frozenSentences(paragraph),
      })),
    );
    const cited = paragraphs.flatMap(({ paragraph, id: frozenParagraphId }) =>
      [...new Set(paragraph.sentences.flatMap(({ findingIds }) => findingIds))].map((findingId) => ({
        frozenParagraphId,
        findingId,
        inspectionId,
      })),
    );
    if (cited.length > 0) await tx.insert(FrozenProvenanceEntity, cited);
    return id;
  }
}

/** Races are settled here: an inspection that has left the stage meanwhile is not moved. */
export async function moveStage(tx: WriteTransaction, inspectionId: string, from: string, to: string): Promise<void> {
  await tx.rows(`UPDATE app.inspection SET stage = $3 WHERE id = $1 AND stage = $2`, [inspectionId, from, to]);
  tx.touch('Inspection', inspectionId, `STAGE_${to}`, inspectionId);
}
