/** Who may do what: the operations of the second table, answered in the order that the page settles. */
import { Knowledge } from './knowledge.js';
import { agencyOperations } from './may-do-agencies.js';
import { evidenceOperations } from './may-do-evidence.js';
import { findingOperations } from './may-do-findings.js';
import { planningOperations } from './may-do-planning.js';
import { specialOperations } from './may-do-special.js';
import { textOperations } from './may-do-texts.js';
import type { About } from './may-do-parts.js';
import type { ObjectRef } from './objects.js';
import { askerOf } from './rules.js';
import type { Instant } from './world-base.js';
import type { User } from './world-people.js';
import type { World } from './world.js';

export const operations = {
  ...planningOperations,
  ...evidenceOperations,
  ...findingOperations,
  ...textOperations,
  ...agencyOperations,
  ...specialOperations,
};
export type OperationName = keyof typeof operations;

/** What is found, his and in the right state may still be refused, as a problem: that is `done-possible` here. */
export type Outcome = 'done-possible' | 'not found' | 'not permitted' | 'wrong state';

export function mayDo(
  world: World,
  user: User,
  operation: OperationName,
  object: ObjectRef,
  at: Instant,
  about: About = {},
): Outcome {
  const k = Knowledge.of(world);
  const asker = askerOf(k, user, at);
  const { on, who, when, alsoSeen } = operations[operation];
  if (object.kind !== on) throw new Error(`${operation} is done to a ${on}, not to a ${object.kind}`);
  const asked = { k, asker, key: object.key, about };
  if ([object, ...alsoSeen(asked)].some((one) => asker.sees(one) === 'none')) return 'not found';
  if (!who(asked)) return 'not permitted';
  return when(asked) ? 'done-possible' : 'wrong state';
}
