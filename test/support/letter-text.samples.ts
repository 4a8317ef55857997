import type { FindingKind, NarrativeSection, Placement } from '../../src/inspectorates/inspectorate.js';
import type { NarrativeFacts } from '../../src/narrative/fixed-text.js';
import type { LetterFacts } from '../../src/narrative/letter-facts.js';
import type { StandingFinding } from '../../src/narrative/standing-findings.js';

export const someFacts: NarrativeFacts = {
  title: 'Joint targeted area inspection of Exdale',
  area: 'Exdale',
  theme: 'The response to children who are neglected',
  inspectorates: ['Ofsted', 'the Care Quality Commission'],
  fieldwork: { from: '2024-12-09', to: '2024-12-13' },
  principalAuthority: 'Exdale Council',
  cooperatingAgencies: ['Exdale Integrated Care Board', 'Exdale Police'],
};

export const someLetterFacts: LetterFacts = {
  addressees: [{ name: 'Ann Reed', role: 'Director of Children’s Services, Exdale Council' }],
  inspectorates: [
    { name: 'Ofsted', legalBasis: ['Children Act 2004 s.20'] },
    { name: 'Care Quality Commission', legalBasis: ['Children Act 2004 s.20'] },
  ],
  fieldwork: { from: '2024-12-09', to: '2024-12-13' },
  publishedOn: '2025-02-27',
  signatories: [{ name: 'Jo Hale', role: 'National Director', inspectorate: 'Ofsted' }],
  statementOfAction: {
    principalAuthority: 'Exdale Council',
    cooperatingAgencies: ['Exdale Integrated Care Board', 'Exdale Police'],
    due: { receivedOn: '2025-02-20', workingDays: 70, computed: '2025-06-04', set: null },
    legalBasis: ['Children Act 2004 (Joint Area Reviews) Regulations 2015 (SI 2015/1792) reg. 4'],
  },
  draft: null,
};

export function aStandingFinding(given: Partial<StandingFinding> & { readonly id: string }): StandingFinding {
  return {
    sourceFindingIds: [given.id],
    inspectorate: 'OFSTED',
    kind: 'STRENGTH' satisfies FindingKind,
    placement: 'MAIN' satisfies Placement,
    study: null,
    position: 0,
    statement: `Statement of ${given.id}.`,
    ...given,
  };
}

/** One narration for each inspectorate: each finding's statement, then the voice that is given for it. */
export function narrationsOf(
  findings: readonly StandingFinding[],
  voice: (finding: StandingFinding) => readonly string[] = () => [],
): NarrativeSection[] {
  return [...new Set(findings.map(({ inspectorate }) => inspectorate))].map((inspectorate) => ({
    inspectorate,
    paragraphs: findings
      .filter((finding) => finding.inspectorate === inspectorate)
      .map((finding) => ({
        placement: finding.placement,
        sentences: [finding.statement, ...voice(finding)].map((text) => ({ text, findingIds: [finding.id] })),
      })),
  }));
}
