import type { ActedOn, Operation } from '../../../src/access/operations.js';
import type { Standing } from '../../../src/access/standing.js';
import { holds, inspectorateOf, places } from '../oracle/standing.js';
import { Knowledge } from '../oracle/knowledge.js';
import { mayDo } from '../oracle/may-do.js';
import { askerOf } from '../oracle/rules.js';
import { now, type WorldBuilder } from '../oracle/world-builder.js';
import type { Id } from '../oracle/world-base.js';
import type { Post, User } from '../oracle/world-people.js';
import type { World } from '../oracle/world.js';
import { inspectionsToAsk, worldToAsk } from './operation-worlds.js';
import { operationsInTheRules } from './operation-table.js';
import { wordedOf } from './operation-words.js';
import { asked, type Permission, type Permit } from './permitting.js';

/** May he, now? With what the rules answer. */
export interface OperationQuestion {
  readonly operation: Operation;
  readonly standing: Standing;
  readonly on: ActedOn;
  readonly expected: Permission;
  /** Somebody whom it is about, to tell of it. */
  readonly who: string;
}

/** Every different question of every operation that the rules know, over all stages, marks, people and states. */
export function operationQuestions(): readonly OperationQuestion[] {
  const different = new Map<string, OperationQuestion>();
  for (const inspection of inspectionsToAsk()) {
    const w = worldToAsk(inspection);
    const world: World = { ...w.draft };
    for (const user of world.users) {
      const standing = standingIn(world, w.inspectionId, user);
      for (const question of questionsOf(world, w, user, standing)) {
        const { operation, on, expected } = question;
        different.set(JSON.stringify([operation, withoutIds(standing), on, expected]), question);
      }
    }
  }
  return [...different.values()];
}

function* questionsOf(world: World, w: WorldBuilder, user: User, standing: Standing): Generator<OperationQuestion> {
  for (const [operation, [name, askings]] of operationsInTheRules())
    for (const { object, on, about } of askings(w, user)) {
      const expected = mayDo(world, user, name, object, now, about);
      // What is not found is refused before anybody's standing is looked at.
      if (expected === 'not found') continue;
      yield { operation: operation as Operation, standing, on, expected, who: user.name };
    }
  const asker = askerOf(Knowledge.of(world), user, now);
  for (const { operation, object, on, who, when } of wordedOf(world, w, user)) {
    if (asker.sees(object) === 'none') continue;
    const expected = !who ? 'not permitted' : when ? 'done-possible' : 'wrong state';
    yield { operation, standing, on, expected, who: user.name };
  }
}

const POSTS: readonly Post[] = ['ADMINISTRATOR', 'PLANNER', 'AUDITOR', 'RECORD_KEEPER', 'SAFEGUARDING_CONTACT'];

/** Where somebody stands on an inspection, from the world alone. */
export function standingIn(world: World, inspectionId: Id, user: User): Standing {
  const k = Knowledge.of(world);
  const inspection = k.inspections.get(inspectionId);
  const parts = k.takingPartIn.of(inspection.id);
  const seats = places(k, askerOf(k, user, now), inspection.id)
    .filter(({ denied }) => denied.length === 0)
    .map(({ assignment: { id, role, inspectorate, organisationId } }) => ({ id, role, inspectorate, organisationId }));
  return {
    inspectionId: inspection.id,
    stage: inspection.stage,
    leading: inspection.leadingInspectorate,
    framework: 'JTAI_2022',
    frameworkVersion: 1,
    notified: inspection.notifiedAt !== null,
    revealed: inspection.revealedAt !== null,
    paused: inspection.pausedAt !== null,
    closed: inspection.closedAt !== null,
    inspectorates: parts.filter(({ acceptedAt }) => acceptedAt !== null).map(({ inspectorate }) => inspectorate),
    invited: parts.filter(({ acceptedAt }) => acceptedAt === null).map(({ inspectorate }) => inspectorate),
    seats,
    posts: POSTS.filter((post) => holds(k, user, post)),
    organisationId: user.organisationId,
    inspectorate: inspectorateOf(k, user),
  };
}

const withoutIds = ({ seats, ...standing }: Standing): object => ({
  ...standing,
  inspectionId: '',
  seats: seats.map(({ id: _, ...seat }) => seat),
});

/** Questions that platform and rules answer alike: by these a change is noticed. */
export function agreedQuestions(permit: Permit): {
  readonly agreed: readonly OperationQuestion[];
  readonly differing: readonly string[];
} {
  const all = operationQuestions();
  const wrong = (question: OperationQuestion): boolean => answer(permit, question) !== question.expected;
  return {
    agreed: all.filter((one) => !wrong(one)),
    differing: [...new Set(all.filter(wrong).map((one) => toldOf(permit, one)))],
  };
}

/** The first question that is answered otherwise; of one operation, if only its rule was changed. */
export function operationDifference(
  permit: Permit,
  questions: readonly OperationQuestion[],
  changed: string,
): string | null {
  const ofOne = questions.filter(({ operation }) => operation === changed);
  const found = (ofOne.length > 0 ? ofOne : questions).find(
    (question) => answer(permit, question) !== question.expected,
  );
  return found === undefined ? null : toldOf(permit, found);
}

const answer = (permit: Permit, { standing, operation, on }: OperationQuestion): Permission =>
  asked(permit, standing, operation, on);

const toldOf = (permit: Permit, question: OperationQuestion): string => {
  const { operation, standing, on, expected, who } = question;
  return `${operation} by ${who} in ${standing.stage} of ${JSON.stringify(on)}: ${answer(permit, question)}, the rules say ${expected}`;
};
