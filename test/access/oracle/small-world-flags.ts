/** Every state of an item with its share, and of the reader's assignment. */
import { hour } from './generate-draft.js';
import type { Instant } from './world-base.js';
import type { Form } from './world-evidence.js';
import type { Assignment, Role } from './world-people.js';

type Bounds = Pick<Assignment, 'startsAt' | 'endsAt'>;

/** Around the pivot: over when it comes, ending after it, beginning with it or after, without an end. */
const bounds: readonly ((pivot: Instant, from: Instant) => Bounds)[] = [
  (pivot, from) => ({ startsAt: from, endsAt: pivot }),
  (pivot, from) => ({ startsAt: from, endsAt: pivot + 1 }),
  (pivot) => ({ startsAt: pivot, endsAt: null }),
  (pivot) => ({ startsAt: pivot + 1, endsAt: null }),
  (_pivot, from) => ({ startsAt: from, endsAt: null }),
];

export interface AssignmentFlags {
  readonly role: Role | null;
  readonly period: (pivot: Instant, from: Instant) => Bounds & Pick<Assignment, 'endedAt'>;
}

const roles: readonly Role[] = ['INSPECTOR', 'INSPECTORATE_LEAD', 'QUALITY_ASSURER', 'OBSERVER'];

/** None; each role in each period; each role ended by an act. */
export const assignmentFlags: readonly AssignmentFlags[] = [
  { role: null, period: (_pivot, from) => ({ startsAt: from, endsAt: null, endedAt: null }) },
  ...roles.flatMap((role) => [
    ...bounds.map((bound) => ({
      role,
      period: (pivot: Instant, from: Instant) => ({ ...bound(pivot, from), endedAt: null }),
    })),
    {
      role,
      period: (pivot: Instant, from: Instant) => ({ startsAt: from, endsAt: null, endedAt: pivot - hour }),
    },
  ]),
];

export interface ItemFlags {
  readonly state: 'DRAFT' | 'SUBMITTED' | 'WITHDRAWN';
  readonly share: {
    readonly form: Form;
    readonly revoked: boolean;
    readonly personal: boolean;
    readonly period: (pivot: Instant, from: Instant) => Bounds;
  } | null;
}

const yesOrNo = [false, true];

const shares: readonly ItemFlags['share'][] = [
  null,
  ...(['WHOLE', 'SUMMARY'] as const).flatMap((form) =>
    bounds.flatMap((period) =>
      yesOrNo.flatMap((revoked) => yesOrNo.map((personal) => ({ form, period, revoked, personal }))),
    ),
  ),
];

/** A draft cannot be shared. */
export const itemFlags: readonly ItemFlags[] = [
  { state: 'DRAFT', share: null },
  ...(['SUBMITTED', 'WITHDRAWN'] as const).flatMap((state) => shares.map((share) => ({ state, share }))),
];
