import { describe, expect, it } from '@jest/globals';
import { ref } from './objects.js';
import { WorldBuilder, closedWorld, day, now } from './world-builder.js';
import { caseFile, item, share } from './world-builder-contents.js';
import { itTells } from './world-sentences.js';
import type { AccessRequest } from './world-acts.js';
import type { Opening } from './world-evidence.js';
import { sight } from './rules.js';

const opened = (by: 'cqc inspector' | 'inspector' | 'colleague') => (w: WorldBuilder) => {
  const assignment = w.assignmentOf(by);
  const opening: Opening = {
    id: w.id(),
    evidenceId: item(w),
    inspectionId: w.inspectionId,
    owner: 'OFSTED',
    actorId: assignment.userId,
    inspectorate: assignment.inspectorate ?? 'OFSTED',
    assignmentId: assignment.id,
    rule: 'SHARE',
    at: now - day,
  };
  w.draft.openings.push(opening);
  return ref('opening', opening.id);
};

describe('R15: an opening', () => {
  itTells([
    [
      'by another inspectorate is told to the owner’s team',
      opened('cqc inspector'),
      {
        inspector: 'whole',
        assurer: 'whole',
        analyst: 'whole',
        'cqc inspector': 'none',
        'cqc lead': 'none',
        observer: 'none',
        keeper: 'none',
      },
    ],
    ['by its author is told to nobody', opened('inspector'), { inspector: 'none', lead: 'none', assurer: 'none' }],
    ['by the owner’s own team is told to nobody', opened('colleague'), { inspector: 'none', colleague: 'none' }],
    [
      'is told to the owner’s record keepers after closing',
      opened('cqc inspector'),
      { keeper: 'whole', 'cqc keeper': 'none', inspector: 'whole' },
      { world: closedWorld },
    ],
  ]);
});

describe('R3: a request for access', () => {
  const asked =
    (state: AccessRequest['state'] = 'OPEN', endsAt: number | null = null) =>
    (w: WorldBuilder) => {
      const evidenceId = item(w);
      share(w, evidenceId, { form: 'SUMMARY', endsAt });
      const { id: assignmentId, userId: askedBy } = w.assignmentOf('cqc inspector');
      const id = w.id();
      w.draft.accessRequests.push({
        id,
        evidenceId,
        inspectionId: w.inspectionId,
        owner: 'OFSTED',
        askedBy,
        assignmentId,
        recipient: 'CQC',
        recipientAssignmentId: null,
        form: 'WHOLE',
        askedAt: now - day,
        dueAt: now + day,
        state,
        decidedBy: null,
        decidedAt: null,
        shareId: null,
      });
      return ref('access-request', id);
    };
  itTells([
    [
      'is the asker’s and the owner’s, who decide it; not quality assurers’',
      asked(),
      {
        'cqc inspector': 'whole',
        inspector: 'write',
        lead: 'write',
        analyst: 'whole',
        assurer: 'none',
        'cqc colleague': 'none',
        'cqc lead': 'none',
        observer: 'none',
      },
    ],
    ['that was refused stays theirs', asked('REFUSED'), { 'cqc inspector': 'whole', colleague: 'write' }],
    ['is the asker’s while he sees the item', asked('OPEN', now), { 'cqc inspector': 'none', inspector: 'write' }],
    [
      'is for nobody after closing',
      asked(),
      { 'cqc inspector': 'none', inspector: 'none', keeper: 'none' },
      { world: closedWorld },
    ],
  ]);
});

describe('the reasons', () => {
  it('name each rule that denied, where several did', () => {
    const w = new WorldBuilder();
    const caseId = caseFile(w);
    const id = item(w, { caseId });
    share(w, id, { endsAt: now });
    w.conflict('cqc inspector', { caseId });
    const answer = sight({ ...w.draft }, w.user('cqc inspector'), ref('evidence', id), now);
    expect(answer).toEqual({ sight: 'none', allowedBy: [], deniedBy: ['R3', 'R10'] });
  });

  it('name the rule of its kind where nothing spoke for it', () => {
    const w = new WorldBuilder();
    expect(sight({ ...w.draft }, w.user('coordinator'), ref('evidence', item(w)), now).deniedBy).toEqual(['R2']);
  });

  it('name the rules that allowed', () => {
    const w = new WorldBuilder();
    const id = item(w);
    share(w, id);
    expect(sight({ ...w.draft }, w.user('cqc inspector'), ref('evidence', id), now).allowedBy).toEqual(['R3', 'R4']);
  });
});
