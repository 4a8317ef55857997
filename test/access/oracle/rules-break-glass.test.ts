import { describe } from '@jest/globals';
import { ref } from './objects.js';
import type { BreakGlass } from './world-acts.js';
import { closedWorld, hour, now, type WorldBuilder } from './world-builder.js';
import { caseFile, item, share } from './world-builder-contents.js';
import { breakGlass } from './world-builder-unusual.js';
import type { Form } from './world-evidence.js';
import { itTells } from './world-sentences.js';

const onItem =
  (given: Partial<BreakGlass> = {}, cap: Form | 'NOTHING' = 'WHOLE', shareEnds: number | null = null) =>
  (w: WorldBuilder) => {
    const id = item(w, { version: 2 }, cap);
    share(w, id, { form: 'SUMMARY', endsAt: shareEnds });
    breakGlass(w, { evidenceId: id }, ['OFSTED'], given);
    return ref('evidence', id);
  };
const onCase =
  (told: readonly 'OFSTED'[] = ['OFSTED'], given: Partial<BreakGlass> = {}) =>
  (w: WorldBuilder) => {
    const caseId = caseFile(w);
    const id = item(w, { caseId });
    breakGlass(w, { caseId }, told, given);
    return ref('evidence', id);
  };

describe('R11: break-glass', () => {
  itTells([
    [
      'opens an item seen in summary to the asker, and to nobody else',
      onItem(),
      { 'cqc lead': 'whole', 'cqc inspector': 'summary', 'cqc assurer': 'summary' },
    ],
    ['lasts from its start', onItem({ startsAt: now }), { 'cqc lead': 'whole' }],
    ['has not begun a millisecond before its start', onItem({ startsAt: now + 1 }), { 'cqc lead': 'summary' }],
    ['is over at its end', onItem({ endsAt: now }), { 'cqc lead': 'summary' }],
    ['gives no more than release allows (R4)', onItem({}, 'SUMMARY'), { 'cqc lead': 'summary' }],
    ['ends when the summary is no longer seen', onItem({}, 'WHOLE', now), { 'cqc lead': 'none' }],
    ['opens the items of a case to the asker', onCase(), { 'cqc lead': 'whole', 'cqc inspector': 'none' }],
    ['does not open the items of whom was not told', onCase([]), { 'cqc lead': 'none' }],
    ['on a case ends in time', onCase(['OFSTED'], { endsAt: now }), { 'cqc lead': 'none' }],
    [
      'opens nothing that does not leave (R4)',
      (w) => {
        const caseId = caseFile(w);
        const id = item(w, { caseId }, 'NOTHING');
        breakGlass(w, { caseId });
        return ref('evidence', id);
      },
      { 'cqc lead': 'none' },
    ],
    [
      'opens submitted items alone',
      (w) => {
        const caseId = caseFile(w);
        const id = item(w, { caseId, state: 'DRAFT' });
        breakGlass(w, { caseId });
        return ref('evidence', id);
      },
      { 'cqc lead': 'none' },
    ],
    [
      'is a right of the assignment by which it was asked',
      (w) => {
        const of = onItem()(w);
        w.changeAssignment('cqc lead', { endedAt: now - hour });
        w.assign('cqc lead', { role: 'INSPECTOR' });
        return of;
      },
      { 'cqc lead': 'summary' },
    ],
    ['never opens earlier versions', (w) => ref('evidence-version', onItem()(w).key, 1), { 'cqc lead': 'none' }],
    [
      'yields to a conflict',
      (w) => {
        const of = onCase()(w);
        const [only] = w.draft.cases;
        w.conflict('cqc lead', { caseId: only?.id ?? '' });
        return of;
      },
      { 'cqc lead': 'none' },
    ],
    ['is over when the inspection is closed', onItem(), { 'cqc lead': 'summary' }, { world: closedWorld }],
    [
      'is on record for the asker and the owner’s leads, who review it',
      (w) => ref('break-glass', breakGlass(w, { caseId: caseFile(w) })),
      {
        'cqc lead': 'whole',
        'ofsted lead': 'write',
        lead: 'whole',
        inspector: 'none',
        assurer: 'none',
        'cqc inspector': 'none',
        keeper: 'none',
      },
    ],
    [
      'stays on record after closing, but not for record keepers',
      (w) => ref('break-glass', breakGlass(w, { caseId: caseFile(w) })),
      { 'cqc lead': 'whole', 'ofsted lead': 'whole', keeper: 'none' },
      { world: closedWorld },
    ],
  ]);
});
