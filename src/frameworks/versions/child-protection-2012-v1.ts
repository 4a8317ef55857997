import type { Framework } from '../framework.js';
import { gradedReport2011 } from './graded-report-2011.js';

/** The unannounced inspection of how a local authority protects children. */
export const childProtection2012: Framework = {
  code: 'CHILD_PROTECTION_2012',
  version: 1,
  name: 'Inspection of arrangements for the protection of children (2012)',
  validFrom: '2012-05-01',
  validUntil: '2013-11-01',
  legalBasis: [
    { code: 'EIA_2006_S136', provision: 'Education and Inspections Act 2006 s.136', inspectorates: ['OFSTED'] },
  ],
  participation: { lead: 'OFSTED', required: ['OFSTED'], byTheme: [] },
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
    phases: [{ code: 'FIELDWORK', name: 'Fieldwork', week: 1, workingDays: 10 }],
    arrival: 'TOGETHER',
  },
  reporting: { draftWithin: 15, accuracyCheckWithin: 5, publicationWithin: 30 },
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
  ],
  journey: ['EARLY_HELP', 'CONTACT_AND_REFERRAL', 'ASSESSMENT', 'CHILD_IN_NEED', 'CHILD_PROTECTION', 'EXIT'],
  themes: [],
  tracking: { children: null, shared: false },
  mustNameAgency: ['PRIORITY_ACTION'],
  judgement: {
    model: 'GRADED',
    scale: [
      { code: 'OUTSTANDING', name: 'Outstanding' },
      { code: 'GOOD', name: 'Good' },
      { code: 'SATISFACTORY', name: 'Satisfactory' },
      { code: 'INADEQUATE', name: 'Inadequate' },
    ],
    judgements: [
      { code: 'OVERALL_EFFECTIVENESS', name: 'Overall effectiveness', parts: [], apart: false },
      {
        code: 'HELP_AND_PROTECTION',
        name: 'The effectiveness of the help and protection given to children, their families and carers',
        parts: [],
        apart: false,
      },
      { code: 'QUALITY_OF_PRACTICE', name: 'The quality of practice', parts: [], apart: false },
      { code: 'LEADERSHIP_AND_MANAGEMENT', name: 'Leadership and management', parts: [], apart: false },
      { code: 'CAPACITY_TO_IMPROVE', name: 'Capacity to improve', parts: [], apart: false },
    ],
    limits: [],
  },
  followUp: {
    reinspection: [
      { grade: 'INADEQUATE', withinMonths: 18, soonerOnConcern: true },
      { grade: 'SATISFACTORY', withinMonths: 36, soonerOnConcern: true },
      { grade: 'GOOD', withinMonths: 60, soonerOnConcern: true },
      { grade: 'OUTSTANDING', withinMonths: 60, soonerOnConcern: true },
    ],
    monitoredGrades: ['INADEQUATE'],
    statementOfAction: {
      decidedBy: 'ALWAYS',
      workingDays: 70,
      countedFrom: 'RECEIPT',
      provision: 'Education and Inspections Act 2006 s.137(3) and SI 2007/462',
    },
  },
  letter: gradedReport2011,
  particulars: [
    'The child’s journey is followed from early help to the end of involvement.',
    'Practice is observed and practitioners are shadowed.',
    'Most of the time is spent with children, families and practitioners.',
  ],
};
