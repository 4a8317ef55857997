import type { Inspectorate } from '../inspectorate.js';
import { byJointCriterion, children, narrateIn, type Voice } from '../narration.js';
import { criteria } from './criteria.js';

/** Follows the key questions: is care safe, is it effective, is it caring, is it responsive, is it well led. */
const voice: Voice = {
  inspectorate: 'CQC',
  rank: byJointCriterion(criteria, [
    'PROTECT',
    'IDENTIFY',
    'ASSESS',
    'HELP',
    'CHILD_VOICE',
    'JOINT_WORKING',
    'THEME',
    'LEADERSHIP',
    'OVERSIGHT',
  ]),
  effect: (clause) => `For the health and well-being of these children it means that ${clause}.`,
  count: ({ n, of, basis }) =>
    `It was found for ${n} of ${of} ${children(of)} whose care was ${basis === 'TRACKED' ? 'tracked' : 'sampled'}.`,
  tellsFirst: 'EFFECT',
};

export const narrate: Inspectorate['narrate'] = (contribution) => narrateIn(voice, contribution);
