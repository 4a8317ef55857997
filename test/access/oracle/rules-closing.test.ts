import { describe } from '@jest/globals';
import { ref } from './objects.js';
import { closedWorld, day, hour, now } from './world-builder.js';
import { caseFile, cite, contribution, finding, item, share } from './world-builder-contents.js';
import { frozenText } from './world-builder-texts.js';
import { itTells } from './world-sentences.js';

const closed = { world: closedWorld };
const closedAt = now - 28 * day;
const until = Date.UTC(2027, 2, 2);
const over = { world: closedWorld, at: until };

describe('R14: after closing', () => {
  itTells([
    [
      'what was seen is read for 28 days, and written by nobody',
      (w) => ref('evidence', item(w)),
      {
        inspector: 'whole',
        colleague: 'whole',
        assurer: 'whole',
        keeper: 'whole',
        'cqc inspector': 'none',
        'cqc keeper': 'none',
      },
      closed,
    ],
    [
      'it is read a millisecond before the 28 days are over',
      (w) => ref('evidence', item(w)),
      { inspector: 'whole' },
      { world: closedWorld, at: until - 1 },
    ],
    [
      'the owner’s record keepers alone see it when the 28 days are over',
      (w) => ref('evidence', item(w)),
      { inspector: 'none', lead: 'none', keeper: 'whole', 'cqc keeper': 'none', auditor: 'none' },
      over,
    ],
    [
      'assignments in force at closing count, also where their end came since',
      (w) => {
        w.changeAssignment('inspector', { endsAt: closedAt + 1 });
        return ref('evidence', item(w));
      },
      { inspector: 'whole' },
      closed,
    ],
    [
      'assignments that were over at closing do not count',
      (w) => {
        w.changeAssignment('colleague', { endsAt: closedAt });
        w.changeAssignment('lead', { startsAt: closedAt + 1 });
        return ref('evidence', item(w));
      },
      { colleague: 'none', lead: 'none', inspector: 'whole' },
      closed,
    ],
    [
      'assignments that begin with closing count',
      (w) => {
        w.changeAssignment('colleague', { startsAt: closedAt });
        return ref('evidence', item(w));
      },
      { colleague: 'whole' },
      closed,
    ],
    [
      'assignments that were ended since do not count',
      (w) => {
        w.changeAssignment('colleague', { endedAt: now - hour });
        return ref('evidence', item(w));
      },
      { colleague: 'none' },
      closed,
    ],
    [
      'shares in force at closing count, also where their end came since',
      (w) => {
        const id = item(w);
        share(w, id, { endsAt: closedAt + 1 });
        return ref('evidence', id);
      },
      { 'cqc inspector': 'whole', 'cqc keeper': 'none' },
      closed,
    ],
    [
      'shares that were over at closing do not count',
      (w) => {
        const id = item(w);
        share(w, id, { endsAt: closedAt });
        return ref('evidence', id);
      },
      { 'cqc inspector': 'none' },
      closed,
    ],
    [
      'shares that were to start later do not count',
      (w) => {
        const id = item(w);
        share(w, id, { startsAt: closedAt + 1 });
        return ref('evidence', id);
      },
      { 'cqc inspector': 'none' },
      closed,
    ],
    [
      'shares that were revoked since do not count',
      (w) => {
        const id = item(w);
        share(w, id, { revokedAt: now - hour });
        return ref('evidence', id);
      },
      { 'cqc inspector': 'none' },
      closed,
    ],
    [
      'shares end for good when the 28 days are over',
      (w) => {
        const id = item(w);
        share(w, id);
        return ref('evidence', id);
      },
      { 'cqc inspector': 'none' },
      over,
    ],
    [
      'a record keeper sees title and reason of what was withdrawn',
      (w) => ref('evidence', item(w, { state: 'WITHDRAWN' })),
      { keeper: 'summary', 'cqc keeper': 'none' },
      over,
    ],
    [
      'a draft is its author’s for the 28 days, and never a record keeper’s',
      (w) => ref('evidence', item(w, { state: 'DRAFT' })),
      { inspector: 'whole', keeper: 'none', colleague: 'none' },
      closed,
    ],
    [
      'a draft is nobody’s afterwards',
      (w) => ref('evidence', item(w, { state: 'DRAFT' })),
      { inspector: 'none', keeper: 'none' },
      over,
    ],
    [
      'a record keeper sees findings of his own inspectorate',
      (w) => ref('finding', finding(w)),
      { keeper: 'whole', 'cqc keeper': 'none', 'cqc inspector': 'whole' },
      closed,
    ],
    [
      'a record keeper sees what is joint if his inspectorate led',
      (w) => ref('frozen-paragraph', frozenText(w, [finding(w)])[1]),
      { keeper: 'whole', 'cqc keeper': 'none', 'cqc inspector': 'none', coordinator: 'none' },
      over,
    ],
    [
      'a record keeper sees no citation of an item that another inspectorate owns',
      (w) => ref('citation', cite(w, finding(w), item(w, { owner: 'CQC' }))),
      { keeper: 'none', 'cqc keeper': 'none' },
      over,
    ],
    [
      'a record keeper with a conflict does not see it',
      (w) => {
        w.conflict('keeper', 'POLICE');
        return ref('evidence', item(w, { sourceAgencyId: w.organisation('POLICE') }));
      },
      { keeper: 'none' },
      over,
    ],
    [
      'a record keeper whose post has ended sees nothing',
      (w) => {
        w.draft.organisationRoles = [];
        return ref('evidence', item(w));
      },
      { keeper: 'none' },
      closed,
    ],
    [
      'a record keeper sees contributions that were submitted',
      (w) => ref('contribution', contribution(w, 'OFSTED', 'SUBMITTED')),
      { keeper: 'whole', 'cqc keeper': 'none' },
      over,
    ],
    [
      'a record keeper sees shares, and no recipient does any more',
      (w) => ref('share', share(w, item(w))),
      { keeper: 'whole', 'cqc keeper': 'none', 'cqc inspector': 'none' },
      over,
    ],
    [
      'a case is the leading inspectorate’s record keepers’',
      (w) => ref('case', caseFile(w)),
      { keeper: 'whole', 'cqc keeper': 'none', inspector: 'none' },
      over,
    ],
  ]);
});
