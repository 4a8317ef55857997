/** What agencies are asked and send; concerns; whistleblowing; conflicts of interest. */
import {
  assigned,
  casesOf,
  day,
  daysBefore,
  hour,
  leadersOf,
  ofAgency,
  onTeam,
  writersOf,
  type Draft,
  type Plan,
} from './generate-draft.js';
import type { Chance } from './generate-random.js';
import type { AgencyRequest, Concern } from './world-acts.js';
import type { Id } from './world-base.js';

/** In every state, before notification too: they take effect with it. */
export function makeRequests(plan: Plan, count: number): void {
  const { draft, chance, inspection } = plan;
  for (let made = 0; made < count; made += 1) {
    const inspectorates = chance.shuffled(plan.accepted).slice(0, chance.between(1, 3));
    const [first = inspection.leadingInspectorate] = inspectorates;
    const state = chance.weighted([
      [2, 'DRAFT'],
      [6, 'ISSUED'],
      [2, 'CANCELLED'],
    ] as const);
    const wasIssued = state === 'ISSUED' || (state === 'CANCELLED' && chance.happens(0.6));
    const issuedAt = wasIssued ? daysBefore(plan, 50) : null;
    const request: AgencyRequest = {
      id: chance.uuid(),
      inspectionId: inspection.id,
      organisationId: chance.of(plan.agencies),
      state,
      inspectorates,
      caseIds: chance.happens(0.5) ? chance.some(casesOf(plan), 2).map((one) => one.id) : [],
      draftedBy: chance.of(leadersOf(plan, first)).userId,
      draftedAt: daysBefore(plan, 55),
      issuedAt,
      dueAt: issuedAt === null ? null : issuedAt + 10 * day,
      cancelledAt: state === 'CANCELLED' ? daysBefore(plan, 42) : null,
    };
    draft.requests.push(request);
    if (issuedAt !== null && chance.happens(0.8)) makeSubmission(plan, request);
  }
}

function makeSubmission(plan: Plan, request: AgencyRequest): void {
  const { draft, chance, inspection } = plan;
  const people = ofAgency(plan, request.organisationId, ['COORDINATOR', 'CONTRIBUTOR']);
  if (people.length === 0) return;
  const submitted = chance.happens(0.7);
  const writtenBy = chance.of(people).userId;
  const writtenAt = daysBefore(plan, 45);
  draft.submissions.push({
    id: chance.uuid(),
    requestId: request.id,
    inspectionId: inspection.id,
    organisationId: request.organisationId,
    state: submitted ? 'SUBMITTED' : 'DRAFT',
    late: false,
    writtenBy,
    writtenAt,
    submittedAt: submitted ? writtenAt + hour : null,
    submittedBy: submitted ? writtenBy : null,
  });
}

/** The authority that is told need take no part. */
export function makeConcerns(plan: Plan, count: number): void {
  const { draft, chance, inspection } = plan;
  for (let made = 0; made < count; made += 1) {
    draft.concerns.push({
      id: chance.uuid(),
      inspectionId: inspection.id,
      receiverId: receiver(plan),
      caseId: chance.maybe(
        0.7,
        casesOf(plan).map((one) => one.id),
      ),
      state: chance.of<Concern['state']>(['RAISED', 'ACKNOWLEDGED', 'ACTED_ON', 'CLOSED']),
      raisedBy: chance.of(onTeam(plan, chance.of(plan.accepted))).userId,
      raisedAt: daysBefore(plan, 33),
    });
  }
}

/** Never one that was replaced: somebody has to be there. */
function receiver({ draft, chance }: Plan): Id {
  const contacts = draft.organisationRoles.filter((one) => one.role === 'SAFEGUARDING_CONTACT');
  const able = contacts.filter((one) =>
    draft.organisations.some((other) => other.id === one.organisationId && other.replacedBy === null),
  );
  return chance.of(able).organisationId;
}

/** Handlers are of the leading inspectorate, neither its planner nor a lead or inspectorate lead. */
export function makeWhistleblowing(plan: Plan): void {
  const { draft, chance, inspection } = plan;
  const leads = assigned(plan, null, ['LEAD', 'INSPECTORATE_LEAD']).map((one) => one.userId);
  const own = draft.organisations.find((one) => one.inspectorate === inspection.leadingInspectorate)?.id;
  const planners = draft.organisationRoles.filter((one) => one.organisationId === own && one.role === 'PLANNER');
  const [planner] = planners;
  if (planner === undefined) return;
  const able = draft.users.filter(
    (user) =>
      user.organisationId === own && !leads.includes(user.id) && !planners.some((one) => one.userId === user.id),
  );
  for (const user of chance.shuffled(able).slice(0, 3)) {
    const namedAt = daysBefore(plan, 90);
    draft.whistleblowingHandlers.push({
      id: chance.uuid(),
      inspectionId: inspection.id,
      userId: user.id,
      namedBy: planner.userId,
      namedAt,
      endedAt: chance.happens(0.25) ? namedAt + day : null,
    });
  }
  for (let made = 0; made < 5; made += 1) {
    draft.whistleblowings.push({
      id: chance.uuid(),
      inspectionId: inspection.id,
      agencyId: chance.maybe(0.5, [...plan.agencies, ...plan.otherAgencies]),
      receivedAt: daysBefore(plan, 32),
      state: chance.of(['RECEIVED', 'IN_HAND', 'CLOSED']),
      filedBy: chance.of(writersOf(plan, chance.of(plan.accepted))).userId,
    });
  }
}

/** Of inspectorates' people, with agencies and their lines, and with cases; a quarter is lifted. */
export function makeConflicts(draft: Draft, chance: Chance, plans: readonly Plan[], count: number): void {
  for (let made = 0; made < count; made += 1) {
    const plan = chance.of(plans);
    const assignment = chance.of(onTeam(plan, chance.of(plan.accepted)));
    const { inspectorate, userId } = assignment;
    if (inspectorate === null) continue;
    const withCase = chance.happens(0.35);
    const organisationId = withCase ? null : chance.of([...plan.agencies, ...plan.otherAgencies]);
    const caseId = withCase ? chance.of(casesOf(plan)).id : null;
    const same = draft.conflicts.some(
      (one) => one.userId === userId && one.organisationId === organisationId && one.caseId === caseId,
    );
    const liftedBy = chance.maybe(
      0.25,
      leadersOf(plan, inspectorate).filter((one) => one.userId !== userId),
    );
    if (same) continue;
    draft.conflicts.push({
      id: chance.uuid(),
      userId,
      inspectorate,
      organisationId,
      caseId,
      declaredBy: userId,
      declaredAt: plan.acted - 9 * day,
      liftedAt: liftedBy === null ? null : plan.acted - day,
      liftedBy: liftedBy?.userId ?? null,
    });
  }
}
