import { AGENCIES } from './bodies.js';

/** A user of the demonstration: how to sign in as him, and what for. */
export interface DemonstrationUser {
  readonly organisation: string;
  readonly subject: string;
  readonly name: string;
  /** His role in his organisation, which opens no content. */
  readonly post: 'ADMINISTRATOR' | 'PLANNER' | 'SAFEGUARDING_CONTACT' | null;
  /** His role on an inspection. */
  readonly seat: string | null;
  /** What he sees and does, for the table that `npm start` prints. */
  readonly sees: string;
}

export interface Inspectorate {
  readonly code: string;
  readonly short: string;
}

/** Those that take part in the inspection under way; the first leads. */
export const INSPECTORATES: readonly Inspectorate[] = [
  { code: 'OFSTED', short: 'Ofsted' },
  { code: 'CQC', short: 'CQC' },
  { code: 'HMICFRS', short: 'HMICFRS' },
  { code: 'HMI_PROBATION', short: 'HMI Probation' },
];

/** Who has a seat in every inspectorate. What he sees is the same words for all, so that the table is short. */
const inspectorateUsers = (inspectorate: Inspectorate): DemonstrationUser[] => {
  const user = userOf(inspectorate.code, inspectorate.short);
  const ofsted = inspectorate.code === 'OFSTED';
  return [
    user('administrator', 'its own users; no inspection', { post: 'ADMINISTRATOR' }),
    user('planner', 'that the inspections exist; plans them and names their leads; no evidence', { post: 'PLANNER' }),
    ...(ofsted ? [user('lead', 'both inspections, all cases and requests; opens the reveal', { seat: 'LEAD' })] : []),
    user('inspectorate-lead', 'as the inspector; names the team, submits the contribution', {
      seat: 'INSPECTORATE_LEAD',
    }),
    user('inspector', 'evidence of its inspectorate and what is shared with it; files, shares, drafts findings', {
      seat: 'INSPECTOR',
    }),
    inspectorate.code === 'HMICFRS'
      ? user('second-inspector', 'once worked for COASTAL_POLICE: nothing that concerns it is there for him', {
          seat: 'INSPECTOR',
        })
      : user('second-inspector', 'as the inspector, on the inspection under way alone', { seat: 'INSPECTOR' }),
    ...(ofsted
      ? [
          user('analyst', 'as the inspector, but files data only, and reads no draft findings', { seat: 'ANALYST' }),
          user('observer', 'that the inspections exist, and the published letter', { seat: 'OBSERVER' }),
        ]
      : []),
    user('quality-assurer', 'evidence and submitted findings of its inspectorate; changes neither', {
      seat: 'QUALITY_ASSURER',
    }),
    user('signatory', 'that the inspections exist; a joint text once it is frozen, to sign it', { seat: 'SIGNATORY' }),
  ];
};

const WITH_CONTRIBUTOR = ['HARBOUR_COUNCIL', 'COASTAL_POLICE', 'ISLAND_COUNCIL'];
/** The authority to which the immediate concern is referred. */
const WITH_SAFEGUARDING = ['HARBOUR_COUNCIL'];

const agencyUsers = ({ code, name }: (typeof AGENCIES)[number]): DemonstrationUser[] => {
  const user = userOf(code, name.replace(' (invented)', ''));
  return [
    user('administrator', 'its own users; names its coordinator', { post: 'ADMINISTRATOR' }),
    user('coordinator', 'what its agency is asked, and sends its answers and comments; no evidence, no findings', {
      seat: 'COORDINATOR',
    }),
    ...(WITH_CONTRIBUTOR.includes(code)
      ? [user('contributor', 'as the coordinator; writes, and sends nothing', { seat: 'CONTRIBUTOR' })]
      : []),
    ...(WITH_SAFEGUARDING.includes(code)
      ? [
          user('safeguarding', 'the immediate concern that waits to be acknowledged, and that alone', {
            post: 'SAFEGUARDING_CONTACT',
          }),
        ]
      : []),
  ];
};

function userOf(organisation: string, short: string) {
  return (
    subject: string,
    sees: string,
    { post = null, seat = null }: Partial<Pick<DemonstrationUser, 'post' | 'seat'>>,
  ): DemonstrationUser => ({
    organisation,
    subject,
    name: `${short} ${subject.replaceAll('-', ' ')} (invented)`,
    post,
    seat,
    sees,
  });
}

/** Everybody who can sign in to the demonstration. */
export const USERS: readonly DemonstrationUser[] = [
  ...INSPECTORATES.flatMap(inspectorateUsers),
  ...AGENCIES.flatMap(agencyUsers),
];

export function usersOf(organisation: string): readonly DemonstrationUser[] {
  return USERS.filter((user) => user.organisation === organisation);
}
