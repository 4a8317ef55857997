import { describe } from '@jest/globals';
import { ref } from './objects.js';
import { closedWorld, day, now, type WorldBuilder } from './world-builder.js';
import { caseFile, finding, item, member } from './world-builder-contents.js';
import { concern, handler, whistleblowing } from './world-builder-unusual.js';
import { itTells } from './world-sentences.js';

describe('R12: whistleblowing', () => {
  const filed = (w: WorldBuilder, agency: string | null = null) => {
    handler(w, 'handler');
    return ref('whistleblowing', whistleblowing(w, { agencyId: agency === null ? null : w.organisation(agency) }));
  };
  itTells([
    [
      'is seen by the handlers alone',
      (w) => filed(w),
      {
        handler: 'write',
        lead: 'none',
        'ofsted lead': 'none',
        'cqc inspector': 'none',
        planner: 'none',
        auditor: 'none',
        keeper: 'none',
        administrator: 'none',
        assurer: 'none',
        observer: 'none',
        coordinator: 'none',
      },
    ],
    ['is not seen by its author, who has a receipt', (w) => filed(w), { 'cqc inspector': 'none' }],
    [
      'is no longer seen by whom stopped being a handler',
      (w) => {
        handler(w, 'handler', now - day);
        return ref('whistleblowing', whistleblowing(w));
      },
      { handler: 'none' },
    ],
    [
      'is seen by a handler no more once he is lead or inspectorate lead',
      (w) => {
        w.assign('handler', { role: 'INSPECTORATE_LEAD' });
        return filed(w);
      },
      { handler: 'none' },
    ],
    [
      'is seen by a handler who inspects',
      (w) => {
        w.assign('handler', { role: 'INSPECTOR' });
        return filed(w);
      },
      { handler: 'write' },
    ],
    [
      'is handled by people of the leading inspectorate alone',
      (w) => {
        handler(w, 'cqc colleague');
        return filed(w);
      },
      { 'cqc colleague': 'none', handler: 'write' },
    ],
    [
      'is hidden from a handler with a conflict with the agency that it concerns',
      (w) => {
        w.conflict('handler', 'POLICE');
        return filed(w, 'POLICE');
      },
      { handler: 'none' },
    ],
    [
      'is not hidden by a conflict with another agency',
      (w) => {
        w.conflict('handler', 'TRUST');
        return filed(w, 'POLICE');
      },
      { handler: 'write' },
    ],
    [
      'is seen by no handler who is suspended',
      (w) => {
        w.suspend('handler');
        return filed(w);
      },
      { handler: 'none' },
    ],
    ['is still handled after closing', (w) => filed(w), { handler: 'write', keeper: 'none' }, { world: closedWorld }],
    [
      'is still handled when the 28 days are over',
      (w) => filed(w),
      { handler: 'write', keeper: 'none' },
      { world: closedWorld, at: now + day },
    ],
  ]);
});

describe('R13: posts', () => {
  const holders = {
    planner: 'none',
    keeper: 'none',
    auditor: 'none',
    administrator: 'none',
    'cqc planner': 'none',
    'cqc keeper': 'none',
  } as const;
  itTells([
    ['give no evidence', (w) => ref('evidence', item(w)), holders],
    ['give no draft', (w) => ref('evidence', item(w, { state: 'DRAFT' })), holders],
    ['give no finding', (w) => ref('finding', finding(w)), holders],
    ['give no case', (w) => ref('case', caseFile(w)), holders],
    ['give no conflict of an inspector', (w) => ref('conflict', w.conflict('inspector', 'POLICE')), holders],
    [
      'take nothing from whom is assigned as well',
      (w) => {
        w.post('inspector', 'AUDITOR');
        return ref('evidence', item(w));
      },
      { inspector: 'write' },
    ],
  ]);
});

describe('an immediate concern', () => {
  itTells([
    [
      'is its author’s, the lead’s and its receiver’s',
      (w) => ref('concern', concern(w)),
      {
        'cqc inspector': 'whole',
        lead: 'whole',
        contact: 'write',
        'cqc lead': 'none',
        'ofsted lead': 'none',
        assurer: 'none',
        stranger: 'none',
        coordinator: 'none',
        keeper: 'none',
      },
    ],
    [
      'on a case is its members’ too',
      (w) => {
        const caseId = caseFile(w);
        member(w, caseId, 'colleague');
        return ref('concern', concern(w, { caseId }));
      },
      { colleague: 'whole', inspector: 'none' },
    ],
    [
      'is hidden from a member with a conflict',
      (w) => {
        const caseId = caseFile(w);
        member(w, caseId, 'colleague');
        w.conflict('colleague', { caseId });
        return ref('concern', concern(w, { caseId }));
      },
      { colleague: 'none' },
    ],
    [
      'is still the receiver’s after closing, and the leading inspectorate’s record keepers’',
      (w) => ref('concern', concern(w)),
      { contact: 'write', keeper: 'whole', 'cqc keeper': 'none', lead: 'whole', 'cqc inspector': 'whole' },
      { world: closedWorld },
    ],
    [
      'reaches no contact whose post has ended',
      (w) => {
        w.draft.organisationRoles = [];
        return ref('concern', concern(w));
      },
      { contact: 'none' },
    ],
  ]);
});
