import type { Inspectorate } from '../inspectorate.js';
import { byJointCriterion, children, narrateIn, type Voice } from '../narration.js';
import { criteria } from './criteria.js';

/** Lets those who are held speak first, then asks whether they are safe, cared for, occupied and prepared for release. */
const voice: Voice = {
  inspectorate: 'HMI_PRISONS',
  rank: byJointCriterion(criteria, [
    'CHILD_VOICE',
    'PROTECT',
    'IDENTIFY',
    'HELP',
    'ASSESS',
    'JOINT_WORKING',
    'THEME',
    'LEADERSHIP',
    'OVERSIGHT',
  ]),
  effect: (clause) => `Children’s experience of this is that ${clause}.`,
  count: ({ n, of, basis }) =>
    `So it was for ${n} of ${of} ${children(of)} whom inspectors ${basis === 'TRACKED' ? 'tracked' : 'sampled'}.`,
  tellsFirst: 'EFFECT',
};

export const narrate: Inspectorate['narrate'] = (contribution) => narrateIn(voice, contribution);
