import type { Framework } from '../framework.js';
import { gradedReport2011 } from './graded-report-2011.js';

/** One inspection of the local authority as corporate parent, with the health services for the children in its care. */
export const lookedAfterAndCareLeavers2013: Framework = {
  code: 'LOOKED_AFTER_AND_CARE_LEAVERS_2013',
  version: 1,
  name: 'Inspection of services for looked-after children and care leavers (2013)',
  validFrom: '2013-04-01',
  validUntil: '2013-11-01',
  legalBasis: [
    { code: 'EIA_2006_S136', provision: 'Education and Inspections Act 2006 s.136', inspectorates: ['OFSTED'] },
    { code: 'HSCA_2008_S48', provision: 'Health and Social Care Act 2008 s.48', inspectorates: ['CQC'] },
  ],
  participation: { lead: 'OFSTED', required: ['OFSTED', 'CQC'], byTheme: [] },
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
  criteria: ['ASSESS', 'HELP', 'PROTECT', 'CHILD_VOICE', 'LEADERSHIP', 'OVERSIGHT', 'JOINT_WORKING'],
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
  journey: ['LOOKED_AFTER', 'LEAVING_CARE', 'EXIT'],
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
      { code: 'OVERALL_EFFECTIVENESS', name: 'Overall effectiveness', parts: [], apart: false },
      { code: 'CORPORATE_PARENT', name: 'The local authority as corporate parent', parts: [], apart: false },
      { code: 'HEALTH_PROVISION', name: 'Health provision', parts: [], apart: false },
      { code: 'QUALITY_OF_PRACTICE', name: 'The quality of practice', parts: [], apart: false },
      { code: 'IMPACT_OF_CARE', name: 'The impact of care', parts: [], apart: false },
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
    'It replaces three inspections: of services for looked-after children, of adoption agencies and of fostering services.',
  ],
};
