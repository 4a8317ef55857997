import type { LegalGateway } from '../inspectorate.js';
import { type KindHandling, releaseUnder } from '../release-rules.js';
import type { OwnEvidenceKind } from './evidence-kinds.js';

export const gateways = [
  {
    code: 'CPSI_ACT_2000_S2',
    provision: 'Crown Prosecution Service Inspectorate Act 2000 s.2',
    permits: ['INSPECT', 'PUBLISH'],
  },
  {
    code: 'CPSI_ACT_2000_SCH',
    provision: 'Crown Prosecution Service Inspectorate Act 2000 s.2(5) and Schedule',
    permits: ['SHARE'],
  },
] as const satisfies readonly LegalGateway[];

type OwnGateway = (typeof gateways)[number]['code'];

/** Children Act 2004 s.20 does not list this inspectorate: its Act and the Schedule to it are its only basis. */
const partners: Readonly<Record<string, OwnGateway>> = {
  OFSTED: 'CPSI_ACT_2000_SCH',
  CQC: 'CPSI_ACT_2000_SCH',
  HMICFRS: 'CPSI_ACT_2000_SCH',
  HMI_PROBATION: 'CPSI_ACT_2000_SCH',
  HMI_PRISONS: 'CPSI_ACT_2000_SCH',
};

const kinds: Readonly<Record<OwnEvidenceKind, KindHandling>> = {
  HMCPSI_CASE_FILE: {
    form: 'SUMMARY',
    why: 'A file holds statements of victims and witnesses given for the court alone.',
  },
  HMCPSI_PRIVILEGED_MATERIAL: {
    form: 'NOTHING',
    gateway: 'CPSI_ACT_2000_S2',
    why: 'Privilege is the prosecution’s: it was seen to inspect the service, and goes no further.',
  },
  HMCPSI_CHARGING_ADVICE: {
    form: 'NOTHING',
    gateway: 'CPSI_ACT_2000_S2',
    why: 'The reasons are advice between prosecutor and police.',
    except: [
      {
        to: ['HMICFRS'],
        form: 'SUMMARY',
        why: 'The force asked for the advice: its timing and outcome, not its reasoning.',
      },
    ],
  },
  HMCPSI_UNUSED_MATERIAL_SCHEDULE: {
    form: 'NOTHING',
    gateway: 'CPSI_ACT_2000_S2',
    why: 'It may list material that a court protects.',
    except: [
      {
        to: ['HMICFRS'],
        where: { marking: ['OFFICIAL'] },
        form: 'SUMMARY',
        why: 'The force drew up the schedule; the sensitive one stays.',
      },
    ],
  },
  HMCPSI_WITNESS_CARE_RECORD: {
    form: 'SUMMARY',
    why: 'A witness’s whereabouts and fears stay out of circulation.',
    except: [{ to: ['HMICFRS'], form: 'WHOLE', why: 'Witness care is run jointly with the force.' }],
  },
  HMCPSI_SPECIAL_MEASURES_APPLICATION: {
    form: 'SUMMARY',
    why: 'It tells of a child’s vulnerability to a court.',
    except: [{ to: ['HMI_PRISONS'], form: 'NOTHING', why: 'A defendant in custody must not come near it.' }],
  },
  HMCPSI_VICTIM_COMMUNICATION: {
    form: 'SUMMARY',
    why: 'Written to one person.',
    except: [{ to: ['HMI_PRISONS'], form: 'NOTHING', why: 'A defendant in custody must not come near it.' }],
  },
  HMCPSI_COURT_OBSERVATION: {
    form: 'SUMMARY',
    why: 'Children before the youth court are not to be identified.',
    except: [
      { where: { personalData: ['NONE'] }, form: 'WHOLE', why: 'How the hearing was conducted, naming nobody.' },
    ],
  },
  HMCPSI_PROSECUTOR_INTERVIEW: { form: 'WHOLE', why: 'An account of practice, given for the joint inspection.' },
  HMCPSI_CASEWORK_DATA: { form: 'WHOLE', why: 'Figures about casework.' },
  HMCPSI_CASEWORK_POLICY: { form: 'WHOLE', why: 'Written for partners.' },
};

export const release = releaseUnder({ inspectorate: 'HMCPSI', ownGateway: 'CPSI_ACT_2000_S2', partners, kinds });
