import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit } from '../access/operations.js';
import type { Standing } from '../access/standing.js';
import type { WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { FindingsService } from '../findings/findings.service.js';
import type { Framework } from '../frameworks/framework.js';
import { FrameworkRegistry } from '../frameworks/framework-registry.js';
import { InspectorateRegistry } from '../inspectorates/inspectorate-registry.js';
import { notFound, ProblemsError, refuse, staleVersion } from '../platform/errors.js';
import { localId } from '../platform/global-id.js';
import { compileNarrative } from './compile-narrative.js';
import { type LetterChoices, USUAL_CHOICES } from './letter-choices.js';
import { type MergedNarrative, mergeNarrative } from './merge-narrative.js';
import { NarrativeEntity } from './narrative.entity.js';
import type { CompileNarrativeInput, SetLetterChoicesInput } from './narrative.inputs.js';
import { factsOf } from './narrative-facts.js';
import { NarrativeRepository } from './narrative.repository.js';
import { NarrativeTextRepository } from './narrative-text.repository.js';
import type { NarrativeDocument } from './narrative-document.js';
import type { StandingFinding } from './standing-findings.js';
import type { StoredNarrative } from './stored-narrative.js';

/** What the lead wrote that a new compile could not keep: its text is in the history. */
export interface DroppedText {
  readonly text: string;
  readonly reason: 'SOURCE_CHANGED' | 'SOURCE_GONE';
}

export interface Compiled {
  readonly inspectionId: string;
  readonly dropped: readonly DroppedText[];
  readonly leftOut: readonly string[];
}

/** A narrative as it stands beside what the findings now say. */
export interface Drafted {
  readonly framework: Framework;
  readonly stored: StoredNarrative | null;
  readonly findings: readonly StandingFinding[];
  readonly compiled: NarrativeDocument;
  readonly merged: MergedNarrative;
}

/** From findings to the joint narrative, again and again while drafting, without losing a word of the lead's. */
@Injectable()
export class NarrativeService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(NarrativeRepository) private readonly narratives: NarrativeRepository,
    @Inject(NarrativeTextRepository) private readonly texts: NarrativeTextRepository,
    @Inject(FindingsService) private readonly findings: FindingsService,
    @Inject(FrameworkRegistry) private readonly frameworks: FrameworkRegistry,
    @Inject(InspectorateRegistry) private readonly inspectorates: InspectorateRegistry,
  ) {}

  compile(actor: Actor, input: CompileNarrativeInput): Promise<Stored<Compiled>> {
    return this.unitOfWork.write(actor, { operation: 'compileNarrative', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      const standing = await tx.enter(inspectionId, 'alone');
      permit(standing, 'writeNarrative');
      await refuseConflict(tx, inspectionId);
      const drafted = await this.drafted(tx, standing);
      return this.store(tx, inspectionId, drafted, drafted.stored?.choices ?? USUAL_CHOICES, 'COMPILED');
    });
  }

  setChoices(actor: Actor, input: SetLetterChoicesInput): Promise<Stored<Compiled>> {
    return this.unitOfWork.write(actor, { operation: 'setLetterChoices', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      const standing = await tx.enter(inspectionId, 'alone');
      permit(standing, 'writeNarrative');
      await refuseConflict(tx, inspectionId);
      const choices: LetterChoices = {
        arrangement: input.arrangement ?? null,
        headings: input.headings.map(({ section, study, heading }) => ({ section, study: study ?? null, heading })),
        none: input.none,
      };
      const drafted = await namingTheInput(this.drafted(tx, standing, choices));
      if (drafted.stored === null) throw notFound();
      if (drafted.stored.version !== input.version) throw staleVersion();
      return this.store(tx, inspectionId, drafted, choices, 'CHOICES_SET');
    });
  }

  /** The stored narrative and what a compile would now make of it. */
  async drafted(tx: WriteTransaction, standing: Standing, choices?: LetterChoices): Promise<Drafted> {
    const { inspectionId } = standing;
    const framework = this.framework(standing);
    const stored = await this.narratives.find(tx, inspectionId);
    const inspected = await this.narratives.inspected(tx, inspectionId);
    if (inspected === null) throw notFound();
    const { findings, contributions } = await this.findings.forNarrative(tx, inspectionId);
    const compiled = compileNarrative({
      layout: framework.letter,
      narrations: contributions.map((each) => this.inspectorates.get(each.inspectorate).narrate(each)),
      findings,
      facts: factsOf(framework, inspected),
      choices: choices ?? stored?.choices ?? USUAL_CHOICES,
    });
    const removed = await this.narratives.removedKeys(tx, inspectionId);
    const sources = new Set(findings.flatMap(({ sourceFindingIds }) => sourceFindingIds));
    return {
      framework,
      stored,
      findings,
      compiled,
      merged: mergeNarrative(stored?.paragraphs ?? [], compiled, removed, sources),
    };
  }

  framework(standing: Standing): Framework {
    const framework = this.frameworks.get(standing.framework, standing.frameworkVersion);
    if (framework === undefined) throw new Error(`no framework ${standing.framework} ${standing.frameworkVersion}`);
    return framework;
  }

  private async store(
    tx: WriteTransaction,
    inspectionId: string,
    { stored, compiled, merged }: Drafted,
    choices: LetterChoices,
    change: string,
  ): Promise<Compiled> {
    const head = {
      title: compiled.title,
      area: compiled.area,
      theme: compiled.theme,
      arrangement: choices.arrangement,
      headings: choices.headings,
      noneSections: [...choices.none],
      compiledBy: tx.actor.userId,
      compiledAt: tx.actor.now,
    };
    if (stored === null) await tx.insert(NarrativeEntity, { inspectionId, version: 1, ...head });
    else await tx.updateVersion(NarrativeEntity, { inspectionId, version: stored.version }, head);
    await this.texts.store(tx, inspectionId, merged);
    tx.touch('Narrative', inspectionId, change, inspectionId);
    return {
      inspectionId,
      leftOut: merged.leftOut,
      dropped: merged.gone
        .filter(({ sentence }) => sentence.origin === 'EDITED' || sentence.origin === 'ADDED')
        .map(({ sentence, change: reason }) => ({ text: sentence.text, reason })),
    };
  }
}

/** Choices that do not hold are told by the fields of the input that made them. */
async function namingTheInput<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    throw new ProblemsError(
      error.problems.map((problem) => ({ ...problem, at: problem.at.replace(/^choices\./, '') })),
    );
  }
}

/** Joint text is made whole: whoever does not see all of it would leave out what is hidden from him. */
export async function refuseConflict(tx: WriteTransaction, inspectionId: string): Promise<void> {
  const held = await tx.row<{ conflicted: boolean }>('SELECT auth.has_conflict_in($1) AS conflicted', [inspectionId]);
  if (held?.conflicted !== false)
    refuse(
      'inspectionId',
      'CONFLICT_OF_INTEREST',
      'You have a conflict of interest here, so that you do not see the whole text. Ask a lead without one to do this.',
    );
}
