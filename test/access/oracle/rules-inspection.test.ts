import { describe } from '@jest/globals';
import { ref } from './objects.js';
import { WorldBuilder, closedWorld, day, now } from './world-builder.js';
import { handler } from './world-builder-unusual.js';
import { itTells } from './world-sentences.js';

const planned = (): WorldBuilder => new WorldBuilder({ stage: 'PREPARING', notifiedAt: null });
const published = (): WorldBuilder => new WorldBuilder({ stage: 'PUBLISHED', publishedAt: now - day });
const inspection = (w: WorldBuilder) => ref('inspection', w.inspectionId);

describe('R1: an inspection', () => {
  itTells([
    [
      'before notification exists for its team, observers and participating planners alone',
      inspection,
      {
        lead: 'write',
        inspector: 'whole',
        assurer: 'whole',
        'cqc analyst': 'whole',
        observer: 'exists',
        planner: 'write',
        'cqc planner': 'whole',
        coordinator: 'none',
        'agency administrator': 'none',
        auditor: 'none',
        keeper: 'none',
        'police planner': 'none',
        stranger: 'none',
      },
      { world: planned },
    ],
    [
      'exists for its agencies once it is notified, and merely exists for planners',
      inspection,
      {
        coordinator: 'exists',
        'agency signatory': 'exists',
        'agency administrator': 'exists',
        planner: 'exists',
        contact: 'none',
      },
    ],
    [
      'is told to nobody else before it is published',
      inspection,
      { stranger: 'none', auditor: 'none', 'police planner': 'none' },
    ],
    [
      'exists for everybody from its publication on',
      inspection,
      { stranger: 'exists', auditor: 'exists', lead: 'write', 'cqc inspector': 'whole' },
      { world: published },
    ],
    [
      'exists for an invited planner before he accepted',
      (w) => inspection(w.takesPart('HMICFRS', null)),
      { 'police planner': 'exists' },
      { world: planned },
    ],
    [
      'is gone for whoever left the team, by an act or at the end of his period, and not yet there for who comes later',
      (w) =>
        inspection(
          w
            .changeAssignment('inspector', { endedAt: now - day })
            .changeAssignment('colleague', { endsAt: now })
            .changeAssignment('analyst', { endsAt: now + 1 })
            .changeAssignment('assurer', { startsAt: now })
            .changeAssignment('cqc inspector', { startsAt: now + 1 })
            .suspend('cqc analyst'),
        ),
      {
        inspector: 'none',
        colleague: 'none',
        analyst: 'whole',
        assurer: 'whole',
        'cqc inspector': 'none',
        'cqc analyst': 'none',
      },
    ],
    [
      'exists for a signatory and for a handler',
      (w) => {
        handler(w, 'handler');
        return inspection(w);
      },
      { signatory: 'exists', handler: 'exists' },
    ],
    [
      'gives a planner whose post has ended nothing',
      (w) => {
        w.draft.organisationRoles = [];
        return inspection(w);
      },
      { planner: 'none', 'cqc planner': 'none' },
    ],
    [
      'the inspection, once published, exists for everybody for good',
      (w) => ref('inspection', w.inspectionId),
      { lead: 'exists', stranger: 'exists', keeper: 'whole', coordinator: 'exists' },
      { world: closedWorld, at: now + day },
    ],
  ]);
});

describe('R1: an assignment', () => {
  itTells([
    [
      'is seen by the team and the planners, and ended by its inspectorate lead or planner',
      (w) => ref('assignment', w.assignmentOf('cqc inspector').id),
      {
        'cqc lead': 'write',
        'cqc planner': 'write',
        lead: 'whole',
        planner: 'whole',
        assurer: 'whole',
        observer: 'none',
        signatory: 'none',
        coordinator: 'none',
      },
    ],
    [
      'is whole to the user himself whatever his role',
      (w) => ref('assignment', w.assignmentOf('signatory').id),
      { signatory: 'whole', observer: 'none', inspector: 'whole' },
    ],
    [
      'of an agency is seen by its own people, and by no other agency',
      (w) => ref('assignment', w.assignmentOf('contributor').id),
      {
        coordinator: 'write',
        contributor: 'whole',
        'agency administrator': 'write',
        'police coordinator': 'none',
        'cqc analyst': 'whole',
      },
    ],
    [
      'of a lead is seen by agencies while it is in force',
      (w) => ref('assignment', w.assignmentOf('cqc lead').id),
      { coordinator: 'whole', 'police contributor': 'whole' },
    ],
    [
      'of a lead who was replaced is seen by agencies no longer',
      (w) => ref('assignment', w.changeAssignment('cqc lead', { endedAt: now - day }).assignmentOf('cqc lead').id),
      { coordinator: 'none', inspector: 'whole', 'cqc lead': 'whole' },
    ],
    [
      'of an agency takes effect at notification',
      (w) => ref('assignment', w.assignmentOf('coordinator').id),
      { coordinator: 'none', contributor: 'none', inspector: 'whole' },
      { world: planned },
    ],
  ]);
});
