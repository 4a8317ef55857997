import { describe } from '@jest/globals';
import { ref } from './objects.js';
import { day, now, type WorldBuilder } from './world-builder.js';
import { item, share } from './world-builder-contents.js';
import type { Share } from './world-evidence.js';
import { itTells } from './world-sentences.js';

describe('R3: an earlier version', () => {
  const version = (given: Partial<Share>) => (w: WorldBuilder) => {
    const id = item(w, { version: 2 });
    share(w, id, given);
    return ref('evidence-version', id, 1);
  };
  const superseded = now - 25 * day;
  itTells([
    [
      'is given by a whole share that starts while it is current',
      version({ startsAt: superseded - 1 }),
      { 'cqc inspector': 'whole', inspector: 'whole', assurer: 'whole' },
    ],
    [
      'is not given by a share that starts with the next version',
      version({ startsAt: superseded }),
      { 'cqc inspector': 'none', colleague: 'whole' },
    ],
    ['is not given by a summary', version({ form: 'SUMMARY' }), { 'cqc inspector': 'none' }],
    [
      'is shown only while the item is submitted',
      (w) => {
        const id = item(w, { version: 2, state: 'WITHDRAWN' });
        share(w, id);
        return ref('evidence-version', id, 1);
      },
      { inspector: 'none', assurer: 'none', 'cqc inspector': 'none' },
    ],
  ]);
});

describe('R5: what is withdrawn', () => {
  const withdrawn = (given: Partial<Share> | null) => (w: WorldBuilder) => {
    const id = item(w, { state: 'WITHDRAWN' });
    if (given !== null) share(w, id, given);
    return ref('evidence', id);
  };
  itTells([
    [
      'shows author and owner’s team its title and reason',
      withdrawn(null),
      {
        inspector: 'summary',
        colleague: 'summary',
        lead: 'summary',
        analyst: 'summary',
        assurer: 'summary',
        observer: 'none',
        planner: 'none',
      },
    ],
    [
      'exists for recipients while a share is in force',
      withdrawn({}),
      { 'cqc inspector': 'exists', 'cqc assurer': 'exists', 'cqc observer': 'none' },
    ],
    ['exists for recipients of a summary too', withdrawn({ form: 'SUMMARY' }), { 'cqc inspector': 'exists' }],
    ['does not exist once the share is over', withdrawn({ endsAt: now }), { 'cqc inspector': 'none' }],
    ['does not exist once the share is revoked', withdrawn({ revokedAt: now - day }), { 'cqc inspector': 'none' }],
    [
      'was shared by a share that its recipient sees no more',
      (w) => ref('share', share(w, withdrawn(null)(w).key)),
      { 'cqc inspector': 'none', inspector: 'write' },
    ],
  ]);
});
