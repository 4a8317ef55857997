import { Inject, Injectable } from '@nestjs/common';
import type { Actor, SignedIn } from '../access/actor.js';
import { permit } from '../access/operations.js';
import type { Standing } from '../access/standing.js';
import type { WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import type { Framework } from '../frameworks/framework.js';
import { FrameworkRegistry } from '../frameworks/framework-registry.js';
import { InspectorateRegistry } from '../inspectorates/inspectorate-registry.js';
import { notFound, notPermitted, ProblemsError, refuse } from '../platform/errors.js';
import { localId, localIdAt } from '../platform/global-id.js';
import { checkedCitations, cite, citeInstead } from './citations.js';
import { FindingBodyEntity, FindingEntity, FindingWithdrawalEntity } from './finding.entity.js';
import type {
  DraftedFindingInput,
  DraftFindingInput,
  EditFindingInput,
  WithdrawFindingInput,
} from './finding.inputs.js';
import { draftProblems, submissionProblems } from './finding.rules.js';
import { FindingsRepository, type FindingRow } from './findings.repository.js';
import { MERGED, orRefuse } from './held-by-the-database.js';

type Done = Promise<Stored<{ findingId: string }>>;

/** A finding from its inspectorate's first draft to its withdrawal (R8). */
@Injectable()
export class DraftingService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FindingsRepository) private readonly findings: FindingsRepository,
    @Inject(InspectorateRegistry) private readonly inspectorates: InspectorateRegistry,
    @Inject(FrameworkRegistry) private readonly frameworks: FrameworkRegistry,
  ) {}

  draft(actor: Actor, input: DraftFindingInput): Done {
    return this.unitOfWork.write(actor, { operation: 'draftFinding', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      const standing = await tx.enter(inspectionId);
      const owner = ownInspectorate(tx.actor);
      permit(standing, 'draftFinding', { owner });
      const said = await this.said(tx, { inspectionId, owner }, input);
      const cited = await checkedCitations(tx, this.findings, inspectionId, input.citations ?? []);
      const id = tx.newId();
      await tx.insert(FindingEntity, { id, inspectionId, owner, state: 'DRAFT' });
      await cite(tx, { id, inspectionId, owner }, cited);
      await tx.insert(FindingBodyEntity, {
        findingId: id,
        inspectionId,
        owner,
        ...said,
        authorId: tx.actor.userId,
        createdAt: tx.actor.now,
        submittedAt: null,
      });
      tx.touch('Finding', id, 'DRAFTED', inspectionId);
      return { findingId: id };
    });
  }

  edit(actor: Actor, input: EditFindingInput): Done {
    return this.unitOfWork.write(actor, { operation: 'editFinding', input }, async (tx) => {
      const { finding, standing } = await this.find(tx, input.findingId);
      permit(standing, 'changeFinding', finding);
      if (finding.mergeId !== null && (finding.text?.kind !== input.kind || finding.text.placement !== input.placement))
        refuse('placement', 'MERGED', 'It stands in a merge: undo that before you change kind or placement.');
      const said = await this.said(tx, finding, input);
      await tx.updateVersion(FindingBodyEntity, { findingId: finding.id, version: input.version }, {});
      if (input.citations != null) {
        const cited = await checkedCitations(tx, this.findings, finding.inspectionId, input.citations);
        await citeInstead(tx, this.findings, finding, cited);
      }
      await tx.update(FindingBodyEntity, { findingId: finding.id }, said);
      if (finding.state === 'SUBMITTED') await this.checkSubmitted(tx, finding.id, standing);
      return touched(tx, finding, 'EDITED');
    });
  }

  submit(actor: Actor, input: DraftedFindingInput): Done {
    return this.unitOfWork.write(actor, { operation: 'submitFinding', input }, async (tx) => {
      const { finding, standing } = await this.find(tx, input.findingId);
      permit(standing, 'finishDraftFinding', finding);
      await tx.updateVersion(FindingBodyEntity, { findingId: finding.id, version: input.version }, {});
      await this.checkSubmitted(tx, finding.id, standing);
      await tx.update(FindingBodyEntity, { findingId: finding.id }, { submittedAt: tx.actor.now });
      await tx.update(FindingEntity, { id: finding.id }, { state: 'SUBMITTED' });
      return touched(tx, finding, 'SUBMITTED');
    });
  }

  deleteDraft(actor: Actor, input: DraftedFindingInput): Done {
    return this.unitOfWork.write(actor, { operation: 'deleteDraftFinding', input }, async (tx) => {
      const { finding, standing } = await this.find(tx, input.findingId);
      permit(standing, 'finishDraftFinding', finding);
      await tx.updateVersion(FindingBodyEntity, { findingId: finding.id, version: input.version }, {});
      await tx.remove(FindingEntity, { id: finding.id });
      return touched(tx, finding, 'DELETED');
    });
  }

  withdraw(actor: Actor, input: WithdrawFindingInput): Done {
    return this.unitOfWork.write(actor, { operation: 'withdrawFinding', input }, async (tx) => {
      // Alone: nobody merges it meanwhile.
      const { finding, standing } = await this.find(tx, input.findingId, 'alone');
      permit(standing, 'withdrawFinding', finding);
      if (finding.mergeId !== null) throw new ProblemsError([MERGED]);
      const { id, inspectionId, owner, version } = finding;
      if (version === null) throw notFound();
      await tx.insert(FindingWithdrawalEntity, {
        findingId: id,
        inspectionId,
        owner,
        reason: input.reason,
        withdrawnAt: tx.actor.now,
        withdrawnBy: tx.actor.userId,
      });
      await tx.updateVersion(FindingBodyEntity, { findingId: id, version }, {});
      await orRefuse(tx.update(FindingEntity, { id }, { state: 'WITHDRAWN' }));
      return touched(tx, finding, 'WITHDRAWN');
    });
  }

  /** The finding as it stands once the inspection is entered: what was read before may have changed meanwhile. */
  private async find(tx: WriteTransaction, id: string, how: 'shared' | 'alone' = 'shared') {
    const key = localId('Finding', id);
    const before = await this.findings.find(tx, key);
    if (before === null) throw notFound();
    const standing = await tx.enter(before.inspectionId, how);
    const finding = await this.findings.find(tx, key);
    if (finding === null) throw notFound();
    return { finding, standing };
  }

  /** The columns of what a finding says, once its codes and ids are known to be ones that the actor may use. */
  private async said(
    tx: WriteTransaction,
    { inspectionId, owner }: { inspectionId: string; owner: string },
    input: DraftFindingInput | EditFindingInput,
  ) {
    const problems = draftProblems(this.inspectorates.get(owner), {
      criterion: input.criterion,
      count: input.count ?? null,
    });
    const caseId = input.caseId == null ? null : localIdAt('Case', input.caseId, 'caseId');
    if (caseId !== null && !(await this.findings.seesCase(tx, inspectionId, caseId)))
      problems.push({ at: 'caseId', code: 'UNKNOWN_ID', message: 'Give the id of a case that you can see.' });
    const agencyIds = (input.agencyIds ?? []).map((id, index) => localIdAt('Agency', id, `agencyIds.${index}`));
    const inspected = await this.findings.inspected(tx, inspectionId, agencyIds);
    agencyIds.forEach((id, index) => {
      if (!inspected.has(id))
        problems.push({
          at: `agencyIds.${index}`,
          code: 'NOT_INSPECTED',
          message: 'Name an agency that is inspected here.',
        });
    });
    if (problems.length > 0) throw new ProblemsError(problems);
    const { kind, placement, position, criterion, statement } = input;
    return {
      caseId,
      agencyIds,
      kind,
      placement,
      study: input.study ?? null,
      position,
      criterion,
      statement,
      effectOnChildren: input.effectOnChildren ?? '',
      countN: input.count?.n ?? null,
      countOf: input.count?.of ?? null,
      countBasis: input.count?.basis ?? null,
      disconfirming: input.disconfirming ?? null,
    };
  }

  /** Judged as it is stored now, citations included. */
  private async checkSubmitted(tx: WriteTransaction, findingId: string, standing: Standing): Promise<void> {
    const finding: FindingRow | null = await this.findings.find(tx, findingId);
    if (finding?.text == null) throw notFound();
    const framework = this.framework(standing);
    const problems = submissionProblems(framework, this.inspectorates.gradeWords, finding.text);
    if (problems.length > 0) throw new ProblemsError(problems);
  }

  private framework({ framework, frameworkVersion }: Standing): Framework {
    const pinned = this.frameworks.get(framework, frameworkVersion);
    if (pinned === undefined) throw new Error(`no framework ${framework} in version ${frameworkVersion}`);
    return pinned;
  }
}

function touched(tx: WriteTransaction, finding: FindingRow, change: string): { findingId: string } {
  tx.touch('Finding', finding.id, change, finding.inspectionId);
  return { findingId: finding.id };
}

function ownInspectorate(actor: SignedIn): string {
  if (actor.inspectorate === null) throw notPermitted('inspectorates');
  return actor.inspectorate;
}
