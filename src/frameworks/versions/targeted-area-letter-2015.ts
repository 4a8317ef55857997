import type { LetterLayout } from '../letter-layout.js';

/** The letter of 2016 to 2020. What is found outside a study stands in one of two long lists. */
export const targetedAreaLetter2015: LetterLayout = {
  opening: [
    { code: 'ADDRESSEES', heading: null, text: null },
    {
      code: 'SCOPE',
      heading: null,
      text: 'Between {fieldworkFrom} and {fieldworkTo}, {inspectorates} inspected how agencies in {area} work together for children. This letter is addressed to the leaders of all of them. It evaluates the front door, and in depth: {theme}.',
    },
  ],
  sections: [
    {
      code: 'SUMMARY',
      heading: 'Summary',
      otherHeadings: ['Headline findings'],
      takes: [
        {
          placement: 'HEADLINE',
          kinds: ['STRENGTH', 'AREA_FOR_IMPROVEMENT', 'EFFECTIVE_PRACTICE', 'PRACTICE_CONCERN', 'CONTEXT'],
        },
        { placement: 'MAIN', kinds: ['CONTEXT'] },
      ],
      style: 'PARAGRAPHS',
      whenEmpty: 'OMIT',
      noneText: null,
      usually: null,
      studies: [],
    },
    {
      code: 'KEY_STRENGTHS',
      heading: 'Key strengths',
      otherHeadings: [],
      takes: [
        { placement: 'STRENGTH', kinds: ['STRENGTH', 'EFFECTIVE_PRACTICE'] },
        { placement: 'MAIN', kinds: ['STRENGTH', 'EFFECTIVE_PRACTICE'] },
      ],
      style: 'LIST',
      whenEmpty: 'REFUSE',
      noneText: null,
      usually: null,
      studies: [],
    },
    {
      code: 'STUDY_EFFECTIVE_PRACTICE',
      heading: 'Case studies: highly effective practice',
      otherHeadings: [],
      takes: [{ placement: 'STUDY', kinds: ['EFFECTIVE_PRACTICE'] }],
      style: 'PARAGRAPHS',
      whenEmpty: 'OMIT',
      noneText: null,
      usually: null,
      studies: [
        {
          kind: 'EFFECTIVE_PRACTICE',
          headings: [
            'Case study: highly effective practice',
            'Case study: effective practice',
            'Practice study: highly effective practice',
          ],
        },
      ],
    },
    {
      code: 'AREAS_FOR_PRIORITY_ACTION',
      heading: 'Areas for priority action',
      otherHeadings: ['Area for priority action'],
      takes: [{ placement: 'IMPROVEMENT', kinds: ['PRIORITY_ACTION'] }],
      style: 'PARAGRAPHS',
      whenEmpty: 'AFFIRM',
      noneText: 'Inspectors found no area in which priority action is needed.',
      usually: null,
      studies: [],
    },
    {
      code: 'AREAS_FOR_IMPROVEMENT',
      heading: 'Areas for improvement',
      otherHeadings: ['Area for improvement'],
      takes: [
        { placement: 'IMPROVEMENT', kinds: ['AREA_FOR_IMPROVEMENT', 'PRACTICE_CONCERN'] },
        { placement: 'MAIN', kinds: ['AREA_FOR_IMPROVEMENT', 'PRACTICE_CONCERN'] },
      ],
      style: 'LIST',
      whenEmpty: 'REFUSE',
      noneText: null,
      usually: null,
      studies: [],
    },
    {
      code: 'STUDY_AREA_FOR_IMPROVEMENT',
      heading: 'Case studies: areas for improvement',
      otherHeadings: [],
      takes: [{ placement: 'STUDY', kinds: ['PRACTICE_CONCERN'] }],
      style: 'PARAGRAPHS',
      whenEmpty: 'OMIT',
      noneText: null,
      usually: null,
      studies: [
        {
          kind: 'PRACTICE_CONCERN',
          headings: [
            'Case study: area for improvement',
            'Case study: areas for improvement',
            'Case study: area(s) for improvement',
            'Case study: area for priority action',
            'Case study: areas for priority action and improvement',
            'Practice study: area for improvement',
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
      text: '{principalAuthority} is the principal authority and should prepare a written statement of proposed action that answers this letter, with {cooperatingAgencies}. It should set out what each agency will do, alone and together. It is due on {statementDueOn}. The statement will inform the lines of enquiry at any later inspection.',
    },
    { code: 'SIGNATORIES', heading: null, text: null },
  ],
  arrangements: [
    {
      code: 'STRENGTHS_FIRST',
      name: 'Strengths first',
      proposedFor: [],
      order: [
        'SUMMARY',
        'KEY_STRENGTHS',
        'STUDY_EFFECTIVE_PRACTICE',
        'AREAS_FOR_PRIORITY_ACTION',
        'AREAS_FOR_IMPROVEMENT',
        'STUDY_AREA_FOR_IMPROVEMENT',
      ],
    },
    {
      code: 'PRIORITY_ACTION_FIRST',
      name: 'Priority action first',
      proposedFor: ['PRIORITY_ACTION'],
      order: [
        'SUMMARY',
        'AREAS_FOR_PRIORITY_ACTION',
        'AREAS_FOR_IMPROVEMENT',
        'STUDY_AREA_FOR_IMPROVEMENT',
        'KEY_STRENGTHS',
        'STUDY_EFFECTIVE_PRACTICE',
      ],
    },
    {
      code: 'PRIORITY_STUDY_FIRST',
      name: 'Priority action first, told by its case study',
      proposedFor: [],
      order: [
        'SUMMARY',
        'AREAS_FOR_PRIORITY_ACTION',
        'STUDY_AREA_FOR_IMPROVEMENT',
        'AREAS_FOR_IMPROVEMENT',
        'KEY_STRENGTHS',
        'STUDY_EFFECTIVE_PRACTICE',
      ],
    },
  ],
};
