import { type Caller } from './client.js';
import { type Cast, known } from './cast.js';
import type { Moments } from './moments.js';
import { usersOf } from './users.js';

/** What makes one inspection of the demonstration differ from the other before it begins. */
export interface Plan {
  /** Begins every label of an act, so that both inspections keep their own keys. */
  readonly label: string;
  readonly area: string;
  readonly inspectorates: readonly string[];
  readonly agencies: readonly string[];
  /** Subjects of users who take no part in it. */
  readonly without: readonly string[];
}

/** An inspection with its people in their seats. */
export interface Staged {
  readonly label: string;
  readonly id: string;
  readonly cast: Cast;
  readonly moments: Moments;
  readonly lead: Caller;
  /** Id of the assignment of a user on this inspection. */
  seat(organisation: string, subject: string): string;
}

/** Plans an inspection, invites the inspectorates, seats everybody, notifies the area and seats the agencies' people. */
export async function stage(cast: Cast, plan: Plan, moments: Moments): Promise<Staged> {
  const id = await planned(cast, plan, moments);
  const seats = new Map<string, string>();
  const seat = async (by: Caller, organisation: string, subject: string, role: string): Promise<void> => {
    const { assignment } = await by.act<{ assignment: { id: string } }>(
      'assign',
      `${plan.label} ${organisation} ${subject}`,
      { inspectionId: id, userId: cast.userId(organisation, subject), role },
      'assignment { id }',
    );
    seats.set(`${organisation} ${subject}`, assignment.id);
  };
  await seat(cast.who('OFSTED', 'planner').at(moments.staffed), 'OFSTED', 'lead', 'LEAD');
  for (const code of plan.inspectorates) {
    const lead = 'inspectorate-lead';
    await seat(cast.who(code, 'planner').at(moments.staffed), code, lead, 'INSPECTORATE_LEAD');
    for (const { subject, seat: role } of usersOf(code))
      if (role !== null && role !== 'LEAD' && subject !== lead && !plan.without.includes(subject))
        await seat(cast.who(code, lead).at(moments.staffed), code, subject, role);
  }
  const lead = cast.who('OFSTED', 'lead');
  await advance(lead.at(moments.notified), plan.label, id, 'PREPARING');
  await lead.at(moments.notified).act('notifyArea', plan.label, { inspectionId: id }, '', 'InspectionInput');
  for (const code of plan.agencies) {
    await seat(cast.who(code, 'administrator').at(moments.notified), code, 'coordinator', 'COORDINATOR');
    if (usersOf(code).some(({ subject }) => subject === 'contributor'))
      await seat(cast.who(code, 'coordinator').at(moments.notified), code, 'contributor', 'CONTRIBUTOR');
  }
  return {
    label: plan.label,
    id,
    cast,
    moments,
    lead,
    seat: (organisation, subject) => known(seats, `${organisation} ${subject}`),
  };
}

async function planned(cast: Cast, plan: Plan, moments: Moments): Promise<string> {
  const [leading = '', ...invited] = plan.inspectorates;
  const agencyIds = plan.agencies.map((code) => cast.agency(code));
  const { inspection } = await cast
    .who(leading, 'planner')
    .at(moments.planned)
    .act<{ inspection: { id: string } }>(
      'createInspection',
      plan.label,
      {
        framework: 'JTAI_2022',
        theme: 'FRONT_DOOR',
        areaCode: plan.area,
        fieldworkFrom: moments.fieldworkFrom,
        gateway: cast.gateway(leading, 'INSPECT'),
        inspectorates: invited,
        agencyIds,
        principalAuthorityId: agencyIds[0],
      },
      'inspection { id }',
    );
  for (const code of invited)
    await cast
      .who(code, 'planner')
      .at(moments.accepted)
      .act('acceptInvitation', `${plan.label} ${code}`, {
        inspectionId: inspection.id,
        gateway: cast.gateway(code, 'INSPECT'),
      });
  return inspection.id;
}

export async function advance(lead: Caller, label: string, inspectionId: string, to: string): Promise<void> {
  const { inspection } = await lead.read<{ inspection: { version: number } }>(
    'query ($id: ID!) { inspection(id: $id) { version } }',
    { id: inspectionId },
  );
  await lead.settle('advanceStage', `${label} ${to}`, { inspectionId, to, version: inspection.version });
}
