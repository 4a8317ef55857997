/** What can be asked for, each by its kind and its key. */
import type { Id } from './world-base.js';
import type { World } from './world.js';

export const kinds = [
  'inspection',
  'assignment',
  'case',
  'identity',
  'evidence',
  'evidence-version',
  'share',
  'opening',
  'access-request',
  'chronology-entry',
  'contradiction',
  'finding',
  'citation',
  'passage',
  'contribution',
  'merge',
  'attitude',
  'narrative',
  'narrative-paragraph',
  'narrative-sentence',
  'sentence-provenance',
  'quality-pass',
  'frozen-text',
  'frozen-paragraph',
  'frozen-provenance',
  'signature',
  'letter',
  'accuracy-comment',
  'accuracy-reply',
  'request',
  'request-due',
  'submission',
  'concern',
  'conflict',
  'break-glass',
  'break-glass-review',
  'whistleblowing',
] as const;
export type ObjectKind = (typeof kinds)[number];

/**
 * The key is the id of the row. Some have a key of another: `identity` the case's, `narrative` the inspection's,
 * `passage` the citation's, `accuracy-reply` the comment's, `request-due` the request's; and some have two parts:
 * `evidence-version` item/number, `contradiction` entry/other, the provenances sentence or paragraph/finding.
 */
export interface ObjectRef {
  readonly kind: ObjectKind;
  readonly key: string;
}

export const ref = (kind: ObjectKind, ...parts: readonly (Id | number)[]): ObjectRef => ({
  kind,
  key: parts.join('/'),
});

type Keys = (world: World) => readonly string[];

const ids = (rows: readonly { readonly id: Id }[]): readonly Id[] => rows.map((row) => row.id);

const keysOf: Readonly<Record<ObjectKind, Keys>> = {
  inspection: (world) => ids(world.inspections),
  assignment: (world) => ids(world.assignments),
  case: (world) => ids(world.cases),
  identity: (world) => ids(world.cases),
  evidence: (world) => ids(world.evidence),
  'evidence-version': (world) => world.evidenceVersions.map((row) => `${row.evidenceId}/${row.version}`),
  share: (world) => ids(world.shares),
  opening: (world) => ids(world.openings),
  'access-request': (world) => ids(world.accessRequests),
  'chronology-entry': (world) => ids(world.chronologyEntries),
  contradiction: (world) => world.contradictions.map((row) => `${row.entryId}/${row.otherId}`),
  finding: (world) => ids(world.findings),
  citation: (world) => ids(world.citations),
  passage: (world) => ids(world.citations.filter((row) => row.quotedVersion !== null)),
  contribution: (world) => ids(world.contributions),
  merge: (world) => ids(world.merges),
  attitude: (world) => ids(world.attitudes),
  narrative: (world) => world.narratives.map((row) => row.inspectionId),
  'narrative-paragraph': (world) => ids(world.narrativeParagraphs),
  'narrative-sentence': (world) => ids(world.narrativeSentences),
  'sentence-provenance': (world) =>
    world.narrativeSentences.flatMap((row) => row.findingIds.map((finding) => `${row.id}/${finding}`)),
  'quality-pass': (world) => ids(world.qualityPasses),
  'frozen-text': (world) => ids(world.frozenTexts),
  'frozen-paragraph': (world) => ids(world.frozenParagraphs),
  'frozen-provenance': (world) =>
    world.frozenParagraphs.flatMap((row) => row.findingIds.map((finding) => `${row.id}/${finding}`)),
  signature: (world) => ids(world.signatures),
  letter: (world) => ids(world.letters),
  'accuracy-comment': (world) => ids(world.accuracyComments),
  'accuracy-reply': (world) => ids(world.accuracyComments.filter((row) => row.reply !== null)),
  request: (world) => ids(world.requests),
  'request-due': (world) => ids(world.requests.filter((row) => row.dueAt !== null)),
  submission: (world) => ids(world.submissions),
  concern: (world) => ids(world.concerns),
  conflict: (world) => ids(world.conflicts),
  'break-glass': (world) => ids(world.breakGlasses),
  'break-glass-review': (world) => ids(world.breakGlassReviews),
  whistleblowing: (world) => ids(world.whistleblowings),
};

export const objectsOf = (world: World, kind: ObjectKind): readonly ObjectRef[] =>
  keysOf[kind](world).map((key) => ({ kind, key }));

export const everyObject = (world: World): readonly ObjectRef[] => kinds.flatMap((kind) => objectsOf(world, kind));
