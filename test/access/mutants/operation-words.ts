/**
 * Operations that the page has no line for, or says no more of than of their neighbours: who and when, in the oracle's
 * words. Each is asked about the objects that it is done to.
 */
import type { ActedOn, Operation } from '../../../src/access/operations.js';
import { Knowledge } from '../oracle/knowledge.js';
import {
  counting,
  fromTo,
  hasPostIn,
  isInspectorateLeadOn,
  isLeadOn,
  isOneOf,
  until,
  untilClosed,
  type Asked,
} from '../oracle/may-do-parts.js';
import { administers } from '../oracle/may-do-people.js';
import { ref, type ObjectRef } from '../oracle/objects.js';
import { askerOf } from '../oracle/rules.js';
import { isTeam, isWriterOf } from '../oracle/standing.js';
import { now, type WorldBuilder } from '../oracle/world-builder.js';
import type { Evidence } from '../oracle/world-evidence.js';
import type { User } from '../oracle/world-people.js';
import type { World } from '../oracle/world.js';

export interface Worded {
  readonly operation: Operation;
  readonly object: ObjectRef;
  readonly on: ActedOn;
  readonly who: boolean;
  readonly when: boolean;
}

/** All that is said here of one user on the inspection of a world. */
export function* wordedOf(world: World, w: WorldBuilder, user: User): Generator<Worded> {
  const k = Knowledge.of(world);
  const asked: Asked = { k, asker: askerOf(k, user, now), key: w.inspectionId, about: {} };
  yield* onInspection(asked, w);
  yield* onCase(asked, w);
  yield* onEvidence(asked, w);
  yield* onText(asked, w);
}

function* onInspection(asked: Asked, w: WorldBuilder): Generator<Worded> {
  const inspection = asked.k.inspections.get(w.inspectionId);
  const object = ref('inspection', inspection.id);
  const lead = isLeadOn(asked, inspection.id);
  const planner = hasPostIn(asked, 'PLANNER', inspection.leadingInspectorate);
  const isOpen = untilClosed(inspection);
  const unrevealed = inspection.revealedAt === null;
  const of = (operation: Operation, who: boolean, when: boolean, on: ActedOn = {}): Worded => ({
    operation,
    object,
    on,
    who,
    when,
  });
  yield of('addAgency', planner || lead, until('ACCURACY_CHECK')(inspection));
  yield of('advanceStage', lead, isOpen && inspection.pausedAt === null);
  // At the latest when fieldwork begins: an inspection that missed it is told while fieldwork lasts.
  yield of('notify', lead, inspection.notifiedAt === null && until('DRAFTING')(inspection));
  yield of('setTimetableDate', lead, isOpen);
  yield of('setDueDate', lead, isOpen);
  yield of(
    'openAccuracyWindow',
    lead,
    !unrevealed && inspection.pausedAt === null && fromTo('DRAFTING', 'DRAFTING')(inspection),
  );
  yield of(
    'closeAccuracyWindow',
    lead,
    inspection.pausedAt === null && fromTo('ACCURACY_CHECK', 'ACCURACY_CHECK')(inspection),
  );
  yield of('holdPublication', lead, fromTo('SIGNED', 'SIGNED')(inspection));
  yield of('recordReceipt', lead, fromTo('SIGNED', 'FOLLOW_UP')(inspection));
  for (const state of ['ACTIVE', 'ENDED']) yield of('endWhistleblowingHandler', planner, state === 'ACTIVE', { state });
  // On a case, no state of it matters.
  yield of('breakGlass', lead || isInspectorateLeadOn(asked, inspection.id), isOpen && inspection.notifiedAt !== null);
  for (const { organisationId } of w.draft.inspectionAgencies)
    yield of('assignCoordinator', administers(asked, organisationId), isOpen && inspection.notifiedAt !== null, {
      agencyId: organisationId,
    });
  for (const { id, inspectorate, state } of w.draft.contributions) {
    const written = fromTo('FIELDWORK', 'DRAFTING')(inspection) && (unrevealed || state === 'DRAFT');
    const who = isOneOf(asked, inspection.id, inspectorate, (place) => isWriterOf(place, 'SAID'));
    yield { ...of('saveContribution', who, written, { owner: inspectorate, state }), object: ref('contribution', id) };
  }
}

function* onCase(asked: Asked, w: WorldBuilder): Generator<Worded> {
  const inspection = asked.k.inspections.get(w.inspectionId);
  const isOpen = untilClosed(inspection);
  for (const inspectorate of ['OFSTED', 'CQC'] as const) {
    const object = ref('inspection', inspection.id);
    const planner = hasPostIn(asked, 'PLANNER', inspectorate);
    const either = planner || isInspectorateLeadOn(asked, inspection.id, inspectorate);
    // A planner learns of the case nothing but that the act was done: it is the inspection that he sees.
    yield { operation: 'nameLeadAsCaseMember', object, on: { owner: inspectorate }, who: planner, when: isOpen };
    for (const state of ['ACTIVE', 'ENDED'])
      yield {
        ...{ operation: 'endCaseMember', object, on: { owner: inspectorate, state } },
        ...{ who: either, when: isOpen && state === 'ACTIVE' },
      };
  }
}

function* onEvidence(asked: Asked, w: WorldBuilder): Generator<Worded> {
  const inspection = asked.k.inspections.get(w.inspectionId);
  const drafted = fromTo('PREPARING', 'ACCURACY_CHECK')(inspection);
  for (const item of w.draft.evidence) {
    const who = editsItem(asked, item);
    const on = itemOn(asked, item);
    const when = item.state === 'DRAFT' ? drafted : item.state === 'SUBMITTED' && until('SIGNED')(inspection);
    yield { operation: 'changeChronologyEntry', object: ref('evidence', item.id), on, who, when };
    yield {
      operation: 'addChronologyEntry',
      object: ref('evidence', item.id),
      on,
      who,
      when: drafted && item.state !== 'WITHDRAWN',
    };
  }
  for (const { id, state } of w.draft.findings)
    for (const owner of ['OFSTED', 'CQC'] as const)
      yield {
        ...{ operation: 'lowerFindingMarking', object: ref('finding', id), on: { owner, state } },
        ...{
          who: isInspectorateLeadOn(asked, inspection.id, owner),
          when: state === 'SUBMITTED' && untilClosed(inspection),
        },
      };
}

const itemOn = (asked: Asked, item: Evidence): ActedOn => ({
  owner: item.owner,
  state: item.state,
  data: item.strength === 'DATA',
  mine: item.authorId === asked.asker.user.id,
});

/** A draft is its author's, while he is on the team; what is submitted, its owner's writers'. */
function editsItem(asked: Asked, item: Evidence): boolean {
  if (item.state === 'DRAFT')
    return item.authorId === asked.asker.user.id && counting(asked, item.inspectionId).some(isTeam);
  return isOneOf(asked, item.inspectionId, item.owner, (place) => isWriterOf(place, item.strength));
}

function* onText(asked: Asked, w: WorldBuilder): Generator<Worded> {
  const inspection = asked.k.inspections.get(w.inspectionId);
  const commented = fromTo('ACCURACY_CHECK', 'SIGNING')(inspection);
  const isOf = (agencyId: string): boolean =>
    counting(asked, inspection.id).some(
      ({ assignment: { role, organisationId } }) =>
        organisationId === agencyId && (role === 'COORDINATOR' || role === 'CONTRIBUTOR'),
    );
  for (const { organisationId: agencyId } of w.draft.inspectionAgencies)
    for (const state of ['FROZEN', 'REOPENED'])
      yield {
        ...{ operation: 'draftComment', object: ref('inspection', inspection.id), on: { agencyId, state } },
        ...{ who: isOf(agencyId), when: commented && state === 'FROZEN' },
      };
  for (const owner of ['OFSTED', 'CQC'] as const)
    for (const { id } of w.draft.frozenTexts)
      yield {
        ...{ operation: 'sign', object: ref('frozen-text', id), on: { owner } },
        who: isOneOf(asked, inspection.id, owner, ({ assignment }) => assignment.role === 'SIGNATORY'),
        when: fromTo('SIGNING', 'SIGNING')(inspection),
      };
  for (const { id, organisationId: agencyId, state } of w.draft.accuracyComments)
    yield {
      ...{ operation: 'editComment', object: ref('accuracy-comment', id), on: { agencyId, state } },
      ...{ who: isOf(agencyId), when: commented && state === 'DRAFT' },
    };
}
