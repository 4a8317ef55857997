import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit } from '../access/operations.js';
import type { Standing } from '../access/standing.js';
import type { WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import type { Problem } from '../inspectorates/inspectorate.js';
import { InspectorateRegistry } from '../inspectorates/inspectorate-registry.js';
import { gradeWordsUsedAsJudgement } from '../inspectorates/judgement-words.js';
import { notFound, ProblemsError, refuse, staleVersion } from '../platform/errors.js';
import { localId, localIdAt } from '../platform/global-id.js';
import { confirmationProblem, originOf } from './edited-sentence.rules.js';
import { confirmationReasons } from './edit-sentence.js';
import { NarrativeSentenceEntity } from './narrative.entity.js';
import type { AddSentenceInput, EditSentenceInput, RemoveSentenceInput } from './narrative.inputs.js';
import { NarrativeRepository, type SentenceRow } from './narrative.repository.js';
import { NarrativeService } from './narrative.service.js';
import { NarrativeTextRepository } from './narrative-text.repository.js';

type Edited = Promise<Stored<{ inspectionId: string; sentenceId: string }>>;

/** The lead's hand on single sentences: every earlier text is kept, and what a sentence rests on stays with it. */
@Injectable()
export class EditingService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(NarrativeRepository) private readonly narratives: NarrativeRepository,
    @Inject(NarrativeTextRepository) private readonly texts: NarrativeTextRepository,
    @Inject(NarrativeService) private readonly narrative: NarrativeService,
    @Inject(InspectorateRegistry) private readonly inspectorates: InspectorateRegistry,
  ) {}

  edit(actor: Actor, input: EditSentenceInput): Edited {
    return this.unitOfWork.write(actor, { operation: 'editSentence', input }, async (tx) => {
      const { sentence, standing } = await this.find(tx, input.sentenceId);
      const findingIds =
        input.findingIds == null ? sentence.findingIds : await this.cited(tx, sentence.inspectionId, input.findingIds);
      if (sentence.version !== input.version) throw staleVersion();
      const doubts = await this.doubts(tx, sentence, input.text);
      const problems = [
        ...this.judgementProblems(standing, input.text),
        ...(input.confirmed ? [] : doubts.map(confirmationProblem)),
      ];
      if (problems.length > 0) throw new ProblemsError(problems);
      const confirmed = doubts.length > 0 || input.findingIds != null;
      await this.texts.remember(tx, sentence.inspectionId, [{ sentence, change: 'EDITED' }]);
      await tx.updateVersion(
        NarrativeSentenceEntity,
        { id: sentence.id, version: input.version },
        {
          text: input.text,
          origin: originOf(sentence, input.text),
          editedBy: tx.actor.userId,
          editedAt: tx.actor.now,
          ...(confirmed ? { supportedText: input.text, confirmedBy: tx.actor.userId, confirmedAt: tx.actor.now } : {}),
        },
      );
      if (input.findingIds != null) await this.texts.setProvenance(tx, sentence.inspectionId, sentence.id, findingIds);
      return this.touched(tx, sentence.inspectionId, sentence.id, 'EDITED');
    });
  }

  add(actor: Actor, input: AddSentenceInput): Edited {
    return this.unitOfWork.write(actor, { operation: 'addSentence', input }, async (tx) => {
      const key = localId('NarrativeParagraph', input.paragraphId);
      const before = await this.narratives.findParagraph(tx, key);
      if (before === null) throw notFound();
      const { inspectionId } = before;
      const standing = await tx.enter(inspectionId);
      const paragraph = await this.narratives.findParagraph(tx, key);
      if (paragraph === null) throw notFound();
      permit(standing, 'writeNarrative');
      const findingIds = await this.cited(tx, inspectionId, input.findingIds);
      const problems = this.judgementProblems(standing, input.text);
      if (problems.length > 0) throw new ProblemsError(problems);
      const position = placeAfter(paragraph.sentences, input.afterSentenceId ?? null);
      const id = tx.newId();
      await tx.rows(
        'UPDATE app.narrative_sentence SET position = position + 1 WHERE paragraph_id = $1 AND position >= $2',
        [key, position],
      );
      const confirmed = findingIds.length > 0;
      await tx.insert(NarrativeSentenceEntity, {
        id,
        paragraphId: key,
        inspectionId,
        key: `${paragraph.key}/added/${id}`,
        position,
        gap: ' ',
        text: input.text,
        origin: 'ADDED',
        compiledText: null,
        supportedText: input.text,
        editedBy: tx.actor.userId,
        editedAt: tx.actor.now,
        confirmedBy: confirmed ? tx.actor.userId : null,
        confirmedAt: confirmed ? tx.actor.now : null,
        version: 1,
      });
      await this.texts.setProvenance(tx, inspectionId, id, findingIds);
      return this.touched(tx, inspectionId, id, 'ADDED');
    });
  }

  remove(actor: Actor, input: RemoveSentenceInput): Edited {
    return this.unitOfWork.write(actor, { operation: 'removeSentence', input }, async (tx) => {
      const { sentence } = await this.find(tx, input.sentenceId);
      if (sentence.version !== input.version) throw staleVersion();
      await this.texts.remember(tx, sentence.inspectionId, [{ sentence, change: 'REMOVED' }]);
      if ((await tx.remove(NarrativeSentenceEntity, { id: sentence.id, version: input.version })) !== 1)
        throw staleVersion();
      // A paragraph without sentences is none.
      await tx.rows(
        `DELETE FROM app.narrative_paragraph p WHERE p.id = $1
           AND NOT EXISTS (SELECT FROM app.narrative_sentence s WHERE s.paragraph_id = p.id)`,
        [sentence.paragraphId],
      );
      return this.touched(tx, sentence.inspectionId, sentence.id, 'REMOVED');
    });
  }

  private async find(tx: WriteTransaction, id: string): Promise<{ sentence: SentenceRow; standing: Standing }> {
    const key = localId('NarrativeSentence', id);
    const before = await this.narratives.findSentence(tx, key);
    if (before === null) throw notFound();
    const standing = await tx.enter(before.inspectionId);
    const sentence = await this.narratives.findSentence(tx, key);
    if (sentence === null) throw notFound();
    permit(standing, 'writeNarrative');
    return { sentence, standing };
  }

  /** Measured against what the findings are known to support, so that many small edits count as the large one they are. */
  private async doubts(tx: WriteTransaction, sentence: SentenceRow, text: string) {
    if (text === sentence.text)
      refuse('text', 'NOT_CHANGED', 'This is what the sentence says already: change it, or leave it.');
    if (text === sentence.compiledText) return [];
    const inspected = await this.narratives.inspected(tx, sentence.inspectionId);
    return confirmationReasons(
      sentence.supportedText,
      text,
      (inspected?.agencies ?? []).map(({ name }) => name),
    );
  }

  private judgementProblems(standing: Standing, text: string): Problem[] {
    const { judgement } = this.narrative.framework(standing);
    if (judgement.model !== 'NARRATIVE') return [];
    return gradeWordsUsedAsJudgement(text, this.inspectorates.gradeWords).map(({ word }) => ({
      at: 'text',
      code: 'GRADE_WORD',
      message: `"${word}" grades here, and this framework makes a narrative judgement: say what was found instead.`,
    }));
  }

  private async cited(tx: WriteTransaction, inspectionId: string, ids: readonly string[]): Promise<string[]> {
    const keys = ids.map((id, index) => localIdAt('Finding', id, `findingIds.${index}`));
    const known = await this.narratives.citable(tx, inspectionId, keys);
    const strange = keys.findIndex((key) => !known.has(key));
    if (strange >= 0)
      refuse(
        `findingIds.${strange}`,
        'UNKNOWN_ID',
        'Give the id of a submitted finding of this inspection that you can see.',
      );
    return keys;
  }

  private async touched(tx: WriteTransaction, inspectionId: string, sentenceId: string, change: string) {
    await this.texts.bump(tx, inspectionId);
    tx.touch('NarrativeSentence', sentenceId, change, inspectionId);
    return { inspectionId, sentenceId };
  }
}

/** At the end of the paragraph where no sentence is named. */
function placeAfter(sentences: readonly { id: string; position: number }[], after: string | null): number {
  if (after === null) return (sentences.at(-1)?.position ?? -1) + 1;
  const key = localIdAt('NarrativeSentence', after, 'afterSentenceId');
  const found = sentences.find(({ id }) => id === key);
  if (found === undefined)
    return refuse('afterSentenceId', 'UNKNOWN_ID', 'Give the id of a sentence of this paragraph.');
  return found.position + 1;
}
