import { describe } from '@jest/globals';
import { ref } from './objects.js';
import { closedWorld, day, now, type WorldBuilder } from './world-builder.js';
import { caseFile, item, member, share } from './world-builder-contents.js';
import { request } from './world-builder-texts.js';
import { itTells } from './world-sentences.js';

const identity = (w: WorldBuilder) => {
  const id = caseFile(w);
  member(w, id, 'inspector');
  member(w, id, 'cqc inspector');
  return ref('identity', id);
};

describe('R6: a case', () => {
  itTells([
    [
      'is seen by the team, and written by leads and inspectors',
      (w) => ref('case', caseFile(w)),
      {
        lead: 'write',
        'cqc lead': 'write',
        'cqc inspector': 'write',
        analyst: 'whole',
        assurer: 'whole',
        observer: 'none',
        signatory: 'none',
        planner: 'none',
        auditor: 'none',
        coordinator: 'none',
      },
    ],
    [
      'exists for the agency that was asked about it, coordinator and contributors',
      (w) => {
        const id = caseFile(w);
        request(w, { caseIds: [id] });
        return ref('case', id);
      },
      { coordinator: 'exists', contributor: 'exists', 'agency signatory': 'none', 'police coordinator': 'none' },
    ],
    [
      'does not exist for an agency by a request in draft or cancelled',
      (w) => {
        const id = caseFile(w);
        request(w, { caseIds: [id], state: 'DRAFT' });
        request(w, { caseIds: [id], state: 'CANCELLED' });
        return ref('case', id);
      },
      { coordinator: 'none' },
    ],
    [
      'tells who the child is to case members alone',
      identity,
      {
        inspector: 'write',
        'cqc inspector': 'write',
        lead: 'none',
        'ofsted lead': 'none',
        colleague: 'none',
        assurer: 'none',
        keeper: 'none',
      },
    ],
    [
      'tells it no longer to a member who was removed, or whose assignment ended',
      (w) => {
        const id = caseFile(w);
        member(w, id, 'inspector', now - day);
        member(w, id, 'colleague');
        w.changeAssignment('colleague', { endedAt: now - day });
        return ref('identity', id);
      },
      { inspector: 'none', colleague: 'none' },
    ],
    [
      'tells it to nobody once it is closed',
      identity,
      { inspector: 'none', 'cqc inspector': 'none', keeper: 'none' },
      { world: closedWorld },
    ],
  ]);
});

describe('a chronology entry', () => {
  const entry = (w: WorldBuilder, evidenceId: string) => {
    const id = w.id();
    const caseId = caseFile(w, { code: id });
    w.draft.chronologyEntries.push({
      id,
      evidenceId,
      inspectionId: w.inspectionId,
      owner: 'OFSTED',
      caseId,
      agencyId: null,
      happenedOn: '2027-01-01',
      authorId: w.user('inspector').id,
    });
    return id;
  };
  itTells([
    [
      'is seen where its item is whole',
      (w) => {
        const id = item(w);
        share(w, id, { form: 'WHOLE' });
        return ref('chronology-entry', entry(w, id));
      },
      { inspector: 'write', assurer: 'whole', 'cqc inspector': 'whole', 'cqc observer': 'none' },
    ],
    [
      'is not told with a summary',
      (w) => {
        const id = item(w);
        share(w, id, { form: 'SUMMARY' });
        return ref('chronology-entry', entry(w, id));
      },
      { 'cqc inspector': 'none', colleague: 'write' },
    ],
    [
      'is not told under what is withdrawn',
      (w) => ref('chronology-entry', entry(w, item(w, { state: 'WITHDRAWN' }))),
      { inspector: 'none' },
    ],
    [
      'contradicts another for those who see both',
      (w) => {
        const open = item(w);
        share(w, open);
        const entryId = entry(w, open);
        const otherId = entry(w, item(w));
        w.draft.contradictions.push({ entryId, otherId, flaggedBy: w.user('inspector').id, flaggedAt: now - day });
        return ref('contradiction', entryId, otherId);
      },
      { inspector: 'whole', assurer: 'whole', 'cqc inspector': 'none' },
    ],
  ]);
});
