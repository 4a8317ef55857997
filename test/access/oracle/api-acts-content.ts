import {
  act,
  gatewayOf,
  global,
  inspectionOf,
  one,
  organisationOf,
  profileOf,
  STALE,
  type Act,
  type ActKind,
  type Trial,
} from './api-acts.js';
import type { Evidence } from './world-evidence.js';

const WORDS = 'Words of no real person.';

const item = ({ world, key }: Trial): Evidence | null => one(world.evidence, ({ id }) => id === key);

const evidenceAct =
  (mutation: string, more: object, inputType?: string) =>
  ({ key }: Trial): Act => ({
    mutation,
    input: { evidenceId: global('Evidence', key), ...more },
    ...(inputType === undefined ? {} : { inputType }),
  });

const evidenceActs: readonly ActKind[] = [
  act('create evidence', 'inspection', (trial) => filed(trial, 'RECORD')),
  act('create evidence', 'inspection', (trial) => filed(trial, 'DATA')),
  act('delete draft', 'evidence', evidenceAct('deleteDraftEvidence', { version: STALE }, 'DraftEvidenceInput')),
  act('submit draft', 'evidence', evidenceAct('submitEvidence', { version: STALE }, 'DraftEvidenceInput')),
  act('edit evidence', 'evidence', (trial) =>
    item(trial)?.state === 'DRAFT'
      ? evidenceAct('editDraftEvidence', { version: STALE, title: WORDS, body: WORDS })(trial)
      : evidenceAct('supersedeEvidence', { version: STALE, title: WORDS, body: WORDS, reason: WORDS })(trial),
  ),
  act('withdraw evidence', 'evidence', evidenceAct('withdrawEvidence', { reason: WORDS })),
  act('share evidence', 'evidence', shared),
  act('revoke share', 'share', ({ key }) => ({
    mutation: 'revokeShare',
    input: { shareId: global('EvidenceShare', key), reason: WORDS },
  })),
  act('create chronology entry', 'evidence', (trial) => {
    const of = item(trial);
    const caseId = of?.caseId ?? one(trial.world.cases, ({ inspectionId }) => inspectionId === of?.inspectionId)?.id;
    return evidenceAct('addChronologyEntry', {
      caseId: global('Case', caseId),
      happenedOn: '2024-01-05',
      words: WORDS,
    })(trial);
  }),
];

function filed(trial: Trial, strength: 'RECORD' | 'DATA'): Act {
  const profile = profileOf(organisationOf(trial).inspectorate);
  return {
    mutation: 'fileEvidence',
    input: {
      inspectionId: global('Inspection', trial.key),
      kind: profile.evidenceKinds[0]?.code,
      criterion: profile.criteria[0]?.code,
      method: 'RECORD_REVIEW',
      strength,
      marking: 'OFFICIAL',
      personalData: 'NONE',
      title: WORDS,
      body: WORDS,
    },
    about: { strength },
  };
}

function shared(trial: Trial): Act | null {
  const of = item(trial);
  const recipient = one(
    trial.world.takingPart,
    (part) => part.inspectionId === of?.inspectionId && part.inspectorate !== of.owner && part.acceptedAt !== null,
  );
  if (of === null || recipient === null) return null;
  return evidenceAct('shareEvidence', {
    recipient: recipient.inspectorate,
    form: 'SUMMARY',
    gateway: gatewayOf(of.owner, 'SHARE'),
    purpose: WORDS,
    title: WORDS,
    summary: WORDS,
  })(trial);
}

const findingAct =
  (mutation: string, more: object, inputType?: string) =>
  ({ key }: Trial): Act => ({
    mutation,
    input: { findingId: global('Finding', key), ...more },
    ...(inputType === undefined ? {} : { inputType }),
  });

const said = (trial: Trial): object => ({
  kind: 'STRENGTH',
  placement: 'MAIN',
  position: 1,
  criterion: profileOf(organisationOf(trial).inspectorate).criteria[0]?.code,
  statement: WORDS,
});

const findingActs: readonly ActKind[] = [
  act('draft finding', 'inspection', (trial) => ({
    mutation: 'draftFinding',
    input: { inspectionId: global('Inspection', trial.key), ...said(trial) },
  })),
  act('edit finding', 'finding', (trial) => findingAct('editFinding', { version: STALE, ...said(trial) })(trial)),
  act('submit finding', 'finding', findingAct('submitFinding', { version: STALE }, 'DraftedFindingInput')),
  act('withdraw finding', 'finding', findingAct('withdrawFinding', { reason: WORDS })),
  act('save contribution', 'contribution', contributed('saveContribution', { answers: [], version: STALE }), true),
  act('submit contribution', 'contribution', contributed('submitContribution', { version: STALE }), true),
  act('merge', 'inspection', merged),
  act('undo merge', 'merge', ({ key }) => ({
    mutation: 'undoMerge',
    input: { mergeId: global('Merge', key), version: STALE, reason: WORDS },
  })),
  act('take attitude to merge', 'merge', ({ key }) => attitude(global('Merge', key))),
  act('take attitude to finding', 'finding', ({ key }) => attitude(global('Finding', key))),
];

const attitude = (onId: string): Act => ({
  mutation: 'takeAttitude',
  input: { onId, attitude: 'DISSENT', words: WORDS },
});

/** Each writes only his own inspectorate's. */
function contributed(mutation: string, more: object): ActKind['act'] {
  return (trial) => {
    const contribution = one(trial.world.contributions, ({ id }) => id === trial.key);
    if (contribution === null || contribution.inspectorate !== organisationOf(trial).inspectorate) return null;
    return { mutation, input: { inspectionId: global('Inspection', contribution.inspectionId), ...more } };
  };
}

function merged(trial: Trial): Act | null {
  const { id } = inspectionOf(trial);
  const findings = trial.world.findings
    .filter((finding) => finding.inspectionId === id && finding.revealed && finding.state === 'SUBMITTED')
    .slice(0, 2);
  if (findings.length < 2) return null;
  const findingIds = findings.map((finding) => finding.id);
  return {
    mutation: 'mergeFindings',
    input: { findingIds: findingIds.map((finding) => global('Finding', finding)), statement: WORDS },
    about: { findingIds },
  };
}

export const contentActs: readonly ActKind[] = [...evidenceActs, ...findingActs];
