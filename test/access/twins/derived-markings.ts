/** What a marking is derived from: that it is strict is told to whoever sees what carries it, by intent (R15). */
import type { Id } from '../oracle/world-base.js';
import type { World } from '../oracle/world.js';

/**
 * Of each finding, merge and text the sensitive items that it rests on, in words to be compared: where they are the
 * same, so is the marking, however withdrawn items and undone merges count.
 */
export function sensitiveBases(world: World): ReadonlyMap<Id, string> {
  const sensitive = new Set(world.evidence.filter(({ marking }) => marking !== 'OFFICIAL').map(({ id }) => id));
  const ofFinding = new Map<Id, Set<Id>>(world.findings.map(({ id }) => [id, new Set()]));
  for (const { findingId, evidenceId } of world.citations)
    if (sensitive.has(evidenceId)) ofFinding.get(findingId)?.add(evidenceId);
  const bases = new Map<Id, Set<Id>>(ofFinding);
  const rest = (on: Id, findingIds: readonly Id[]): void => {
    const basis = bases.get(on) ?? new Set<Id>();
    for (const finding of findingIds) for (const item of ofFinding.get(finding) ?? []) basis.add(item);
    bases.set(on, basis);
  };
  for (const { id, sourceIds } of world.merges) rest(id, sourceIds);
  for (const { inspectionId, findingIds } of world.narrativeSentences) rest(inspectionId, findingIds);
  for (const { frozenTextId, findingIds } of world.frozenParagraphs) rest(frozenTextId, findingIds);
  return new Map([...bases].map(([id, items]) => [id, [...items].sort().join(' ')]));
}

/** Nothing that is in both carries another marking. */
export function sameMarkings(one: ReadonlyMap<Id, string>, other: ReadonlyMap<Id, string>): boolean {
  return [...other].every(([id, items]) => (one.get(id) ?? items) === items);
}
