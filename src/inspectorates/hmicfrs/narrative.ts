import type { FindingKind, Inspectorate } from '../inspectorate.js';
import { children, narrateIn, type Voice } from '../narration.js';

const ORDER: Readonly<Record<FindingKind, number>> = {
  PRIORITY_ACTION: 0,
  AREA_FOR_IMPROVEMENT: 1,
  PRACTICE_CONCERN: 2,
  CONTEXT: 3,
  EFFECTIVE_PRACTICE: 4,
  STRENGTH: 5,
};

/** Begins with what must change soonest, and ends with what works. */
const voice: Voice = {
  inspectorate: 'HMICFRS',
  rank: ({ kind }) => ORDER[kind],
  effect: (clause) => `As a result, ${clause}.`,
  count: ({ n, of, basis }) =>
    `Of the incidents and investigations ${basis === 'TRACKED' ? 'tracked' : 'sampled'}, those of ${n} of ${of} ${children(of)} show this.`,
  tellsFirst: 'EFFECT',
};

export const narrate: Inspectorate['narrate'] = (contribution) => narrateIn(voice, contribution);
