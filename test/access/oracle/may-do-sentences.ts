/** Attempts of people at one operation on one object of a world by hand, each a test of its own. */
import { expect, it } from '@jest/globals';
import type { OperationName, Outcome } from './may-do.js';
import type { About } from './may-do-parts.js';
import { ref, type ObjectRef } from './objects.js';
import { WorldBuilder, day, now } from './world-builder.js';
import { item, share } from './world-builder-contents.js';
import type { Person } from './world-builder-people.js';
import type { Inspection } from './world-people.js';

export type Attempt = readonly [
  operation: OperationName,
  arrange: (w: WorldBuilder) => ObjectRef,
  answers: Partial<Record<Person, Outcome>>,
  of?: { readonly world?: () => WorldBuilder; readonly about?: (w: WorldBuilder) => About },
];

export const done = 'done-possible';
export const inspection = (w: WorldBuilder): ObjectRef => ref('inspection', w.inspectionId);
export const inStage =
  (stage: Inspection['stage'], given: Partial<Inspection> = {}) =>
  (): WorldBuilder =>
    new WorldBuilder({ stage, ...given });
export const revealed = inStage('DRAFTING', { revealedAt: now - 20 * day });
export const summarised = (w: WorldBuilder): ObjectRef => {
  const id = item(w);
  share(w, id, { form: 'SUMMARY' });
  return ref('evidence', id);
};

export function itAnswers(attempts: readonly Attempt[]): void {
  it.each(attempts)(
    '%s',
    (operation, arrange, answers, { world = () => new WorldBuilder(), about = () => ({}) } = {}) => {
      const w = world();
      const object = arrange(w);
      const named = about(w);
      const people = Object.keys(answers) as Person[];
      const told = Object.fromEntries(people.map((name) => [name, w.may(name, operation, object, named)]));
      expect(told).toEqual(answers);
    },
  );
}
