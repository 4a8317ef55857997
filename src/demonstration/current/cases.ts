import type { CaseData } from '../filing.js';

/** Five children tracked by all inspectorates together, four sampled at one decision. Nobody of this exists. */
export const CASES: readonly CaseData[] = [
  {
    key: 'younger sister',
    by: ['OFSTED', 'inspector'],
    sampling: 'TRACKED',
    journeyStage: 'CHILD_PROTECTION',
    ageYears: 6,
    agencies: ['HARBOUR_COUNCIL', 'COASTAL_POLICE', 'HARBOUR_HOSPITAL'],
    rationale:
      'Subject of a child protection plan for neglect since the summer; police were called to the home more than once in the months before it. Chosen for the length of time between first concern and plan.',
    members: [
      ['OFSTED', 'inspector'],
      ['CQC', 'inspector'],
      ['HMICFRS', 'inspector'],
    ],
  },
  {
    key: 'elder brother',
    by: ['OFSTED', 'inspector'],
    sampling: 'TRACKED',
    journeyStage: 'CHILD_IN_NEED',
    ageYears: 9,
    siblingOf: 'younger sister',
    agencies: ['HARBOUR_COUNCIL', 'COASTAL_POLICE', 'HARBOUR_HOSPITAL'],
    rationale:
      'Lives with another relative, under a different plan from the sibling who is also tracked. Chosen to see whether two workers and two plans tell one story.',
    members: [['OFSTED', 'inspector']],
  },
  {
    key: 'unborn child',
    by: ['CQC', 'inspector'],
    sampling: 'TRACKED',
    journeyStage: 'ASSESSMENT',
    unborn: true,
    agencies: ['HARBOUR_COUNCIL', 'HARBOUR_HOSPITAL', 'COASTAL_PROBATION'],
    rationale:
      'Pre-birth assessment under way. The midwife referred early; an adult in the household is supervised by probation. Chosen for the part of health and probation in the assessment.',
    members: [
      ['CQC', 'inspector'],
      ['HMI_PROBATION', 'inspector'],
    ],
  },
  {
    key: 'missing from school',
    by: ['OFSTED', 'second-inspector'],
    sampling: 'TRACKED',
    journeyStage: 'CONTACT_AND_REFERRAL',
    ageYears: 14,
    agencies: ['HARBOUR_COUNCIL', 'COASTAL_POLICE', 'HARBOUR_HOSPITAL', 'HARBOUR_YOUTH_JUSTICE'],
    rationale:
      'Three contacts to the front door in one term, each closed; missing from home twice; known to youth justice. Chosen because the decisions look apart although the history is one.',
    members: [
      ['OFSTED', 'second-inspector'],
      ['HMICFRS', 'inspector'],
    ],
  },
  {
    key: 'father on licence',
    by: ['HMI_PROBATION', 'inspector'],
    sampling: 'TRACKED',
    journeyStage: 'CHILD_IN_NEED',
    ageYears: 11,
    agencies: ['HARBOUR_COUNCIL', 'COASTAL_POLICE', 'COASTAL_PROBATION'],
    rationale:
      'Domestic abuse in the household; the father was released on licence in the spring. Chosen to follow how his release was told to those who help the child.',
    members: [
      ['HMI_PROBATION', 'inspector'],
      ['HMICFRS', 'inspector'],
    ],
  },
  {
    key: 'sampled: stepped down',
    by: ['OFSTED', 'inspector'],
    sampling: 'SAMPLED',
    journeyStage: 'EARLY_HELP',
    ageYears: 3,
    agencies: ['HARBOUR_COUNCIL'],
    rationale: 'Sampled at the decision to step down from a child in need plan to early help.',
  },
  {
    key: 'sampled: referred again',
    by: ['OFSTED', 'second-inspector'],
    sampling: 'SAMPLED',
    journeyStage: 'CONTACT_AND_REFERRAL',
    ageYears: 15,
    agencies: ['HARBOUR_COUNCIL', 'COASTAL_POLICE'],
    rationale: 'Sampled at a decision of no further action; referred again within six weeks.',
  },
  {
    key: 'sampled: assessed',
    by: ['OFSTED', 'second-inspector'],
    sampling: 'SAMPLED',
    journeyStage: 'ASSESSMENT',
    ageYears: 8,
    agencies: ['HARBOUR_COUNCIL', 'HARBOUR_HOSPITAL'],
    rationale: 'Sampled at the decision to assess, after a referral by a school nurse.',
  },
  {
    key: 'sampled: police notification',
    by: ['HMICFRS', 'inspector'],
    sampling: 'SAMPLED',
    journeyStage: 'CONTACT_AND_REFERRAL',
    agencies: ['HARBOUR_COUNCIL', 'COASTAL_POLICE'],
    rationale: 'Sampled at the decision on a police notification that waited. Age not recorded in the notification.',
  },
];
