import type { ReadTransaction } from '../database/transaction.js';

/** In order of urgency: a child at immediate risk of whom nobody has taken notice comes before everything else. */
export const WAITING_KINDS = [
  'CONCERN_UNACKNOWLEDGED',
  'CONCERN_NOT_ACTED_ON',
  'CONCERN_NOT_CLOSED',
  'WHISTLEBLOWING_RECEIVED',
  'WHISTLEBLOWING_IN_HAND',
  'BREAK_GLASS_REVIEW',
  'REQUEST_DUE',
  'WHISTLEBLOWING_HANDLER_MISSING',
  'ACCESS_REQUEST_UNDECIDED',
] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

export interface Waiting {
  readonly kind: WaitingKind;
  /** Global id. */
  readonly objectId: string;
  readonly words: string;
  /** Whether it is the actor's to do; else he only follows it. */
  readonly yours: boolean;
  readonly since: Date;
  readonly dueAt: Date | null;
}

/** Finds one subject's waiting work: at most so many, the most pressing first, under the actor's own row security. */
export type WaitingWork = (tx: ReadTransaction, most: number) => Promise<readonly Waiting[]>;

/** The order of every answer of waiting work: by kind, then what is due first, then what has waited longest. */
export function byUrgency(a: Waiting, b: Waiting): number {
  const kinds = WAITING_KINDS.indexOf(a.kind) - WAITING_KINDS.indexOf(b.kind);
  if (kinds !== 0) return kinds;
  const due = (each: Waiting): number => each.dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return due(a) - due(b) || a.since.getTime() - b.since.getTime();
}
