import type { Framework } from '../framework.js';
import { targetedAreaLetter2015 } from './targeted-area-letter-2015.js';

/** Joint targeted area inspections to the end of 2021: the front door and a deep dive into a theme. */
export const jtai2015: Framework = {
  code: 'JTAI_2015',
  version: 1,
  name: 'Joint targeted area inspection (2015)',
  // The day on which the Joint Area Reviews Regulations came into force: SI 2015/1792 reg. 1.
  validFrom: '2015-11-09',
  validUntil: '2021-12-01',
  legalBasis: [
    {
      code: 'CA_2004_S20',
      provision: 'Children Act 2004 s.20',
      inspectorates: ['OFSTED', 'CQC', 'HMICFRS', 'HMI_PROBATION'],
    },
    {
      code: 'JAR_REGULATIONS_2015',
      provision: 'Children Act 2004 (Joint Area Reviews) Regulations 2015 (SI 2015/1792)',
      inspectorates: ['OFSTED', 'CQC', 'HMICFRS', 'HMI_PROBATION'],
    },
  ],
  participation: { lead: 'OFSTED', required: ['OFSTED', 'CQC', 'HMICFRS', 'HMI_PROBATION'], byTheme: [] },
  programme: { areasPerYear: null, spread: ['REGION', 'RURAL_URBAN'] },
  notice: {
    announced: true,
    days: 8,
    unit: 'WORKING_DAYS',
    dayOfNotice: 0,
    words: 'Eight working days after the day of notice, fieldwork begins.',
  },
  fieldwork: {
    workingDays: 5,
    phases: [{ code: 'FIELDWORK', name: 'Fieldwork', week: 1, workingDays: 5 }],
    arrival: 'TOGETHER',
  },
  reporting: { draftWithin: 15, accuracyCheckWithin: 10, publicationWithin: 30 },
  criteria: [
    'IDENTIFY',
    'ASSESS',
    'HELP',
    'PROTECT',
    'CHILD_VOICE',
    'THEME',
    'LEADERSHIP',
    'OVERSIGHT',
    'JOINT_WORKING',
  ],
  methods: [
    'CASE_TRACKING',
    'CASE_SAMPLING',
    'DIRECT_OBSERVATION',
    'CONVERSATION_WITH_CHILD',
    'CONVERSATION_WITH_FAMILY',
    'CONVERSATION_WITH_PRACTITIONER',
    'CONVERSATION_WITH_LEADER',
    'RECORD_REVIEW',
    'FOCUS_GROUP',
    'DOCUMENT_REVIEW',
    'DATA_RETURN',
    'MULTI_AGENCY_AUDIT',
  ],
  journey: ['EARLY_HELP', 'CONTACT_AND_REFERRAL', 'ASSESSMENT', 'CHILD_IN_NEED', 'CHILD_PROTECTION', 'LOOKED_AFTER'],
  themes: [
    {
      code: 'SEXUAL_EXPLOITATION_AND_MISSING',
      name: 'Child sexual exploitation and children missing from home, care or education',
      firstYear: 2016,
      lastYear: 2016,
      requires: [],
    },
    {
      code: 'DOMESTIC_ABUSE',
      name: 'Children living with domestic abuse',
      firstYear: 2016,
      // Most areas were inspected by 2017, one more in the summer of 2018.
      lastYear: 2018,
      requires: [],
    },
    {
      code: 'NEGLECT_7_TO_15',
      name: 'Neglect of children aged 7 to 15',
      firstYear: 2017,
      lastYear: 2017,
      requires: [],
    },
    {
      code: 'EXPLOITATION_AND_GANGS',
      name: 'Child sexual exploitation, children associated with gangs and at risk of exploitation, and missing children',
      firstYear: 2018,
      lastYear: 2019,
      requires: [],
    },
    {
      code: 'SEXUAL_ABUSE_IN_THE_FAMILY',
      name: 'Sexual abuse of children in the family',
      firstYear: 2018,
      lastYear: 2019,
      requires: [],
    },
    {
      code: 'MENTAL_HEALTH',
      name: 'Children’s mental health',
      firstYear: 2019,
      lastYear: 2020,
      requires: [],
    },
  ],
  tracking: { children: { min: 5, max: 7 }, shared: true },
  mustNameAgency: ['PRIORITY_ACTION'],
  judgement: { model: 'NARRATIVE' },
  followUp: {
    reinspection: [],
    monitoredGrades: [],
    statementOfAction: {
      decidedBy: 'CHIEF_INSPECTOR',
      workingDays: 70,
      countedFrom: 'RECEIPT',
      provision: 'Children Act 2004 (Joint Area Reviews) Regulations 2015 (SI 2015/1792) regs 3 and 4',
    },
  },
  letter: targetedAreaLetter2015,
  particulars: [
    'The front door is evaluated in every area, and a theme in depth.',
    'Strengths and the best practice are reported as well as weaknesses.',
    'A theme is chosen on recorded grounds: media coverage, referrals to the police complaints body, serious case reviews or other intelligence.',
  ],
};
