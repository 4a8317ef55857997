import type { Inspectorate } from '../inspectorate.js';
import { byJointCriterion, children, narrateIn, type Voice } from '../narration.js';
import { criteria } from './criteria.js';

/** Begins with how services are organised, then follows supervision from assessment to review. */
const voice: Voice = {
  inspectorate: 'HMI_PROBATION',
  rank: byJointCriterion(criteria, [
    'LEADERSHIP',
    'OVERSIGHT',
    'JOINT_WORKING',
    'ASSESS',
    'CHILD_VOICE',
    'HELP',
    'PROTECT',
    'IDENTIFY',
    'THEME',
  ]),
  effect: (clause) => `The consequence for children is that ${clause}.`,
  count: ({ n, of, basis }) =>
    `Among the cases ${basis === 'TRACKED' ? 'tracked' : 'sampled'}, this applied to ${n} of ${of} ${children(of)}.`,
  tellsFirst: 'EFFECT',
};

export const narrate: Inspectorate['narrate'] = (contribution) => narrateIn(voice, contribution);
