import { act, colleague, global, one, organisationOf, STALE, type Act, type ActKind, type Trial } from './api-acts.js';
import type { Evidence } from './world-evidence.js';

const REASON = 'A child may come to harm before the owner could be asked to share it.';

const item = ({ world, key }: Trial): Evidence | null => one(world.evidence, ({ id }) => id === key);

/** The API has one operation for both: which it is depends on the marking that the item has. */
const marked =
  (from: Evidence['marking'], to: Evidence['marking']): ActKind['act'] =>
  (trial) =>
    item(trial)?.marking === from
      ? {
          mutation: 'changeMarking',
          input: { evidenceId: global('Evidence', trial.key), marking: to, reason: REASON, version: STALE },
        }
      : null;

function accessAsked(trial: Trial): Act | null {
  const own = organisationOf(trial).inspectorate;
  const of = item(trial);
  // The owner's own people share and do not ask; an agency has no inspectorate to ask for.
  const recipient = own !== null && own !== of?.owner ? own : otherThan(trial, of);
  return recipient === null
    ? null
    : {
        mutation: 'requestAccess',
        input: { evidenceId: global('Evidence', trial.key), form: 'WHOLE', recipient, reason: REASON },
      };
}

const otherThan = ({ world }: Trial, of: Evidence | null): string | null =>
  one(
    world.takingPart,
    (part) => part.inspectionId === of?.inspectionId && part.inspectorate !== of.owner && part.acceptedAt !== null,
  )?.inspectorate ?? null;

const glassBroken =
  (field: 'caseId' | 'evidenceId', type: string): ActKind['act'] =>
  ({ key }) => ({ mutation: 'breakGlass', input: { [field]: global(type, key), minutes: 30, reason: REASON } });

export const unusualActs: readonly ActKind[] = [
  act('raise marking', 'evidence', marked('OFFICIAL', 'OFFICIAL_SENSITIVE')),
  act('lower marking', 'evidence', marked('OFFICIAL_SENSITIVE', 'OFFICIAL')),
  act('request access', 'evidence', accessAsked),
  act('decide access request', 'access-request', ({ key }) => ({
    mutation: 'refuseAccess',
    input: { requestId: global('AccessRequest', key), reason: REASON },
  })),
  act('break glass on item', 'evidence', glassBroken('evidenceId', 'Evidence')),
  act('break glass on case', 'case', glassBroken('caseId', 'Case')),
  act('review break-glass', 'break-glass-review', ({ key }) => ({
    mutation: 'reviewBreakGlass',
    input: { reviewId: global('BreakGlassReview', key), outcome: 'JUSTIFIED', words: REASON, version: STALE },
  })),
  act('name whistleblowing handlers', 'inspection', (trial) => {
    const person = colleague(trial, trial.user.organisationId);
    if (person === null) return null;
    return {
      mutation: 'nameWhistleblowingHandler',
      input: { inspectionId: global('Inspection', trial.key), userId: global('Person', person.id) },
    };
  }),
  act('file whistleblowing', 'inspection', ({ key }) => ({
    mutation: 'fileWhistleblowing',
    input: { inspectionId: global('Inspection', key), words: REASON },
  })),
  act('handle whistleblowing', 'whistleblowing', ({ world, key }) => {
    const isNew = one(world.whistleblowings, ({ id }) => id === key)?.state === 'RECEIVED';
    const step = isNew ? { step: 'TAKEN_IN_HAND' } : { step: 'NOTED', words: REASON };
    return {
      mutation: 'handleWhistleblowing',
      input: { itemId: global('WhistleblowingItem', key), ...step, version: STALE },
    };
  }),
];
