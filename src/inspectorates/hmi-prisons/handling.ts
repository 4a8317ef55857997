import type { LegalGateway } from '../inspectorate.js';
import { type KindHandling, releaseUnder } from '../release-rules.js';
import type { OwnEvidenceKind } from './evidence-kinds.js';

export const gateways = [
  { code: 'CA_2004_S20', provision: 'Children Act 2004 s.20', permits: ['INSPECT', 'SHARE', 'PUBLISH'] },
  { code: 'PRISON_ACT_1952_S5A', provision: 'Prison Act 1952 s.5A', permits: ['INSPECT', 'PUBLISH'] },
  { code: 'PRISON_ACT_1952_SCHA1', provision: 'Prison Act 1952 s.5A(7) and Sch. A1', permits: ['SHARE'] },
] as const satisfies readonly LegalGateway[];

type OwnGateway = (typeof gateways)[number]['code'];

/** s.20 does not list the prosecution inspectorate: Sch. A1 provides for work with it. */
const partners: Readonly<Record<string, OwnGateway>> = {
  OFSTED: 'CA_2004_S20',
  CQC: 'CA_2004_S20',
  HMICFRS: 'CA_2004_S20',
  HMI_PROBATION: 'CA_2004_S20',
  HMCPSI: 'PRISON_ACT_1952_SCHA1',
};

const kinds: Readonly<Record<OwnEvidenceKind, KindHandling>> = {
  HMI_PRISONS_CUSTODY_FILE: {
    form: 'SUMMARY',
    why: 'The file mixes security, health and legal papers.',
    except: [
      { to: ['HMI_PROBATION'], form: 'WHOLE', why: 'Custody and supervision are one sentence.' },
      { to: ['HMCPSI'], form: 'NOTHING', why: 'What follows sentence is no part of the prosecution.' },
    ],
  },
  HMI_PRISONS_SECURITY_INTELLIGENCE: {
    form: 'NOTHING',
    why: 'A report that is traced to its source puts someone in custody in danger.',
    except: [
      {
        to: ['HMICFRS', 'HMI_PROBATION'],
        form: 'SUMMARY',
        why: 'Needed where police and probation act on it; sanitised, without its source.',
      },
    ],
  },
  HMI_PRISONS_HEALTHCARE_RECORD: {
    form: 'NOTHING',
    why: 'Health care in custody is confidential from all but those who inspect it.',
    except: [
      { to: ['CQC'], form: 'WHOLE', why: 'Health care in custody is inspected with it.' },
      { to: ['OFSTED', 'HMI_PROBATION'], form: 'SUMMARY', why: 'What bears on the child’s safety and release.' },
    ],
  },
  HMI_PRISONS_USE_OF_FORCE_RECORD: {
    form: 'SUMMARY',
    why: 'Recordings show other children and staff.',
    except: [
      { to: ['OFSTED', 'HMICFRS'], form: 'WHOLE', why: 'It inspects those who look into allegations of force.' },
    ],
  },
  HMI_PRISONS_CONTACT_DECISION: {
    form: 'WHOLE',
    why: 'Who may reach a child, and why, is what agencies must share.',
    except: [
      {
        to: ['CQC', 'HMCPSI'],
        where: { personalData: ['CRIMINAL_OFFENCE'] },
        form: 'SUMMARY',
        why: 'The decision suffices without the prisoner’s offences.',
      },
    ],
  },
  HMI_PRISONS_CONFIDENTIAL_COMPLAINT: {
    form: 'NOTHING',
    why: 'Confidential access is a promise to the child who complains.',
  },
  HMI_PRISONS_SURVEY: {
    form: 'SUMMARY',
    why: 'Children were told that nobody else would read their answers: results only.',
  },
  HMI_PRISONS_RELEASE_PLAN: { form: 'WHOLE', why: 'Made with the agencies that receive the child.' },
  HMI_PRISONS_UNIT_OBSERVATION: { form: 'WHOLE', why: 'Seen for the joint inspection.' },
  HMI_PRISONS_CONVERSATION_IN_CUSTODY: {
    form: 'SUMMARY',
    why: 'Someone in custody may suffer for what is traced to them.',
  },
  HMI_PRISONS_STAFF_INTERVIEW: { form: 'WHOLE', why: 'An account of practice, given for the joint inspection.' },
  HMI_PRISONS_ESTABLISHMENT_DATA: {
    form: 'WHOLE',
    why: 'Figures about establishments.',
    except: [
      {
        where: { marking: ['OFFICIAL_SENSITIVE'] },
        form: 'SUMMARY',
        why: 'Figures on staffing and security could help whoever would breach it.',
      },
    ],
  },
};

export const release = releaseUnder({
  inspectorate: 'HMI_PRISONS',
  ownGateway: 'PRISON_ACT_1952_S5A',
  partners,
  kinds,
});
