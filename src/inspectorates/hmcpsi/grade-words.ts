/** Scores of areas, and how far a file meets a casework question. */
export const gradeWords: readonly string[] = [
  'excellent',
  'good',
  'fair',
  'poor',
  'fully meeting',
  'partially meeting',
  'not meeting',
];
