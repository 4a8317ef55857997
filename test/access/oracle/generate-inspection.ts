/** An inspection: its stage and acts, who takes part, and who is assigned. */
import {
  day,
  hour,
  leadersOf,
  londonMidnight,
  periodFrom,
  type Draft,
  type Pivots,
  type Plan,
} from './generate-draft.js';
import type { People } from './generate-people.js';
import type { Chance } from './generate-random.js';
import type { Id, Inspectorate, Instant } from './world-base.js';
import { stages, type Inspection, type Role, type Stage } from './world-people.js';

export const reached = (inspection: Inspection, stage: Stage): boolean =>
  stages.indexOf(inspection.stage) >= stages.indexOf(stage);

export function makeInspection(
  draft: Draft,
  chance: Chance,
  pivots: Pivots,
  people: People,
  inspectorates: readonly Inspectorate[],
  number: number,
): Plan {
  const [leadingInspectorate = 'OFSTED', ...others] = inspectorates;
  const inspection = conduct(draft, chance, pivots, leadingInspectorate, number);
  draft.inspections.push(inspection);
  const accepted = [leadingInspectorate];
  for (const inspectorate of others) {
    const acceptedAt = chance.happens(0.85) ? inspection.createdAt + day : null;
    if (acceptedAt !== null) accepted.push(inspectorate);
    draft.takingPart.push(part(inspection, inspectorate, acceptedAt));
  }
  draft.takingPart.push(part(inspection, leadingInspectorate, inspection.createdAt));
  const agencies = people.agencies.filter((_, at) => at === 0 || chance.happens(0.75));
  for (const organisationId of agencies) {
    const principalAuthority = organisationId === agencies[0];
    draft.inspectionAgencies.push({ inspectionId: inspection.id, organisationId, principalAuthority });
  }
  const absent = people.agencies.filter((id) => !agencies.includes(id));
  const acted = (inspection.closedAt ?? pivots.first) - day;
  const otherAgencies = [...absent, ...people.otherAgencies];
  const plan: Plan = { draft, chance, pivots, inspection, acted, accepted, agencies, otherAgencies };
  for (const inspectorate of accepted) assignTeam(plan, people, inspectorate);
  for (const agency of agencies) assignAgency(plan, agency);
  return plan;
}

const part = (inspection: Inspection, inspectorate: Inspectorate, acceptedAt: Instant | null) => ({
  inspectionId: inspection.id,
  inspectorate,
  gateway: 'CA_2004_S20',
  invitedAt: inspection.createdAt,
  acceptedAt,
});

/** The day of closing is the 29th before the second pivot, so that the 28 days end there. */
function conduct(
  draft: Draft,
  chance: Chance,
  pivots: Pivots,
  leadingInspectorate: Inspectorate,
  number: number,
): Inspection {
  const stage = chance.weighted<Stage>([
    [1, 'PLANNED'],
    [3, 'PREPARING'],
    [8, 'FIELDWORK'],
    [10, 'DRAFTING'],
    [10, 'ACCURACY_CHECK'],
    [4, 'SIGNING'],
    [4, 'SIGNED'],
    [4, 'PUBLISHED'],
    [4, 'FOLLOW_UP'],
    [9, 'CLOSED'],
  ]);
  const at = (from: Stage): boolean => stages.indexOf(stage) >= stages.indexOf(from);
  const closedAt = stage === 'CLOSED' ? closingDay(pivots) + chance.of([0, 9 * hour, 17 * hour, 22 * hour]) : null;
  const acted = (closedAt ?? pivots.first) - day;
  const isRevealed =
    at('ACCURACY_CHECK') ||
    (stage === 'DRAFTING' ? chance.happens(0.7) : stage === 'FIELDWORK' && chance.happens(0.35));
  const [planner] = draft.users;
  if (planner === undefined) throw new Error('There is nobody to create an inspection');
  return {
    id: chance.uuid(),
    title: `Inspection ${number}`,
    leadingInspectorate,
    stage,
    notifiedAt: at('FIELDWORK') || chance.happens(0.5) ? acted - 80 * day : null,
    publishedAt: at('PUBLISHED') ? acted - 4 * day : null,
    revealedAt: isRevealed ? acted - 30 * day : null,
    pausedAt: at('FIELDWORK') && !at('SIGNED') && chance.happens(0.25) ? acted - chance.of([2 * day, hour]) : null,
    closedAt,
    readableUntil: closedAt === null ? null : pivots.second,
    createdBy: planner.id,
    createdAt: acted - 120 * day,
  };
}

/** In London, which may have changed its clocks since. */
function closingDay({ second }: Pivots): Instant {
  const utcMidnight = Math.ceil(second / day) * day;
  return londonMidnight(utcMidnight - 29 * day);
}

/** A lead and an inspectorate lead, who may have replaced others; the rest of the team; some have several roles. */
function assignTeam(plan: Plan, people: People, inspectorate: Inspectorate): void {
  const { chance, draft, inspection } = plan;
  const organisationId = people.inspectorates.get(inspectorate) ?? '';
  const users = draft.users.filter((user) => user.organisationId === organisationId).map((user) => user.id);
  const assign = (role: Role, ended = chance.happens(0.07)): void =>
    addAssignment(
      plan,
      { role, inspectorate, organisationId, userId: chance.of(chance.happens(0.8) ? users.slice(0, 6) : users) },
      ended,
    );
  if (inspectorate === inspection.leadingInspectorate) {
    if (chance.happens(0.25)) assign('LEAD', true);
    assign('LEAD', false);
  }
  if (chance.happens(0.2)) assign('INSPECTORATE_LEAD', true);
  assign('INSPECTORATE_LEAD', false);
  for (const role of [
    'INSPECTOR',
    'INSPECTOR',
    'INSPECTOR',
    'ANALYST',
    'QUALITY_ASSURER',
    'OBSERVER',
    'SIGNATORY',
  ] as const)
    assign(role);
  if (chance.happens(0.3)) assign('SIGNATORY', false);
  if (leadersOf(plan, inspectorate).length === 0) throw new Error('An inspectorate has no lead');
}

function assignAgency(plan: Plan, organisationId: Id): void {
  const users = plan.draft.users.filter((user) => user.organisationId === organisationId).map((user) => user.id);
  const roles: readonly Role[] = ['COORDINATOR', 'CONTRIBUTOR', 'AGENCY_SIGNATORY', 'CONTRIBUTOR'];
  for (const [at, role] of roles.slice(0, plan.chance.between(1, 5)).entries()) {
    const userId = users[at % users.length];
    if (userId === undefined) continue;
    // What ended after closing is left out: the rules do not say whether he then keeps what he sent.
    const ended = plan.inspection.closedAt === null && plan.chance.happens(0.08);
    addAssignment(plan, { role, inspectorate: null, organisationId, userId }, ended);
  }
}

interface Assigned {
  readonly role: Role;
  readonly inspectorate: Inspectorate | null;
  readonly organisationId: Id;
  readonly userId: Id;
}

function addAssignment(plan: Plan, assigned: Assigned, ended: boolean): void {
  const { chance, draft, inspection } = plan;
  const sameRole = draft.assignments.some(
    (one) => one.inspectionId === inspection.id && one.userId === assigned.userId && one.role === assigned.role,
  );
  const isLeader = assigned.role === 'LEAD' || assigned.role === 'INSPECTORATE_LEAD';
  if (sameRole && !isLeader) return;
  const assignedBy = draft.users.find((user) => user.id !== assigned.userId)?.id ?? '';
  const from = assigned.inspectorate === null ? inspection.notifiedAt : inspection.createdAt;
  draft.assignments.push({
    id: chance.uuid(),
    inspectionId: inspection.id,
    ...assigned,
    ...periodFrom(plan, (from ?? inspection.createdAt) + 2 * day, isLeader ? 0.12 : 0.2),
    assignedBy,
    endedAt: ended ? endOf(plan) : null,
  });
}

/** Before what else was done, or of a closed inspection also after closing. */
function endOf({ chance, inspection, pivots, acted }: Plan): Instant {
  if (inspection.closedAt !== null && chance.happens(0.5)) return pivots.first - hour;
  return acted - chance.of([2 * day, 60 * day]);
}
