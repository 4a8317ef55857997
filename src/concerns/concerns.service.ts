import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit } from '../access/operations.js';
import type { ReadTransaction, WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Act, type Stored } from '../database/unit-of-work.js';
import type { Problem } from '../inspectorates/inspectorate.js';
import { notFound, notPermitted, ProblemsError, wrongState } from '../platform/errors.js';
import { localId, localIdAt } from '../platform/global-id.js';
import { WaitingService, type Waiting } from '../waiting/waiting.service.js';
import { ImmediateConcernEntity, ImmediateConcernStepEntity } from './concern.entity.js';
import type {
  AcknowledgeConcernInput,
  ActOnConcernInput,
  CloseConcernInput,
  RaiseConcernInput,
} from './concern.inputs.js';
import { ConcernsRepository, type ConcernRow, type OpenConcern, type State } from './concerns.repository.js';

type Done = Promise<Stored<{ concernId: string; warnings: string[] }>>;

const RECEIVER = 'the safeguarding contact of the authority that receives it';

/** A child at immediate risk, from the first word to the lead's satisfaction. No conflict of interest bars raising it (R10). */
@Injectable()
export class ConcernsService implements OnModuleInit {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ConcernsRepository) private readonly concerns: ConcernsRepository,
    @Inject(WaitingService) private readonly waiting: WaitingService,
  ) {}

  onModuleInit(): void {
    this.waiting.add((tx, most) => this.waitingWork(tx, most));
  }

  raise(actor: Actor, input: RaiseConcernInput): Done {
    return this.unitOfWork.write(actor, { operation: 'raiseConcern', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      permit(await tx.enter(inspectionId), 'raiseConcern');
      const { receiverId, caseId, warnings } = await this.checked(tx, inspectionId, input);
      const id = tx.newId();
      await tx.insert(ImmediateConcernEntity, {
        id,
        inspectionId,
        receiverId,
        caseId,
        words: input.words,
        raisedBy: tx.actor.userId,
        raisedAt: tx.actor.now,
      });
      await this.step(tx, id, 'RAISED', null);
      tx.touch('ImmediateConcern', id, 'RAISED', inspectionId);
      return { concernId: id, warnings };
    });
  }

  acknowledge(actor: Actor, input: AcknowledgeConcernInput): Done {
    return this.asReceiver(actor, { operation: 'acknowledgeConcern', input }, input.concernId, async (tx, concern) => {
      if (concern.state !== 'RAISED') throw wrongState('once, before it is acted on');
      await this.step(tx, concern.id, 'ACKNOWLEDGED', input.words ?? null);
      return 'ACKNOWLEDGED';
    });
  }

  actOn(actor: Actor, input: ActOnConcernInput): Done {
    return this.asReceiver(actor, { operation: 'actOnConcern', input }, input.concernId, async (tx, concern) => {
      if (concern.state !== 'ACKNOWLEDGED') throw wrongState('once it is acknowledged, and once only');
      await this.step(tx, concern.id, 'ACTED_ON', input.words);
      return 'ACTED_ON';
    });
  }

  close(actor: Actor, input: CloseConcernInput): Done {
    return this.unitOfWork.write(actor, { operation: 'closeConcern', input }, async (tx) => {
      const concern = await this.find(tx, input.concernId);
      // The receiver sees the concern and not the inspection: it is not his to close.
      if (concern.received) throw notPermitted('the lead of the inspection');
      permit(await tx.enter(concern.inspectionId), 'closeConcern', { state: concern.state });
      await this.step(tx, concern.id, 'CLOSED', input.words ?? null);
      tx.touch('ImmediateConcern', concern.id, 'CLOSED', concern.inspectionId);
      return { concernId: concern.id, warnings: [] };
    });
  }

  private asReceiver(
    actor: Actor,
    act: Act,
    id: string,
    work: (tx: WriteTransaction, concern: ConcernRow) => Promise<string>,
  ): Done {
    return this.unitOfWork.write(actor, act, async (tx) => {
      const concern = await this.find(tx, id);
      if (!concern.received) throw notPermitted(RECEIVER);
      // Without the inspection: his own record of what he did must not tell him of it.
      tx.touch('ImmediateConcern', concern.id, await work(tx, concern), null);
      return { concernId: concern.id, warnings: [] };
    });
  }

  private async find(tx: WriteTransaction, id: string): Promise<ConcernRow> {
    const key = localId('ImmediateConcern', id);
    await this.concerns.hold(tx, key);
    const concern = await this.concerns.find(tx, key);
    if (concern === null) throw notFound();
    return concern;
  }

  private async step(tx: WriteTransaction, concernId: string, step: State, words: string | null): Promise<void> {
    await tx.insert(ImmediateConcernStepEntity, {
      id: tx.newId(),
      concernId,
      step,
      at: tx.actor.now,
      byUser: tx.actor.userId,
      byName: tx.actor.name,
      byOrganisation: await this.concerns.organisationName(tx, tx.actor.organisationId),
      words,
    });
  }

  private async checked(tx: WriteTransaction, inspectionId: string, input: RaiseConcernInput) {
    const problems: Problem[] = [];
    const receiverId = localIdAt('Agency', input.receiverId, 'receiverId');
    const receiver = await this.concerns.receiver(tx, receiverId);
    if (receiver?.kind !== 'LOCAL_AUTHORITY')
      problems.push({
        at: 'receiverId',
        code: 'NOT_AN_AUTHORITY',
        message: 'Choose the local authority where the child lives: it has the duty to inquire.',
      });
    else if (receiver.replacedBy !== null)
      problems.push({
        at: 'receiverId',
        code: 'REPLACED',
        message: `This authority is no more: send it to ${receiver.replacedBy}.`,
      });
    const caseId = input.caseId == null ? null : localIdAt('Case', input.caseId, 'caseId');
    if (caseId !== null && !(await this.concerns.seesCase(tx, inspectionId, caseId)))
      problems.push({
        at: 'caseId',
        code: 'UNKNOWN_ID',
        message: 'Give the id of a case of this inspection that you can see, or leave it out.',
      });
    if (problems.length > 0) throw new ProblemsError(problems);
    const warnings =
      receiver?.hasContact === true
        ? []
        : ['Nobody at this authority can see the concern here. Telephone it now: it waits, and nobody will read it.'];
    return { receiverId, caseId, warnings };
  }

  private async waitingWork(tx: ReadTransaction, most: number): Promise<readonly Waiting[]> {
    return (await this.concerns.open(tx, most)).map((concern) => ({
      ...whatWaits(concern),
      objectId: `ImmediateConcern.${concern.id}`,
      since: concern.since,
      dueAt: null,
    }));
  }
}

function whatWaits({ state, receiver, received, led }: OpenConcern): Pick<Waiting, 'kind' | 'words' | 'yours'> {
  switch (state) {
    case 'RAISED':
      return {
        kind: 'CONCERN_UNACKNOWLEDGED',
        yours: received,
        words: received
          ? 'A child is at immediate risk: read this concern and acknowledge it now.'
          : `A child is at immediate risk, and ${receiver} has not acknowledged it: telephone.`,
      };
    case 'ACKNOWLEDGED':
      return {
        kind: 'CONCERN_NOT_ACTED_ON',
        yours: received,
        words: received
          ? 'A child is at immediate risk: say what was done.'
          : `${receiver} has acknowledged a child at immediate risk, and has not said what was done.`,
      };
    case 'ACTED_ON':
      return {
        kind: 'CONCERN_NOT_CLOSED',
        yours: led,
        words: led
          ? `${receiver} has acted for a child at immediate risk: say whether you are satisfied.`
          : `${receiver} has acted for a child at immediate risk; the lead is to say whether he is satisfied.`,
      };
  }
}
