import { kernelFunction, kernelTrigger } from './row-security.js';

/** What settles one kind of row, and the rows of an inspection that it is called for. What others rest on comes first. */
const PLACING: readonly (readonly [place: string, rows: string])[] = [
  ['inspection', 'SELECT of_inspection'],
  ['participation', 'SELECT of_inspection'],
  ['assignment', 'SELECT id FROM app.assignment WHERE inspection_id = of_inspection'],
  ['case', 'SELECT id FROM app.case_file WHERE inspection_id = of_inspection'],
  ['case_member', 'SELECT id FROM app.case_member WHERE inspection_id = of_inspection'],
  ['concern', 'SELECT id FROM app.immediate_concern WHERE inspection_id = of_inspection'],
  ['evidence', 'SELECT id FROM app.evidence WHERE inspection_id = of_inspection'],
  ['access_request', 'SELECT id FROM app.access_request WHERE inspection_id = of_inspection'],
  ['contradictions', 'SELECT entry_id FROM app.chronology_contradiction WHERE inspection_id = of_inspection'],
  ['contribution', 'SELECT id FROM app.contribution WHERE inspection_id = of_inspection'],
  ['finding', 'SELECT id FROM app.finding WHERE inspection_id = of_inspection'],
  ['merge', 'SELECT id FROM app.finding_merge WHERE inspection_id = of_inspection'],
  ['narrative', 'SELECT inspection_id FROM app.narrative WHERE inspection_id = of_inspection'],
  ['frozen', 'SELECT inspection_id FROM app.narrative WHERE inspection_id = of_inspection'],
  ['signing', 'SELECT of_inspection'],
  ['letter', 'SELECT id FROM app.letter WHERE inspection_id = of_inspection'],
  ['request', 'SELECT id FROM app.request WHERE inspection_id = of_inspection'],
  ['submission', 'SELECT id FROM app.submission WHERE inspection_id = of_inspection'],
  ['comment', 'SELECT id FROM app.accuracy_comment WHERE inspection_id = of_inspection'],
];

export const REBUILD = [
  kernelFunction(
    'auth.place_all_of(of_inspection uuid)',
    'void',
    `BEGIN
     ${PLACING.map(([place, rows]) => `PERFORM auth.place_${place}(which) FROM (${rows}) every (which);`).join('\n     ')}
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  kernelFunction(
    'auth.rebuild()',
    'void',
    // Every audience anew from the facts alone. What is stored must already equal what it finds: a test says so, and it
    // is run where the rules themselves changed.
    `BEGIN
       PERFORM auth.place_all_of(i.id) FROM app.inspection i;
       PERFORM auth.place_conflicts(u) FROM (SELECT DISTINCT user_id FROM app.conflict_of_interest) conflicted (u);
     END`,
    { how: 'LANGUAGE plpgsql VOLATILE', open: false },
  ),
  // Closing freezes (R14): shares neither end nor begin after it, and what was written is read.
  kernelTrigger('auth.inspection_closed', `PERFORM auth.place_all_of(NEW.inspection_id); RETURN NULL;`),
  `CREATE TRIGGER inspection_closed AFTER UPDATE OF closed_at ON app.inspection_conduct FOR EACH ROW
     WHEN (OLD.closed_at IS DISTINCT FROM NEW.closed_at) EXECUTE FUNCTION auth.inspection_closed();`,
].join('\n');
