import { Injectable } from '@nestjs/common';
import type { ReadTransaction } from '../database/transaction.js';
import { refuse } from '../platform/errors.js';
import { byUrgency, type Waiting, type WaitingWork } from './waiting-work.js';

export type { Waiting, WaitingWork } from './waiting-work.js';

const MOST = 200;
const USUAL = 50;

/** What waits for a user. Each subject adds its own when its module starts. */
@Injectable()
export class WaitingService {
  private readonly subjects: WaitingWork[] = [];

  add(work: WaitingWork): void {
    this.subjects.push(work);
  }

  async of(tx: ReadTransaction, first: number | null): Promise<readonly Waiting[]> {
    const most = first ?? USUAL;
    if (most < 1 || most > MOST) refuse('first', 'OUT_OF_RANGE', `Ask for 1 to ${MOST} items.`);
    const found: Waiting[] = [];
    // One after another: they share the one snapshot's connection.
    for (const work of this.subjects) found.push(...(await work(tx, most)));
    return found.sort(byUrgency).slice(0, most);
  }
}
