import { Inject, Injectable } from '@nestjs/common';
import type { Actor, SignedIn } from '../access/actor.js';
import { recordOpenings } from '../access/openings.js';
import { permit } from '../access/operations.js';
import { WriteTransaction } from '../database/transaction.js';
import { constraintOf, UnitOfWork, type Stored } from '../database/unit-of-work.js';
import type { EvidenceFacts } from '../inspectorates/inspectorate.js';
import { InspectorateRegistry } from '../inspectorates/inspectorate-registry.js';
import { notFound, notPermitted, ProblemsError } from '../platform/errors.js';
import { localId, localIdAt, parseGlobalId } from '../platform/global-id.js';
import {
  EvidenceBodyEntity,
  EvidenceCapEntity,
  EvidenceEntity,
  EvidenceSummaryEntity,
  EvidenceVersionEntity,
  EvidenceWithdrawalEntity,
} from './evidence.entity.js';
import type {
  DraftEvidenceInput,
  EditDraftEvidenceInput,
  FileEvidenceInput,
  SupersedeEvidenceInput,
  WithdrawEvidenceInput,
} from './evidence.inputs.js';
import { EvidenceRepository, type EvidenceRow } from './evidence.repository.js';
import { checkedEvidence } from './evidence.rules.js';

type Item = Promise<Stored<{ evidenceId: string }>>;

/** Evidence from the first draft to its withdrawal (R2, R5). */
@Injectable()
export class EvidenceService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EvidenceRepository) private readonly evidence: EvidenceRepository,
    @Inject(InspectorateRegistry) private readonly inspectorates: InspectorateRegistry,
  ) {}

  file(actor: Actor, input: FileEvidenceInput): Item {
    return this.unitOfWork.write(actor, { operation: 'fileEvidence', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      const standing = await tx.enter(inspectionId);
      const owner = ownInspectorate(tx.actor);
      permit(standing, 'createEvidence', { owner, data: input.strength === 'DATA' });
      const facts = checkedEvidence(this.inspectorates.get(owner), input);
      const links = await this.links(tx, inspectionId, input);
      const id = tx.newId();
      const key = { evidenceId: id, inspectionId, owner };
      await tx.insert(EvidenceEntity, { id, inspectionId, owner, caseId: links.caseId, state: 'DRAFT' });
      await tx.insert(EvidenceSummaryEntity, {
        ...key,
        kind: input.kind,
        method: input.method,
        marking: input.marking,
        criterion: input.criterion,
        createdAt: tx.actor.now,
      });
      await this.writeCaps(tx, key, facts);
      await tx.insert(EvidenceBodyEntity, {
        ...key,
        authorId: tx.actor.userId,
        title: input.title,
        body: input.body,
        strength: input.strength,
        personalData: input.personalData,
        sourceAgencyId: links.sourceAgencyId,
        spokenOfIds: links.spokenOfIds,
        occurredFrom: input.occurredFrom ?? null,
        occurredTo: input.occurredTo ?? null,
        submittedAt: null,
      });
      tx.touch('Evidence', id, 'FILED', inspectionId);
      return { evidenceId: id };
    });
  }

  editDraft(actor: Actor, input: EditDraftEvidenceInput): Item {
    return this.unitOfWork.write(actor, { operation: 'editDraftEvidence', input }, async (tx) => {
      const item = await this.draft(tx, input.evidenceId);
      const { title, body, version } = input;
      await tx.updateVersion(EvidenceBodyEntity, { evidenceId: item.id, version }, { title, body });
      return touched(tx, item, 'EDITED');
    });
  }

  deleteDraft(actor: Actor, input: DraftEvidenceInput): Item {
    return this.unitOfWork.write(actor, { operation: 'deleteDraftEvidence', input }, async (tx) => {
      const item = await this.draft(tx, input.evidenceId);
      await tx.updateVersion(EvidenceBodyEntity, { evidenceId: item.id, version: input.version }, {});
      await tx.remove(EvidenceEntity, { id: item.id });
      return touched(tx, item, 'DELETED');
    });
  }

  submit(actor: Actor, input: DraftEvidenceInput): Item {
    return this.unitOfWork.write(actor, { operation: 'submitEvidence', input }, async (tx) => {
      const item = await this.draft(tx, input.evidenceId);
      const { version } = input;
      await tx.updateVersion(EvidenceBodyEntity, { evidenceId: item.id, version }, { submittedAt: tx.actor.now });
      await tx.update(EvidenceEntity, { id: item.id }, { state: 'SUBMITTED' });
      return touched(tx, item, 'SUBMITTED');
    });
  }

  supersede(actor: Actor, input: SupersedeEvidenceInput): Item {
    return this.unitOfWork.write(actor, { operation: 'supersedeEvidence', input }, async (tx) => {
      const { item: before, standing } = await this.find(tx, input.evidenceId);
      permit(standing, 'supersedeEvidence', actedOn(before));
      // From here on nobody else changes it: what is kept is what this one replaces.
      await tx.updateVersion(EvidenceBodyEntity, { evidenceId: before.id, version: input.version }, {});
      const item = await this.evidence.find(tx, before.id);
      if (item === null || item.title === null || item.body === null) throw notFound();
      await tx.insert(EvidenceVersionEntity, {
        evidenceId: item.id,
        inspectionId: item.inspectionId,
        owner: item.owner,
        version: input.version,
        title: item.title,
        body: item.body,
        reason: input.reason,
        supersededAt: tx.actor.now,
        supersededBy: tx.actor.userId,
      });
      await tx.update(EvidenceBodyEntity, { evidenceId: item.id }, { title: input.title, body: input.body });
      return touched(tx, item, 'SUPERSEDED');
    });
  }

  withdraw(actor: Actor, input: WithdrawEvidenceInput): Item {
    return this.unitOfWork.write(actor, { operation: 'withdrawEvidence', input }, async (tx) => {
      const { item, standing } = await this.find(tx, input.evidenceId, 'alone');
      permit(standing, 'withdrawEvidence', actedOn(item));
      if (item.title === null || item.version === null) throw notFound();
      await tx.insert(EvidenceWithdrawalEntity, {
        evidenceId: item.id,
        inspectionId: item.inspectionId,
        owner: item.owner,
        title: item.title,
        reason: input.reason,
        withdrawnAt: tx.actor.now,
        withdrawnBy: tx.actor.userId,
      });
      // After closing its record keepers change its state alone.
      if (!standing.closed)
        await tx.updateVersion(EvidenceBodyEntity, { evidenceId: item.id, version: item.version }, {});
      await tx.update(EvidenceEntity, { id: item.id }, { state: 'WITHDRAWN' });
      return touched(tx, item, 'WITHDRAWN');
    });
  }

  /**
   * Records that the actor opens an item's text; committed before a byte of it leaves. Null where he does not see it
   * whole, which answers as if there were no such item.
   */
  async open(actor: Actor, id: string): Promise<string | null> {
    const key = parseGlobalId(id);
    if (key?.type !== 'Evidence') return null;
    const seen = await this.unitOfWork.read(actor, (tx) => this.evidence.seenWhole(tx, key.uuid));
    if (seen === null) return null;
    try {
      await this.unitOfWork.write(actor, { operation: 'openEvidence', input: {} }, async (tx) => {
        await recordOpenings(tx, seen.inspectionId, [key.uuid]);
        return {};
      });
    } catch (error) {
      // Taken from him meanwhile: as if there were no such item.
      if (constraintOf(error) === 'opening_seen') return null;
      throw error;
    }
    return key.uuid;
  }

  private async draft(tx: WriteTransaction, id: string): Promise<EvidenceRow> {
    const { item, standing } = await this.find(tx, id);
    permit(standing, 'changeDraftEvidence', { mine: item.authorId === tx.actor.userId, state: item.state });
    return item;
  }

  /** The item as it stands once the inspection is entered: what was read before may have changed meanwhile. */
  private async find(tx: WriteTransaction, id: string, how: 'shared' | 'alone' = 'shared') {
    const key = localId('Evidence', id);
    const before = await this.evidence.find(tx, key);
    if (before === null) throw notFound();
    const standing = await tx.enter(before.inspectionId, how);
    const item = await this.evidence.find(tx, key);
    if (item === null) throw notFound();
    return { item, standing };
  }

  /**
   * How widely the item may be shared with each other inspectorate, by the owner's own rule (R4): with those that take
   * no part too, since one may join later.
   */
  private async writeCaps(
    tx: WriteTransaction,
    key: { evidenceId: string; inspectionId: string; owner: string },
    facts: EvidenceFacts,
  ): Promise<void> {
    const owner = this.inspectorates.get(key.owner);
    const others = this.inspectorates.all.filter(({ code }) => code !== key.owner);
    await tx.insert(
      EvidenceCapEntity,
      others.map(({ code }) => ({ ...key, recipient: code, ...owner.release(facts, { inspectorate: code }) })),
    );
  }

  private async links(tx: WriteTransaction, inspectionId: string, input: FileEvidenceInput) {
    const caseId = input.caseId == null ? null : localIdAt('Case', input.caseId, 'caseId');
    if (caseId !== null && !(await this.evidence.seenCase(tx, inspectionId, caseId)))
      throw unknown('caseId', 'a case of this inspection');
    const sourceAgencyId =
      input.sourceAgencyId == null ? null : localIdAt('Agency', input.sourceAgencyId, 'sourceAgencyId');
    const spokenOfIds = (input.spokenOfIds ?? []).map((id, index) => localIdAt('Agency', id, `spokenOfIds.${index}`));
    const known = await this.evidence.agencies(tx, [
      ...spokenOfIds,
      ...(sourceAgencyId === null ? [] : [sourceAgencyId]),
    ]);
    if (sourceAgencyId !== null && !known.has(sourceAgencyId)) throw unknown('sourceAgencyId', 'an agency');
    const stranger = spokenOfIds.findIndex((id) => !known.has(id));
    if (stranger >= 0) throw unknown(`spokenOfIds.${stranger}`, 'an agency');
    return { caseId, sourceAgencyId, spokenOfIds };
  }
}

export const actedOn = (item: EvidenceRow): { owner: string; state: string; data: boolean } => ({
  owner: item.owner,
  state: item.state,
  data: item.strength === 'DATA',
});

function touched(tx: WriteTransaction, item: EvidenceRow, change: string): { evidenceId: string } {
  tx.touch('Evidence', item.id, change, item.inspectionId);
  return { evidenceId: item.id };
}

const unknown = (at: string, what: string): ProblemsError =>
  new ProblemsError([{ at, code: 'UNKNOWN_ID', message: `Give the id of ${what} that you can see.` }]);

function ownInspectorate(actor: SignedIn): string {
  if (actor.inspectorate === null) throw notPermitted('inspectorates');
  return actor.inspectorate;
}
