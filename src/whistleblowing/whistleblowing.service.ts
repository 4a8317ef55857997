import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit } from '../access/operations.js';
import type { ReadTransaction, WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Act, type Stored } from '../database/unit-of-work.js';
import { londonDay } from '../frameworks/calendar/london-time.js';
import { notFound, refuse, wrongState } from '../platform/errors.js';
import { localId, localIdAt, parseGlobalId } from '../platform/global-id.js';
import { SealingService } from '../sealing/sealing.service.js';
import { WaitingService, type Waiting } from '../waiting/waiting.service.js';
import { recordForHandlers } from './whistleblowing-stream.js';
import { asSealed, fromSealed, placeOfNote, placeOfWords, type Filed } from './sealed-words.js';
import {
  WhistleblowingEntity,
  WhistleblowingReceiptEntity,
  WhistleblowingStepEntity,
  WhistleblowingWordsEntity,
} from './whistleblowing.entity.js';
import type { FileWhistleblowingInput, HandleWhistleblowingInput } from './whistleblowing.inputs.js';
import type { OpenedWhistleblowing } from './whistleblowing.object.js';
import { WhistleblowingRepository, type ItemRow, type OpenItem, type State } from './whistleblowing.repository.js';

const PURPOSE = 'WHISTLEBLOWING';

/** From which state a step is taken, to which it leads, and when that is in words. */
const STEPS: Readonly<Record<string, { readonly from: State; readonly to: State; readonly when: string }>> = {
  TAKEN_IN_HAND: { from: 'RECEIVED', to: 'IN_HAND', when: 'once, while nobody has taken it in hand' },
  NOTED: { from: 'IN_HAND', to: 'IN_HAND', when: 'while it is in hand' },
  CLOSED: { from: 'IN_HAND', to: 'CLOSED', when: 'once, while it is in hand' },
};

/** What people on an inspection tell its handlers in confidence (R12). Whoever sees an item is one of them. */
@Injectable()
export class WhistleblowingService implements OnModuleInit {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WhistleblowingRepository) private readonly items: WhistleblowingRepository,
    @Inject(SealingService) private readonly sealing: SealingService,
    @Inject(WaitingService) private readonly waiting: WaitingService,
  ) {}

  onModuleInit(): void {
    this.waiting.add((tx, most) => this.waitingWork(tx, most));
  }

  /** Whether there is a handler to read it is not told: whoever is named later finds it. */
  file(actor: Actor, input: FileWhistleblowingInput): Promise<Stored<object>> {
    return this.unitOfWork.write(actor, this.act('fileWhistleblowing', input), async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      permit(await tx.enter(inspectionId), 'fileWhistleblowing');
      const agencyId = await this.agency(tx, input.agencyId ?? null);
      const id = tx.newId();
      await tx.insert(WhistleblowingEntity, { id, inspectionId, agencyId, receivedOn: londonDay(tx.actor.now) });
      const seal = await this.sealing.toSeal(tx, inspectionId, PURPOSE);
      const sealed = seal.seal(asSealed(await this.filed(tx, input.words)), placeOfWords(id));
      await tx.insert(WhistleblowingWordsEntity, { whistleblowingId: id, inspectionId, sealed });
      const { userId: filedBy, now: at } = tx.actor;
      await tx.insert(WhistleblowingReceiptEntity, { id: tx.newId(), filedBy, code: tx.receiptCode, at });
      tx.touch('WhistleblowingItem', id, 'FILED', inspectionId);
      // The answer is kept under the author's idempotency key: it must not name the item.
      return {};
    });
  }

  handle(actor: Actor, input: HandleWhistleblowingInput): Promise<Stored<{ itemId: string }>> {
    return this.unitOfWork.write(actor, this.act('handleWhistleblowing', input), async (tx) => {
      const item = await this.entered(tx, localId('WhistleblowingItem', input.itemId));
      const step = STEPS[input.step];
      if (step === undefined || step.from !== item.state) throw wrongState(step?.when ?? 'never');
      const words = input.words ?? null;
      if (words === null && input.step !== 'TAKEN_IN_HAND')
        refuse('words', 'MISSING', 'Say what you found or did: the other handlers go by it.');
      await tx.updateVersion(WhistleblowingEntity, { id: item.id, version: input.version }, {});
      await this.step(tx, item, input.step, words);
      await tx.update(WhistleblowingEntity, { id: item.id }, { state: step.to });
      tx.touch('WhistleblowingItem', item.id, input.step, item.inspectionId);
      return { itemId: item.id };
    });
  }

  /** Recorded in the same transaction, which is committed before a word leaves. Null where it is not the actor's to see. */
  async open(actor: Actor, id: string): Promise<OpenedWhistleblowing | null> {
    const key = parseGlobalId(id);
    if (key?.type !== 'WhistleblowingItem') return null;
    if ((await this.unitOfWork.read(actor, (tx) => this.items.find(tx, key.uuid))) === null) return null;
    return this.unitOfWork.write(actor, this.act('openWhistleblowing', {}), async (tx) => {
      const item = await this.entered(tx, key.uuid);
      tx.touch('WhistleblowingItem', item.id, 'OPENED', item.inspectionId);
      return { ...(await this.opened(tx, item)), itemId: id };
    });
  }

  /** A hash of the input is kept under an idempotency key: of the words it must not be one that anybody can try out. */
  private act(operation: string, input: Act['input'] & { readonly words?: string | null }): Act {
    const kept = { ...input, words: input.words == null ? null : this.sealing.fingerprint(input.words) };
    return { operation, input: kept, ownStream: recordForHandlers };
  }

  private async opened(tx: ReadTransaction, item: ItemRow): Promise<Omit<OpenedWhistleblowing, 'itemId'>> {
    const sealed = await this.items.sealedWords(tx, item.id);
    if (sealed === null) throw notFound();
    const seal = await this.sealing.toOpen(tx, item.inspectionId, PURPOSE);
    const notes = await this.items.sealedNotes(tx, item.id);
    return {
      ...fromSealed(seal.open(sealed, placeOfWords(item.id))),
      notes: notes.map(({ id, step, at, by, sealed: note }) => ({
        step,
        at,
        by,
        words: seal.open(note, placeOfNote(id)),
      })),
    };
  }

  private async step(tx: WriteTransaction, item: ItemRow, step: string, words: string | null): Promise<void> {
    const { id: whistleblowingId, inspectionId } = item;
    const id = tx.newId();
    const seal = await this.sealing.toSeal(tx, inspectionId, PURPOSE);
    const sealed = words === null ? null : seal.seal(words, placeOfNote(id));
    const { userId: byUser, now: at } = tx.actor;
    await tx.insert(WhistleblowingStepEntity, { id, whistleblowingId, inspectionId, step, at, byUser, sealed });
  }

  /** The item as it stands once the inspection is entered: the actor may have been a handler a moment ago. */
  private async entered(tx: WriteTransaction, key: string): Promise<ItemRow> {
    const before = await this.items.find(tx, key);
    if (before === null) throw notFound();
    await tx.enter(before.inspectionId);
    const item = await this.items.find(tx, key);
    if (item === null) throw notFound();
    return item;
  }

  /** What is sealed: the words, and who wrote them when, so that the handlers reach him. */
  private async filed(tx: WriteTransaction, words: string): Promise<Filed> {
    const { userId, name, now } = tx.actor;
    const author = { personId: `Person.${userId}`, name, ...(await this.items.reachable(tx, userId)) };
    return { words, author, receiptCode: tx.receiptCode, receivedAt: now.toISOString() };
  }

  private async agency(tx: WriteTransaction, id: string | null): Promise<string | null> {
    if (id === null) return null;
    const agencyId = localIdAt('Agency', id, 'agencyId');
    if (!(await this.items.isAgency(tx, agencyId)))
      refuse('agencyId', 'UNKNOWN_ID', 'Give the id of an agency, or leave it out.');
    return agencyId;
  }

  private async waitingWork(tx: ReadTransaction, most: number): Promise<readonly Waiting[]> {
    return (await this.items.open(tx, most)).map((item) => ({
      ...whatWaits(item.state),
      objectId: `WhistleblowingItem.${item.id}`,
      yours: true,
      since: item.since,
      dueAt: null,
    }));
  }
}

function whatWaits(state: OpenItem['state']): Pick<Waiting, 'kind' | 'words'> {
  switch (state) {
    case 'RECEIVED':
      return {
        kind: 'WHISTLEBLOWING_RECEIVED',
        words: 'Something was filed in confidence: read it and take it in hand.',
      };
    case 'IN_HAND':
      return {
        kind: 'WHISTLEBLOWING_IN_HAND',
        words: 'Something filed in confidence is in hand: close it when it is done.',
      };
  }
}
