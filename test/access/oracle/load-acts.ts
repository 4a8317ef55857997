import { change, insert, instant, instantOrNull, type Row, type Step } from './load-steps.js';
import type { World } from './world.js';

const STEPS = ['RAISED', 'ACKNOWLEDGED', 'ACTED_ON', 'CLOSED'] as const;

/** Each in a statement of its own: the next step is taken from the state that the last one left. */
const taken = (step: (typeof STEPS)[number]): Step =>
  insert('immediate_concern_step', (world) => {
    const receivers = new Map(world.organisations.map(({ id, name }) => [id, name]));
    return world.concerns
      .filter(({ state }) => STEPS.indexOf(state) >= STEPS.indexOf(step))
      .map((concern) => ({
        id: crypto.randomUUID(),
        concern_id: concern.id,
        inspection_id: concern.inspectionId,
        receiver_id: concern.receiverId,
        raised_by: concern.raisedBy,
        step,
        at: instant(concern.raisedAt),
        by_user: concern.raisedBy,
        by_name: 'Somebody',
        by_organisation: receivers.get(concern.receiverId),
        words: 'Done.',
      }));
  });

export const concerns: readonly Step[] = [
  insert('immediate_concern', (world) =>
    world.concerns.map((concern) => ({
      id: concern.id,
      inspection_id: concern.inspectionId,
      receiver_id: concern.receiverId,
      case_id: concern.caseId,
      words: `Concern ${concern.id}`,
      state: 'RAISED',
      raised_by: concern.raisedBy,
      raised_at: instant(concern.raisedAt),
    })),
  ),
  ...STEPS.map(taken),
];

const codesOf = (world: World): ReadonlyMap<string, string> => new Map(world.cases.map(({ id, code }) => [id, code]));

const lifted = (world: World): readonly Row[] =>
  world.conflicts
    .filter(({ liftedAt }) => liftedAt !== null)
    .map(({ id, liftedAt, liftedBy }) => ({
      id,
      lifted_at: instantOrNull(liftedAt),
      lifted_by: liftedBy,
      lift_reason: 'It is over.',
    }));

/** Lifted ones first: the same conflict may have been declared again. */
const declared = (isLifted: boolean): Step =>
  insert('conflict_of_interest', (world) =>
    world.conflicts
      .filter(({ liftedAt }) => (liftedAt !== null) === isLifted)
      .map((conflict) => ({
        id: conflict.id,
        user_id: conflict.userId,
        inspectorate: conflict.inspectorate,
        organisation_id: conflict.organisationId,
        case_id: conflict.caseId,
        case_code: conflict.caseId === null ? null : codesOf(world).get(conflict.caseId),
        reason: `Conflict ${conflict.id}`,
        declared_by: conflict.declaredBy,
        declared_at: instant(conflict.declaredAt),
      })),
  );

export const conflicts: readonly Step[] = [declared(true), change('conflict_of_interest', lifted), declared(false)];
