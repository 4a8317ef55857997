import type { Criterion } from '../inspectorate.js';

export const criteria = [
  {
    code: 'HMI_PRISONS_RECEPTION',
    joint: 'IDENTIFY',
    words:
      'On arrival, and again in the first days, staff learn what has happened to a child and who may be a danger to whom.',
  },
  {
    code: 'HMI_PRISONS_CONTACT_RISK',
    joint: 'IDENTIFY',
    words:
      'Prisons find out which people they hold pose a risk to children, and act before letters, calls or visits begin.',
  },
  {
    code: 'HMI_PRISONS_CUSTODY_PLANNING',
    joint: 'ASSESS',
    words: 'Each child has a plan that rests on need and is known to the child and to the staff on the unit.',
  },
  {
    code: 'HMI_PRISONS_REGIME',
    joint: 'HELP',
    words: 'Children spend the day out of their cells in education and activity that prepares them for life outside.',
  },
  {
    code: 'HMI_PRISONS_CARE_IN_CUSTODY',
    joint: 'HELP',
    words: 'Care on the unit is decent, health care is at hand, and families can visit and call.',
  },
  {
    code: 'HMI_PRISONS_SAFETY_IN_CUSTODY',
    joint: 'PROTECT',
    words: 'Children in custody are protected from violence, self-harm and the improper use of force or separation.',
  },
  {
    code: 'HMI_PRISONS_SAFEGUARDING_REFERRALS',
    joint: 'PROTECT',
    words:
      'Allegations by children in custody go to the local authority without delay and are looked into from outside.',
  },
  {
    code: 'HMI_PRISONS_HEARD_IN_CUSTODY',
    joint: 'CHILD_VOICE',
    words: 'Children in custody can complain and be heard without fear, and surveys show that they believe it.',
  },
  {
    code: 'HMI_PRISONS_THEME_CUSTODY',
    joint: 'THEME',
    words: 'Establishments know how the harm under particular scrutiny continues in custody, and how it waits outside.',
  },
  {
    code: 'HMI_PRISONS_GOVERNORS',
    joint: 'LEADERSHIP',
    words: 'Governors set the tone for care, are seen on the units, and have enough trained staff.',
  },
  {
    code: 'HMI_PRISONS_SCRUTINY',
    joint: 'OVERSIGHT',
    words: 'Leaders examine every use of force and separation and learn from it.',
  },
  {
    code: 'HMI_PRISONS_RELEASE_TOGETHER',
    joint: 'JOINT_WORKING',
    words: 'Release is planned with the home area in time for a home, a school place and supervision to be ready.',
  },
] as const satisfies readonly Criterion[];
