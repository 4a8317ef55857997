import { Inject, Injectable } from '@nestjs/common';
import type { ReadTransaction } from '../database/transaction.js';
import { refuse } from '../platform/errors.js';
import { gapsLongerThan, sameDayAccounts, type DatedEntry, type Gap, type SameDay } from './chronology-questions.js';
import { CasesRepository } from './cases.repository.js';

/** Days without an entry after which it is asked what happened, where nothing else is said. */
const GAP_DAYS = 28;
const MOST_DAYS = 3_660;

export interface Questions {
  readonly gaps: readonly Gap[];
  readonly contradictions: readonly { entry: DatedEntry; contradicts: DatedEntry; flaggedAt: string }[];
  readonly toCompare: readonly SameDay[];
}

/** Gaps and contradictions of a chronology, over what the actor sees: to others the same child may show others. */
@Injectable()
export class ChronologyQuestionsService {
  constructor(@Inject(CasesRepository) private readonly cases: CasesRepository) {}

  async of(tx: ReadTransaction, caseId: string, longerThanDays: number | null): Promise<Questions | null> {
    const days = longerThanDays ?? GAP_DAYS;
    if (days < 1 || days > MOST_DAYS) refuse('longerThanDays', 'OUT_OF_RANGE', `Ask for 1 to ${MOST_DAYS} days.`);
    if ((await this.cases.find(tx, caseId)) === null) return null;
    const entries = await this.cases.datedEntries(tx, caseId);
    const byId = new Map(entries.map((entry) => [entry.entryId, entry]));
    const flags = await this.cases.contradictions(tx, caseId);
    return {
      gaps: gapsLongerThan(days, entries),
      contradictions: flags.flatMap(({ entryId, otherId, flaggedAt }) => {
        const [entry, contradicts] = [byId.get(entryId), byId.get(otherId)];
        return entry === undefined || contradicts === undefined ? [] : [{ entry, contradicts, flaggedAt }];
      }),
      toCompare: sameDayAccounts(entries),
    };
  }
}
