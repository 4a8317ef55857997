import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit, type Operation } from '../access/operations.js';
import type { WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import type { EvidenceFacts } from '../inspectorates/inspectorate.js';
import { InspectorateRegistry } from '../inspectorates/inspectorate-registry.js';
import { notFound, refuse } from '../platform/errors.js';
import { localId } from '../platform/global-id.js';
import type { ChangeMarkingInput, ReclassifyEvidenceInput } from './classification.inputs.js';
import {
  EvidenceBodyEntity,
  EvidenceCapEntity,
  EvidenceSummaryEntity,
  EvidenceVersionEntity,
} from './evidence.entity.js';
import { EvidenceRepository, type EvidenceRow } from './evidence.repository.js';
import { knownCodes } from './evidence.rules.js';
import { actedOn } from './evidence.service.js';
import { MarkingChangeEntity } from './marking-change.entity.js';

type Item = Promise<Stored<{ evidenceId: string }>>;

/** Markings and classes of submitted evidence; with each change the owner's `release()` is asked again (R4, R5). */
@Injectable()
export class ClassificationService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EvidenceRepository) private readonly evidence: EvidenceRepository,
    @Inject(InspectorateRegistry) private readonly inspectorates: InspectorateRegistry,
  ) {}

  changeMarking(actor: Actor, input: ChangeMarkingInput): Item {
    return this.unitOfWork.write(actor, { operation: 'changeMarking', input }, async (tx) => {
      const raised = input.marking === 'OFFICIAL_SENSITIVE';
      const { item, facts } = await this.find(tx, input.evidenceId, raised ? 'raiseMarking' : 'lowerMarking');
      if (facts.marking === input.marking) refuse('marking', 'ALREADY', 'It is marked so already.');
      if (!raised && input.reason == null)
        refuse('reason', 'MISSING', 'Say why the lower marking is enough: it is kept with the item.');
      await tx.updateVersion(EvidenceBodyEntity, { evidenceId: item.id, version: input.version }, {});
      await this.settleRelease(tx, item, { ...facts, marking: input.marking });
      await tx.insert(MarkingChangeEntity, {
        id: tx.newId(),
        evidenceId: item.id,
        inspectionId: item.inspectionId,
        owner: item.owner,
        marking: input.marking,
        reason: input.reason ?? null,
        changedBy: tx.actor.userId,
        changedAt: tx.actor.now,
      });
      tx.touch('Evidence', item.id, raised ? 'MARKING_RAISED' : 'MARKING_LOWERED', item.inspectionId);
      return { evidenceId: item.id };
    });
  }

  reclassify(actor: Actor, input: ReclassifyEvidenceInput): Item {
    return this.unitOfWork.write(actor, { operation: 'reclassifyEvidence', input }, async (tx) => {
      const { item, facts: before } = await this.find(tx, input.evidenceId, 'supersedeEvidence');
      const facts: EvidenceFacts = {
        ...before,
        kind: input.kind ?? before.kind,
        method: input.method ?? before.method,
        personalData: input.personalData ?? before.personalData,
      };
      const criterion = input.criterion ?? item.criterion ?? '';
      knownCodes(this.inspectorates.get(item.owner), { kind: facts.kind, criterion });
      const { kind, method, personalData } = facts;
      const { version, reason } = input;
      await tx.updateVersion(EvidenceBodyEntity, { evidenceId: item.id, version }, { personalData });
      await tx.insert(EvidenceVersionEntity, {
        evidenceId: item.id,
        inspectionId: item.inspectionId,
        owner: item.owner,
        version,
        title: item.title ?? '',
        body: item.body ?? '',
        reason,
        supersededAt: tx.actor.now,
        supersededBy: tx.actor.userId,
      });
      await tx.update(EvidenceSummaryEntity, { evidenceId: item.id }, { kind, method, criterion });
      await this.settleRelease(tx, item, facts);
      tx.touch('Evidence', item.id, 'RECLASSIFIED', item.inspectionId);
      return { evidenceId: item.id };
    });
  }

  /** What `release()` answers now. The database ends the shares that are above it. */
  private async settleRelease(tx: WriteTransaction, item: EvidenceRow, facts: EvidenceFacts): Promise<void> {
    const owner = this.inspectorates.get(item.owner);
    for (const { code } of this.inspectorates.all.filter(({ code }) => code !== item.owner)) {
      const { form, gateway, why } = owner.release(facts, { inspectorate: code });
      await tx.update(EvidenceCapEntity, { evidenceId: item.id, recipient: code }, { form, gateway, why });
    }
  }

  /** The item as it stands alone in the inspection, since shares may end with the change. */
  private async find(tx: WriteTransaction, id: string, operation: Operation) {
    const key = localId('Evidence', id);
    const before = await this.evidence.find(tx, key);
    if (before === null) throw notFound();
    const standing = await tx.enter(before.inspectionId, 'alone');
    const item = await this.evidence.find(tx, key);
    if (item === null) throw notFound();
    permit(standing, operation, { ...actedOn(item), mine: item.authorId === tx.actor.userId });
    const { kind, method, strength, marking, personalData } = item;
    if (kind === null || method === null || marking === null || strength === null || personalData === null)
      throw notFound();
    return { item, facts: { kind, method, strength, marking, personalData } };
  }
}
