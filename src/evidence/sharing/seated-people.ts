import { globalId } from '../../platform/global-id.js';
import type { NamedPerson } from './share-preview.object.js';
import type { SeatedPerson } from './sharing.repository.js';

/** All seats of one person on the team: he may be both lead and inspectorate lead. */
export type SeatsOfOne = readonly [SeatedPerson, ...SeatedPerson[]];

export function byPerson(seats: readonly SeatedPerson[]): SeatsOfOne[] {
  const people = new Map<string, SeatsOfOne>();
  for (const seat of seats) {
    const known = people.get(seat.userId);
    people.set(seat.userId, known === undefined ? [seat] : [...known, seat]);
  }
  return [...people.values()];
}

/** The person by name, in the roles of these seats. */
export const named = ({ userId, name, inspectorate }: SeatedPerson, seats: readonly SeatedPerson[]): NamedPerson => ({
  id: globalId('Person', userId),
  name,
  inspectorate,
  roles: [...new Set(seats.map(({ role }) => role))],
});
