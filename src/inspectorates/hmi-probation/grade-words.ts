/** The ratings of probation and youth justice services. */
export const gradeWords: readonly string[] = ['outstanding', 'good', 'requires improvement', 'inadequate'];
