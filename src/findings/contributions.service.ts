import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit } from '../access/operations.js';
import type { Standing } from '../access/standing.js';
import type { WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { FrameworkRegistry } from '../frameworks/framework-registry.js';
import type { Inspectorate, Problem } from '../inspectorates/inspectorate.js';
import { InspectorateRegistry } from '../inspectorates/inspectorate-registry.js';
import { notPermitted, ProblemsError, refuse, staleVersion } from '../platform/errors.js';
import { globalId, localId } from '../platform/global-id.js';
import { ContributionBodyEntity, ContributionEntity } from './contribution.entity.js';
import type { OpenRevealInput, SaveContributionInput, SubmitContributionInput } from './contribution.inputs.js';
import { ContributionsRepository, type ContributionRow } from './contributions.repository.js';
import { contributed, contributionOf } from './contributions.rules.js';
import { orRefuse } from './held-by-the-database.js';
import { StandingRepository } from './standing.repository.js';

type Done = Promise<Stored<{ contributionId: string }>>;

/** What each inspectorate brings beside its findings, and the reveal. */
@Injectable()
export class ContributionsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ContributionsRepository) private readonly contributions: ContributionsRepository,
    @Inject(StandingRepository) private readonly standing: StandingRepository,
    @Inject(InspectorateRegistry) private readonly inspectorates: InspectorateRegistry,
    @Inject(FrameworkRegistry) private readonly frameworks: FrameworkRegistry,
  ) {}

  save(actor: Actor, input: SaveContributionInput): Done {
    return this.unitOfWork.write(actor, { operation: 'saveContribution', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      const standing = await tx.enter(inspectionId);
      const own = this.own(tx);
      const before = await this.contributions.find(tx, inspectionId, own.code);
      permit(standing, 'saveContribution', { owner: own.code, ...(before === null ? {} : { state: before.state }) });
      const problems = answerProblems(own, input.answers);
      if (problems.length > 0) throw new ProblemsError(problems);
      const id = await this.write(tx, inspectionId, own.code, input, before);
      const saved = await this.contributions.find(tx, inspectionId, own.code);
      if (saved?.state === 'SUBMITTED') await this.check(tx, standing, own, saved);
      tx.touch('Contribution', id, 'SAVED', inspectionId);
      return { contributionId: id };
    });
  }

  submit(actor: Actor, input: SubmitContributionInput): Done {
    return this.unitOfWork.write(actor, { operation: 'submitContribution', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      const standing = await tx.enter(inspectionId);
      const own = this.own(tx);
      const saved = await this.contributions.find(tx, inspectionId, own.code);
      permit(standing, 'submitContribution', { owner: own.code, state: saved?.state ?? 'DRAFT' });
      if (saved === null)
        return refuse('answers', 'MISSING', 'Save your answers, or the reason why there is no finding, first.');
      await tx.updateVersion(ContributionBodyEntity, { contributionId: saved.id, version: input.version }, {});
      await this.check(tx, standing, own, saved);
      await tx.update(
        ContributionBodyEntity,
        { contributionId: saved.id },
        { submittedAt: tx.actor.now, submittedBy: tx.actor.userId },
      );
      await tx.update(ContributionEntity, { id: saved.id }, { state: 'SUBMITTED' });
      tx.touch('Contribution', saved.id, 'SUBMITTED', inspectionId);
      return { contributionId: saved.id };
    });
  }

  /** One irreversible act: every submitted finding is seen by the whole team from then on (R8). */
  openReveal(actor: Actor, input: OpenRevealInput): Promise<Stored<{ inspectionId: string }>> {
    return this.unitOfWork.write(actor, { operation: 'openReveal', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      const standing = await tx.enter(inspectionId, 'alone');
      permit(standing, 'openReveal');
      const submitted = await this.contributions.submitted(tx, inspectionId);
      const missing = standing.inspectorates.filter((code) => !submitted.includes(code));
      if (missing.length > 0 && input.reason == null)
        refuse(
          'reason',
          'MISSING',
          `Wait for the contributions of ${missing.join(', ')}, or give the reason why the reveal cannot wait.`,
        );
      await this.contributions.openReveal(tx, inspectionId, tx.actor.userId, input.reason ?? null);
      tx.touch('Inspection', inspectionId, 'REVEALED', inspectionId);
      return { inspectionId };
    });
  }

  private own(tx: WriteTransaction): Inspectorate {
    if (tx.actor.inspectorate === null) throw notPermitted('inspectorates');
    return this.inspectorates.get(tx.actor.inspectorate);
  }

  private async write(
    tx: WriteTransaction,
    inspectionId: string,
    inspectorate: string,
    input: SaveContributionInput,
    before: ContributionRow | null,
  ): Promise<string> {
    const said = {
      answers: Object.fromEntries(input.answers.map(({ question, answer }) => [question, answer])),
      nilReason: input.nilReason ?? null,
      savedBy: tx.actor.userId,
      savedAt: tx.actor.now,
    };
    if (before !== null) {
      // No version was read where none is sent.
      await tx.updateVersion(ContributionBodyEntity, { contributionId: before.id, version: input.version ?? 0 }, said);
      return before.id;
    }
    if (input.version != null) throw staleVersion();
    const id = tx.newId();
    const key = { inspectionId, inspectorate };
    await orRefuse(tx.insert(ContributionEntity, { ...key, id, state: 'DRAFT' }));
    await tx.insert(ContributionBodyEntity, {
      ...key,
      ...said,
      contributionId: id,
      submittedAt: null,
      submittedBy: null,
    });
    return id;
  }

  /** The inspectorate's own check over its submitted findings and its answers. */
  private async check(
    tx: WriteTransaction,
    { inspectionId, framework, frameworkVersion }: Standing,
    own: Inspectorate,
    { answers, nilReason }: ContributionRow,
  ): Promise<void> {
    const findings = await this.standing.findings(tx, inspectionId, { owner: own.code });
    const model = this.frameworks.get(framework, frameworkVersion)?.judgement.model ?? 'NARRATIVE';
    const contribution = contributionOf(
      own.code,
      model,
      findings.map((finding) => contributed(finding)),
      { inspectorate: own.code, answers, nilReason },
    );
    const problems = own.check(contribution).map((problem) => ({
      ...problem,
      // By its id: the caller cannot know at which place in the list a finding was checked.
      at: problem.at.replace(/^findings\.(\d+)/, (at, index: string) => {
        const finding = findings[Number(index)];
        return finding === undefined ? at : `findings.${globalId('Finding', finding.id)}`;
      }),
    }));
    if (problems.length > 0) throw new ProblemsError(problems);
  }
}

function answerProblems(own: Inspectorate, answers: SaveContributionInput['answers']): Problem[] {
  return answers.flatMap(({ question }, index) => {
    if (!own.questions.some(({ code }) => code === question))
      return [
        {
          at: `answers.${index}.question`,
          code: 'UNKNOWN_CODE',
          message: `Give the code of a question of ${own.name}.`,
        },
      ];
    if (answers.findIndex((answer) => answer.question === question) < index)
      return [{ at: `answers.${index}.question`, code: 'REPEATED', message: 'Answer each question once.' }];
    return [];
  });
}
