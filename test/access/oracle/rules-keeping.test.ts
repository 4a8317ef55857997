import { describe } from '@jest/globals';
import { ref } from './objects.js';
import { closedWorld, day, now, type WorldBuilder } from './world-builder.js';
import { comment, frozenText, request, submission } from './world-builder-texts.js';
import { itTells } from './world-sentences.js';

const closedAt = now - 28 * day;
/** When the 28 days end. */
const over = { world: closedWorld, at: Date.UTC(2027, 2, 2) };

describe('R14: an agency', () => {
  const sent = (w: WorldBuilder) => ref('submission', submission(w, request(w), 'SUBMITTED'));
  itTells([
    [
      'keeps what it sent, whole, for good',
      sent,
      {
        coordinator: 'whole',
        contributor: 'whole',
        'agency signatory': 'none',
        'police coordinator': 'none',
        'cqc inspector': 'none',
        'cqc keeper': 'whole',
        keeper: 'none',
      },
      over,
    ],
    [
      'keeps it for whom was assigned at closing',
      (w) => {
        w.changeAssignment('contributor', { endsAt: closedAt });
        return sent(w);
      },
      { contributor: 'none', coordinator: 'whole' },
      over,
    ],
    ['keeps no draft', (w) => ref('submission', submission(w, request(w), 'DRAFT')), { coordinator: 'none' }, over],
    [
      'keeps the comments that it sent',
      (w) => ref('accuracy-comment', comment(w, frozenText(w, []))),
      { coordinator: 'whole', keeper: 'whole', 'police coordinator': 'none', lead: 'none' },
      over,
    ],
    ['keeps no request', (w) => ref('request', request(w)), { coordinator: 'none', 'cqc keeper': 'whole' }, over],
  ]);
});
