import { describe, expect, it } from '@jest/globals';

import {
  aFinding,
  inTermsOf,
  type NeutralContribution,
  problemCodes,
  refusedBy,
} from '../../../test/contract/neutral-contribution.js';
import type { EvidenceFacts, ReleaseForm } from '../inspectorate.js';
import { hmicfrs } from './hmicfrs.js';

const facts = (kind: string, changes: Partial<EvidenceFacts> = {}): EvidenceFacts => ({
  kind,
  method: 'RECORD_REVIEW',
  strength: 'RECORD',
  marking: 'OFFICIAL',
  personalData: 'NONE',
  ...changes,
});

describe('the constabulary’s inspectorate', () => {
  const refused: readonly [problem: string, contribution: NeutralContribution][] = [
    [
      'COUNT_FROM_FORCE_DATA',
      {
        findings: [
          aFinding({
            count: { n: 12, of: 20, basis: 'SAMPLED' },
            evidence: [{ method: 'CASE_SAMPLING', strength: 'DATA' }],
          }),
        ],
      },
    ],
    [
      'PRIORITY_OF_ONE_CHILD',
      { findings: [aFinding({ kind: 'PRIORITY_ACTION', count: { n: 1, of: 7, basis: 'TRACKED' } })] },
    ],
    ['NOBODY_ACCOUNTABLE', { findings: [aFinding({ agencies: [] })] }],
    [
      'LIVE_INVESTIGATION',
      { findings: [aFinding({ placement: 'STUDY' })], answers: { HMICFRS: { liveInvestigations: 'YES' } } },
    ],
  ];

  it.each(refused)('alone refuses %s, which the others accept', (problem, contribution) => {
    expect(refusedBy(contribution)).toEqual([hmicfrs.code]);
    expect(problemCodes(hmicfrs, contribution)).toEqual([problem]);
  });

  const released: readonly [item: EvidenceFacts, to: string, form: ReleaseForm][] = [
    [facts('HMICFRS_INTELLIGENCE_REPORT'), 'OFSTED', 'SUMMARY'],
    [facts('HMICFRS_INTELLIGENCE_REPORT', { marking: 'OFFICIAL_SENSITIVE' }), 'HMI_PROBATION', 'SUMMARY'],
    [facts('HMICFRS_INVESTIGATION_FILE'), 'CQC', 'SUMMARY'],
    [facts('HMICFRS_INVESTIGATION_FILE'), 'HMCPSI', 'WHOLE'],
    [facts('HMICFRS_CRIME_RECORD', { personalData: 'CRIMINAL_OFFENCE' }), 'OFSTED', 'SUMMARY'],
    [facts('HMICFRS_CRIME_RECORD', { personalData: 'CRIMINAL_OFFENCE' }), 'HMI_PROBATION', 'WHOLE'],
    [facts('HMICFRS_FORCE_POLICY', { marking: 'OFFICIAL_SENSITIVE' }), 'CQC', 'SUMMARY'],
    [facts('HMICFRS_INTELLIGENCE_REPORT'), 'HMICFRS', 'WHOLE'],
  ];

  it.each(released)('releases %j to %s as %s', (item, to, form) => {
    expect(hmicfrs.release(item, { inspectorate: to }).form).toBe(form);
  });

  it('begins with what must change soonest', () => {
    const findings = [
      aFinding({ kind: 'STRENGTH', statement: 'Works.' }),
      aFinding({ statement: 'Improve.' }),
      aFinding({ kind: 'PRIORITY_ACTION', statement: 'Act.' }),
    ];
    const { paragraphs } = hmicfrs.narrate(inTermsOf(hmicfrs, { findings }));
    expect(paragraphs.map(({ sentences }) => sentences[0]?.text)).toEqual(['Act.', 'Improve.', 'Works.']);
  });

  it('voices effect and count in its own words, each citing the finding', () => {
    const { paragraphs } = hmicfrs.narrate(inTermsOf(hmicfrs, { findings: [aFinding()] }));
    expect(paragraphs).toEqual([
      {
        placement: 'MAIN',
        sentences: [
          { text: 'Plans do not say who will see the child, or when.', findingIds: ['finding-1'] },
          { text: 'As a result, children tell their story to several strangers.', findingIds: ['finding-1'] },
          {
            text: 'Of the incidents and investigations tracked, those of 5 of 7 children show this.',
            findingIds: ['finding-1'],
          },
        ],
      },
    ]);
  });
});
