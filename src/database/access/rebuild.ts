import { kernelFunction } from './row-security.js';

/** What settles one kind of row, and the rows that it is called for. What others rest on comes first. */
const PLACING: readonly (readonly [place: string, rows: string])[] = [
  ['inspection', 'SELECT id FROM app.inspection'],
  ['participation', 'SELECT id FROM app.inspection'],
  ['assignment', 'SELECT id FROM app.assignment'],
  ['conflicts', 'SELECT DISTINCT user_id FROM app.conflict_of_interest'],
  ['case', 'SELECT id FROM app.case_file'],
  ['case_member', 'SELECT id FROM app.case_member'],
  ['concern', 'SELECT id FROM app.immediate_concern'],
  ['evidence', 'SELECT id FROM app.evidence'],
  ['access_request', 'SELECT id FROM app.access_request'],
  ['contradictions', 'SELECT entry_id FROM app.chronology_contradiction'],
  ['contribution', 'SELECT id FROM app.contribution'],
  ['finding', 'SELECT id FROM app.finding'],
  ['merge', 'SELECT id FROM app.finding_merge'],
  ['narrative', 'SELECT inspection_id FROM app.narrative'],
  ['frozen', 'SELECT inspection_id FROM app.narrative'],
  ['signing', 'SELECT id FROM app.inspection'],
  ['letter', 'SELECT id FROM app.letter'],
  ['request', 'SELECT id FROM app.request'],
  ['submission', 'SELECT id FROM app.submission'],
  ['comment', 'SELECT id FROM app.accuracy_comment'],
];

/**
 * Settles every audience anew from the facts alone. What is stored must already equal what it finds: a test says so,
 * and it is run where the rules themselves changed.
 */
export const REBUILD = kernelFunction(
  'auth.rebuild()',
  'void',
  `BEGIN
     ${PLACING.map(([place, rows]) => `PERFORM auth.place_${place}(which) FROM (${rows}) every (which);`).join('\n     ')}
   END`,
  { how: 'LANGUAGE plpgsql VOLATILE', open: false },
);
