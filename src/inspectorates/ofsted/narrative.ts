import type { Inspectorate } from '../inspectorate.js';
import { byJointCriterion, children, narrateIn, type Voice } from '../narration.js';
import { criteria } from './criteria.js';

/** Follows the child: from the first contact to help and protection, then to those who lead. */
const voice: Voice = {
  inspectorate: 'OFSTED',
  rank: byJointCriterion(criteria, [
    'IDENTIFY',
    'ASSESS',
    'HELP',
    'PROTECT',
    'CHILD_VOICE',
    'THEME',
    'JOINT_WORKING',
    'OVERSIGHT',
    'LEADERSHIP',
  ]),
  effect: (clause) => `This means that ${clause}.`,
  count: ({ n, of, basis }) =>
    `This was so for ${n} of the ${of} ${children(of)} ${basis === 'TRACKED' ? 'tracked' : 'sampled'}.`,
  tellsFirst: 'EFFECT',
};

export const narrate: Inspectorate['narrate'] = (contribution) => narrateIn(voice, contribution);
