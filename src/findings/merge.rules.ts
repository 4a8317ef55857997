import type { Problem } from '../inspectorates/inspectorate.js';
import type { FindingRow, FindingText } from './findings.repository.js';

export interface Source extends FindingRow {
  readonly text: FindingText;
}

/** Why findings cannot stand in one merge; `at` counts them as they were named. */
export function sourceProblems(sources: readonly FindingRow[]): Problem[] {
  const [first] = sources;
  return sources.flatMap((source, index) => {
    const at = `findingIds.${index}`;
    if (source.inspectionId !== first?.inspectionId)
      return [{ at, code: 'OTHER_INSPECTION', message: 'Name findings of one inspection.' }];
    if (source.state !== 'SUBMITTED' || source.text === null)
      return [{ at, code: 'NOT_SUBMITTED', message: 'Only submitted findings are merged: leave this one out.' }];
    if (source.mergeId !== null)
      return [
        { at, code: 'ALREADY_MERGED', message: 'It stands in a merge already: undo that first, or leave it out.' },
      ];
    if (source.text.kind !== first.text?.kind)
      return [
        { at, code: 'OTHER_KIND', message: 'Merge findings of one kind: change its kind first, or leave it out.' },
      ];
    if (source.text.placement !== first.text.placement)
      return [
        { at, code: 'OTHER_PLACEMENT', message: 'Merge findings of one placement: change it first, or leave it out.' },
      ];
    return [];
  });
}

/** Either one source's wording is kept, or there is a joint one. */
export function jointWordingProblems(kept: Source | null, statement: string | null): Problem[] {
  if (kept === null && statement === null)
    return [
      {
        at: 'statement',
        code: 'MISSING',
        message: 'Give a joint wording, or name the finding whose wording is kept.',
      },
    ];
  if (kept !== null && statement !== null && statement !== kept.text.statement)
    return [
      {
        at: 'statement',
        code: 'NOT_THE_KEPT_WORDING',
        message: 'Leave the joint wording out, or keep the wording of none of them.',
      },
    ];
  return [];
}
