import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit } from '../access/operations.js';
import type { ReadTransaction, WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { notFound, notPermitted, refuse } from '../platform/errors.js';
import { localId, localIdAt } from '../platform/global-id.js';
import { WaitingService, type Waiting } from '../waiting/waiting.service.js';
import { HandlersRepository } from './handlers.repository.js';
import { recordForHandlers } from './whistleblowing-stream.js';
import { WhistleblowingHandlerEntity } from './whistleblowing.entity.js';
import type { EndWhistleblowingHandlerInput, NameWhistleblowingHandlerInput } from './whistleblowing.inputs.js';

type Done = Promise<Stored<{ handlerId: string }>>;

/** Who handles the whistleblowing of an inspection (R12). Both acts wait for what is under way there. */
@Injectable()
export class HandlersService implements OnModuleInit {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(HandlersRepository) private readonly handlers: HandlersRepository,
    @Inject(WaitingService) private readonly waiting: WaitingService,
  ) {}

  onModuleInit(): void {
    this.waiting.add((tx, most) => this.waitingWork(tx, most));
  }

  name(actor: Actor, input: NameWhistleblowingHandlerInput): Done {
    const act = { operation: 'nameWhistleblowingHandler', input, ownStream: recordForHandlers };
    return this.unitOfWork.write(actor, act, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      permit(await tx.enter(inspectionId, 'alone'), 'nameWhistleblowingHandler');
      const userId = await this.person(tx, inspectionId, input.userId);
      const handlerId = tx.newId();
      const { userId: namedBy, now: namedAt } = tx.actor;
      await tx.insert(WhistleblowingHandlerEntity, { id: handlerId, inspectionId, userId, namedBy, namedAt });
      tx.touch('WhistleblowingHandler', handlerId, 'HANDLER_NAMED', inspectionId);
      return { handlerId };
    });
  }

  end(actor: Actor, input: EndWhistleblowingHandlerInput): Done {
    const act = { operation: 'endWhistleblowingHandler', input, ownStream: recordForHandlers };
    return this.unitOfWork.write(actor, act, async (tx) => {
      const handlerId = localId('WhistleblowingHandler', input.handlerId);
      const before = await this.handlers.find(tx, handlerId);
      if (before === null) throw notFound();
      const standing = await tx.enter(before.inspectionId, 'alone');
      const handler = await this.handlers.find(tx, handlerId);
      if (handler === null) throw notFound();
      permit(standing, 'endWhistleblowingHandler', { state: handler.ended ? 'ENDED' : 'ACTIVE' });
      await tx.update(WhistleblowingHandlerEntity, { id: handlerId }, { endedAt: tx.actor.now });
      tx.touch('WhistleblowingHandler', handlerId, 'HANDLER_ENDED', handler.inspectionId);
      return { handlerId };
    });
  }

  /** A colleague of the planner who neither leads there nor handles already. */
  private async person(tx: WriteTransaction, inspectionId: string, id: string): Promise<string> {
    const userId = localIdAt('Person', id, 'userId');
    if (userId === tx.actor.userId) throw notPermitted('somebody else: nobody names himself');
    const candidate = await this.handlers.candidate(tx, inspectionId, userId, tx.actor.organisationId);
    if (candidate === null) return refuse('userId', 'UNKNOWN_ID', 'Give the id of a user of your own inspectorate.');
    if (candidate.leads)
      refuse('userId', 'LEADS_HERE', 'Name somebody who is neither lead nor inspectorate lead of this inspection.');
    if (candidate.handles) refuse('userId', 'TAKEN', 'This user is a handler here already.');
    return userId;
  }

  /** Of every inspection alike: that it has no handler tells nothing of what came in. */
  private async waitingWork(tx: ReadTransaction, most: number): Promise<readonly Waiting[]> {
    return (await this.handlers.withoutHandler(tx, most)).map(({ inspectionId, title, since }) => ({
      kind: 'WHISTLEBLOWING_HANDLER_MISSING',
      objectId: `Inspection.${inspectionId}`,
      words: `Name a whistleblowing handler for ${title}: until then nobody reads what anybody on it may file.`,
      yours: true,
      since,
      dueAt: null,
    }));
  }
}
