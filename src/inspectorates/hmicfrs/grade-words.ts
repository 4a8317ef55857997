/** The five grades of force inspections, and the formal cause of concern. */
export const gradeWords: readonly string[] = [
  'outstanding',
  'good',
  'adequate',
  'requires improvement',
  'inadequate',
  'cause of concern',
];
