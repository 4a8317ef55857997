import type { Criterion } from '../inspectorate.js';

export const criteria = [
  {
    code: 'HMICFRS_INITIAL_CONTACT',
    joint: 'IDENTIFY',
    words:
      'Call handlers check for children, recognise repeat and vulnerable callers, and send the response that risk demands.',
  },
  {
    code: 'HMICFRS_OFFICERS_ATTENDING',
    joint: 'IDENTIFY',
    words: 'Officers who attend see and speak to children, and record what they find in the home.',
  },
  {
    code: 'HMICFRS_RISK_ASSESSMENT',
    joint: 'ASSESS',
    words: 'The force grades risk on what it knows of all involved, and revisits the grade when intelligence comes in.',
  },
  {
    code: 'HMICFRS_POLICE_REFERRAL',
    joint: 'HELP',
    words: 'Police notifications to other agencies are timely, proportionate, and lead to help rather than to a queue.',
  },
  {
    code: 'HMICFRS_INVESTIGATION',
    joint: 'PROTECT',
    words:
      'Investigations into crimes against children are prompt, led by trained investigators, and pursue the suspect.',
  },
  {
    code: 'HMICFRS_POWERS',
    joint: 'PROTECT',
    words: 'The force uses bail, orders, and police protection to keep children from those who harm them.',
  },
  {
    code: 'HMICFRS_CUSTODY',
    joint: 'PROTECT',
    words: 'Children are detained only when necessary, for the shortest time, and with an appropriate adult.',
  },
  {
    code: 'HMICFRS_CHILD_CENTRED_POLICING',
    joint: 'CHILD_VOICE',
    words:
      'Officers treat children as children first, listen to them, and note their demeanour as well as their words.',
  },
  {
    code: 'HMICFRS_THEME_POLICING',
    joint: 'THEME',
    words:
      'The force maps the harm under particular scrutiny, disrupts those behind it, and trains its officers to see it.',
  },
  {
    code: 'HMICFRS_FORCE_LEADERSHIP',
    joint: 'LEADERSHIP',
    words: 'Chief officers make child protection a priority that shows in staffing, training and what is measured.',
  },
  {
    code: 'HMICFRS_CRIME_SUPERVISION',
    joint: 'OVERSIGHT',
    words: 'Supervisors direct investigations, test decisions to close them, and audit how crimes are recorded.',
  },
  {
    code: 'HMICFRS_POLICE_IN_THE_HUB',
    joint: 'JOINT_WORKING',
    words: 'Police decision makers take part in strategy discussions and bring all that the force holds.',
  },
] as const satisfies readonly Criterion[];
