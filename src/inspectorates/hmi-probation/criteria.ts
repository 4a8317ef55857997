import type { Criterion } from '../inspectorate.js';

export const criteria = [
  {
    code: 'HMI_PROBATION_ADULTS_WITH_CHILDREN',
    joint: 'IDENTIFY',
    words:
      'Practitioners find out which people on probation live with, or have contact with, children, and check with social care.',
  },
  {
    code: 'HMI_PROBATION_CASE_ASSESSMENT',
    joint: 'ASSESS',
    words:
      'Assessment draws on all sources to explain why offending happened, what would stop it, and who could be harmed.',
  },
  {
    code: 'HMI_PROBATION_CHILD_ASSESSMENT',
    joint: 'ASSESS',
    words: 'Youth justice assessment sees the child’s strengths, identity and safety as well as the offence.',
  },
  {
    code: 'HMI_PROBATION_DELIVERY',
    joint: 'HELP',
    words: 'What is delivered is sequenced, reaches the child or adult in time, and builds on what works for them.',
  },
  {
    code: 'HMI_PROBATION_KEEPING_OTHERS_SAFE',
    joint: 'PROTECT',
    words: 'Contingency plans, licence conditions and home visits address the harm that a person may do to a child.',
  },
  {
    code: 'HMI_PROBATION_PUBLIC_PROTECTION',
    joint: 'PROTECT',
    words: 'Multi-agency public protection is used at the right level and its actions are carried out.',
  },
  {
    code: 'HMI_PROBATION_PARTICIPATION',
    joint: 'CHILD_VOICE',
    words: 'Children under supervision help to shape their own plans, and their view of what helps is acted on.',
  },
  {
    code: 'HMI_PROBATION_THEME_OFFENDING',
    joint: 'THEME',
    words:
      'Services tell apart a child who is exploited from one who offends, and answer the harm under particular scrutiny.',
  },
  {
    code: 'HMI_PROBATION_GOVERNANCE',
    joint: 'LEADERSHIP',
    words: 'Management boards and regional leaders set direction, and bring in the services that their caseload needs.',
  },
  {
    code: 'HMI_PROBATION_MANAGEMENT_OVERSIGHT',
    joint: 'OVERSIGHT',
    words: 'Managers’ oversight is recorded, comes at the points of risk, and changes what practitioners do.',
  },
  {
    code: 'HMI_PROBATION_COORDINATION',
    joint: 'JOINT_WORKING',
    words: 'Supervision is coordinated with social care, police and prisons, and enforcement never surprises them.',
  },
] as const satisfies readonly Criterion[];
