import type { LegalGateway } from '../inspectorate.js';
import { type KindHandling, releaseUnder } from '../release-rules.js';
import type { OwnEvidenceKind } from './evidence-kinds.js';

export const gateways = [
  { code: 'CA_2004_S20', provision: 'Children Act 2004 s.20', permits: ['INSPECT', 'SHARE', 'PUBLISH'] },
  { code: 'EIA_2006_PART8', provision: 'Education and Inspections Act 2006 Part 8', permits: ['INSPECT', 'PUBLISH'] },
  { code: 'EIA_2006_SCH13', provision: 'Education and Inspections Act 2006 s.149 and Sch. 13', permits: ['SHARE'] },
  { code: 'ACA_2002_S57', provision: 'Adoption and Children Act 2002 s.57', permits: [] },
  { code: 'AJA_1960_S12', provision: 'Administration of Justice Act 1960 s.12', permits: [] },
] as const satisfies readonly LegalGateway[];

type OwnGateway = (typeof gateways)[number]['code'];

/** s.20 does not list the prosecution inspectorate: what passes to it passes as co-operation under Sch. 13. */
const partners: Readonly<Record<string, OwnGateway>> = {
  CQC: 'CA_2004_S20',
  HMICFRS: 'CA_2004_S20',
  HMI_PROBATION: 'CA_2004_S20',
  HMI_PRISONS: 'CA_2004_S20',
  HMCPSI: 'EIA_2006_SCH13',
};

const kinds: Readonly<Record<OwnEvidenceKind, KindHandling>> = {
  OFSTED_SOCIAL_CARE_RECORD: {
    form: 'WHOLE',
    why: 'Children tracked jointly are read jointly.',
    except: [
      {
        to: ['HMCPSI'],
        form: 'SUMMARY',
        why: 'Prosecution casework needs what was known and when, not the family’s record.',
      },
    ],
  },
  OFSTED_SCHOOL_RECORD: {
    form: 'SUMMARY',
    why: 'A school’s notes name other pupils and families.',
    except: [
      { to: ['HMCPSI'], form: 'NOTHING', why: 'A pupil’s school record is no part of a prosecution’s inspection.' },
    ],
  },
  OFSTED_EARLY_HELP_PLAN: {
    form: 'WHOLE',
    why: 'Made with the family to be shared among those who help.',
    except: [
      {
        to: ['HMCPSI'],
        form: 'SUMMARY',
        why: 'The family agreed to sharing among those who help, not with prosecutors.',
      },
    ],
  },
  OFSTED_ADOPTION_RECORD: {
    form: 'NOTHING',
    gateway: 'ACA_2002_S57',
    why: 'Protected information about an adoption is not disclosed onward.',
  },
  OFSTED_FAMILY_COURT_PAPER: {
    form: 'NOTHING',
    gateway: 'AJA_1960_S12',
    why: 'Information from proceedings in private stays with whom the court allows.',
  },
  OFSTED_COMPLAINT_INFORMATION: {
    form: 'SUMMARY',
    why: 'The matter may be told, never who told it.',
    except: [
      {
        to: ['HMCPSI'],
        form: 'NOTHING',
        why: 'It is not needed to inspect prosecutions, and could expose who told it.',
      },
    ],
  },
  OFSTED_CHILD_CONVERSATION: {
    form: 'WHOLE',
    why: 'Every inspectorate should hear what children say.',
    except: [
      {
        where: { personalData: ['SPECIAL_CATEGORY', 'CRIMINAL_OFFENCE'] },
        form: 'SUMMARY',
        why: 'What a child confided about health, beliefs or offences is told in outline.',
      },
    ],
  },
  OFSTED_STAFF_DISCUSSION: { form: 'WHOLE', why: 'An account of practice, given for the joint inspection.' },
  OFSTED_PRACTICE_OBSERVATION: { form: 'WHOLE', why: 'Seen for the joint inspection.' },
  OFSTED_CHILD_LEVEL_DATA: {
    form: 'SUMMARY',
    why: 'Whoever needs figures gets figures, not the list of children.',
    except: [{ where: { personalData: ['NONE'] }, form: 'WHOLE', why: 'Figures that name nobody.' }],
  },
  OFSTED_STRATEGY_DOCUMENT: { form: 'WHOLE', why: 'Written for partners.' },
};

export const release = releaseUnder({ inspectorate: 'OFSTED', ownGateway: 'CA_2004_S20', partners, kinds });
