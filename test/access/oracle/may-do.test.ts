import { describe, expect, it } from '@jest/globals';
import type { OperationName, Outcome } from './may-do.js';
import type { About } from './may-do-parts.js';
import { ref, type ObjectRef } from './objects.js';
import { WorldBuilder, closedWorld, day, now } from './world-builder.js';
import { caseFile, contribution, finding, item, member, merge, share } from './world-builder-contents.js';
import type { Person } from './world-builder-people.js';
import { frozenText, request } from './world-builder-texts.js';
import { breakGlass, concern, handler, whistleblowing } from './world-builder-unusual.js';
import type { Inspection } from './world-people.js';

type Attempt = readonly [
  operation: OperationName,
  arrange: (w: WorldBuilder) => ObjectRef,
  answers: Partial<Record<Person, Outcome>>,
  of?: { readonly world?: () => WorldBuilder; readonly about?: (w: WorldBuilder) => About },
];

const done = 'done-possible';
const inspection = (w: WorldBuilder): ObjectRef => ref('inspection', w.inspectionId);
const inStage =
  (stage: Inspection['stage'], given: Partial<Inspection> = {}) =>
  (): WorldBuilder =>
    new WorldBuilder({ stage, ...given });
const revealed = inStage('DRAFTING', { revealedAt: now - 20 * day });
const summarised = (w: WorldBuilder): ObjectRef => {
  const id = item(w);
  share(w, id, { form: 'SUMMARY' });
  return ref('evidence', id);
};

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
    { 'police planner': done, planner: 'not permitted', 'cqc planner': 'not permitted' },
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
      'cqc assurer': 'not permitted',
      inspector: 'not permitted',
      'cqc observer': 'not found',
    },
  ],
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

describe('who may do what', () => {
  it.each(attempts)(
    '%s',
    (operation, arrange, answers, { world = () => new WorldBuilder(), about = () => ({}) } = {}) => {
      const w = world();
      const object = arrange(w);
      const named = about(w);
      const people = Object.keys(answers) as Person[];
      const told = Object.fromEntries(people.map((name) => [name, w.may(name, operation, object, named)]));
      expect(told).toEqual(answers);
    },
  );
});
