import { describe, expect, it } from '@jest/globals';

import {
  aFinding,
  inTermsOf,
  type NeutralContribution,
  problemCodes,
  refusedBy,
} from '../../../test/contract/neutral-contribution.js';
import type { EvidenceFacts, ReleaseForm } from '../inspectorate.js';
import { hmiProbation } from './hmi-probation.js';

const facts = (kind: string, changes: Partial<EvidenceFacts> = {}): EvidenceFacts => ({
  kind,
  method: 'RECORD_REVIEW',
  strength: 'RECORD',
  marking: 'OFFICIAL',
  personalData: 'NONE',
  ...changes,
});

describe('the probation inspectorate', () => {
  const refused: readonly [problem: string, contribution: NeutralContribution][] = [
    ['TOO_MANY_TRACKED', { findings: [aFinding({ count: { n: 9, of: 14, basis: 'TRACKED' } })] }],
    [
      'EFFECT_OBSERVED_ALONE',
      { findings: [aFinding({ count: null, evidence: [{ method: 'SHADOWING', strength: 'OBSERVED' }] })] },
    ],
    ['STUDY_OF_A_SAMPLE', { findings: [aFinding({ placement: 'STUDY', count: { n: 12, of: 20, basis: 'SAMPLED' } })] }],
    [
      'MORE_THAN_WERE_ASSESSED',
      {
        findings: [aFinding({ count: { n: 12, of: 20, basis: 'SAMPLED' } })],
        answers: { HMI_PROBATION: { casesAssessed: '19' } },
      },
    ],
  ];

  it.each(refused)('alone refuses %s, which the others accept', (problem, contribution) => {
    expect(refusedBy(contribution)).toEqual([hmiProbation.code]);
    expect(problemCodes(hmiProbation, contribution)).toEqual([problem]);
  });

  const released: readonly [item: EvidenceFacts, to: string, form: ReleaseForm][] = [
    [facts('HMI_PROBATION_MAPPA_MINUTES'), 'HMICFRS', 'SUMMARY'],
    [facts('HMI_PROBATION_MAPPA_MINUTES'), 'OFSTED', 'NOTHING'],
    [facts('HMI_PROBATION_PRE_SENTENCE_REPORT'), 'CQC', 'SUMMARY'],
    [facts('HMI_PROBATION_PRE_SENTENCE_REPORT'), 'HMCPSI', 'WHOLE'],
    [facts('HMI_PROBATION_CASE_RECORD', { personalData: 'CRIMINAL_OFFENCE' }), 'OFSTED', 'SUMMARY'],
    [facts('HMI_PROBATION_CASE_RECORD', { personalData: 'CRIMINAL_OFFENCE' }), 'HMICFRS', 'WHOLE'],
    [facts('HMI_PROBATION_VICTIM_CONTACT_RECORD'), 'HMI_PRISONS', 'NOTHING'],
    [facts('HMI_PROBATION_MAPPA_MINUTES'), 'HMI_PROBATION', 'WHOLE'],
  ];

  it.each(released)('releases %j to %s as %s', (item, to, form) => {
    expect(hmiProbation.release(item, { inspectorate: to }).form).toBe(form);
  });

  it('begins with how services are organised', () => {
    const findings = [
      aFinding({ joint: 'PROTECT', statement: 'Protects.' }),
      aFinding({ joint: 'ASSESS', statement: 'Assesses.' }),
      aFinding({ joint: 'LEADERSHIP', statement: 'Leads.' }),
    ];
    const { paragraphs } = hmiProbation.narrate(inTermsOf(hmiProbation, { findings }));
    expect(paragraphs.map(({ sentences }) => sentences[0]?.text)).toEqual(['Leads.', 'Assesses.', 'Protects.']);
  });

  it('voices effect and count in its own words, each citing the finding', () => {
    const { paragraphs } = hmiProbation.narrate(inTermsOf(hmiProbation, { findings: [aFinding()] }));
    expect(paragraphs).toEqual([
      {
        placement: 'MAIN',
        sentences: [
          { text: 'Plans do not say who will see the child, or when.', findingIds: ['finding-1'] },
          {
            text: 'The consequence for children is that children tell their story to several strangers.',
            findingIds: ['finding-1'],
          },
          { text: 'Among the cases tracked, this applied to 5 of 7 children.', findingIds: ['finding-1'] },
        ],
      },
    ]);
  });
});
