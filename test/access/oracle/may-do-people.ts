/** Who somebody is, asked for an operation. */
import type { Asked } from './may-do-parts.js';
import * as inspection from './rules-inspection.js';
import * as person from './rules-person.js';
import type { Id } from './world-base.js';

export const administers = ({ k, asker }: Asked, organisationId: Id): boolean =>
  inspection.administers(k, asker, organisationId);

export const isAnInspectorateLead = ({ k, asker }: Asked, userId: Id): boolean =>
  person.isAnInspectorateLead(k, asker, userId);

export const isHandler = ({ k, asker }: Asked, inspectionId: Id): boolean =>
  inspection.isHandler(k, asker, inspectionId);
