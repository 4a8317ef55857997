import type { LegalGateway } from '../inspectorate.js';
import { type KindHandling, releaseUnder } from '../release-rules.js';
import type { OwnEvidenceKind } from './evidence-kinds.js';

export const gateways = [
  { code: 'CA_2004_S20', provision: 'Children Act 2004 s.20', permits: ['INSPECT', 'SHARE', 'PUBLISH'] },
  {
    code: 'CJCSA_2000_S7',
    provision: 'Criminal Justice and Court Services Act 2000 s.7',
    permits: ['INSPECT', 'SHARE', 'PUBLISH'],
  },
  { code: 'CJA_2003_S325', provision: 'Criminal Justice Act 2003 s.325', permits: ['SHARE'] },
] as const satisfies readonly LegalGateway[];

type OwnGateway = (typeof gateways)[number]['code'];

/** s.20 does not list the prosecution inspectorate. */
const partners: Readonly<Record<string, OwnGateway>> = {
  OFSTED: 'CA_2004_S20',
  CQC: 'CA_2004_S20',
  HMICFRS: 'CA_2004_S20',
  HMI_PRISONS: 'CA_2004_S20',
  HMCPSI: 'CJCSA_2000_S7',
};

const kinds: Readonly<Record<OwnEvidenceKind, KindHandling>> = {
  HMI_PROBATION_CASE_RECORD: {
    form: 'WHOLE',
    why: 'Children tracked jointly are read jointly.',
    except: [
      { to: ['HMICFRS', 'HMI_PRISONS'], form: 'WHOLE', why: 'It inspects the same case through criminal justice.' },
      { to: ['HMCPSI'], form: 'SUMMARY', why: 'What follows sentence is no part of the prosecution.' },
      {
        where: { personalData: ['CRIMINAL_OFFENCE'] },
        form: 'SUMMARY',
        why: 'An adult’s offending is told as far as it touches the child.',
      },
    ],
  },
  HMI_PROBATION_YOUTH_JUSTICE_RECORD: {
    form: 'WHOLE',
    why: 'Children tracked jointly are read jointly.',
    except: [
      { to: ['HMCPSI'], form: 'SUMMARY', why: 'Prosecutors need the diversion and its reasons, not the child’s life.' },
    ],
  },
  HMI_PROBATION_PRE_SENTENCE_REPORT: {
    form: 'SUMMARY',
    why: 'Written for the court, with what the person told in confidence.',
    except: [
      {
        to: ['HMI_PRISONS', 'HMCPSI'],
        form: 'WHOLE',
        why: 'Its establishments or prosecutors held the report already.',
      },
    ],
  },
  HMI_PROBATION_RISK_OF_HARM_ASSESSMENT: {
    form: 'SUMMARY',
    why: 'The conclusion and its reasons suffice outside criminal justice.',
    except: [
      { to: ['HMICFRS', 'HMI_PRISONS'], form: 'WHOLE', why: 'It inspects others who act on the same assessment.' },
    ],
  },
  HMI_PROBATION_MAPPA_MINUTES: {
    form: 'NOTHING',
    gateway: 'CJA_2003_S325',
    why: 'Minutes stay with the responsible authority and those who inspect it.',
    except: [
      {
        to: ['HMICFRS', 'HMI_PRISONS'],
        form: 'SUMMARY',
        gateway: 'CJA_2003_S325',
        why: 'It inspects a part of the responsible authority: actions and reasons, no third-party information.',
      },
    ],
  },
  HMI_PROBATION_VICTIM_CONTACT_RECORD: {
    form: 'NOTHING',
    why: 'A victim’s wishes and whereabouts could reach the offender by way of a case.',
  },
  HMI_PROBATION_SUPERVISION_OBSERVATION: { form: 'WHOLE', why: 'Seen for the joint inspection.' },
  HMI_PROBATION_PRACTITIONER_INTERVIEW: {
    form: 'WHOLE',
    why: 'An account of practice, given for the joint inspection.',
  },
  HMI_PROBATION_SUPERVISED_PERSON_CONVERSATION: {
    form: 'SUMMARY',
    why: 'Candour about supervision must not become evidence against the person.',
  },
  HMI_PROBATION_CASELOAD_DATA: { form: 'WHOLE', why: 'Figures about services.' },
  HMI_PROBATION_BOARD_PAPER: { form: 'WHOLE', why: 'Written for partners.' },
};

export const release = releaseUnder({ inspectorate: 'HMI_PROBATION', ownGateway: 'CJCSA_2000_S7', partners, kinds });
