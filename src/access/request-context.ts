import type { ReadTransaction } from '../database/transaction.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from './actor.js';

/** One request: its actor and, once something is read, the one snapshot from which all of it is answered. */
export class RequestContext {
  private opened: Promise<{ tx: ReadTransaction; end(): Promise<void> }> | null = null;

  constructor(
    readonly actor: Actor,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** SQL statements that answers of this request took, beside the transaction's own. */
  statements = 0;

  private ended = false;

  /** Fails once the request is answered: a field that is still at work must not open what nobody ends. */
  async snapshot(): Promise<ReadTransaction> {
    if (this.ended) throw new Error('the request is answered: nothing is read for it any more');
    this.opened ??= this.unitOfWork.snapshot(this.actor);
    return (await this.opened).tx;
  }

  /** After a write: what follows is read from a new snapshot, which has it. */
  async renew(): Promise<void> {
    const { opened } = this;
    this.opened = null;
    if (opened === null) return;
    const snapshot = await opened;
    this.statements += snapshot.tx.statements;
    await snapshot.end();
  }

  async end(): Promise<void> {
    this.ended = true;
    await this.renew().catch(() => undefined);
  }
}
