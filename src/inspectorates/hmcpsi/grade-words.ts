/** Scores of areas, and how far a file meets the standard of casework. */
export const gradeWords: readonly string[] = [
  'excellent',
  'good',
  'fair',
  'poor',
  'fully meeting the standard',
  'partially meeting the standard',
  'not meeting the standard',
];
