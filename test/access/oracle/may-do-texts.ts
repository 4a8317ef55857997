/** What is done with the narrative, the frozen text, signatures and the letter. */
import {
  counting,
  fromTo,
  isLeadingOn,
  isLeadOn,
  isOneOf,
  operation,
  type Asked,
  type Operation,
} from './may-do-parts.js';
import { isAssurer } from './standing.js';
import { conflictsOf } from './subjects.js';
import type { Id } from './world-base.js';
import type { Inspection, Stage } from './world-people.js';
import type { FrozenText } from './world-texts.js';

const inspection = ({ k }: Asked, id: Id): Inspection => k.inspections.get(id);
const frozenOf = ({ k, key }: Asked): FrozenText => k.frozenTexts.get(key);
const lead = (asked: Asked): boolean => isLeadOn(asked, asked.key);
const between =
  (from: Stage, to: Stage) =>
  (asked: Asked): boolean =>
    fromTo(from, to)(inspection(asked, asked.key));

const leadOfLetter = (asked: Asked): boolean => isLeadOn(asked, asked.k.letters.get(asked.key).inspectionId);

export const textOperations = {
  'edit sentence': operation(
    'narrative-sentence',
    (asked) => isLeadingOn(asked, asked.k.sentences.get(asked.key).inspectionId),
    (asked) => inspection(asked, asked.k.sentences.get(asked.key).inspectionId).stage === 'DRAFTING',
  ),
  'pass quality': operation(
    'narrative',
    // The joint text is passed by the leading inspectorate's.
    (asked) => isOneOf(asked, asked.key, inspection(asked, asked.key).leadingInspectorate, isAssurer),
    between('DRAFTING', 'SIGNING'),
  ),
  // A pause stops the clock, so that no window opens.
  freeze: operation('narrative', lead, (asked) => {
    const { pausedAt, revealedAt } = inspection(asked, asked.key);
    return between('DRAFTING', 'DRAFTING')(asked) && pausedAt === null && revealedAt !== null;
  }),
  'shut window': operation(
    'frozen-text',
    (asked) => isLeadOn(asked, frozenOf(asked).inspectionId),
    (asked) => {
      // That its time is over by itself is a problem.
      const of = inspection(asked, frozenOf(asked).inspectionId);
      return of.stage === 'ACCURACY_CHECK' && of.pausedAt === null;
    },
  ),
  'reopen drafting': operation('narrative', lead, between('ACCURACY_CHECK', 'SIGNED')),
  sign: operation('frozen-text', signsForHisSide, (asked) => isBeingSigned(asked) && isPassed(asked)),
  'delegate signing': operation('frozen-text', signsForHisSide, isBeingSigned),
  'publish letter': operation(
    'letter',
    leadOfLetter,
    (asked) =>
      asked.k.letters.get(asked.key).publishedAt === null &&
      inspection(asked, asked.k.letters.get(asked.key).inspectionId).stage === 'SIGNED',
  ),
  'withdraw letter': operation('letter', leadOfLetter, ({ k, key }) => {
    const { publishedAt, withdrawnAt, supersededAt, inspectionId } = k.letters.get(key);
    const stands = publishedAt !== null && withdrawnAt === null && supersededAt === null;
    return stands && fromTo('PUBLISHED', 'FOLLOW_UP')(k.inspections.get(inspectionId));
  }),
} satisfies Record<string, Operation>;

/** That signatory, without an active conflict with any agency or case of the inspection. */
function signsForHisSide(asked: Asked): boolean {
  const { inspectionId } = frozenOf(asked);
  const isSignatory = counting(asked, inspectionId).some(({ assignment }) => assignment.role === 'SIGNATORY');
  return isSignatory && !hasConflictIn(asked, inspectionId);
}

function hasConflictIn({ k, asker }: Asked, inspectionId: Id): boolean {
  const conflicts = conflictsOf(k, asker.user.id);
  return (
    k.agenciesOf.of(inspectionId).some((one) => conflicts.has(one.organisationId)) ||
    k.world.cases.some((one) => one.inspectionId === inspectionId && conflicts.has(one.id))
  );
}

/** The stage of signing ends when every side has signed. */
function isBeingSigned(asked: Asked): boolean {
  const { inspectionId, reopenedAt } = frozenOf(asked);
  return reopenedAt === null && inspection(asked, inspectionId).stage === 'SIGNING';
}

/** The leading inspectorate's quality assurer has passed the version that is frozen. */
function isPassed(asked: Asked): boolean {
  const { inspectionId, narrativeVersion } = frozenOf(asked);
  const { leadingInspectorate } = inspection(asked, inspectionId);
  return asked.k.world.qualityPasses.some(
    (pass) =>
      pass.inspectionId === inspectionId &&
      pass.narrativeVersion === narrativeVersion &&
      pass.inspectorate === leadingInspectorate,
  );
}
