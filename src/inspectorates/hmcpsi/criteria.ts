import type { Criterion } from '../inspectorate.js';

export const criteria = [
  {
    code: 'HMCPSI_CHILDREN_IN_THE_CASE',
    joint: 'IDENTIFY',
    words: 'Prosecutors notice every child in a case: victim, witness, suspect, or child at home.',
  },
  {
    code: 'HMCPSI_CHARGING',
    joint: 'ASSESS',
    words:
      'Charging decisions apply the Code, come in time for the child, and rest on lines of enquiry that were followed.',
  },
  {
    code: 'HMCPSI_CASE_ANALYSIS',
    joint: 'ASSESS',
    words: 'The case strategy weighs the whole of the allegation, its context, and myths that could mislead a jury.',
  },
  {
    code: 'HMCPSI_WITNESS_CARE',
    joint: 'HELP',
    words:
      'Child witnesses are told what happens and when, and are offered what helps them to give their best evidence.',
  },
  {
    code: 'HMCPSI_SPECIAL_MEASURES',
    joint: 'HELP',
    words: 'Special measures and intermediaries are applied for early, with the child’s own wishes in the application.',
  },
  {
    code: 'HMCPSI_BAIL_AND_ORDERS',
    joint: 'PROTECT',
    words: 'Prosecutors seek remand, bail conditions and orders that keep children from whoever harms them.',
  },
  {
    code: 'HMCPSI_VICTIM_STATEMENT',
    joint: 'CHILD_VOICE',
    words:
      'What a crime has meant to the child reaches the court, and the child is told of decisions in words that fit.',
  },
  {
    code: 'HMCPSI_THEME_PROSECUTION',
    joint: 'THEME',
    words:
      'Specialist prosecutors handle the harm under particular scrutiny and know the defences raised against children.',
  },
  {
    code: 'HMCPSI_AREA_LEADERSHIP',
    joint: 'LEADERSHIP',
    words: 'Leaders of the area give casework about children time, expertise and continuity.',
  },
  {
    code: 'HMCPSI_CASEWORK_ASSURANCE',
    joint: 'OVERSIGHT',
    words: 'Managers assess files, feed back to prosecutors, and can show that casework changes.',
  },
  {
    code: 'HMCPSI_POLICE_LIAISON',
    joint: 'JOINT_WORKING',
    words: 'Early advice, action plans and disclosure requests pass between police and prosecutors without drift.',
  },
] as const satisfies readonly Criterion[];
