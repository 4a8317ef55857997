import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit } from '../access/operations.js';
import type { Standing } from '../access/standing.js';
import type { WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { FrameworkRegistry } from '../frameworks/framework-registry.js';
import type { Problem } from '../inspectorates/inspectorate.js';
import { InspectorateRegistry } from '../inspectorates/inspectorate-registry.js';
import { notFound, ProblemsError } from '../platform/errors.js';
import { localId, localIdAt, parseGlobalId } from '../platform/global-id.js';
import { agencyProblems, countProblems, placeProblems, wordingProblems } from './finding.rules.js';
import { FindingsRepository, type FindingRow } from './findings.repository.js';
import { orRefuse } from './held-by-the-database.js';
import { AttitudeEntity, FindingMergeEntity, FindingMergeSourceEntity } from './merge.entity.js';
import type { MergeFindingsInput, TakeAttitudeInput, UndoMergeInput } from './merge.inputs.js';
import { jointWordingProblems, type Source, sourceProblems } from './merge.rules.js';
import { MergesRepository } from './merges.repository.js';

type Merged = Promise<Stored<{ mergeId: string }>>;

/** Findings that say the same, linked and never deleted, and what each inspectorate thinks of it. */
@Injectable()
export class MergingService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FindingsRepository) private readonly findings: FindingsRepository,
    @Inject(MergesRepository) private readonly merges: MergesRepository,
    @Inject(InspectorateRegistry) private readonly inspectorates: InspectorateRegistry,
    @Inject(FrameworkRegistry) private readonly frameworks: FrameworkRegistry,
  ) {}

  merge(actor: Actor, input: MergeFindingsInput): Merged {
    return this.unitOfWork.write(actor, { operation: 'mergeFindings', input }, async (tx) => {
      const { sources, standing } = await this.sources(tx, input.findingIds);
      permit(standing, 'mergeFindings');
      const { inspectionId } = standing;
      const joint = await this.joint(tx, standing, sources, input);
      const id = tx.newId();
      await tx.insert(FindingMergeEntity, {
        id,
        inspectionId,
        ...joint,
        madeBy: tx.actor.userId,
        madeAt: tx.actor.now,
        undoneAt: null,
        undoneBy: null,
        undoReason: null,
        version: 1,
      });
      await orRefuse(
        tx.insert(
          FindingMergeSourceEntity,
          sources.map((source) => ({ mergeId: id, findingId: source.id, inspectionId })),
        ),
      );
      tx.touch('Merge', id, 'MADE', inspectionId);
      for (const source of sources) tx.touch('Finding', source.id, 'MERGED', inspectionId);
      return { mergeId: id };
    });
  }

  undo(actor: Actor, input: UndoMergeInput): Merged {
    return this.unitOfWork.write(actor, { operation: 'undoMerge', input }, async (tx) => {
      const { merge, standing } = await this.findMerge(tx, localId('Merge', input.mergeId), 'alone');
      permit(standing, 'undoMerge', merge);
      await tx.updateVersion(
        FindingMergeEntity,
        { id: merge.id, version: input.version },
        { undoneAt: tx.actor.now, undoneBy: tx.actor.userId, undoReason: input.reason ?? null },
      );
      tx.touch('Merge', merge.id, 'UNDONE', merge.inspectionId);
      return { mergeId: merge.id };
    });
  }

  takeAttitude(
    actor: Actor,
    input: TakeAttitudeInput,
  ): Promise<Stored<{ mergeId: string | null; findingId: string | null }>> {
    return this.unitOfWork.write(actor, { operation: 'takeAttitude', input }, async (tx) => {
      const object = parseGlobalId(input.onId);
      if (object === null) throw notFound();
      const { standing, state } = await this.attitudeTo(tx, object);
      const inspectorate = tx.actor.inspectorate ?? '';
      permit(standing, 'takeAttitude', { owner: inspectorate, state });
      if (input.attitude !== 'AGREE' && input.words == null)
        throw new ProblemsError([
          { at: 'words', code: 'MISSING', message: 'Say what you qualify, or why you dissent.' },
        ]);
      const on = {
        mergeId: object.type === 'Merge' ? object.uuid : null,
        findingId: object.type === 'Finding' ? object.uuid : null,
      };
      await tx.insert(AttitudeEntity, {
        ...on,
        id: tx.newId(),
        inspectionId: standing.inspectionId,
        inspectorate,
        attitude: input.attitude,
        words: input.words ?? null,
        takenBy: tx.actor.userId,
        takenAt: tx.actor.now,
      });
      tx.touch(object.type, object.uuid, 'ATTITUDE_TAKEN', standing.inspectionId);
      return on;
    });
  }

  private async attitudeTo(
    tx: WriteTransaction,
    { type, uuid }: { type: string; uuid: string },
  ): Promise<{ standing: Standing; state: string }> {
    if (type === 'Merge') {
      const { merge, standing } = await this.findMerge(tx, uuid, 'shared');
      return { standing, state: merge.state };
    }
    const before = type === 'Finding' ? await this.findings.find(tx, uuid) : null;
    if (before === null) throw notFound();
    const standing = await tx.enter(before.inspectionId);
    const finding = await this.findings.find(tx, uuid);
    if (finding === null) throw notFound();
    return { standing, state: finding.state === 'SUBMITTED' ? 'STANDING' : finding.state };
  }

  private async findMerge(tx: WriteTransaction, key: string, how: 'shared' | 'alone') {
    const before = await this.merges.find(tx, key);
    if (before === null) throw notFound();
    const standing = await tx.enter(before.inspectionId, how);
    const merge = await this.merges.find(tx, key);
    if (merge === null) throw notFound();
    return { merge, standing };
  }

  /** Alone in the inspection, so that no source is withdrawn or changed meanwhile. One that is unseen is not found. */
  private async sources(
    tx: WriteTransaction,
    ids: readonly string[],
  ): Promise<{ sources: FindingRow[]; standing: Standing }> {
    const keys = ids.map((id) => localId('Finding', id));
    const [before] = await this.findings.all(tx, keys);
    if (before === undefined) throw notFound();
    const standing = await tx.enter(before.inspectionId, 'alone');
    const rows = new Map((await this.findings.all(tx, keys)).map((row) => [row.id, row]));
    const sources = keys.map((key) => {
      const row = rows.get(key);
      if (row === undefined) throw notFound();
      return row;
    });
    return { sources, standing };
  }

  /** What the merge says: what is given, else what the finding says whose wording is kept. */
  private async joint(
    tx: WriteTransaction,
    standing: Standing,
    rows: readonly FindingRow[],
    input: MergeFindingsInput,
  ) {
    const problems = sourceProblems(rows);
    if (problems.length > 0) throw new ProblemsError(problems);
    const sources = rows.filter((row): row is Source => row.text !== null);
    const keptFindingId =
      input.keptFindingId == null ? null : localIdAt('Finding', input.keptFindingId, 'keptFindingId');
    const kept = sources.find(({ id }) => id === keptFindingId) ?? null;
    const base = kept ?? sources[0];
    if (base === undefined) throw notFound();
    const { kind, placement } = base.text;
    const count = input.count ?? kept?.text.count ?? null;
    const joint = {
      kind,
      placement,
      keptFindingId,
      study: input.study ?? base.text.study,
      position: input.position ?? base.text.position,
      criterion: input.criterion ?? this.inspectorates.criterion(base.text.criterion).joint,
      statement: input.statement ?? base.text.statement,
      effectOnChildren: input.effectOnChildren ?? kept?.text.effectOnChildren ?? '',
      countN: count?.n ?? null,
      countOf: count?.of ?? null,
      countBasis: count?.basis ?? null,
      agencyIds: await this.agencies(tx, standing.inspectionId, sources, input, problems),
    };
    if (keptFindingId !== null && kept === null)
      problems.push({
        at: 'keptFindingId',
        code: 'NOT_AMONG',
        message: 'Keep the wording of one of the findings named.',
      });
    problems.push(
      ...jointWordingProblems(kept, input.statement ?? null),
      ...countProblems(count),
      ...this.frameworkProblems(standing, joint),
    );
    if (problems.length > 0) throw new ProblemsError(problems);
    return joint;
  }

  private async agencies(
    tx: WriteTransaction,
    inspectionId: string,
    sources: readonly Source[],
    input: MergeFindingsInput,
    problems: Problem[],
  ): Promise<string[]> {
    if (input.agencyIds == null) return [...new Set(sources.flatMap(({ text }) => text.agencyIds))];
    const ids = input.agencyIds.map((id, index) => localIdAt('Agency', id, `agencyIds.${index}`));
    const inspected = await this.findings.inspected(tx, inspectionId, ids);
    ids.forEach((id, index) => {
      if (!inspected.has(id))
        problems.push({
          at: `agencyIds.${index}`,
          code: 'NOT_INSPECTED',
          message: 'Name an agency that is inspected here.',
        });
    });
    return ids;
  }

  private frameworkProblems(
    { framework, frameworkVersion }: Standing,
    joint: Pick<Source['text'], 'kind' | 'placement' | 'study' | 'statement' | 'effectOnChildren' | 'agencyIds'>,
  ): Problem[] {
    const pinned = this.frameworks.get(framework, frameworkVersion);
    if (pinned === undefined) throw new Error(`no framework ${framework} in version ${frameworkVersion}`);
    return [
      ...placeProblems(pinned.letter, joint),
      ...wordingProblems(pinned, this.inspectorates.gradeWords, joint),
      ...agencyProblems(pinned, joint.kind, joint.agencyIds),
    ];
  }
}
