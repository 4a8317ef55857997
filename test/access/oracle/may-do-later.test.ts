import { describe } from '@jest/globals';
import { done, inspection, inStage, itAnswers, revealed, summarised, type Attempt } from './may-do-sentences.js';
import { ref } from './objects.js';
import { day, now } from './world-builder.js';
import { caseFile, contribution, finding, merge } from './world-builder-contents.js';
import { frozenText, request } from './world-builder-texts.js';
import { breakGlass, concern, handler, whistleblowing } from './world-builder-unusual.js';

const attempts: readonly Attempt[] = [
  [
    'edit finding',
    (w) => ref('finding', finding(w)),
    { colleague: done, assurer: 'not permitted', 'cqc lead': 'not found' },
  ],
  [
    'withdraw finding',
    (w) => ref('finding', finding(w)),
    { 'ofsted lead': done, inspector: 'not permitted', lead: 'not permitted', 'cqc lead': 'not permitted' },
    { world: revealed },
  ],
  [
    'submit contribution',
    (w) => ref('contribution', contribution(w, 'CQC', 'DRAFT')),
    { 'cqc lead': done, 'cqc inspector': 'not permitted', lead: 'not found' },
  ],
  ['open reveal', inspection, { lead: done, 'ofsted lead': 'not permitted' }],
  ['open reveal', inspection, { lead: 'wrong state' }, { world: revealed }],
  [
    'merge',
    inspection,
    { lead: done, 'cqc lead': done, inspector: 'not permitted' },
    { world: revealed, about: (w) => ({ findingIds: [finding(w)] }) },
  ],
  [
    'merge',
    inspection,
    { lead: done, 'cqc lead': 'not found' },
    { world: revealed, about: (w) => ({ findingIds: [finding(w, { state: 'DRAFT' })] }) },
  ],
  [
    'undo merge',
    (w) => ref('merge', merge(w, [finding(w)], { undoneAt: now - day })),
    { lead: 'wrong state', inspector: 'not permitted' },
    { world: revealed },
  ],
  [
    'sign',
    (w) => ref('frozen-text', frozenText(w, [])[0]),
    { signatory: 'wrong state', lead: 'not permitted', coordinator: 'not permitted' },
    { world: inStage('ACCURACY_CHECK') },
  ],
  [
    'delegate signing',
    (w) => {
      w.conflict('signatory', 'POLICE');
      return ref('frozen-text', frozenText(w, [])[0]);
    },
    { signatory: 'not permitted' },
    { world: inStage('SIGNING') },
  ],
  [
    'issue request',
    (w) => ref('request', request(w, { state: 'DRAFT' })),
    { 'cqc lead': done, 'cqc inspector': 'not permitted', lead: 'not found', coordinator: 'not found' },
  ],
  [
    'cancel request',
    (w) => ref('request', request(w)),
    { 'cqc lead': done, lead: done, 'ofsted lead': 'not permitted', coordinator: 'not permitted' },
  ],
  [
    'submit submission',
    (w) => ref('request', request(w)),
    {
      coordinator: done,
      contributor: 'not permitted',
      'police coordinator': 'not permitted',
      'agency signatory': 'not found',
    },
  ],
  ['raise concern', inspection, { inspector: done, assurer: done, observer: 'not permitted', stranger: 'not found' }],
  [
    'acknowledge concern',
    (w) => ref('concern', concern(w)),
    { contact: done, lead: 'not permitted', 'cqc inspector': 'not permitted', 'ofsted lead': 'not found' },
  ],
  ['close concern', (w) => ref('concern', concern(w)), { lead: 'wrong state', contact: 'not permitted' }],
  [
    'file whistleblowing',
    inspection,
    { observer: done, coordinator: done, 'agency administrator': 'not permitted', stranger: 'not found' },
  ],
  [
    'handle whistleblowing',
    (w) => {
      handler(w, 'handler');
      return ref('whistleblowing', whistleblowing(w));
    },
    { handler: done, lead: 'not found' },
  ],
  [
    'break glass on item',
    summarised,
    { 'cqc lead': done, 'cqc inspector': 'not permitted', 'cqc observer': 'not found' },
  ],
  [
    'break glass on case',
    (w) => ref('case', caseFile(w)),
    { 'cqc lead': 'wrong state', inspector: 'not permitted' },
    { world: inStage('PREPARING', { notifiedAt: null }) },
  ],
  [
    'review break-glass',
    (w) => {
      breakGlass(w, { caseId: caseFile(w) });
      return ref('break-glass-review', w.draft.breakGlassReviews[0]?.id ?? '');
    },
    { 'ofsted lead': done, lead: 'not permitted', 'cqc lead': 'not permitted', inspector: 'not found' },
  ],
];

describe('who may do what, from the findings on', () => {
  itAnswers(attempts);
});
