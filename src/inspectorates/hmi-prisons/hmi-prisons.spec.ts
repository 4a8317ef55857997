import { describe, expect, it } from '@jest/globals';

import {
  aFinding,
  inTermsOf,
  type NeutralContribution,
  problemCodes,
  refusedBy,
} from '../../../test/contract/neutral-contribution.js';
import type { EvidenceFacts, ReleaseForm } from '../inspectorate.js';
import { hmiPrisons } from './hmi-prisons.js';

const facts = (kind: string, changes: Partial<EvidenceFacts> = {}): EvidenceFacts => ({
  kind,
  method: 'RECORD_REVIEW',
  strength: 'RECORD',
  marking: 'OFFICIAL',
  personalData: 'NONE',
  ...changes,
});

describe('the prisons inspectorate', () => {
  const refused: readonly [problem: string, contribution: NeutralContribution][] = [
    [
      'STRENGTH_UNHEARD',
      {
        findings: [
          aFinding({
            kind: 'STRENGTH',
            evidence: [
              { method: 'CASE_TRACKING', strength: 'RECORD' },
              { method: 'CONVERSATION_WITH_FAMILY', strength: 'SAID' },
            ],
          }),
        ],
      },
    ],
    ['COUNT_FROM_GROUPS', { findings: [aFinding({ evidence: [{ method: 'FOCUS_GROUP', strength: 'SAID' }] })] }],
    ['HEADLINE_FROM_TRACKED', { findings: [aFinding({ placement: 'HEADLINE' })] }],
    [
      'MORE_THAN_WERE_SURVEYED',
      {
        findings: [
          aFinding({
            count: { n: 12, of: 20, basis: 'SAMPLED' },
            evidence: [
              { method: 'FOCUS_GROUP', strength: 'SAID' },
              { method: 'CASE_SAMPLING', strength: 'RECORD' },
            ],
          }),
        ],
        answers: { HMI_PRISONS: { childrenSurveyed: '19' } },
      },
    ],
  ];

  it.each(refused)('alone refuses %s, which the others accept', (problem, contribution) => {
    expect(refusedBy(contribution)).toEqual([hmiPrisons.code]);
    expect(problemCodes(hmiPrisons, contribution)).toEqual([problem]);
  });

  const released: readonly [item: EvidenceFacts, to: string, form: ReleaseForm][] = [
    [facts('HMI_PRISONS_SECURITY_INTELLIGENCE'), 'HMICFRS', 'SUMMARY'],
    [facts('HMI_PRISONS_SECURITY_INTELLIGENCE'), 'OFSTED', 'NOTHING'],
    [facts('HMI_PRISONS_HEALTHCARE_RECORD'), 'CQC', 'WHOLE'],
    [facts('HMI_PRISONS_HEALTHCARE_RECORD'), 'HMICFRS', 'NOTHING'],
    [facts('HMI_PRISONS_CONFIDENTIAL_COMPLAINT'), 'OFSTED', 'NOTHING'],
    [facts('HMI_PRISONS_SURVEY'), 'OFSTED', 'SUMMARY'],
    [facts('HMI_PRISONS_CONTACT_DECISION', { personalData: 'CRIMINAL_OFFENCE' }), 'CQC', 'SUMMARY'],
    [facts('HMI_PRISONS_SURVEY'), 'HMI_PRISONS', 'WHOLE'],
  ];

  it.each(released)('releases %j to %s as %s', (item, to, form) => {
    expect(hmiPrisons.release(item, { inspectorate: to }).form).toBe(form);
  });

  it('lets those who are held speak first', () => {
    const findings = [
      aFinding({ joint: 'JOINT_WORKING', statement: 'Releases.' }),
      aFinding({ joint: 'PROTECT', statement: 'Protects.' }),
      aFinding({ joint: 'CHILD_VOICE', statement: 'Hears.' }),
    ];
    const { paragraphs } = hmiPrisons.narrate(inTermsOf(hmiPrisons, { findings }));
    expect(paragraphs.map(({ sentences }) => sentences[0]?.text)).toEqual(['Hears.', 'Protects.', 'Releases.']);
  });

  it('voices effect and count in its own words, each citing the finding', () => {
    const { paragraphs } = hmiPrisons.narrate(inTermsOf(hmiPrisons, { findings: [aFinding()] }));
    expect(paragraphs).toEqual([
      {
        placement: 'MAIN',
        sentences: [
          { text: 'Plans do not say who will see the child, or when.', findingIds: ['finding-1'] },
          {
            text: 'Children’s experience of this is that children tell their story to several strangers.',
            findingIds: ['finding-1'],
          },
          { text: 'So it was for 5 of 7 children whom inspectors tracked.', findingIds: ['finding-1'] },
        ],
      },
    ]);
  });
});
