import type { Framework } from '../framework.js';
import { gradedReport2011 } from './graded-report-2011.js';

/** From first need to adult life in one inspection of the local authority. */
export const singleInspectionFramework2013: Framework = {
  code: 'SINGLE_INSPECTION_FRAMEWORK_2013',
  version: 1,
  name: 'Inspection of services for children in need of help and protection, children looked after and care leavers (2013)',
  validFrom: '2013-11-01',
  validUntil: '2018-01-01',
  legalBasis: [
    { code: 'EIA_2006_S136', provision: 'Education and Inspections Act 2006 s.136', inspectorates: ['OFSTED'] },
    { code: 'CA_2004_S15A', provision: 'Children Act 2004 s.15A', inspectorates: ['OFSTED'] },
  ],
  participation: { lead: 'OFSTED', required: ['OFSTED'], byTheme: [] },
  programme: { areasPerYear: null, spread: [] },
  notice: {
    announced: true,
    days: 1,
    unit: 'WORKING_DAYS',
    dayOfNotice: 1,
    words: 'Less than a day: notice is given on the morning of the first day.',
  },
  fieldwork: {
    workingDays: 15,
    phases: [
      { code: 'WEEK_1', name: 'Week 1: help and protection', week: 1, workingDays: 5 },
      { code: 'WEEK_3', name: 'Week 3: fieldwork', week: 3, workingDays: 5 },
      { code: 'WEEK_4', name: 'Week 4: fieldwork', week: 4, workingDays: 5 },
    ],
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
  journey: [
    'EARLY_HELP',
    'CONTACT_AND_REFERRAL',
    'ASSESSMENT',
    'CHILD_IN_NEED',
    'CHILD_PROTECTION',
    'LOOKED_AFTER',
    'LEAVING_CARE',
    'EXIT',
  ],
  themes: [],
  tracking: { children: null, shared: false },
  mustNameAgency: ['PRIORITY_ACTION', 'AREA_FOR_IMPROVEMENT'],
  judgement: {
    model: 'GRADED',
    scale: [
      { code: 'OUTSTANDING', name: 'Outstanding' },
      { code: 'GOOD', name: 'Good' },
      { code: 'REQUIRES_IMPROVEMENT', name: 'Requires improvement' },
      { code: 'INADEQUATE', name: 'Inadequate' },
    ],
    judgements: [
      { code: 'OVERALL_EFFECTIVENESS', name: 'Overall effectiveness', parts: [], apart: false },
      { code: 'HELP_AND_PROTECTION', name: 'Children who need help and protection', parts: [], apart: false },
      {
        code: 'LOOKED_AFTER_AND_PERMANENCE',
        name: 'Children looked after and achieving permanence',
        parts: [
          { code: 'ADOPTION', name: 'Adoption performance', parts: [], apart: false },
          { code: 'CARE_LEAVERS', name: 'Experiences and progress of care leavers', parts: [], apart: false },
        ],
        apart: false,
      },
      { code: 'LEADERSHIP', name: 'Leadership, management and governance', parts: [], apart: false },
      {
        code: 'SAFEGUARDING_BOARD',
        name: 'The effectiveness of the local safeguarding children board',
        parts: [],
        apart: true,
      },
    ],
    limits: [
      {
        when: ['HELP_AND_PROTECTION', 'LOOKED_AFTER_AND_PERMANENCE', 'LEADERSHIP'],
        at: 'INADEQUATE',
        limited: 'OVERALL_EFFECTIVENESS',
        atBest: 'INADEQUATE',
        words: 'A key judgement of inadequate limits overall effectiveness to inadequate.',
      },
    ],
  },
  followUp: {
    reinspection: [],
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
    'It follows children from first need to adult life.',
    'The local safeguarding children board is reviewed apart.',
    'Each area for improvement names the agency that is accountable for it.',
  ],
};
