import { act, colleague, global, one, organisationOf, STALE, type Act, type ActKind, type Trial } from './api-acts.js';
import type { Submission } from './world-acts.js';

const WORDS = 'Words of no real person.';

/** Of a table of the world, the inspection of a row. */
type Held = 'narratives' | 'frozenTexts' | 'letters';
const inspectionIn = (table: Held, { world, key }: Trial): string =>
  table === 'narratives'
    ? key
    : (one<{ id: string; inspectionId: string }>(world[table], ({ id }) => id === key)?.inspectionId ?? '');

const onText =
  (table: Held, mutation: string, more: object = {}) =>
  (trial: Trial): Act => ({
    mutation,
    input: { inspectionId: global('Inspection', inspectionIn(table, trial)), ...more },
  });

/** The API goes by the inspection, to the text that is frozen now: an earlier one is not its object. */
const ifFrozen =
  (make: (trial: Trial) => Act | null): ActKind['act'] =>
  (trial) =>
    one(trial.world.frozenTexts, ({ id }) => id === trial.key)?.reopenedAt === null ? make(trial) : null;

/** Likewise to the letter that stands. */
const ifStanding =
  (make: (trial: Trial) => Act): ActKind['act'] =>
  (trial) => {
    const letter = one(trial.world.letters, ({ id }) => id === trial.key);
    return letter !== null && letter.withdrawnAt === null && letter.supersededAt === null ? make(trial) : null;
  };

/** A world's text has not the hash of its paragraphs, which is noticed where everybody has signed and it is printed. */
const ifUnsigned =
  (make: ActKind['act']): ActKind['act'] =>
  (trial) => {
    const { world, key } = trial;
    const letter = one(world.letters, ({ id }) => id === key);
    const signed = world.signatures.filter(
      (each) => each.frozenTextId === letter?.frozenTextId && each.voidedAt === null,
    );
    const isSigned = world.takingPart
      .filter(({ inspectionId, acceptedAt }) => inspectionId === letter?.inspectionId && acceptedAt !== null)
      .every(({ inspectorate }) => signed.some((each) => each.inspectorate === inspectorate));
    return isSigned ? null : make(trial);
  };

const textActs: readonly ActKind[] = [
  act('edit sentence', 'narrative-sentence', ({ key }) => ({
    mutation: 'editSentence',
    input: { sentenceId: global('NarrativeSentence', key), version: STALE, text: WORDS, confirmed: true },
  })),
  act('pass quality', 'narrative', onText('narratives', 'passQuality', { version: STALE }), true),
  act('freeze', 'narrative', onText('narratives', 'openAccuracyWindow', { version: STALE }), true),
  act('reopen drafting', 'narrative', onText('narratives', 'reopenDrafting'), true),
  act('shut window', 'frozen-text', ifFrozen(onText('frozenTexts', 'closeAccuracyWindow', { reason: WORDS })), true),
  act(
    'sign',
    'frozen-text',
    ifFrozen((trial) => onText('frozenTexts', 'signNarrative', { hash: hashOf(trial) })(trial)),
    true,
  ),
  act(
    'delegate signing',
    'frozen-text',
    ifFrozen((trial) => {
      const person = colleague(trial, trial.user.organisationId);
      if (person === null) return null;
      return onText('frozenTexts', 'delegateSigning', { userId: global('Person', person.id), reason: WORDS })(trial);
    }),
    true,
  ),
  act(
    'publish letter',
    'letter',
    ifUnsigned(
      ifStanding(onText('letters', 'publishLetter', { addressees: [{ name: 'A. Director', role: 'Director' }] })),
    ),
    true,
  ),
];

const hashOf = ({ world, key }: Trial): string => one(world.frozenTexts, ({ id }) => id === key)?.hash ?? '';

const onRequest =
  (mutation: string, more: object) =>
  ({ key }: Trial): Act => ({ mutation, input: { requestId: global('InformationRequest', key), ...more } });
const onComment =
  (mutation: string, more: object) =>
  ({ key }: Trial): Act => ({ mutation, input: { commentId: global('AccuracyComment', key), ...more } });
const onConcern =
  (mutation: string) =>
  ({ key }: Trial): Act => ({ mutation, input: { concernId: global('ImmediateConcern', key), words: WORDS } });

const submissionOf = ({ world, key }: Trial): Submission | null =>
  one(world.submissions, ({ requestId }) => requestId === key);

const agencyActs: readonly ActKind[] = [
  act('draft request', 'inspection', (trial) => {
    const { world, key } = trial;
    const agency = one(world.inspectionAgencies, ({ inspectionId }) => inspectionId === key);
    const taking = world.takingPart.filter((part) => part.inspectionId === key && part.acceptedAt !== null);
    // An inspectorate lead asks for his own.
    const named = one(taking, (part) => part.inspectorate === organisationOf(trial).inspectorate) ?? taking[0] ?? null;
    if (agency === null || named === null) return null;
    return {
      mutation: 'draftRequest',
      input: {
        inspectionId: global('Inspection', key),
        agencyId: global('Agency', agency.organisationId),
        title: WORDS,
        asked: WORDS,
        reason: WORDS,
        inspectorates: [named.inspectorate],
        dueOn: '2028-03-08',
      },
    };
  }),
  act('issue request', 'request', onRequest('issueRequest', { version: STALE })),
  act('cancel request', 'request', onRequest('cancelRequest', { version: STALE, reason: WORDS })),
  act('save submission', 'request', (trial) =>
    submissionOf(trial)?.state === 'SUBMITTED'
      ? null
      : onRequest('saveSubmission', { text: WORDS, version: STALE })(trial),
  ),
  act('submit submission', 'request', (trial) => {
    const submission = submissionOf(trial);
    if (submission === null) return null;
    return submission.state === 'DRAFT'
      ? onRequest('sendSubmission', { version: STALE })(trial)
      : onRequest('replaceSubmission', { version: STALE, text: WORDS, reason: WORDS })(trial);
  }),
  act('send accuracy comment', 'accuracy-comment', onComment('sendComment', { version: STALE })),
  act('admit late comment', 'accuracy-comment', onComment('admitLateComment', { reason: WORDS })),
  act(
    'answer comment',
    'accuracy-comment',
    onComment('answerComment', { text: WORDS, decision: 'NOTED', send: true, version: STALE }),
  ),
];

const concernActs: readonly ActKind[] = [
  act('raise concern', 'inspection', ({ world, key }) => {
    const authority = one(world.organisations, (each) => each.kind === 'LOCAL_AUTHORITY' && each.replacedBy === null);
    if (authority === null) return null;
    return {
      mutation: 'raiseConcern',
      input: { inspectionId: global('Inspection', key), receiverId: global('Agency', authority.id), words: WORDS },
    };
  }),
  act('acknowledge concern', 'concern', onConcern('acknowledgeConcern')),
  act('act on concern', 'concern', onConcern('actOnConcern')),
  act('close concern', 'concern', onConcern('closeConcern')),
];

export const textAndAgencyActs: readonly ActKind[] = [...textActs, ...agencyActs, ...concernActs];
