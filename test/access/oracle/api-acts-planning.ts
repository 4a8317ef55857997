import {
  act,
  colleague,
  gatewayOf,
  global,
  inspectionOf,
  memberBeside,
  one,
  organisationOf,
  STALE,
  type Act,
  type ActKind,
  type Trial,
} from './api-acts.js';
import { inspectorates, type Inspectorate } from './world-base.js';
import { stages, type Role } from './world-people.js';

const REASON = 'For a reason that is given here.';

function assigned(trial: Trial, role: Role, organisationId: string | undefined, about: Act['about'] = {}): Act | null {
  const person = colleague(trial, organisationId);
  if (person === null) return null;
  return {
    mutation: 'assign',
    input: { inspectionId: global('Inspection', trial.key), userId: global('Person', person.id), role },
    about,
  };
}

const inspectorateId = ({ world }: Trial, code: Inspectorate): string | undefined =>
  one(world.organisations, ({ inspectorate }) => inspectorate === code)?.id;

/** An agency's own people are the agency's to assign; others try it with those of an agency that is inspected. */
function agencyFor(trial: Trial): string | undefined {
  const own = organisationOf(trial);
  return own.inspectorate === null
    ? own.id
    : one(trial.world.inspectionAgencies, ({ inspectionId }) => inspectionId === trial.key)?.organisationId;
}

const onInspection =
  (mutation: string, more: object = {}, inputType?: string) =>
  ({ key }: Trial): Act => ({
    mutation,
    input: { inspectionId: global('Inspection', key), ...more },
    ...(inputType === undefined ? {} : { inputType }),
  });
const marked = (kind: string): ((trial: Trial) => Act) =>
  onInspection('markInspection', { kind, authority: 'The chief inspector', reason: REASON });

export const planningActs: readonly ActKind[] = [
  act('name lead', 'inspection', (trial) =>
    assigned(trial, 'LEAD', inspectorateId(trial, inspectionOf(trial).leadingInspectorate)),
  ),
  act('name inspectorate lead', 'inspection', (trial) => {
    const inspectorate = organisationOf(trial).inspectorate ?? inspectionOf(trial).leadingInspectorate;
    return assigned(trial, 'INSPECTORATE_LEAD', inspectorateId(trial, inspectorate), { inspectorate });
  }),
  act('assign member', 'inspection', (trial) => {
    const inspectorate = organisationOf(trial).inspectorate ?? inspectionOf(trial).leadingInspectorate;
    return assigned(trial, 'INSPECTOR', inspectorateId(trial, inspectorate));
  }),
  act('assign coordinator', 'inspection', (trial) => assigned(trial, 'COORDINATOR', agencyFor(trial))),
  act('assign contributor', 'inspection', (trial) => assigned(trial, 'CONTRIBUTOR', agencyFor(trial))),
  act('end assignment', 'assignment', ({ key }) => ({
    mutation: 'endAssignment',
    input: { assignmentId: global('Assignment', key) },
  })),
  act('invite inspectorate', 'inspection', (trial) => {
    const taking = trial.world.takingPart.filter(({ inspectionId }) => inspectionId === trial.key);
    const other = inspectorates.find((code) => !taking.some(({ inspectorate }) => inspectorate === code));
    return other === undefined ? null : onInspection('inviteInspectorate', { inspectorate: other })(trial);
  }),
  act('accept invitation', 'inspection', (trial) =>
    onInspection('acceptInvitation', { gateway: gatewayOf(organisationOf(trial).inspectorate, 'INSPECT') })(trial),
  ),
  act('notify', 'inspection', onInspection('notifyArea', {}, 'InspectionInput')),
  act('advance', 'inspection', (trial) => {
    const next = stages[stages.indexOf(inspectionOf(trial).stage) + 1] ?? 'CLOSED';
    return onInspection('advanceStage', { to: next, version: STALE })(trial);
  }),
  act('defer', 'inspection', marked('DEFERRED')),
  act('pause', 'inspection', marked('PAUSED')),
  act('resume', 'inspection', marked('RESUMED')),
  act('mark incomplete', 'inspection', marked('INCOMPLETE')),
  act('close', 'inspection', onInspection('closeInspection', {}, 'InspectionInput')),
  act('open reveal', 'inspection', onInspection('openReveal', { reason: REASON })),
  act('compile narrative', 'inspection', onInspection('compileNarrative')),
  act('lift conflict', 'conflict', ({ key }) => ({
    mutation: 'liftConflict',
    input: { conflictId: global('ConflictOfInterest', key), reason: REASON },
  })),
  act('create case', 'inspection', (trial) => onInspection('createCase', caseWords(trial))(trial)),
  act('edit case', 'case', (trial) => ({
    mutation: 'editCase',
    input: { caseId: global('Case', trial.key), version: STALE, ...caseWords(trial) },
  })),
  act('name case member', 'case', (trial) => {
    const file = one(trial.world.cases, ({ id }) => id === trial.key);
    const seat = file === null ? null : memberBeside(trial, file.inspectionId);
    // A planner names inspectorate leads for cases that he does not see: no operation of these rules.
    if (seat === null || isPlanner(trial)) return null;
    return {
      mutation: 'nameCaseMember',
      input: { caseId: global('Case', trial.key), assignmentId: global('Assignment', seat.id) },
    };
  }),
];

const isPlanner = ({ world, user }: Trial): boolean =>
  world.organisationRoles.some(({ userId, role }) => userId === user.id && role === 'PLANNER');

const caseWords = ({ world }: Trial): object => ({
  sampling: 'SAMPLED',
  rationale: REASON,
  journeyStage: 'EARLY_HELP',
  ageYears: 9,
  unborn: false,
  agencyIds: world.inspectionAgencies.slice(0, 1).map(({ organisationId }) => global('Agency', organisationId)),
});
