/** The four outcomes of each healthy-establishment test. */
export const gradeWords: readonly string[] = ['good', 'reasonably good', 'not sufficiently good', 'poor'];
