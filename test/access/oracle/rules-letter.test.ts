import { describe } from '@jest/globals';
import { ref } from './objects.js';
import { WorldBuilder, day, hour, now } from './world-builder.js';
import { finding } from './world-builder-contents.js';
import { frozenText, letter } from './world-builder-texts.js';
import type { Inspection } from './world-people.js';
import { itTells } from './world-sentences.js';
import type { Letter } from './world-texts.js';

const inStage =
  (stage: Inspection['stage'], given: Partial<Inspection> = {}) =>
  (): WorldBuilder =>
    new WorldBuilder({ stage, revealedAt: now - 20 * day, ...given });

describe('R9: signatures and letters', () => {
  const lettered = (given: Partial<Letter>) => (w: WorldBuilder) =>
    ref('letter', letter(w, frozenText(w, [finding(w)])[0], given));
  const signed = { world: inStage('SIGNED') };
  const published = { world: inStage('PUBLISHED', { publishedAt: now - day }) };
  itTells([
    [
      'a signature is the team’s, and the signatory sees his own alone',
      (w) => {
        const id = w.id();
        const [frozenTextId] = frozenText(w, []);
        w.assign('keeper', { role: 'SIGNATORY' });
        w.draft.signatures.push({
          id,
          inspectionId: w.inspectionId,
          frozenTextId,
          inspectorate: 'OFSTED',
          userId: w.user('signatory').id,
          hash: '',
          signedAt: now - day,
          voidedAt: null,
        });
        return ref('signature', id);
      },
      {
        signatory: 'whole',
        keeper: 'none',
        'cqc inspector': 'whole',
        observer: 'none',
        coordinator: 'none',
        stranger: 'none',
      },
      signed,
    ],
    [
      'a copy before publication is not there for agencies before its receipt',
      lettered({}),
      { lead: 'whole', 'cqc inspector': 'whole', coordinator: 'none', observer: 'none', stranger: 'none' },
      signed,
    ],
    [
      'a copy before publication is there for agencies from its receipt on',
      lettered({ receivedAt: now - day }),
      {
        coordinator: 'whole',
        'police coordinator': 'whole',
        observer: 'none',
        planner: 'none',
        stranger: 'none',
        signatory: 'none',
      },
      signed,
    ],
    [
      'a letter is everybody’s once it is published',
      lettered({ receivedAt: now - 2 * day, publishedAt: now - day }),
      { stranger: 'whole', observer: 'whole', coordinator: 'whole', 'police inspector': 'whole' },
      published,
    ],
    [
      'a letter that was withdrawn exists outside the team',
      lettered({ receivedAt: now - 2 * day, publishedAt: now - day, withdrawnAt: now - hour }),
      { stranger: 'exists', coordinator: 'exists', observer: 'exists', inspector: 'whole' },
      published,
    ],
    [
      'a letter that was superseded exists outside the team',
      lettered({ receivedAt: now - 2 * day, publishedAt: now - day, supersededAt: now - hour }),
      { stranger: 'exists', coordinator: 'exists', 'cqc assurer': 'whole' },
      published,
    ],
  ]);
});
