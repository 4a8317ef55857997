/** R10: with whom somebody has a conflict, and on whom a row rests. */
import type { Knowledge } from './knowledge.js';
import { ref, type ObjectKind, type ObjectRef } from './objects.js';
import type { Id } from './world-base.js';

const conflicts = new WeakMap<Knowledge, Map<Id, ReadonlySet<Id>>>();
const subjects = new WeakMap<Knowledge, Map<string, ReadonlySet<Id>>>();

/** One match hides the row. */
export function isConflicted(k: Knowledge, userId: Id, object: ObjectRef): boolean {
  const hidden = conflictsOf(k, userId);
  if (hidden.size === 0) return false;
  for (const subject of subjectsOf(k, object)) if (hidden.has(subject)) return true;
  return false;
}

/** The agencies, with their predecessors and successors, and the cases with which he has a conflict. */
export function conflictsOf(k: Knowledge, userId: Id): ReadonlySet<Id> {
  const ofWorld = conflicts.get(k) ?? new Map<Id, ReadonlySet<Id>>();
  conflicts.set(k, ofWorld);
  const known = ofWorld.get(userId);
  if (known !== undefined) return known;
  const found = new Set<Id>();
  for (const conflict of k.conflictsOf.of(userId)) {
    if (conflict.liftedAt !== null) continue;
    if (conflict.caseId !== null) found.add(conflict.caseId);
    if (conflict.organisationId !== null) for (const id of withItsLine(k, conflict.organisationId)) found.add(id);
  }
  ofWorld.set(userId, found);
  return found;
}

/** Predecessors and successors at any distance, not a successor's other predecessors. */
export function withItsLine(k: Knowledge, agency: Id): readonly Id[] {
  const line = [agency];
  for (let next = k.organisations.get(agency).replacedBy; next !== null && !line.includes(next);) {
    line.push(next);
    next = k.organisations.get(next).replacedBy;
  }
  const before = [agency];
  for (let at = 0; at < before.length; at += 1) {
    for (const one of k.predecessorsOf.of(before[at] ?? '')) if (!before.includes(one.id)) before.push(one.id);
  }
  return [...line, ...before];
}

/** The agencies and cases that a row is of, and those of all that it rests on, at any depth. */
export function subjectsOf(k: Knowledge, object: ObjectRef): ReadonlySet<Id> {
  const ofWorld = subjects.get(k) ?? new Map<string, ReadonlySet<Id>>();
  subjects.set(k, ofWorld);
  const name = `${object.kind}:${object.key}`;
  const known = ofWorld.get(name);
  if (known !== undefined) return known;
  const { own, restsOn } = basis[object.kind](k, object.key);
  const found = new Set<Id>();
  for (const one of own) if (one !== null) found.add(one);
  for (const other of restsOn) for (const one of subjectsOf(k, other)) found.add(one);
  ofWorld.set(name, found);
  return found;
}

interface Basis {
  readonly own: readonly (Id | null)[];
  readonly restsOn: readonly ObjectRef[];
}

const nothing: Basis = { own: [], restsOn: [] };
const of = (...own: readonly (Id | null)[]): Basis => ({ own, restsOn: [] });
const as = (...restsOn: readonly ObjectRef[]): Basis => ({ own: [], restsOn });
const firstPart = (key: string): string => key.slice(0, key.indexOf('/'));
const secondPart = (key: string): string => key.slice(key.indexOf('/') + 1);

/** A text tells findings, in the words of the merge in which they stand: that one's own agencies count too. */
function told(k: Knowledge, findingIds: readonly Id[]): Basis {
  const merges = findingIds.flatMap((id) => k.mergesOf.of(id)).filter((merge) => merge.undoneAt === null);
  return { own: merges.flatMap((merge) => merge.agencyIds), restsOn: findingIds.map((id) => ref('finding', id)) };
}

function onItemOrCase(evidenceId: Id | null, caseId: Id | null): Basis {
  return evidenceId === null ? of(caseId) : as(ref('evidence', evidenceId));
}

const basis: Readonly<Record<ObjectKind, (k: Knowledge, key: string) => Basis>> = {
  inspection: () => nothing,
  assignment: () => nothing,
  // A case's list of agencies does not count.
  case: (_k, key) => of(key),
  identity: (_k, key) => of(key),
  evidence: (k, key) => {
    const item = k.evidence.get(key);
    return of(item.sourceAgencyId, item.caseId, ...item.spokenOfIds);
  },
  'evidence-version': (_k, key) => as(ref('evidence', firstPart(key))),
  share: (k, key) => as(ref('evidence', k.shares.get(key).evidenceId)),
  opening: (k, key) => as(ref('evidence', k.openings.get(key).evidenceId)),
  'access-request': (k, key) => as(ref('evidence', k.accessRequests.get(key).evidenceId)),
  'chronology-entry': (k, key) => {
    const entry = k.entries.get(key);
    return { own: [entry.agencyId, entry.caseId], restsOn: [ref('evidence', entry.evidenceId)] };
  },
  contradiction: (_k, key) => as(ref('chronology-entry', firstPart(key)), ref('chronology-entry', secondPart(key))),
  finding: (k, key) => {
    const finding = k.findings.get(key);
    return {
      own: [finding.caseId, ...finding.agencyIds],
      restsOn: k.citationsOf.of(key).map((citation) => ref('evidence', citation.evidenceId)),
    };
  },
  citation: (k, key) => as(ref('finding', k.citations.get(key).findingId)),
  passage: (_k, key) => as(ref('citation', key)),
  contribution: () => nothing,
  merge: (k, key) => {
    const merge = k.merges.get(key);
    return { own: merge.agencyIds, restsOn: merge.sourceIds.map((id) => ref('finding', id)) };
  },
  attitude: (k, key) => {
    const { mergeId, findingId } = k.attitudes.get(key);
    return mergeId === null ? as(ref('finding', findingId ?? '')) : as(ref('merge', mergeId));
  },
  narrative: () => nothing,
  'narrative-paragraph': (k, key) =>
    told(
      k,
      k.sentencesOf.of(key).flatMap((sentence) => sentence.findingIds),
    ),
  // Paragraph by paragraph: a sentence is absent with its neighbours.
  'narrative-sentence': (k, key) => as(ref('narrative-paragraph', k.sentences.get(key).paragraphId)),
  'sentence-provenance': (_k, key) => as(ref('narrative-sentence', firstPart(key))),
  'quality-pass': () => nothing,
  'frozen-text': () => nothing,
  'frozen-paragraph': (k, key) => told(k, k.frozenParagraphs.get(key).findingIds),
  'frozen-provenance': (_k, key) => as(ref('frozen-paragraph', firstPart(key))),
  signature: () => nothing,
  // One page with every paragraph on it.
  letter: (k, key) =>
    as(...k.frozenParagraphsOf.of(k.letters.get(key).frozenTextId).map((one) => ref('frozen-paragraph', one.id))),
  'accuracy-comment': (k, key) => {
    const comment = k.comments.get(key);
    return { own: [comment.organisationId], restsOn: [ref('frozen-paragraph', comment.frozenParagraphId)] };
  },
  'accuracy-reply': (_k, key) => as(ref('accuracy-comment', key)),
  request: (k, key) => of(k.requests.get(key).organisationId, ...k.requests.get(key).caseIds),
  'request-due': (_k, key) => as(ref('request', key)),
  submission: (k, key) => as(ref('request', k.submissions.get(key).requestId)),
  concern: (k, key) => of(k.concerns.get(key).receiverId, k.concerns.get(key).caseId),
  conflict: () => nothing,
  'break-glass': (k, key) => {
    const { evidenceId, caseId } = k.breakGlasses.get(key);
    return onItemOrCase(evidenceId, caseId);
  },
  'break-glass-review': (k, key) => as(ref('break-glass', k.breakGlassReviews.get(key).breakGlassId)),
  whistleblowing: (k, key) => of(k.whistleblowings.get(key).agencyId),
};
