import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit } from '../access/operations.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { notFound, refuse } from '../platform/errors.js';
import { localId } from '../platform/global-id.js';
import { PublicationHoldEntity } from './letter.entity.js';
import type { HoldPublicationInput, LiftHoldInput } from './letter.inputs.js';
import { PublicationRepository } from './publication.repository.js';

type Held = Promise<Stored<{ inspectionId: string; holdId: string }>>;

/** A trial or a pre-election period holds publication; neither fieldwork nor the statement's time. */
@Injectable()
export class HoldsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PublicationRepository) private readonly letters: PublicationRepository,
  ) {}

  hold(actor: Actor, input: HoldPublicationInput): Held {
    return this.unitOfWork.write(actor, { operation: 'holdPublication', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      permit(await tx.enter(inspectionId, 'alone'), 'holdPublication');
      const holdsUntil = input.until == null ? null : new Date(input.until);
      if (holdsUntil !== null && holdsUntil <= tx.actor.now)
        refuse('until', 'DATES_REVERSED', 'This time is over: give a later one, or leave it out.');
      const id = tx.newId();
      await tx.insert(PublicationHoldEntity, {
        id,
        inspectionId,
        reason: input.reason,
        holdsUntil,
        heldBy: tx.actor.userId,
        heldAt: tx.actor.now,
        liftedAt: null,
        liftedBy: null,
        liftReason: null,
      });
      tx.touch('PublicationHold', id, 'HELD', inspectionId);
      return { inspectionId, holdId: id };
    });
  }

  lift(actor: Actor, input: LiftHoldInput): Held {
    return this.unitOfWork.write(actor, { operation: 'liftHold', input }, async (tx) => {
      const key = localId('PublicationHold', input.holdId);
      const before = await this.letters.findHold(tx, key);
      if (before === null) throw notFound();
      const standing = await tx.enter(before.inspectionId, 'alone');
      const hold = await this.letters.findHold(tx, key);
      if (hold === null) throw notFound();
      permit(standing, 'holdPublication');
      if (hold.lifted) refuse('holdId', 'ALREADY', 'This hold is lifted already.');
      await tx.update(
        PublicationHoldEntity,
        { id: key },
        { liftedAt: tx.actor.now, liftedBy: tx.actor.userId, liftReason: input.reason },
      );
      tx.touch('PublicationHold', key, 'LIFTED', hold.inspectionId);
      return { inspectionId: hold.inspectionId, holdId: key };
    });
  }
}
