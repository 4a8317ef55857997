import type { LegalGateway } from '../inspectorate.js';
import { type KindHandling, releaseUnder } from '../release-rules.js';
import type { OwnEvidenceKind } from './evidence-kinds.js';

export const gateways = [
  { code: 'CA_2004_S20', provision: 'Children Act 2004 s.20', permits: ['INSPECT', 'SHARE', 'PUBLISH'] },
  { code: 'POLICE_ACT_1996_S54', provision: 'Police Act 1996 s.54', permits: ['INSPECT', 'PUBLISH'] },
  { code: 'POLICE_ACT_1996_SCH4A', provision: 'Police Act 1996 Sch. 4A', permits: ['INSPECT', 'SHARE'] },
] as const satisfies readonly LegalGateway[];

type OwnGateway = (typeof gateways)[number]['code'];

/** Sch. 4A para 5 names the prosecution inspectorate for joint action; s.20 does not. */
const partners: Readonly<Record<string, OwnGateway>> = {
  OFSTED: 'CA_2004_S20',
  CQC: 'CA_2004_S20',
  HMI_PROBATION: 'CA_2004_S20',
  HMI_PRISONS: 'CA_2004_S20',
  HMCPSI: 'POLICE_ACT_1996_SCH4A',
};

const kinds: Readonly<Record<OwnEvidenceKind, KindHandling>> = {
  HMICFRS_INCIDENT_LOG: {
    form: 'WHOLE',
    why: 'What was reported and how the force answered is the start of joint tracking.',
  },
  HMICFRS_CRIME_RECORD: {
    form: 'WHOLE',
    why: 'A record without particulars of offenders.',
    except: [
      { to: ['HMI_PROBATION', 'HMCPSI'], form: 'WHOLE', why: 'It inspects the same case through criminal justice.' },
      {
        where: { personalData: ['CRIMINAL_OFFENCE'] },
        form: 'SUMMARY',
        why: 'Particulars of suspects and offenders stay within criminal justice.',
      },
    ],
  },
  HMICFRS_INVESTIGATION_FILE: {
    form: 'SUMMARY',
    why: 'An investigation must not be put at risk by who knows its lines of enquiry.',
    except: [{ to: ['HMCPSI'], form: 'WHOLE', why: 'The file is what the prosecutor was sent.' }],
  },
  HMICFRS_INTELLIGENCE_REPORT: {
    form: 'SUMMARY',
    why: 'Intelligence is told as a sanitised summary that does not betray its source.',
  },
  HMICFRS_CUSTODY_RECORD: {
    form: 'SUMMARY',
    why: 'A custody record holds medical and legal notes.',
    except: [{ to: ['HMI_PRISONS'], form: 'WHOLE', why: 'Police custody is inspected with it.' }],
  },
  HMICFRS_BODY_WORN_VIDEO: {
    form: 'SUMMARY',
    why: 'A recording shows homes and bystanders; what mattered in it can be told.',
  },
  HMICFRS_POLICE_NOTIFICATION: {
    form: 'WHOLE',
    why: 'Written to be read by other agencies.',
    except: [
      { to: ['HMCPSI', 'HMI_PRISONS'], form: 'SUMMARY', why: 'Written to social care and health, not to these.' },
    ],
  },
  HMICFRS_HUB_OBSERVATION: { form: 'WHOLE', why: 'Seen for the joint inspection.' },
  HMICFRS_OFFICER_INTERVIEW: { form: 'WHOLE', why: 'An account of practice, given for the joint inspection.' },
  HMICFRS_FORCE_DATA: { form: 'WHOLE', why: 'Figures about the force.' },
  HMICFRS_FORCE_POLICY: {
    form: 'WHOLE',
    why: 'Written for partners.',
    except: [
      {
        where: { marking: ['OFFICIAL_SENSITIVE'] },
        to: ['CQC', 'HMCPSI', 'OFSTED'],
        form: 'SUMMARY',
        why: 'A sensitive profile of offenders and places is told in outline outside policing and custody.',
      },
    ],
  },
};

export const release = releaseUnder({ inspectorate: 'HMICFRS', ownGateway: 'POLICE_ACT_1996_S54', partners, kinds });
