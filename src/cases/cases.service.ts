import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit } from '../access/operations.js';
import type { Standing } from '../access/standing.js';
import type { WriteTransaction } from '../database/transaction.js';
import { databaseCode, UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { FrameworkRegistry } from '../frameworks/framework-registry.js';
import type { Problem } from '../inspectorates/inspectorate.js';
import { notFound, ProblemsError } from '../platform/errors.js';
import { localId, localIdAt } from '../platform/global-id.js';
import { newCode } from './case-code.js';
import { CaseDetailEntity, CaseFileEntity } from './case.entity.js';
import type { CreateCaseInput, EditCaseInput } from './case.inputs.js';
import { CasesRepository, type CaseRow } from './cases.repository.js';

type Done = Promise<Stored<{ caseId: string }>>;
type Facts = CreateCaseInput | EditCaseInput;

const UNIQUE_VIOLATION = '23505';

/** The sample of an inspection: children by an opaque code (R6). */
@Injectable()
export class CasesService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CasesRepository) private readonly cases: CasesRepository,
    @Inject(FrameworkRegistry) private readonly frameworks: FrameworkRegistry,
  ) {}

  create(actor: Actor, input: CreateCaseInput): Done {
    return withAnotherCode(() =>
      this.unitOfWork.write(actor, { operation: 'createCase', input }, async (tx) => {
        const inspectionId = localId('Inspection', input.inspectionId);
        const standing = await tx.enter(inspectionId);
        permit(standing, 'createCase');
        const facts = await this.checked(tx, standing, input, null);
        const caseId = tx.newId();
        await tx.insert(CaseFileEntity, { id: caseId, inspectionId, code: newCode() });
        await tx.insert(CaseDetailEntity, {
          caseId,
          inspectionId,
          ...facts,
          createdBy: tx.actor.userId,
          createdAt: tx.actor.now,
        });
        tx.touch('Case', caseId, 'CREATED', inspectionId);
        return { caseId };
      }),
    );
  }

  edit(actor: Actor, input: EditCaseInput): Done {
    return this.unitOfWork.write(actor, { operation: 'editCase', input }, async (tx) => {
      const caseId = localId('Case', input.caseId);
      const before = await this.cases.find(tx, caseId);
      if (before === null) throw notFound();
      const standing = await tx.enter(before.inspectionId);
      if ((await this.cases.find(tx, caseId)) === null) throw notFound();
      permit(standing, 'editCase');
      const facts = await this.checked(tx, standing, input, caseId);
      await tx.updateVersion(CaseDetailEntity, { caseId, version: input.version }, facts);
      tx.touch('Case', caseId, 'EDITED', before.inspectionId);
      return { caseId };
    });
  }

  private async checked(tx: WriteTransaction, standing: Standing, input: Facts, self: string | null) {
    const problems: Problem[] = [];
    const journey = this.frameworks.get(standing.framework, standing.frameworkVersion)?.journey ?? [];
    if (!journey.includes(input.journeyStage))
      problems.push({
        at: 'journeyStage',
        code: 'NOT_IN_FRAMEWORK',
        message: `This framework follows children through ${journey.join(', ')}: choose one of these.`,
      });
    if (input.unborn && input.ageYears != null)
      problems.push({ at: 'ageYears', code: 'NOT_NEEDED', message: 'Leave the age of an unborn child out.' });
    if (input.siblingGroup != null && input.siblingOfId != null)
      problems.push({ at: 'siblingOfId', code: 'NOT_NEEDED', message: 'Give the code or the sibling, not both.' });
    const inspected = await this.cases.agenciesOf(tx, standing.inspectionId);
    const agencyIds = input.agencyIds.map((id, index) => localIdAt('Agency', id, `agencyIds.${index}`));
    agencyIds.forEach((id, index) => {
      if (!inspected.has(id))
        problems.push({
          at: `agencyIds.${index}`,
          code: 'NOT_AMONG',
          message: 'Choose from the agencies that are inspected.',
        });
    });
    if (problems.length > 0) throw new ProblemsError(problems);
    return {
      sampling: input.sampling,
      rationale: input.rationale,
      journeyStage: input.journeyStage,
      ageYears: input.ageYears ?? null,
      unborn: input.unborn,
      agencyIds,
      siblingGroup: await this.siblingGroup(tx, standing.inspectionId, input, self),
    };
  }

  /** The code that the siblings share; made where the sibling named has none yet. */
  private async siblingGroup(
    tx: WriteTransaction,
    inspectionId: string,
    input: Facts,
    self: string | null,
  ): Promise<string | null> {
    if (input.siblingGroup != null) {
      if (await this.cases.hasSiblingGroup(tx, inspectionId, input.siblingGroup)) return input.siblingGroup;
      throw new ProblemsError([
        { at: 'siblingGroup', code: 'UNKNOWN_CODE', message: 'Give a code of siblings here, or name a sibling.' },
      ]);
    }
    if (input.siblingOfId == null) return null;
    const sibling = await this.cases.find(tx, localIdAt('Case', input.siblingOfId, 'siblingOfId'));
    if (sibling === null || sibling.inspectionId !== inspectionId || sibling.id === self)
      throw new ProblemsError([
        { at: 'siblingOfId', code: 'UNKNOWN_ID', message: 'Give the id of another case of this inspection.' },
      ]);
    return sibling.siblingGroup ?? this.beginGroup(tx, sibling);
  }

  private async beginGroup(tx: WriteTransaction, sibling: CaseRow): Promise<string> {
    const code = newCode();
    await tx.update(CaseDetailEntity, { caseId: sibling.id }, { siblingGroup: code });
    await tx.rows('UPDATE app.case_detail SET version = version + 1 WHERE case_id = $1', [sibling.id]);
    tx.touch('Case', sibling.id, 'EDITED', sibling.inspectionId);
    return code;
  }
}

/** Two cases may draw one code, however rarely: nothing was stored then, and the next draw is another. */
async function withAnotherCode<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (databaseCode(error) !== UNIQUE_VIOLATION) throw error;
    return work();
  }
}
