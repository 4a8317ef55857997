import type { Framework } from '../framework.js';
import { gradedReport2011 } from './graded-report-2011.js';

/** All six inspectorates on one shared sample of children, as proposed in 2012. */
export const multiAgencyChildProtection2013: Framework = {
  code: 'MULTI_AGENCY_CHILD_PROTECTION_2013',
  version: 1,
  name: 'Multi-agency inspection of the protection of children (2013)',
  validFrom: '2013-06-01',
  validUntil: '2015-11-09',
  legalBasis: [
    {
      code: 'CA_2004_S20',
      provision: 'Children Act 2004 s.20',
      inspectorates: ['OFSTED', 'CQC', 'HMICFRS', 'HMI_PROBATION', 'HMI_PRISONS'],
    },
    // Section 20 does not list the inspectorate of the Crown Prosecution Service.
    {
      code: 'CPSIA_2000_S2',
      provision: 'Crown Prosecution Service Inspectorate Act 2000 s.2',
      inspectorates: ['HMCPSI'],
    },
  ],
  participation: {
    lead: 'OFSTED',
    required: ['OFSTED', 'CQC', 'HMICFRS', 'HMI_PROBATION', 'HMI_PRISONS', 'HMCPSI'],
    byTheme: [],
  },
  programme: { areasPerYear: null, spread: [] },
  notice: {
    announced: false,
    days: 0,
    unit: 'WORKING_DAYS',
    dayOfNotice: 0,
    words: 'None: the area learns of the inspection when fieldwork begins.',
  },
  fieldwork: {
    workingDays: 10,
    phases: [
      { code: 'FIRST_WEEK', name: 'First week', week: 1, workingDays: 5 },
      { code: 'SECOND_WEEK', name: 'Second week', week: 2, workingDays: 5 },
    ],
    arrival: 'IN_PHASES',
  },
  reporting: { draftWithin: 15, accuracyCheckWithin: 10, publicationWithin: 30 },
  criteria: ['IDENTIFY', 'ASSESS', 'HELP', 'PROTECT', 'CHILD_VOICE', 'LEADERSHIP', 'OVERSIGHT', 'JOINT_WORKING'],
  methods: [
    'CASE_TRACKING',
    'CASE_SAMPLING',
    'DIRECT_OBSERVATION',
    'SHADOWING',
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
  journey: ['EARLY_HELP', 'CONTACT_AND_REFERRAL', 'ASSESSMENT', 'CHILD_IN_NEED', 'CHILD_PROTECTION', 'EXIT'],
  themes: [],
  tracking: { children: null, shared: true },
  mustNameAgency: ['PRIORITY_ACTION'],
  judgement: {
    model: 'GRADED',
    scale: [
      { code: 'OUTSTANDING', name: 'Outstanding' },
      { code: 'GOOD', name: 'Good' },
      { code: 'REQUIRES_IMPROVEMENT', name: 'Requires improvement' },
      { code: 'INADEQUATE', name: 'Inadequate' },
    ],
    judgements: [
      {
        code: 'JOINT_WORKING',
        name: 'The effectiveness of joint working',
        parts: [
          { code: 'IDENTIFY', name: 'Identifying children who need help or protection', parts: [], apart: false },
          { code: 'HELP', name: 'Helping them and their families', parts: [], apart: false },
          { code: 'PROTECT', name: 'Protecting them', parts: [], apart: false },
        ],
        apart: false,
      },
    ],
    limits: [],
  },
  followUp: {
    reinspection: [],
    monitoredGrades: ['INADEQUATE'],
    statementOfAction: {
      decidedBy: 'CHIEF_INSPECTOR',
      workingDays: 70,
      countedFrom: 'RECEIPT',
      provision: 'Children Act 2004 (Joint Area Reviews) Regulations 2005 (SI 2005/1973)',
    },
  },
  letter: gradedReport2011,
  particulars: [
    'One sample of children is shared and tracked by all inspectorates.',
    'Practice is observed and practitioners are shadowed.',
    'The inspectorates may arrive in phases.',
  ],
};
