import { describe, expect, it } from '@jest/globals';
import { ref } from './objects.js';
import { WorldBuilder, day, hour, now } from './world-builder.js';
import { item, share } from './world-builder-contents.js';
import { itTells } from './world-sentences.js';
import type { Share } from './world-evidence.js';
import { Knowledge } from './knowledge.js';
import { askerOf } from './rules.js';
import { summaryShown } from './rules-evidence.js';

const shared =
  (given: Partial<Share> = {}) =>
  (w: WorldBuilder) => {
    const id = item(w);
    share(w, id, given);
    return ref('evidence', id);
  };

describe('R2: evidence', () => {
  itTells([
    [
      'in draft has one reader and writer, its author',
      (w) => ref('evidence', item(w, { state: 'DRAFT' })),
      {
        inspector: 'write',
        colleague: 'none',
        'ofsted lead': 'none',
        lead: 'none',
        assurer: 'none',
        'cqc inspector': 'none',
      },
    ],
    [
      'submitted is seen by its owner’s whole team and no other',
      (w) => ref('evidence', item(w)),
      {
        inspector: 'write',
        colleague: 'write',
        lead: 'write',
        analyst: 'whole',
        assurer: 'whole',
        observer: 'none',
        signatory: 'none',
        'cqc lead': 'none',
        'cqc inspector': 'none',
        planner: 'none',
        keeper: 'none',
        auditor: 'none',
        coordinator: 'none',
      },
    ],
    [
      'of CQC is not seen by the lead either',
      (w) => ref('evidence', item(w, { owner: 'CQC' })),
      { lead: 'none', 'ofsted lead': 'none', 'cqc inspector': 'write', 'cqc assurer': 'whole' },
    ],
    [
      'of strength data is written by analysts too',
      (w) => ref('evidence', item(w, { strength: 'DATA' })),
      { analyst: 'write', assurer: 'whole' },
    ],
    [
      'is no longer its author’s once he is off the team',
      (w) => {
        w.changeAssignment('inspector', { endedAt: now - day });
        return ref('evidence', item(w, { state: 'DRAFT' }));
      },
      { inspector: 'none' },
    ],
    [
      'is its author’s also when he is an assurer by now',
      (w) => {
        w.changeAssignment('inspector', { role: 'QUALITY_ASSURER' });
        return ref('evidence', item(w, { state: 'DRAFT' }));
      },
      { inspector: 'write' },
    ],
    [
      'is not an author’s who only observes by now',
      (w) => {
        w.changeAssignment('inspector', { role: 'OBSERVER' });
        return ref('evidence', item(w));
      },
      { inspector: 'none' },
    ],
  ]);
});

describe('R3: a share', () => {
  itTells([
    [
      'whole gives the item whole, to the recipient’s whole team and no observer',
      shared(),
      {
        'cqc inspector': 'whole',
        'cqc analyst': 'whole',
        'cqc assurer': 'whole',
        'cqc lead': 'whole',
        'cqc observer': 'none',
        'cqc keeper': 'none',
      },
    ],
    ['in summary gives the summary', shared({ form: 'SUMMARY' }), { 'cqc inspector': 'summary', inspector: 'write' }],
    ['is in force at its start', shared({ startsAt: now }), { 'cqc inspector': 'whole' }],
    ['is not in force a millisecond before its start', shared({ startsAt: now + 1 }), { 'cqc inspector': 'none' }],
    ['is not in force at its end', shared({ endsAt: now }), { 'cqc inspector': 'none' }],
    ['is in force a millisecond before its end', shared({ endsAt: now + 1 }), { 'cqc inspector': 'whole' }],
    [
      'that was revoked gives nothing, whatever the time of the revocation',
      shared({ revokedAt: now + day }),
      { 'cqc inspector': 'none' },
    ],
    [
      'with one person reaches nobody else',
      (w) => shared({ recipientAssignmentId: w.assignmentOf('cqc inspector').id })(w),
      { 'cqc inspector': 'whole', 'cqc colleague': 'none', 'cqc lead': 'none' },
    ],
    [
      'with one person ends with his assignment, also where he has another',
      (w) => {
        const first = w.changeAssignment('cqc inspector', { endedAt: now - day }).assignmentOf('cqc inspector').id;
        w.assign('cqc inspector', { role: 'ANALYST' });
        return shared({ recipientAssignmentId: first })(w);
      },
      { 'cqc inspector': 'none' },
    ],
    [
      'with one person is nothing once that assignment is no longer on the team',
      (w) => {
        w.changeAssignment('cqc inspector', { role: 'OBSERVER' });
        return shared({ recipientAssignmentId: w.assignmentOf('cqc inspector').id })(w);
      },
      { 'cqc inspector': 'none' },
    ],
    [
      'that is whole beats a summary',
      (w) => {
        const of = shared({ form: 'SUMMARY' })(w);
        share(w, of.key);
        return of;
      },
      { 'cqc inspector': 'whole' },
    ],
    [
      'is seen by its owner’s team, and in summary by whom it reaches',
      (w) => ref('share', share(w, item(w))),
      {
        inspector: 'write',
        analyst: 'whole',
        assurer: 'whole',
        'cqc inspector': 'summary',
        'cqc observer': 'none',
        coordinator: 'none',
      },
    ],
    [
      'that is over is still seen by its owner’s team',
      (w) => ref('share', share(w, item(w), { endsAt: now })),
      { colleague: 'write', 'cqc inspector': 'none' },
    ],
  ]);

  it('shows of two summaries the one that starts last, then the one with the greatest id', () => {
    const w = new WorldBuilder();
    const id = item(w);
    const older = share(w, id, { form: 'SUMMARY', startsAt: now - 2 * day });
    const [first = '', second = ''] = [
      share(w, id, { form: 'SUMMARY', startsAt: now - hour }),
      share(w, id, { form: 'SUMMARY', startsAt: now - hour }),
    ].sort();
    share(w, id, { form: 'SUMMARY', startsAt: now + 1 });
    const k = Knowledge.of({ ...w.draft });
    expect(summaryShown(k, askerOf(k, w.user('cqc inspector'), now), id)?.id).toBe(second);
    expect([older, first]).not.toContain(second);
  });
});
