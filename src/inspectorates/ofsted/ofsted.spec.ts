import { describe, expect, it } from '@jest/globals';

import {
  aFinding,
  inTermsOf,
  type NeutralContribution,
  problemCodes,
  refusedBy,
} from '../../../test/contract/neutral-contribution.js';
import type { EvidenceFacts, ReleaseForm } from '../inspectorate.js';
import { ofsted } from './ofsted.js';

const facts = (kind: string, changes: Partial<EvidenceFacts> = {}): EvidenceFacts => ({
  kind,
  method: 'RECORD_REVIEW',
  strength: 'RECORD',
  marking: 'OFFICIAL',
  personalData: 'NONE',
  ...changes,
});

describe('Ofsted', () => {
  const refused: readonly [problem: string, contribution: NeutralContribution][] = [
    ['COUNT_WITHOUT_EFFECT', { findings: [aFinding({ effectOnChildren: '' })] }],
    [
      'EFFECT_UNSEEN',
      { findings: [aFinding({ count: null, evidence: [{ method: 'CONVERSATION_WITH_LEADER', strength: 'SAID' }] })] },
    ],
    [
      'STRENGTH_FOR_A_MINORITY',
      { findings: [aFinding({ kind: 'STRENGTH', count: { n: 2, of: 7, basis: 'TRACKED' } })] },
    ],
    ['NO_CHILD_MET', { findings: [aFinding()], answers: { OFSTED: { childrenMet: '0' } } }],
  ];

  it.each(refused)('alone refuses %s, which the others accept', (problem, contribution) => {
    expect(refusedBy(contribution)).toEqual([ofsted.code]);
    expect(problemCodes(ofsted, contribution)).toEqual([problem]);
  });

  const released: readonly [item: EvidenceFacts, to: string, form: ReleaseForm][] = [
    [facts('OFSTED_COMPLAINT_INFORMATION'), 'CQC', 'SUMMARY'],
    [facts('OFSTED_COMPLAINT_INFORMATION'), 'HMCPSI', 'NOTHING'],
    [facts('OFSTED_ADOPTION_RECORD'), 'CQC', 'NOTHING'],
    [facts('OFSTED_SCHOOL_RECORD'), 'HMICFRS', 'SUMMARY'],
    [facts('OFSTED_SOCIAL_CARE_RECORD'), 'HMI_PROBATION', 'WHOLE'],
    [facts('OFSTED_CHILD_CONVERSATION', { personalData: 'SPECIAL_CATEGORY' }), 'CQC', 'SUMMARY'],
    [facts('OFSTED_ADOPTION_RECORD'), 'OFSTED', 'WHOLE'],
  ];

  it.each(released)('releases %j to %s as %s', (item, to, form) => {
    expect(ofsted.release(item, { inspectorate: to }).form).toBe(form);
  });

  it('follows the child from first contact to those who lead', () => {
    const findings = [
      aFinding({ joint: 'LEADERSHIP', statement: 'Leads.' }),
      aFinding({ joint: 'HELP', statement: 'Helps.' }),
      aFinding({ joint: 'IDENTIFY', statement: 'Notices.' }),
    ];
    const { paragraphs } = ofsted.narrate(inTermsOf(ofsted, { findings }));
    expect(paragraphs.map(({ sentences }) => sentences[0]?.text)).toEqual(['Notices.', 'Helps.', 'Leads.']);
  });

  it('voices effect and count in its own words, each citing the finding', () => {
    const { paragraphs } = ofsted.narrate(inTermsOf(ofsted, { findings: [aFinding()] }));
    expect(paragraphs).toEqual([
      {
        placement: 'MAIN',
        sentences: [
          { text: 'Plans do not say who will see the child, or when.', findingIds: ['finding-1'] },
          { text: 'This means that children tell their story to several strangers.', findingIds: ['finding-1'] },
          { text: 'This was so for 5 of the 7 children tracked.', findingIds: ['finding-1'] },
        ],
      },
    ]);
  });
});
