import { describe, expect, it } from '@jest/globals';

import {
  aFinding,
  inTermsOf,
  type NeutralContribution,
  problemCodes,
  refusedBy,
} from '../../../test/contract/neutral-contribution.js';
import type { EvidenceFacts, ReleaseForm } from '../inspectorate.js';
import { cqc } from './cqc.js';

const facts = (kind: string, changes: Partial<EvidenceFacts> = {}): EvidenceFacts => ({
  kind,
  method: 'RECORD_REVIEW',
  strength: 'RECORD',
  marking: 'OFFICIAL',
  personalData: 'NONE',
  ...changes,
});

describe('the Care Quality Commission', () => {
  const refused: readonly [problem: string, contribution: NeutralContribution][] = [
    [
      'EFFECT_FROM_RECORDS_ALONE',
      { findings: [aFinding({ count: null, evidence: [{ method: 'CASE_TRACKING', strength: 'RECORD' }] })] },
    ],
    ['SMALL_CELL', { findings: [aFinding({ count: { n: 3, of: 4, basis: 'SAMPLED' } })] }],
    [
      'COUNT_FROM_CONVERSATIONS',
      { findings: [aFinding({ evidence: [{ method: 'CONVERSATION_WITH_CHILD', strength: 'SAID' }] })] },
    ],
    [
      'MORE_THAN_WERE_READ',
      { findings: [aFinding({ count: { n: 12, of: 20, basis: 'SAMPLED' } })], answers: { CQC: { recordsRead: '19' } } },
    ],
  ];

  it.each(refused)('alone refuses %s, which the others accept', (problem, contribution) => {
    expect(refusedBy(contribution)).toEqual([cqc.code]);
    expect(problemCodes(cqc, contribution)).toEqual([problem]);
  });

  const released: readonly [item: EvidenceFacts, to: string, form: ReleaseForm][] = [
    [facts('CQC_PATIENT_RECORD'), 'OFSTED', 'SUMMARY'],
    [facts('CQC_PATIENT_RECORD', { personalData: 'SPECIAL_CATEGORY' }), 'HMICFRS', 'SUMMARY'],
    [facts('CQC_PATIENT_RECORD'), 'HMCPSI', 'NOTHING'],
    [facts('CQC_MENTAL_HEALTH_RECORD'), 'HMICFRS', 'NOTHING'],
    [facts('CQC_SEXUAL_HEALTH_RECORD'), 'OFSTED', 'NOTHING'],
    [facts('CQC_SEXUAL_HEALTH_RECORD', { personalData: 'SPECIAL_CATEGORY' }), 'OFSTED', 'NOTHING'],
    [facts('CQC_CLINICAL_OBSERVATION'), 'OFSTED', 'WHOLE'],
    [facts('CQC_CLINICAL_OBSERVATION', { personalData: 'SPECIAL_CATEGORY' }), 'OFSTED', 'SUMMARY'],
    [facts('CQC_PATIENT_RECORD', { personalData: 'SPECIAL_CATEGORY' }), 'CQC', 'WHOLE'],
  ];

  it.each(released)('releases %j to %s as %s', (item, to, form) => {
    expect(cqc.release(item, { inspectorate: to }).form).toBe(form);
  });

  it('follows the key questions from safe to well led', () => {
    const findings = [
      aFinding({ joint: 'LEADERSHIP', statement: 'Leads.' }),
      aFinding({ joint: 'HELP', statement: 'Treats.' }),
      aFinding({ joint: 'PROTECT', statement: 'Protects.' }),
    ];
    const { paragraphs } = cqc.narrate(inTermsOf(cqc, { findings }));
    expect(paragraphs.map(({ sentences }) => sentences[0]?.text)).toEqual(['Protects.', 'Treats.', 'Leads.']);
  });

  it('voices effect and count in its own words, each citing the finding', () => {
    const { paragraphs } = cqc.narrate(inTermsOf(cqc, { findings: [aFinding()] }));
    expect(paragraphs).toEqual([
      {
        placement: 'MAIN',
        sentences: [
          { text: 'Plans do not say who will see the child, or when.', findingIds: ['finding-1'] },
          {
            text: 'For the health and well-being of these children it means that children tell their story to several strangers.',
            findingIds: ['finding-1'],
          },
          { text: 'It was found for 5 of 7 children whose care was tracked.', findingIds: ['finding-1'] },
        ],
      },
    ]);
  });
});
