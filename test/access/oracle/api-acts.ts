import { inspectorates } from '../../../src/inspectorates/index.js';
import type { OperationName } from './may-do.js';
import type { About } from './may-do-parts.js';
import type { ObjectKind } from './objects.js';
import type { Id, Instant } from './world-base.js';
import type { Assignment, Inspection, Organisation, User } from './world-people.js';
import type { World } from './world.js';

type Json = Readonly<Record<string, unknown>>;

/** What an operation of the rules is in the API, as one user tries it on one object. */
export interface Act {
  readonly mutation: string;
  readonly inputType?: string;
  readonly input: Json;
  readonly about?: About;
}

export interface Trial {
  readonly world: World;
  readonly user: User;
  readonly key: Id;
  readonly at: Instant;
}

export interface ActKind {
  readonly operation: OperationName;
  readonly on: ObjectKind;
  /**
   * The API finds the object by its inspection: where that is seen and the object is not, the answer is that it is not
   * permitted, which tells nothing of the object.
   */
  readonly byInspection: boolean;
  /** Nothing where it does not arise for him. */
  readonly act: (trial: Trial) => Act | null;
}

export const act = (operation: OperationName, on: ObjectKind, make: ActKind['act'], byInspection = false): ActKind => ({
  operation,
  on,
  byInspection,
  act: make,
});

/** Nobody read this version: whoever may do it is told that somebody changed it meanwhile. */
export const STALE = 99_999;

export const global = (type: string, id: Id | undefined): string => `${type}.${id ?? ''}`;
export const one = <Row>(rows: readonly Row[], isIt: (row: Row) => boolean): Row | null => rows.find(isIt) ?? null;

export const inspectionOf = ({ world, key }: Trial): Inspection => {
  const found = one(world.inspections, ({ id }) => id === key);
  if (found === null) throw new Error(`no inspection ${key}`);
  return found;
};

export const organisationOf = ({ world, user }: Trial): Organisation => {
  const found = one(world.organisations, ({ id }) => id === user.organisationId);
  if (found === null) throw new Error(`no organisation ${user.organisationId}`);
  return found;
};

/** Somebody else of an organisation. */
export const colleague = ({ world, user }: Trial, organisationId: Id | undefined): User | null =>
  one(world.users, (each) => each.organisationId === organisationId && each.id !== user.id);

/** Somebody else's assignment in force for the user's own inspectorate. */
export const memberBeside = ({ world, user, at }: Trial, inspectionId: Id): Assignment | null =>
  one(
    world.assignments,
    (seat) =>
      seat.inspectionId === inspectionId &&
      seat.organisationId === user.organisationId &&
      seat.userId !== user.id &&
      seat.endedAt === null &&
      seat.startsAt <= at &&
      (seat.endsAt === null || at < seat.endsAt) &&
      seat.role === 'INSPECTOR',
  );

export const profileOf = (code: string | null): (typeof inspectorates)[number] => {
  const found = inspectorates.find((each) => each.code === code) ?? inspectorates[0];
  if (found === undefined) throw new Error('no inspectorates');
  return found;
};

export const gatewayOf = (code: string | null, use: 'SHARE' | 'INSPECT'): string =>
  profileOf(code).gateways.find(({ permits }) => permits.includes(use))?.code ?? '';
