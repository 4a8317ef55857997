/** The words in which the table of operations is written. */
import type { Knowledge } from './knowledge.js';
import type { ObjectKind, ObjectRef } from './objects.js';
import { isBetween } from './rules-text.js';
import {
  holds,
  inspectorateOf,
  isClosed,
  isInspectorateLeadOf,
  isLead,
  isOf,
  isTeam,
  places,
  type Asker,
  type Place,
} from './standing.js';
import type { Id, Inspectorate } from './world-base.js';
import type { Strength } from './world-evidence.js';
import { stages, type Inspection, type Post, type Stage } from './world-people.js';

/** What else an operation names, beside its object. */
export interface About {
  readonly inspectorate?: Inspectorate;
  readonly strength?: Strength;
  readonly findingIds?: readonly Id[];
}

export interface Asked {
  readonly k: Knowledge;
  readonly asker: Asker;
  readonly key: Id;
  readonly about: About;
}

export interface Operation {
  readonly on: ObjectKind;
  /** Whose it is. */
  readonly who: (asked: Asked) => boolean;
  /** In which state of the object, and at which stage. */
  readonly when: (asked: Asked) => boolean;
  /** What has to be found beside the object. */
  readonly alsoSeen: (asked: Asked) => readonly ObjectRef[];
}

export const operation = (
  on: ObjectKind,
  who: Operation['who'],
  when: Operation['when'],
  alsoSeen: Operation['alsoSeen'] = () => [],
): Operation => ({ on, who, when, alsoSeen });

/** His assignments that count; after closing they count for reading, so that the state is what is wrong. */
export const counting = ({ k, asker }: Asked, inspectionId: Id): readonly Place[] =>
  places(k, asker, inspectionId).filter((place) => place.denied.length === 0);

export const isLeadOn = (asked: Asked, inspectionId: Id): boolean => counting(asked, inspectionId).some(isLead);

export const isInspectorateLeadOn = (asked: Asked, inspectionId: Id, inspectorate?: Inspectorate): boolean =>
  counting(asked, inspectionId).some((place) =>
    inspectorate === undefined
      ? place.assignment.role === 'INSPECTORATE_LEAD'
      : isInspectorateLeadOf(place, inspectorate),
  );

export const isLeadingOn = (asked: Asked, inspectionId: Id): boolean =>
  isLeadOn(asked, inspectionId) || isInspectorateLeadOn(asked, inspectionId);

export const isOnTeam = (asked: Asked, inspectionId: Id): boolean => counting(asked, inspectionId).some(isTeam);

export const isOneOf = (
  asked: Asked,
  inspectionId: Id,
  owner: Inspectorate,
  isKind: (place: Place) => boolean,
): boolean => counting(asked, inspectionId).some((place) => isOf(place, owner) && isKind(place));

/** A holder of a post in an inspectorate. */
export const hasPostIn = ({ k, asker }: Asked, post: Post, inspectorate: Inspectorate | null): boolean =>
  inspectorate !== null && holds(k, asker.user, post) && inspectorateOf(k, asker.user) === inspectorate;

export const inspectionOf = ({ k, key }: Asked): Inspection => k.inspections.get(key);

/** "A to B" includes A and B. */
export const fromTo =
  (from: Stage, to: Stage) =>
  (inspection: Inspection): boolean =>
    !isClosed(inspection) && isBetween(inspection.stage, from, to);

/** "Until B" ends when B begins. */
export const until =
  (stage: Stage) =>
  (inspection: Inspection): boolean =>
    !isClosed(inspection) && stages.indexOf(inspection.stage) < stages.indexOf(stage);

export const untilClosed = until('CLOSED');

/** From the reveal until every side has signed. */
export const revealedUntilSigned = (inspection: Inspection): boolean =>
  inspection.revealedAt !== null && fromTo('FIELDWORK', 'SIGNING')(inspection);
