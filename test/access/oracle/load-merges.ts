import { change, insert, instant, instantOrNull, type Row, type Step } from './load-steps.js';
import type { Merge } from './world-findings.js';
import type { World } from './world.js';

export const PLACED = { kind: 'STRENGTH', placement: 'MAIN', study: null, position: 1 };
export const COUNT = { count_n: 2, count_of: 5, count_basis: 'TRACKED' };

/** Undone ones first: a finding stands in one merge at a time. */
export const merges = (undone: boolean): readonly Step[] => [
  insert('finding_merge', (world) =>
    chosen(world, undone).map((merge) => ({
      id: merge.id,
      inspection_id: merge.inspectionId,
      ...PLACED,
      ...COUNT,
      criterion: 'HELP',
      statement: `Merge ${merge.id}`,
      effect_on_children: 'They are safer.',
      agency_ids: merge.agencyIds,
      kept_finding_id: merge.keptFindingId,
      made_by: merge.madeBy,
      made_at: instant(merge.madeAt),
    })),
  ),
  // Before its sources, which place the merge and what is taken to it.
  insert('attitude', (world) => {
    const ids = new Set(chosen(world, undone).map(({ id }) => id));
    return attitudes(world, ({ mergeId }) => mergeId !== null && ids.has(mergeId));
  }),
  insert('finding_merge_source', (world) =>
    chosen(world, undone).flatMap((merge) =>
      merge.sourceIds.map((finding_id) => ({
        merge_id: merge.id,
        finding_id,
        inspection_id: merge.inspectionId,
        undone: false,
      })),
    ),
  ),
  change('finding_merge', (world) =>
    chosen(world, undone)
      .filter(({ undoneAt }) => undoneAt !== null)
      .map((merge) => ({
        id: merge.id,
        undone_at: instantOrNull(merge.undoneAt),
        undone_by: merge.undoneBy,
        undo_reason: 'They say two things.',
      })),
  ),
];

const chosen = (world: World, undone: boolean): readonly Merge[] =>
  world.merges.filter(({ undoneAt }) => (undoneAt !== null) === undone);

export const attitudes = (world: World, which: (attitude: World['attitudes'][number]) => boolean): readonly Row[] =>
  world.attitudes.filter(which).map((attitude) => ({
    id: attitude.id,
    inspection_id: attitude.inspectionId,
    merge_id: attitude.mergeId,
    finding_id: attitude.findingId,
    inspectorate: attitude.inspectorate,
    turn: attitude.turn,
    attitude: attitude.attitude,
    words: 'For these reasons.',
    taken_by: attitude.takenBy,
    taken_at: instant(attitude.takenAt),
  }));
