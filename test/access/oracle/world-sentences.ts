/** Sentences on what people see of one object of a world by hand, each a test of its own. */
import { expect, it } from '@jest/globals';
import type { Degree } from './answer.js';
import type { ObjectRef } from './objects.js';
import { WorldBuilder } from './world-builder.js';
import type { Person } from './world-builder-people.js';
import type { Instant } from './world-base.js';

export type Answers = Partial<Record<Person, Degree>>;
export type Sentence = readonly [
  sentence: string,
  arrange: (w: WorldBuilder) => ObjectRef,
  answers: Answers,
  of?: { readonly world?: () => WorldBuilder; readonly at?: Instant },
];

export function itTells(sentences: readonly Sentence[]): void {
  it.each(sentences)('%s', (_, arrange, answers, { world = () => new WorldBuilder(), at } = {}) => {
    const w = world();
    const object = arrange(w);
    const people = Object.keys(answers) as Person[];
    expect(Object.fromEntries(people.map((name) => [name, w.sees(name, object, at)]))).toEqual(answers);
  });
}
