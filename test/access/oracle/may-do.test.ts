import { describe } from '@jest/globals';
import { done, inspection, inStage, itAnswers, summarised, type Attempt } from './may-do-sentences.js';
import { ref } from './objects.js';
import { closedWorld, day, now } from './world-builder.js';
import { caseFile, item, member, share } from './world-builder-contents.js';

const attempts: readonly Attempt[] = [
  [
    'set framework',
    inspection,
    { planner: 'wrong state', 'cqc planner': 'not permitted', lead: 'not permitted', contact: 'not found' },
  ],
  [
    'set framework',
    inspection,
    { planner: done, lead: 'not permitted', coordinator: 'not found' },
    { world: inStage('PLANNED', { notifiedAt: null }) },
  ],
  [
    'name inspectorate lead',
    inspection,
    { 'cqc planner': done, planner: 'not permitted' },
    { about: () => ({ inspectorate: 'CQC' }) },
  ],
  [
    'accept invitation',
    (w) => inspection(w.takesPart('HMICFRS', null)),
    { 'police planner': done, planner: done, 'cqc planner': done, lead: 'not permitted' },
  ],
  [
    'assign member',
    inspection,
    { 'cqc lead': done, 'ofsted lead': done, lead: 'not permitted', inspector: 'not permitted', stranger: 'not found' },
  ],
  [
    'end assignment',
    (w) => ref('assignment', w.assignmentOf('cqc inspector').id),
    {
      'cqc lead': done,
      'cqc planner': done,
      'ofsted lead': 'not permitted',
      lead: 'not permitted',
      observer: 'not found',
    },
  ],
  [
    'end assignment',
    (w) => ref('assignment', w.assignmentOf('contributor').id),
    { coordinator: done, 'agency administrator': done, lead: 'not permitted', 'police coordinator': 'not found' },
    { world: closedWorld },
  ],
  ['advance', inspection, { lead: done, 'ofsted lead': 'not permitted' }],
  ['advance', inspection, { lead: 'wrong state' }, { world: inStage('FIELDWORK', { pausedAt: now - day }) }],
  ['close', inspection, { lead: 'wrong state', 'cqc lead': 'not permitted' }],
  [
    'lift conflict',
    (w) => ref('conflict', w.conflict('cqc inspector', 'POLICE')),
    {
      'cqc lead': done,
      'cqc inspector': 'not permitted',
      lead: 'not permitted',
      'ofsted lead': 'not found',
      'cqc planner': 'not found',
    },
  ],
  [
    'lift conflict',
    (w) => ref('conflict', w.conflict('cqc lead', 'POLICE')),
    { 'cqc planner': done, 'cqc lead': 'not permitted' },
  ],
  [
    'edit case',
    (w) => ref('case', caseFile(w)),
    { lead: done, 'cqc inspector': done, analyst: 'not permitted', observer: 'not found' },
  ],
  [
    'write identity',
    (w) => {
      const id = caseFile(w);
      member(w, id, 'inspector');
      return ref('identity', id);
    },
    { inspector: done, lead: 'not found' },
  ],
  [
    'create evidence',
    inspection,
    { inspector: done, analyst: 'not permitted', assurer: 'not permitted', observer: 'not permitted' },
  ],
  ['create evidence', inspection, { analyst: done }, { about: () => ({ strength: 'DATA' }) }],
  [
    'edit evidence',
    (w) => ref('evidence', item(w)),
    { colleague: done, lead: done, assurer: 'not permitted', 'cqc lead': 'not found' },
  ],
  ['edit evidence', summarised, { 'cqc inspector': 'not permitted' }],
  [
    'edit evidence',
    (w) => ref('evidence', item(w, { state: 'WITHDRAWN' })),
    { inspector: 'wrong state', analyst: 'not permitted' },
  ],
  ['submit draft', (w) => ref('evidence', item(w, { state: 'DRAFT' })), { inspector: done, colleague: 'not found' }],
  ['submit draft', (w) => ref('evidence', item(w)), { inspector: 'wrong state', colleague: 'not permitted' }],
  [
    'lower marking',
    (w) => ref('evidence', item(w)),
    { inspector: done, 'ofsted lead': done, colleague: 'not permitted', lead: 'not permitted' },
  ],
  [
    'share evidence',
    (w) => ref('evidence', item(w)),
    { colleague: done, assurer: 'not permitted', 'cqc lead': 'not found' },
  ],
  ['share evidence', summarised, { 'cqc lead': 'not permitted' }],
  [
    'withdraw evidence',
    (w) => ref('evidence', item(w)),
    { keeper: done, inspector: 'not permitted', 'cqc keeper': 'not found' },
    { world: closedWorld },
  ],
  [
    'revoke share',
    (w) => ref('share', share(w, item(w))),
    { inspector: done, keeper: 'not found', 'cqc inspector': 'not permitted' },
  ],
  [
    'request access',
    summarised,
    {
      'cqc inspector': done,
      'cqc analyst': done,
      'cqc assurer': done,
      inspector: 'not permitted',
      'cqc observer': 'not found',
    },
  ],
];

describe('who may do what, in planning and with evidence', () => {
  itAnswers(attempts);
});
