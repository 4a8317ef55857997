import { describe } from '@jest/globals';
import { ref } from './objects.js';
import { WorldBuilder, day, hour, now } from './world-builder.js';
import { finding } from './world-builder-contents.js';
import { comment, frozenText } from './world-builder-texts.js';
import { itTells } from './world-sentences.js';
import type { Inspection } from './world-people.js';
import type { AccuracyReply, FrozenText } from './world-texts.js';

const inStage =
  (stage: Inspection['stage'], given: Partial<Inspection> = {}) =>
  (): WorldBuilder =>
    new WorldBuilder({ stage, revealedAt: now - 20 * day, ...given });
const checking = { world: inStage('ACCURACY_CHECK') };
const frozen =
  (given: Partial<FrozenText> = {}) =>
  (w: WorldBuilder) =>
    ref('frozen-paragraph', frozenText(w, [finding(w)], given)[1]);

describe('R9: the narrative', () => {
  const narrative = (w: WorldBuilder) => {
    w.draft.narratives.push({
      inspectionId: w.inspectionId,
      version: 1,
      compiledBy: w.user('lead').id,
      compiledAt: now - day,
    });
    return ref('narrative', w.inspectionId);
  };
  itTells([
    [
      'is the team’s, and written by the lead and the inspectorate leads while it is drafted',
      narrative,
      {
        lead: 'write',
        'cqc lead': 'write',
        inspector: 'whole',
        'cqc assurer': 'whole',
        observer: 'none',
        signatory: 'none',
        coordinator: 'none',
        planner: 'none',
      },
      { world: inStage('DRAFTING') },
    ],
    ['is read by the team once it is frozen', narrative, { lead: 'whole', inspector: 'whole' }, checking],
  ]);
});

describe('R9: the frozen text', () => {
  itTells([
    [
      'is read by the team, the agencies while the window is open, and signatories',
      frozen(),
      {
        lead: 'whole',
        'cqc inspector': 'whole',
        coordinator: 'whole',
        contributor: 'whole',
        'police coordinator': 'whole',
        signatory: 'whole',
        observer: 'none',
        planner: 'none',
        stranger: 'none',
      },
      checking,
    ],
    [
      'is closed to agencies at the deadline',
      frozen({ deadline: now }),
      { coordinator: 'none', 'police contributor': 'none', signatory: 'whole', inspector: 'whole' },
      checking,
    ],
    [
      'is open to agencies a millisecond before the deadline, and from its opening on',
      frozen({ openedAt: now, deadline: now + 1 }),
      { coordinator: 'whole' },
      checking,
    ],
    [
      'stays open while a pause lasts that began before the deadline',
      frozen({ deadline: now - hour }),
      { coordinator: 'whole' },
      { world: inStage('ACCURACY_CHECK', { pausedAt: now - 2 * hour }) },
    ],
    [
      'stays shut in a pause that began after the deadline',
      frozen({ deadline: now - 3 * hour }),
      { coordinator: 'none' },
      { world: inStage('ACCURACY_CHECK', { pausedAt: now - 2 * hour }) },
    ],
    [
      'that was reopened is the team’s alone',
      frozen({ reopenedAt: now - day }),
      { inspector: 'whole', coordinator: 'none', signatory: 'none' },
      { world: inStage('DRAFTING') },
    ],
    [
      'is read by signatories until it is published',
      frozen(),
      { signatory: 'none', lead: 'whole' },
      { world: inStage('PUBLISHED', { publishedAt: now - day }) },
    ],
    [
      'never shows its provenance to agencies or signatories',
      (w) => {
        const findingId = finding(w);
        return ref('frozen-provenance', frozenText(w, [findingId])[1], findingId);
      },
      { inspector: 'whole', 'cqc inspector': 'whole', coordinator: 'none', signatory: 'none' },
      checking,
    ],
    [
      'shows the provenance that merely exists as existing',
      (w) => {
        const findingId = finding(w, { state: 'WITHDRAWN' });
        return ref('frozen-provenance', frozenText(w, [findingId])[1], findingId);
      },
      { inspector: 'whole', 'cqc inspector': 'exists' },
      checking,
    ],
  ]);
});

describe('R9: an accuracy comment', () => {
  const sent: AccuracyReply = { state: 'SENT', draftedBy: '', draftedAt: now, sentBy: null, sentAt: now };
  const of = (w: WorldBuilder, given: Parameters<typeof comment>[2] = {}) =>
    comment(w, frozenText(w, [finding(w)], { deadline: now - day }), given);
  itTells([
    [
      'in draft is its agency’s',
      (w) => ref('accuracy-comment', of(w, { state: 'DRAFT' })),
      { contributor: 'write', coordinator: 'write', lead: 'none', inspector: 'none', 'police coordinator': 'none' },
      checking,
    ],
    [
      'sent is the team’s too, also when the window is shut',
      (w) => ref('accuracy-comment', of(w)),
      {
        coordinator: 'whole',
        contributor: 'whole',
        lead: 'whole',
        'cqc assurer': 'whole',
        observer: 'none',
        signatory: 'none',
        'police coordinator': 'none',
        'police contributor': 'none',
      },
      checking,
    ],
    [
      'has a reply that the agency reads once it is sent',
      (w) => ref('accuracy-reply', of(w, { reply: { ...sent, draftedBy: w.user('lead').id } })),
      { coordinator: 'whole', 'police coordinator': 'none', lead: 'whole', inspector: 'whole' },
      checking,
    ],
    [
      'has a reply in draft that the leading side and its author write',
      (w) => ref('accuracy-reply', of(w, { reply: { ...sent, state: 'DRAFT', draftedBy: w.user('cqc lead').id } })),
      { coordinator: 'none', lead: 'write', 'ofsted lead': 'write', 'cqc lead': 'write', 'cqc inspector': 'whole' },
      checking,
    ],
    [
      'has another inspectorate’s lead read the reply that he did not begin',
      (w) => ref('accuracy-reply', of(w, { reply: { ...sent, state: 'DRAFT', draftedBy: w.user('lead').id } })),
      { 'cqc lead': 'whole' },
      checking,
    ],
  ]);
});
