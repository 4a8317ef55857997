import type { LegalGateway } from '../inspectorate.js';
import { type KindHandling, releaseUnder } from '../release-rules.js';
import type { OwnEvidenceKind } from './evidence-kinds.js';

export const gateways = [
  { code: 'CA_2004_S20', provision: 'Children Act 2004 s.20', permits: ['INSPECT', 'SHARE', 'PUBLISH'] },
  { code: 'HSCA_2008_S48', provision: 'Health and Social Care Act 2008 s.48', permits: ['INSPECT', 'PUBLISH'] },
  { code: 'HSCA_2008_SS62_65', provision: 'Health and Social Care Act 2008 ss.62-65', permits: ['INSPECT'] },
  { code: 'HSCA_2008_S76', provision: 'Health and Social Care Act 2008 s.76', permits: ['SHARE'] },
  { code: 'HSCA_2008_SCH4', provision: 'Health and Social Care Act 2008 Sch. 4', permits: ['SHARE'] },
] as const satisfies readonly LegalGateway[];

type OwnGateway = (typeof gateways)[number]['code'];

/** s.20 does not list the prosecution inspectorate: what passes to it passes as co-operation under Sch. 4. */
const partners: Readonly<Record<string, OwnGateway>> = {
  OFSTED: 'CA_2004_S20',
  HMICFRS: 'CA_2004_S20',
  HMI_PROBATION: 'CA_2004_S20',
  HMI_PRISONS: 'CA_2004_S20',
  HMCPSI: 'HSCA_2008_SCH4',
};

const patientRecord = {
  form: 'SUMMARY',
  gateway: 'HSCA_2008_S76',
  why: 'A patient’s record leaves as a summary of what is necessary.',
} as const satisfies KindHandling;

/** s.76 makes it an offence to disclose confidential personal health information: no patient record leaves whole. */
const kinds: Readonly<Record<OwnEvidenceKind, KindHandling>> = {
  CQC_PATIENT_RECORD: {
    ...patientRecord,
    except: [
      {
        to: ['HMCPSI'],
        form: 'NOTHING',
        gateway: 'HSCA_2008_S76',
        why: 'A patient’s care is not necessary to inspect prosecutions.',
      },
    ],
  },
  CQC_MENTAL_HEALTH_RECORD: {
    ...patientRecord,
    except: [
      {
        to: ['HMCPSI', 'HMICFRS'],
        form: 'NOTHING',
        gateway: 'HSCA_2008_S76',
        why: 'What a child tells in therapy stays in health care.',
      },
    ],
  },
  CQC_MATERNITY_RECORD: {
    ...patientRecord,
    except: [
      {
        to: ['HMCPSI'],
        form: 'NOTHING',
        gateway: 'HSCA_2008_S76',
        why: 'A patient’s care is not necessary to inspect prosecutions.',
      },
    ],
  },
  CQC_SEXUAL_HEALTH_RECORD: {
    form: 'NOTHING',
    gateway: 'HSCA_2008_S76',
    why: 'Young people come because it stays there; no necessity outweighs that.',
  },
  CQC_HEALTH_ASSESSMENT: { ...patientRecord, why: 'Of a child in care others need the outcome, not the examination.' },
  CQC_SAFEGUARDING_REFERRAL: {
    form: 'WHOLE',
    why: 'Written to be read by other agencies.',
    except: [
      {
        to: ['HMI_PRISONS', 'HMCPSI'],
        form: 'SUMMARY',
        gateway: 'HSCA_2008_S76',
        why: 'Written to social care and the police, not to these.',
      },
    ],
  },
  CQC_INCIDENT_REVIEW: { form: 'SUMMARY', why: 'What staff say for learning is told as learning.' },
  CQC_CLINICAL_OBSERVATION: { form: 'WHOLE', why: 'Seen for the joint inspection.' },
  CQC_CLINICIAN_INTERVIEW: { form: 'WHOLE', why: 'An account of practice, given for the joint inspection.' },
  CQC_PATIENT_CONVERSATION: {
    form: 'SUMMARY',
    why: 'What a patient says about care is often about the patient.',
    except: [
      {
        where: { personalData: ['NONE'] },
        form: 'WHOLE',
        why: 'An opinion of the service that tells nothing of the patient.',
      },
    ],
  },
  CQC_COMMISSIONING_DATA: { form: 'WHOLE', why: 'Figures about services.' },
  CQC_HEALTH_POLICY: { form: 'WHOLE', why: 'Written for partners.' },
};

export const release = releaseUnder({
  inspectorate: 'CQC',
  ownGateway: 'HSCA_2008_SS62_65',
  partners,
  kinds,
  always: [
    {
      where: { personalData: ['SPECIAL_CATEGORY'] },
      form: 'SUMMARY',
      gateway: 'HSCA_2008_S76',
      why: 'Whatever its kind, health information about a person leaves as a summary of what is necessary.',
    },
  ],
});
