import { describe } from '@jest/globals';
import { ref } from './objects.js';
import { WorldBuilder, day, now } from './world-builder.js';
import { caseFile, contribution, finding, merge } from './world-builder-contents.js';
import { itTells } from './world-sentences.js';

const revealed = (): WorldBuilder => new WorldBuilder({ stage: 'DRAFTING', revealedAt: now - 20 * day });

describe('R8: a contribution', () => {
  itTells([
    [
      'in draft is its inspectorate’s writers’',
      (w) => ref('contribution', contribution(w, 'CQC', 'DRAFT')),
      { 'cqc inspector': 'write', 'cqc assurer': 'none', 'cqc analyst': 'none', lead: 'none' },
    ],
    [
      'submitted and blind exists for the lead',
      (w) => ref('contribution', contribution(w, 'CQC', 'SUBMITTED')),
      { 'cqc assurer': 'whole', lead: 'exists', inspector: 'none', 'ofsted lead': 'none' },
    ],
    [
      'revealed is the team’s',
      (w) => ref('contribution', contribution(w, 'CQC', 'SUBMITTED')),
      { lead: 'whole', inspector: 'whole', assurer: 'whole', observer: 'none' },
      { world: revealed },
    ],
    [
      'in draft after the reveal stays its own',
      (w) => ref('contribution', contribution(w, 'CQC', 'DRAFT')),
      { lead: 'none', 'cqc lead': 'write' },
      { world: revealed },
    ],
  ]);
});

describe('R8: merges and attitudes', () => {
  const merged = (w: WorldBuilder) => merge(w, [finding(w), finding(w, { owner: 'CQC' })]);
  const attitude = (
    w: WorldBuilder,
    target: { readonly mergeId: string | null; readonly findingId: string | null },
  ) => {
    const id = w.id();
    w.draft.attitudes.push({
      id,
      inspectionId: w.inspectionId,
      ...target,
      inspectorate: 'CQC',
      turn: 1,
      attitude: 'AGREE',
      takenBy: w.user('cqc lead').id,
      takenAt: now - day,
    });
    return ref('attitude', id);
  };
  itTells([
    [
      'a merge is the team’s, and the leads’ to undo',
      (w) => ref('merge', merged(w)),
      { lead: 'write', 'cqc lead': 'write', inspector: 'whole', 'cqc assurer': 'whole', observer: 'none' },
      { world: revealed },
    ],
    [
      'an attitude to a merge is seen with it',
      (w) => attitude(w, { mergeId: merged(w), findingId: null }),
      { inspector: 'whole', 'cqc assurer': 'whole', observer: 'none' },
      { world: revealed },
    ],
    [
      'an attitude is not seen where what it is taken to merely exists',
      (w) => attitude(w, { mergeId: null, findingId: finding(w, { state: 'WITHDRAWN' }) }),
      { inspector: 'whole', 'cqc lead': 'none' },
      { world: revealed },
    ],
    [
      'a merge is absent where a conflict hides one of its sources',
      (w) => {
        const caseId = caseFile(w);
        w.conflict('cqc inspector', { caseId });
        return ref('merge', merge(w, [finding(w, { caseId }), finding(w)]));
      },
      { 'cqc inspector': 'none', 'cqc lead': 'write' },
      { world: revealed },
    ],
  ]);
});
