/** What is done with findings, contributions, the reveal, merges and attitudes. */
import { atLeast } from './answer.js';
import {
  counting,
  fromTo,
  isInspectorateLeadOn,
  isLeadingOn,
  isLeadOn,
  isOneOf,
  operation,
  revealedUntilSigned,
  until,
  type Asked,
  type Operation,
} from './may-do-parts.js';
import { ref } from './objects.js';
import { isWriter } from './standing.js';
import type { Id } from './world-base.js';
import type { Contribution, Finding, Merge } from './world-findings.js';
import type { Inspection } from './world-people.js';

const findingOf = ({ k, key }: Asked): Finding => k.findings.get(key);
const contributionOf = ({ k, key }: Asked): Contribution => k.contributions.get(key);
const mergeOf = ({ k, key }: Asked): Merge => k.merges.get(key);
const inspection = (asked: Asked, id: Id): Inspection => asked.k.inspections.get(id);
const written = fromTo('FIELDWORK', 'DRAFTING');

const writesFinding = (asked: Asked): boolean =>
  isOneOf(asked, findingOf(asked).inspectionId, findingOf(asked).owner, isWriter);

/** The lead, or an inspectorate lead who sees every source. */
const mergesAll = (asked: Asked, inspectionId: Id, findingIds: readonly Id[]): boolean =>
  isLeadOn(asked, inspectionId) ||
  (isInspectorateLeadOn(asked, inspectionId) &&
    findingIds.every((id) => atLeast(asked.asker.sees(ref('finding', id)), 'whole')));

export const findingOperations = {
  'draft finding': operation(
    'inspection',
    (asked) => counting(asked, asked.key).some(isWriter),
    (asked) => written(inspection(asked, asked.key)),
  ),
  'edit finding': operation(
    'finding',
    writesFinding,
    (asked) => findingOf(asked).state !== 'WITHDRAWN' && written(inspection(asked, findingOf(asked).inspectionId)),
  ),
  'submit finding': operation(
    'finding',
    writesFinding,
    (asked) => findingOf(asked).state === 'DRAFT' && written(inspection(asked, findingOf(asked).inspectionId)),
  ),
  'withdraw finding': operation(
    'finding',
    (asked) => isInspectorateLeadOn(asked, findingOf(asked).inspectionId, findingOf(asked).owner),
    (asked) =>
      findingOf(asked).state === 'SUBMITTED' && until('SIGNED')(inspection(asked, findingOf(asked).inspectionId)),
  ),
  'save contribution': operation(
    'contribution',
    (asked) => isOneOf(asked, contributionOf(asked).inspectionId, contributionOf(asked).inspectorate, isWriter),
    (asked) => {
      const { state, inspectionId } = contributionOf(asked);
      // What is submitted no later than the reveal, since others have read it then.
      const isRead = state === 'SUBMITTED' && inspection(asked, inspectionId).revealedAt !== null;
      return !isRead && written(inspection(asked, inspectionId));
    },
  ),
  'submit contribution': operation(
    'contribution',
    (asked) => isInspectorateLeadOn(asked, contributionOf(asked).inspectionId, contributionOf(asked).inspectorate),
    contributionIsOpen,
  ),
  'open reveal': operation(
    'inspection',
    (asked) => isLeadOn(asked, asked.key),
    (asked) => inspection(asked, asked.key).revealedAt === null && written(inspection(asked, asked.key)),
  ),
  merge: operation(
    'inspection',
    (asked) => mergesAll(asked, asked.key, asked.about.findingIds ?? []),
    (asked) => revealedUntilSigned(inspection(asked, asked.key)),
    ({ about }) => (about.findingIds ?? []).map((id) => ref('finding', id)),
  ),
  'undo merge': operation(
    'merge',
    (asked) => mergesAll(asked, mergeOf(asked).inspectionId, mergeOf(asked).sourceIds),
    (asked) => mergeOf(asked).undoneAt === null && revealedUntilSigned(inspection(asked, mergeOf(asked).inspectionId)),
  ),
  'take attitude to merge': operation(
    'merge',
    (asked) => isInspectorateLeadOn(asked, mergeOf(asked).inspectionId),
    (asked) => mergeOf(asked).undoneAt === null && revealedUntilSigned(inspection(asked, mergeOf(asked).inspectionId)),
  ),
  'take attitude to finding': operation(
    'finding',
    (asked) => isInspectorateLeadOn(asked, findingOf(asked).inspectionId),
    (asked) => {
      const { state, revealed, inspectionId } = findingOf(asked);
      return state === 'SUBMITTED' && revealed && revealedUntilSigned(inspection(asked, inspectionId));
    },
  ),
  'compile narrative': operation(
    'inspection',
    (asked) => isLeadingOn(asked, asked.key),
    (asked) => {
      const { revealedAt, stage } = inspection(asked, asked.key);
      return revealedAt !== null && stage === 'DRAFTING';
    },
  ),
} satisfies Record<string, Operation>;

/** It is submitted once. */
function contributionIsOpen(asked: Asked): boolean {
  const { state, inspectionId } = contributionOf(asked);
  return state === 'DRAFT' && written(inspection(asked, inspectionId));
}
