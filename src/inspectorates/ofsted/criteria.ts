import type { Criterion } from '../inspectorate.js';

export const criteria = [
  {
    code: 'OFSTED_FRONT_DOOR',
    joint: 'IDENTIFY',
    words: 'Contacts and referrals about children reach a decision by a qualified social worker in time for the child.',
  },
  {
    code: 'OFSTED_THRESHOLDS',
    joint: 'IDENTIFY',
    words: 'Thresholds for help are written down, shared with those who refer, and applied alike to every child.',
  },
  {
    code: 'OFSTED_ASSESSMENT',
    joint: 'ASSESS',
    words: 'Assessments weigh the child’s history, identity and daily life, and change when the child’s life does.',
  },
  {
    code: 'OFSTED_EARLY_HELP',
    joint: 'HELP',
    words: 'Families are offered early help before difficulties grow, and step up or down without starting again.',
  },
  {
    code: 'OFSTED_EDUCATION',
    joint: 'HELP',
    words: 'Schools know which pupils are at risk, keep them learning, and act when a child is missing from education.',
  },
  {
    code: 'OFSTED_CHILD_PROTECTION',
    joint: 'PROTECT',
    words: 'Strategy discussions, enquiries and plans keep children safe, and plans are pursued until risk falls.',
  },
  {
    code: 'OFSTED_CORPORATE_PARENT',
    joint: 'PROTECT',
    words:
      'Children in care and care leavers live in homes where they are safe, and keep in touch with whom they can trust.',
  },
  {
    code: 'OFSTED_DIRECT_WORK',
    joint: 'CHILD_VOICE',
    words:
      'Social workers see children alone, come to know them over time, and record what they say in their own words.',
  },
  {
    code: 'OFSTED_THEME_RESPONSE',
    joint: 'THEME',
    words:
      'Social care and schools recognise the harm under particular scrutiny and have skilled workers who respond to it.',
  },
  {
    code: 'OFSTED_SENIOR_LEADERS',
    joint: 'LEADERSHIP',
    words: 'Leaders in children’s services know their practice at first hand and give workers manageable caseloads.',
  },
  {
    code: 'OFSTED_SUPERVISION',
    joint: 'OVERSIGHT',
    words: 'Managers supervise regularly, write down their reasons, and challenge drift in children’s plans.',
  },
  {
    code: 'OFSTED_PARTNERSHIP',
    joint: 'JOINT_WORKING',
    words:
      'The authority brings partners together around the child, and its independent chairs hold every agency to the plan.',
  },
] as const satisfies readonly Criterion[];
