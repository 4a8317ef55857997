import type { LetterLayout } from '../letter-layout.js';

/** The letter since 2022: headline findings and what needs to improve come first. */
export const targetedAreaLetter2022: LetterLayout = {
  opening: [
    { code: 'ADDRESSEES', heading: null, text: null },
    {
      code: 'SCOPE',
      heading: null,
      text: 'This inspection took place from {fieldworkFrom} to {fieldworkTo}. It was carried out by {inspectorates}. Its subject in {area}: {theme}.',
    },
  ],
  sections: [
    {
      code: 'HEADLINE_FINDINGS',
      heading: 'Headline findings',
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
      code: 'AREA_FOR_PRIORITY_ACTION',
      heading: 'Area for priority action',
      otherHeadings: ['Areas for priority action'],
      takes: [{ placement: 'IMPROVEMENT', kinds: ['PRIORITY_ACTION'] }],
      style: 'PARAGRAPHS',
      whenEmpty: 'AFFIRM',
      noneText: 'Inspectors found no area in which priority action is needed.',
      usually: null,
      studies: [],
    },
    {
      code: 'WHAT_NEEDS_TO_IMPROVE',
      heading: 'What needs to improve?',
      otherHeadings: ['What needs to improve'],
      takes: [{ placement: 'IMPROVEMENT', kinds: ['AREA_FOR_IMPROVEMENT', 'PRACTICE_CONCERN'] }],
      style: 'LIST',
      whenEmpty: 'REFUSE',
      noneText: null,
      usually: { min: 3, max: 12 },
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
      code: 'MAIN_FINDINGS',
      heading: 'Main findings',
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
      code: 'PRACTICE_STUDIES',
      heading: 'Practice studies',
      otherHeadings: [],
      takes: [{ placement: 'STUDY', kinds: ['EFFECTIVE_PRACTICE', 'PRACTICE_CONCERN'] }],
      style: 'PARAGRAPHS',
      whenEmpty: 'OMIT',
      noneText: null,
      usually: null,
      studies: [
        {
          kind: 'EFFECTIVE_PRACTICE',
          headings: [
            'Practice study: highly effective practice',
            'Practice study: effective practice',
            'Practice study: areas of highly effective practice',
          ],
        },
        {
          kind: 'PRACTICE_CONCERN',
          headings: [
            'Practice study: area for improvement',
            'Practice study: areas for improvement',
            'Practice study: area(s) for improvement',
          ],
        },
      ],
    },
  ],
  closing: [
    {
      code: 'NEXT_STEPS',
      heading: 'Next steps',
      text: '{principalAuthority} is the principal authority and should prepare a written statement of proposed action that answers what this letter finds, with {cooperatingAgencies}. It should set out what each agency will do, alone and together. It is due on {statementDueOn}. The statement will inform the lines of enquiry at any later inspection.',
    },
    { code: 'SIGNATORIES', heading: null, text: null },
  ],
  arrangements: [
    {
      code: 'HEADLINES_FIRST',
      name: 'Headline findings first',
      proposedFor: [],
      order: [
        'HEADLINE_FINDINGS',
        'AREA_FOR_PRIORITY_ACTION',
        'WHAT_NEEDS_TO_IMPROVE',
        'STRENGTHS',
        'MAIN_FINDINGS',
        'PRACTICE_STUDIES',
      ],
    },
  ],
};
