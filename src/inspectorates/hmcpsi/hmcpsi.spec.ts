import { describe, expect, it } from '@jest/globals';

import {
  aFinding,
  inTermsOf,
  type NeutralContribution,
  problemCodes,
  refusedBy,
} from '../../../test/contract/neutral-contribution.js';
import type { EvidenceFacts, ReleaseForm } from '../inspectorate.js';
import { hmcpsi } from './hmcpsi.js';

const facts = (kind: string, changes: Partial<EvidenceFacts> = {}): EvidenceFacts => ({
  kind,
  method: 'RECORD_REVIEW',
  strength: 'RECORD',
  marking: 'OFFICIAL',
  personalData: 'NONE',
  ...changes,
});

describe('the prosecution inspectorate', () => {
  const refused: readonly [problem: string, contribution: NeutralContribution][] = [
    [
      'COUNT_FROM_COURT',
      {
        findings: [
          aFinding({
            evidence: [
              { method: 'DIRECT_OBSERVATION', strength: 'OBSERVED' },
              { method: 'CONVERSATION_WITH_FAMILY', strength: 'SAID' },
            ],
          }),
        ],
      },
    ],
    [
      'COUNT_FROM_AUDIT',
      { findings: [aFinding({ evidence: [{ method: 'MULTI_AGENCY_AUDIT', strength: 'DOCUMENT' }] })] },
    ],
    [
      'NO_POWER_TO_ENFORCE',
      { findings: [aFinding({ kind: 'PRIORITY_ACTION', agencies: [{ kind: 'CPS_AREA', name: 'CPS Harrowmere' }] })] },
    ],
    ['LIVE_CASE', { findings: [aFinding({ placement: 'STUDY' })], answers: { HMCPSI: { liveCases: 'YES' } } }],
    [
      'MORE_THAN_WERE_READ',
      {
        findings: [aFinding({ count: { n: 12, of: 20, basis: 'SAMPLED' } })],
        answers: { HMCPSI: { filesRead: '19' } },
      },
    ],
  ];

  it.each(refused)('alone refuses %s, which the others accept', (problem, contribution) => {
    expect(refusedBy(contribution)).toEqual([hmcpsi.code]);
    expect(problemCodes(hmcpsi, contribution)).toEqual([problem]);
  });

  const released: readonly [item: EvidenceFacts, to: string, form: ReleaseForm][] = [
    [facts('HMCPSI_PRIVILEGED_MATERIAL'), 'OFSTED', 'NOTHING'],
    [facts('HMCPSI_PRIVILEGED_MATERIAL'), 'HMICFRS', 'NOTHING'],
    [facts('HMCPSI_CHARGING_ADVICE'), 'HMICFRS', 'SUMMARY'],
    [facts('HMCPSI_CHARGING_ADVICE'), 'OFSTED', 'NOTHING'],
    [facts('HMCPSI_UNUSED_MATERIAL_SCHEDULE', { marking: 'OFFICIAL_SENSITIVE' }), 'HMICFRS', 'NOTHING'],
    [facts('HMCPSI_WITNESS_CARE_RECORD'), 'HMICFRS', 'WHOLE'],
    [facts('HMCPSI_VICTIM_COMMUNICATION'), 'HMI_PRISONS', 'NOTHING'],
    [facts('HMCPSI_PRIVILEGED_MATERIAL'), 'HMCPSI', 'WHOLE'],
  ];

  it.each(released)('releases %j to %s as %s', (item, to, form) => {
    expect(hmcpsi.release(item, { inspectorate: to }).form).toBe(form);
  });

  it('tells what was counted first, the larger share before the smaller', () => {
    const findings = [
      aFinding({ count: null, statement: 'Uncounted.' }),
      aFinding({ count: { n: 1, of: 7, basis: 'TRACKED' }, statement: 'Few.' }),
      aFinding({ statement: 'Most.' }),
    ];
    const { paragraphs } = hmcpsi.narrate(inTermsOf(hmcpsi, { findings }));
    expect(paragraphs.map(({ sentences }) => sentences[0]?.text)).toEqual(['Most.', 'Few.', 'Uncounted.']);
  });

  it('voices effect and count in its own words, each citing the finding', () => {
    const { paragraphs } = hmcpsi.narrate(inTermsOf(hmcpsi, { findings: [aFinding()] }));
    expect(paragraphs).toEqual([
      {
        placement: 'MAIN',
        sentences: [
          { text: 'Plans do not say who will see the child, or when.', findingIds: ['finding-1'] },
          { text: 'The files tracked bear this out for 5 of 7 children.', findingIds: ['finding-1'] },
          {
            text: 'What follows for children is that children tell their story to several strangers.',
            findingIds: ['finding-1'],
          },
        ],
      },
    ]);
  });
});
