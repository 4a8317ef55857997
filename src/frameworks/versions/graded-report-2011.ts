import type { LetterLayout } from '../letter-layout.js';

/** The report of an inspection that grades: what must improve, then the findings, then the record of grades. */
export const gradedReport2011: LetterLayout = {
  opening: [
    { code: 'ADDRESSEES', heading: null, text: null },
    {
      code: 'SCOPE',
      heading: 'About this inspection',
      text: 'This inspection of {area} took place from {fieldworkFrom} to {fieldworkTo}. It was carried out by {inspectorates}.',
    },
  ],
  sections: [
    {
      code: 'OVERALL_EFFECTIVENESS',
      heading: 'Overall effectiveness',
      otherHeadings: [],
      takes: [
        {
          placement: 'HEADLINE',
          kinds: ['STRENGTH', 'AREA_FOR_IMPROVEMENT', 'EFFECTIVE_PRACTICE', 'PRACTICE_CONCERN', 'CONTEXT'],
        },
      ],
      style: 'PARAGRAPHS',
      whenEmpty: 'REFUSE',
      noneText: null,
      usually: null,
      studies: [],
    },
    {
      code: 'PRIORITY_ACTION',
      heading: 'Priority and immediate action',
      otherHeadings: [],
      takes: [{ placement: 'IMPROVEMENT', kinds: ['PRIORITY_ACTION'] }],
      style: 'LIST',
      whenEmpty: 'AFFIRM',
      noneText: 'Inspectors found nothing that needs immediate action.',
      usually: null,
      studies: [],
    },
    {
      code: 'AREAS_FOR_IMPROVEMENT',
      heading: 'Areas for improvement',
      otherHeadings: [],
      takes: [{ placement: 'IMPROVEMENT', kinds: ['AREA_FOR_IMPROVEMENT', 'PRACTICE_CONCERN'] }],
      style: 'LIST',
      whenEmpty: 'REFUSE',
      noneText: null,
      usually: null,
      studies: [],
    },
    {
      code: 'STRENGTHS',
      heading: 'Strengths',
      otherHeadings: [],
      takes: [{ placement: 'STRENGTH', kinds: ['STRENGTH', 'EFFECTIVE_PRACTICE'] }],
      style: 'LIST',
      whenEmpty: 'OMIT',
      noneText: null,
      usually: null,
      studies: [],
    },
    {
      code: 'FINDINGS',
      heading: 'Findings',
      otherHeadings: [],
      takes: [
        {
          placement: 'MAIN',
          kinds: ['STRENGTH', 'AREA_FOR_IMPROVEMENT', 'EFFECTIVE_PRACTICE', 'PRACTICE_CONCERN', 'CONTEXT'],
        },
      ],
      style: 'PARAGRAPHS',
      whenEmpty: 'REFUSE',
      noneText: null,
      usually: null,
      studies: [],
    },
    {
      code: 'PRACTICE_EXAMPLES',
      heading: 'Examples from practice',
      otherHeadings: [],
      takes: [{ placement: 'STUDY', kinds: ['EFFECTIVE_PRACTICE', 'PRACTICE_CONCERN'] }],
      style: 'PARAGRAPHS',
      whenEmpty: 'OMIT',
      noneText: null,
      usually: null,
      studies: [
        { kind: 'EFFECTIVE_PRACTICE', headings: ['Example: effective practice'] },
        { kind: 'PRACTICE_CONCERN', headings: ['Example: practice that needs to improve'] },
      ],
    },
  ],
  closing: [
    { code: 'JUDGEMENTS', heading: 'Record of judgements', text: null },
    {
      code: 'NEXT_STEPS',
      heading: 'Next steps',
      text: '{principalAuthority} should make a written statement of the action that it proposes in the light of this report. It is due on {statementDueOn}.',
    },
    { code: 'SIGNATORIES', heading: null, text: null },
  ],
  arrangements: [
    {
      code: 'IMPROVEMENT_FIRST',
      name: 'What must improve first',
      proposedFor: [],
      order: [
        'OVERALL_EFFECTIVENESS',
        'PRIORITY_ACTION',
        'AREAS_FOR_IMPROVEMENT',
        'STRENGTHS',
        'FINDINGS',
        'PRACTICE_EXAMPLES',
      ],
    },
  ],
};
