import type { Framework } from '../framework.js';
import { targetedAreaLetter2015 } from './targeted-area-letter-2015.js';

/** The method of a joint targeted area inspection, turned on a local authority or a safeguarding board alone. */
export const targetedSingleAgency2015: Framework = {
  code: 'TARGETED_SINGLE_AGENCY_2015',
  version: 1,
  name: 'Targeted single-agency inspection (2015)',
  validFrom: '2015-11-09',
  validUntil: null,
  // One body's inspectorate alone is no joint area review: Children Act 2004 s.20 needs two.
  legalBasis: [
    { code: 'EIA_2006_S136', provision: 'Education and Inspections Act 2006 s.136', inspectorates: ['OFSTED'] },
    { code: 'CA_2004_S15A', provision: 'Children Act 2004 s.15A', inspectorates: ['OFSTED'] },
  ],
  participation: { lead: 'OFSTED', required: ['OFSTED'], byTheme: [] },
  programme: { areasPerYear: null, spread: [] },
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
  criteria: ['IDENTIFY', 'ASSESS', 'HELP', 'PROTECT', 'CHILD_VOICE', 'LEADERSHIP', 'OVERSIGHT'],
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
  journey: ['EARLY_HELP', 'CONTACT_AND_REFERRAL', 'ASSESSMENT', 'CHILD_IN_NEED', 'CHILD_PROTECTION', 'LOOKED_AFTER'],
  themes: [],
  tracking: { children: { min: 5, max: 7 }, shared: false },
  mustNameAgency: ['PRIORITY_ACTION'],
  judgement: { model: 'NARRATIVE' },
  followUp: {
    reinspection: [],
    monitoredGrades: [],
    statementOfAction: {
      decidedBy: 'ALWAYS',
      workingDays: 70,
      countedFrom: 'RECEIPT',
      provision: 'Education and Inspections Act 2006 s.137(3) and SI 2007/462',
    },
  },
  letter: targetedAreaLetter2015,
  particulars: [
    'A local authority or a safeguarding board is inspected alone, by the method of the joint inspections.',
  ],
};
