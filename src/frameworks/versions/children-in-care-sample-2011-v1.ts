import type { Framework } from '../framework.js';
import { gradedReport2011 } from './graded-report-2011.js';

/** A yearly sample of areas, to report on children in care across the country. */
export const childrenInCareSample2011: Framework = {
  code: 'CHILDREN_IN_CARE_SAMPLE_2011',
  version: 1,
  name: 'Sample inspection of services for children in care (2011)',
  validFrom: '2011-09-01',
  validUntil: '2013-11-01',
  legalBasis: [
    { code: 'EIA_2006_S136', provision: 'Education and Inspections Act 2006 s.136', inspectorates: ['OFSTED'] },
  ],
  participation: { lead: 'OFSTED', required: ['OFSTED'], byTheme: [] },
  programme: { areasPerYear: { min: 20, max: 25 }, spread: ['REGION', 'RURAL_URBAN'] },
  notice: {
    announced: true,
    days: 2,
    unit: 'WORKING_DAYS',
    dayOfNotice: 0,
    words: 'Short: two working days after the day of notice, fieldwork begins.',
  },
  fieldwork: {
    workingDays: 5,
    phases: [{ code: 'FIELDWORK', name: 'Fieldwork', week: 1, workingDays: 5 }],
    arrival: 'TOGETHER',
  },
  reporting: { draftWithin: 15, accuracyCheckWithin: 5, publicationWithin: 30 },
  criteria: ['ASSESS', 'HELP', 'CHILD_VOICE', 'LEADERSHIP', 'OVERSIGHT'],
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
  ],
  journey: ['LOOKED_AFTER', 'LEAVING_CARE'],
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
      { code: 'OUTCOMES', name: 'Outcomes for children in care', parts: [], apart: false },
      { code: 'QUALITY_OF_PROVISION', name: 'The quality of provision', parts: [], apart: false },
      { code: 'LEADERSHIP_AND_MANAGEMENT', name: 'Leadership and management', parts: [], apart: false },
    ],
    limits: [],
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
    'Twenty to twenty-five areas a year are chosen, a spread of rural and urban ones.',
    'Groups of children in care are looked at one by one, so that none is hidden in the average.',
    'The gap between their attainment and that of their peers is reported.',
  ],
};
