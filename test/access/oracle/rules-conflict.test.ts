import { describe } from '@jest/globals';
import { ref } from './objects.js';
import { day, now, type AgencyCode, type WorldBuilder } from './world-builder.js';
import { caseFile, item, share } from './world-builder-contents.js';
import { itTells } from './world-sentences.js';

const from =
  (source: AgencyCode, conflict: AgencyCode, lifted = false) =>
  (w: WorldBuilder) => {
    w.conflict('inspector', conflict, lifted);
    return ref('evidence', item(w, { sourceAgencyId: w.organisation(source) }));
  };

describe('R10: a conflict of interest', () => {
  itTells([
    [
      'with the source hides the item, his own too',
      from('COUNCIL', 'COUNCIL'),
      { inspector: 'none', colleague: 'write' },
    ],
    ['that was lifted hides nothing', from('COUNCIL', 'COUNCIL', true), { inspector: 'write' }],
    ['with another agency hides nothing', from('POLICE', 'COUNCIL'), { inspector: 'write' }],
    ['reaches predecessors', from('BOROUGH', 'COUNCIL'), { inspector: 'none' }],
    ['reaches successors', from('UNITARY', 'COUNCIL'), { inspector: 'none' }],
    ['reaches successors at any distance', from('UNITARY', 'BOROUGH'), { inspector: 'none' }],
    ['reaches predecessors at any distance', from('BOROUGH', 'UNITARY'), { inspector: 'none' }],
    ['does not reach a successor’s other predecessors', from('DISTRICT', 'COUNCIL'), { inspector: 'write' }],
    [
      'with an agency that is spoken of hides the item',
      (w) => {
        w.conflict('inspector', 'POLICE');
        return ref('evidence', item(w, { spokenOfIds: [w.organisation('TRUST'), w.organisation('POLICE')] }));
      },
      { inspector: 'none' },
    ],
    [
      'hides the draft of its author',
      (w) => {
        w.conflict('inspector', 'POLICE');
        return ref('evidence', item(w, { state: 'DRAFT', sourceAgencyId: w.organisation('POLICE') }));
      },
      { inspector: 'none' },
    ],
    [
      'hides what is shared',
      (w) => {
        w.conflict('cqc inspector', 'POLICE');
        const id = item(w, { sourceAgencyId: w.organisation('POLICE') });
        share(w, id);
        return ref('evidence', id);
      },
      { 'cqc inspector': 'none', 'cqc colleague': 'whole' },
    ],
    [
      'with a case hides the case and its rows',
      (w) => {
        const caseId = caseFile(w);
        w.conflict('inspector', { caseId });
        return ref('evidence', item(w, { caseId }));
      },
      { inspector: 'none', colleague: 'write' },
    ],
    [
      'with a case hides the case itself',
      (w) => {
        const caseId = caseFile(w);
        w.conflict('lead', { caseId });
        return ref('case', caseId);
      },
      { lead: 'none', inspector: 'write' },
    ],
    [
      'with an agency does not hide a case that names it',
      (w) => {
        w.conflict('lead', 'POLICE');
        return ref('case', caseFile(w, { agencyIds: [w.organisation('POLICE')] }));
      },
      { lead: 'write' },
    ],
  ]);
});

describe('R10: what is known of a conflict', () => {
  const declared = (w: WorldBuilder) => ref('conflict', w.conflict('cqc inspector', 'POLICE'));
  itTells([
    [
      'is whole to the user and his inspectorate lead, and exists for the lead',
      declared,
      {
        'cqc inspector': 'whole',
        'cqc lead': 'write',
        lead: 'exists',
        'ofsted lead': 'none',
        'cqc colleague': 'none',
        'cqc planner': 'none',
        'cqc keeper': 'none',
      },
    ],
    [
      'of an inspectorate lead is his planner’s to lift',
      (w) => ref('conflict', w.conflict('cqc lead', 'POLICE')),
      { 'cqc lead': 'whole', 'cqc planner': 'write', planner: 'none', lead: 'exists' },
    ],
    [
      'exists no longer for the lead once the user is off the inspection',
      (w) => {
        w.changeAssignment('cqc inspector', { endedAt: now - day });
        return declared(w);
      },
      { 'cqc inspector': 'whole', lead: 'none', 'cqc lead': 'none' },
    ],
  ]);
});
