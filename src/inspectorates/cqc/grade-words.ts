/** The ratings given to providers under each key question. */
export const gradeWords: readonly string[] = ['outstanding', 'good', 'requires improvement', 'inadequate'];
