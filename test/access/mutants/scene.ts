/** One world by hand, with the same people on inspections of every kind, in which probes try what they must not. */
import { closedWorld, day, hour, now, WorldBuilder } from '../oracle/world-builder.js';
import type { Person } from '../oracle/world-builder-people.js';
import type { Id, Instant } from '../oracle/world-base.js';
import type { Draft } from '../oracle/generate-draft.js';
import type { World } from '../oracle/world.js';
import * as inspections from './scene-inspections.js';
import type { Ids } from './scene-inspections.js';

export const sceneNow: Instant = now;
const revealedAt = now - 12 * day;

const making = {
  drafting: [() => new WorldBuilder({ stage: 'DRAFTING', revealedAt }), inspections.drafting],
  blind: [() => new WorldBuilder(), inspections.blind],
  checking: [() => new WorldBuilder({ stage: 'ACCURACY_CHECK', revealedAt }), inspections.checking],
  published: [
    () => new WorldBuilder({ stage: 'PUBLISHED', revealedAt, publishedAt: now - 3 * day }),
    inspections.published,
  ],
  signed: [() => new WorldBuilder({ stage: 'SIGNED', revealedAt }), inspections.signed],
  closed: [closedWorld, inspections.closed],
  planned: [() => new WorldBuilder({ stage: 'PLANNED', notifiedAt: null }), inspections.planned],
} as const satisfies Readonly<Record<string, readonly [() => WorldBuilder, (w: WorldBuilder) => Ids]>>;
type Stage = keyof typeof making;

export interface Scene {
  readonly world: World;
  /** Somebody by name. */
  person(name: Person): Id;
  /** An id of one of the inspections, by name; `inspection` is its own. */
  id(stage: Stage, name: string): Id;
  /** The assignment of somebody on one of the inspections. */
  seat(stage: Stage, name: Person): Id;
}

const UUID = /"([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})"/g;

/** People and organisations are the same in all of them; all else is made the inspection's own. */
function owned<T>(value: T, place: number, shared: ReadonlySet<string>): T {
  const text = JSON.stringify(value).replace(UUID, (whole, id: string) =>
    shared.has(id) ? whole : `"${place}${id.slice(1)}"`,
  );
  return JSON.parse(text) as T;
}

export function makeScene(): Scene {
  const parts = Object.entries(making).map(([stage, [begin, fill]], place) => {
    const builder = begin();
    const named = { ...fill(builder), inspection: builder.inspectionId };
    const { organisations, users } = builder.draft;
    const shared = new Set([...organisations, ...users].map(({ id }) => id));
    return { stage, draft: owned(builder.draft, place, shared), named: owned(named as Ids, place, shared) };
  });
  const draft = joined(parts.map((part) => part.draft));
  const world: World = { ...draft, seed: 0, asked: [now, now + hour] };
  const found = <T>(one: T | undefined, what: string): T => {
    if (one === undefined) throw new Error(`no ${what} in the scene`);
    return one;
  };
  const id: Scene['id'] = (stage, name) =>
    found(parts.find((part) => part.stage === stage)?.named[name], `${name} in ${stage}`);
  const person: Scene['person'] = (name) => found(world.users.find((user) => user.name === name)?.id, name);
  const seat: Scene['seat'] = (stage, name) =>
    found(
      world.assignments.find((one) => one.inspectionId === id(stage, 'inspection') && one.userId === person(name))?.id,
      `assignment of ${name} in ${stage}`,
    );
  return { world, person, id, seat };
}

const SHARED: readonly (keyof Draft)[] = ['organisations', 'users', 'organisationRoles'];

/** All rows of all, but people, posts and organisations once. */
function joined(drafts: readonly Draft[]): Draft {
  const [first, ...others] = drafts;
  if (first === undefined) throw new Error('a scene has an inspection');
  const all: Record<string, unknown> = { ...first };
  for (const [name, rows] of Object.entries(first))
    if (Array.isArray(rows) && !SHARED.includes(name as keyof Draft))
      all[name] = [...rows, ...others.flatMap((other) => other[name as keyof Draft] as unknown[])];
  return all as unknown as Draft;
}
