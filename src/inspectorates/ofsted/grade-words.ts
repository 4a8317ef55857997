/** The four-point scale; satisfactory was its third point until 2013. */
export const gradeWords: readonly string[] = [
  'outstanding',
  'good',
  'requires improvement',
  'requires improvement to be good',
  'satisfactory',
  'inadequate',
];
