import { describe } from '@jest/globals';
import { ref } from './objects.js';
import type { AgencyRequest } from './world-acts.js';
import { WorldBuilder } from './world-builder.js';
import { request, submission } from './world-builder-texts.js';
import { itTells } from './world-sentences.js';

describe('R7: a request', () => {
  const of =
    (given: Partial<AgencyRequest> = {}) =>
    (w: WorldBuilder) =>
      ref('request', request(w, given));
  itTells([
    [
      'issued is whole to the agency, the inspectorates named and the lead, and exists for the rest of the team',
      of(),
      {
        coordinator: 'whole',
        contributor: 'whole',
        'agency signatory': 'none',
        'cqc lead': 'write',
        'cqc inspector': 'whole',
        'cqc assurer': 'whole',
        lead: 'write',
        inspector: 'exists',
        assurer: 'exists',
        observer: 'none',
        planner: 'none',
        'police coordinator': 'exists',
        'police contributor': 'none',
      },
    ],
    [
      'in draft is seen by the inspectorates named alone',
      of({ state: 'DRAFT' }),
      {
        'cqc inspector': 'whole',
        'cqc lead': 'write',
        'cqc assurer': 'whole',
        lead: 'none',
        inspector: 'none',
        coordinator: 'none',
        'police coordinator': 'none',
      },
    ],
    [
      'cancelled is whole to the inspectorates named, and exists for its agency',
      of({ state: 'CANCELLED' }),
      {
        'cqc inspector': 'whole',
        lead: 'none',
        inspector: 'none',
        coordinator: 'exists',
        contributor: 'exists',
        'police coordinator': 'none',
      },
    ],
    [
      'that was cancelled as a draft was never its agency’s',
      of({ state: 'CANCELLED', issuedAt: null }),
      { coordinator: 'none', 'cqc inspector': 'whole' },
    ],
    [
      'takes effect at notification',
      of(),
      { coordinator: 'none', 'police coordinator': 'none', 'cqc inspector': 'whole' },
      { world: () => new WorldBuilder({ stage: 'PREPARING', notifiedAt: null }) },
    ],
    [
      'tells when it is due to those who see it whole and to other agencies’ coordinators, not to the rest of the team',
      (w) => ref('request-due', request(w)),
      {
        coordinator: 'whole',
        'police coordinator': 'whole',
        lead: 'write',
        'cqc analyst': 'whole',
        inspector: 'none',
        'police contributor': 'none',
      },
    ],
  ]);
});

describe('R7: a submission', () => {
  itTells([
    [
      'in draft is its agency’s alone',
      (w) => ref('submission', submission(w, request(w), 'DRAFT')),
      {
        coordinator: 'write',
        contributor: 'write',
        'agency signatory': 'none',
        'cqc inspector': 'none',
        'police coordinator': 'none',
      },
    ],
    [
      'submitted is also the inspectorates’ that are named',
      (w) => ref('submission', submission(w, request(w), 'SUBMITTED')),
      {
        coordinator: 'whole',
        contributor: 'whole',
        'cqc inspector': 'whole',
        'cqc assurer': 'whole',
        lead: 'none',
        inspector: 'none',
        'police coordinator': 'none',
        'cqc observer': 'none',
      },
    ],
    [
      'stays with both when the request is cancelled',
      (w) => ref('submission', submission(w, request(w, { state: 'CANCELLED' }), 'SUBMITTED')),
      { coordinator: 'whole', 'cqc inspector': 'whole' },
    ],
  ]);
});
