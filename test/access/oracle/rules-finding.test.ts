import { describe } from '@jest/globals';
import { ref } from './objects.js';
import { WorldBuilder, day, now } from './world-builder.js';
import { cite, finding, item, share } from './world-builder-contents.js';
import { itTells } from './world-sentences.js';

const revealed = (): WorldBuilder => new WorldBuilder({ stage: 'DRAFTING', revealedAt: now - 20 * day });

describe('R8: a finding', () => {
  itTells([
    [
      'in draft is its inspectorate’s writers’',
      (w) => ref('finding', finding(w, { state: 'DRAFT' })),
      {
        inspector: 'write',
        colleague: 'write',
        lead: 'write',
        analyst: 'none',
        assurer: 'none',
        observer: 'none',
        'cqc inspector': 'none',
      },
    ],
    [
      'submitted is blind: its own inspectorate’s, the quality assurer’s too',
      (w) => ref('finding', finding(w)),
      {
        colleague: 'write',
        assurer: 'whole',
        analyst: 'whole',
        'cqc inspector': 'none',
        'cqc lead': 'none',
        'cqc assurer': 'none',
      },
    ],
    [
      'of CQC is blind to the lead',
      (w) => ref('finding', finding(w, { owner: 'CQC' })),
      { lead: 'none', 'cqc inspector': 'write' },
    ],
    [
      'revealed is the team’s',
      (w) => ref('finding', finding(w)),
      {
        'cqc inspector': 'whole',
        'cqc assurer': 'whole',
        'cqc analyst': 'whole',
        'cqc observer': 'none',
        signatory: 'none',
        planner: 'none',
        coordinator: 'none',
      },
      { world: revealed },
    ],
    [
      'still in draft after the reveal stays its writers’',
      (w) => ref('finding', finding(w, { state: 'DRAFT' })),
      { inspector: 'write', 'cqc inspector': 'none', lead: 'write' },
      { world: revealed },
    ],
    [
      'withdrawn after the reveal exists for the rest of the team',
      (w) => ref('finding', finding(w, { state: 'WITHDRAWN' })),
      { inspector: 'whole', assurer: 'whole', 'cqc inspector': 'exists', 'cqc observer': 'none' },
      { world: revealed },
    ],
    [
      'withdrawn before the reveal is its own inspectorate’s',
      (w) => ref('finding', finding(w, { state: 'WITHDRAWN', revealed: false })),
      { inspector: 'whole', 'cqc inspector': 'none' },
      { world: revealed },
    ],
  ]);
});

describe('R8: a citation', () => {
  const cited = (w: WorldBuilder, form: 'WHOLE' | 'SUMMARY' | null, version = 1, quotedVersion = 1) => {
    const id = item(w, { version });
    if (form !== null) share(w, id, { form });
    return cite(w, finding(w), id, { quotedVersion });
  };
  itTells([
    [
      'is seen where finding and item both are',
      (w) => ref('citation', cited(w, 'SUMMARY')),
      { inspector: 'whole', assurer: 'whole', 'cqc inspector': 'whole' },
      { world: revealed },
    ],
    [
      'of an item that is not seen is not seen',
      (w) => ref('citation', cited(w, null)),
      { inspector: 'whole', 'cqc inspector': 'none' },
      { world: revealed },
    ],
    [
      'of a finding that is not seen is not seen',
      (w) => ref('citation', cited(w, 'WHOLE')),
      { inspector: 'whole', 'cqc inspector': 'none' },
    ],
    [
      'has a quote where the item is whole',
      (w) => ref('passage', cited(w, 'WHOLE')),
      { inspector: 'whole', 'cqc inspector': 'whole' },
      { world: revealed },
    ],
    [
      'has no quote where the item is a summary',
      (w) => ref('passage', cited(w, 'SUMMARY')),
      { inspector: 'whole', 'cqc inspector': 'none' },
      { world: revealed },
    ],
    [
      'has a quote of an earlier version where that version is whole',
      (w) => {
        const id = item(w, { version: 2 });
        share(w, id, { startsAt: now - 25 * day });
        return ref('passage', cite(w, finding(w), id, { quotedVersion: 1 }));
      },
      { inspector: 'whole', 'cqc inspector': 'none' },
      { world: revealed },
    ],
    [
      'has no quote of what is withdrawn',
      (w) => ref('passage', cite(w, finding(w), item(w, { state: 'WITHDRAWN' }))),
      { inspector: 'none' },
    ],
    [
      'is still a citation of what is withdrawn',
      (w) => ref('citation', cite(w, finding(w), item(w, { state: 'WITHDRAWN' }))),
      { inspector: 'whole' },
    ],
  ]);
});
