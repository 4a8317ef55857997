import type { Inspectorate } from '../inspectorate.js';
import { children, narrateIn, type Voice } from '../narration.js';

/** Argues from the files: what was counted comes before what was not, and the larger share before the smaller. */
const voice: Voice = {
  inspectorate: 'HMCPSI',
  rank: ({ count }) => (count === null || count.of === 0 ? 1 : -count.n / count.of),
  effect: (clause) => `What follows for children is that ${clause}.`,
  count: ({ n, of, basis }) =>
    `The files ${basis === 'TRACKED' ? 'tracked' : 'sampled'} bear this out for ${n} of ${of} ${children(of)}.`,
  tellsFirst: 'COUNT',
};

export const narrate: Inspectorate['narrate'] = (contribution) => narrateIn(voice, contribution);
