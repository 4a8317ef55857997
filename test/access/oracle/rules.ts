/**
 * The oracle: the access rules once more, from the prose of `docs/access.md` alone. It shares no code with the
 * policy that enforces them.
 */
import { decide, type Answer, type Claim, type Degree, type Rule } from './answer.js';
import { Knowledge } from './knowledge.js';
import type { ObjectKind, ObjectRef } from './objects.js';
import * as agency from './rules-agency.js';
import * as breakGlass from './rules-break-glass.js';
import * as cases from './rules-case.js';
import * as evidence from './rules-evidence.js';
import * as finding from './rules-finding.js';
import * as inspection from './rules-inspection.js';
import * as person from './rules-person.js';
import * as share from './rules-share.js';
import * as text from './rules-text.js';
import type { Asker } from './standing.js';
import { conflictsOf, isConflicted } from './subjects.js';
import type { Instant } from './world-base.js';
import type { User } from './world-people.js';
import type { World } from './world.js';

/** What a user sees of an object at an instant, by which rules, and which rules kept more from him. */
export function sight(world: World, user: User, object: ObjectRef, at: Instant): Answer {
  const k = Knowledge.of(world);
  return withSubtractions(k, user, object, askerOf(k, user, at).answer(object));
}

/** Whoever asks, with what was answered already: a rule on one object asks for others. */
class OneWhoAsks implements Asker {
  private readonly answers = new Map<ObjectKind, Map<string, Answer>>();

  constructor(
    private readonly k: Knowledge,
    readonly user: User,
    readonly at: Instant,
  ) {}

  sees(object: ObjectRef): Degree {
    return this.answer(object).sight;
  }

  answer({ kind, key }: ObjectRef): Answer {
    const ofKind = this.answers.get(kind) ?? new Map<string, Answer>();
    this.answers.set(kind, ofKind);
    const known = ofKind.get(key);
    if (known !== undefined) return known;
    const { home, claims } = kinds[kind];
    const answer = decide(claims(this.k, this, key), home, isConflicted(this.k, this.user.id, { kind, key }));
    ofKind.set(key, answer);
    return answer;
  }
}

const askers = new WeakMap<Knowledge, WeakMap<User, Map<Instant, OneWhoAsks>>>();

export function askerOf(k: Knowledge, user: User, at: Instant): OneWhoAsks {
  const ofWorld = askers.get(k) ?? new WeakMap<User, Map<Instant, OneWhoAsks>>();
  askers.set(k, ofWorld);
  const ofUser = ofWorld.get(user) ?? new Map<Instant, OneWhoAsks>();
  ofWorld.set(user, ofUser);
  const asker = ofUser.get(at) ?? new OneWhoAsks(k, user, at);
  ofUser.set(at, asker);
  return asker;
}

const contentless: readonly ObjectKind[] = ['inspection', 'assignment', 'conflict'];

/** R10 and R13 grant nothing: they count as asked where they could have subtracted and did not. */
function withSubtractions(k: Knowledge, user: User, object: ObjectRef, answer: Answer): Answer {
  const allowedBy = new Set<Rule>(answer.allowedBy);
  const deniedBy = new Set<Rule>(answer.deniedBy);
  const isSeen = answer.sight !== 'none';
  if (isSeen && conflictsOf(k, user.id).size > 0) allowedBy.add('R10');
  const hasPost = k.postsOf.of(user.id).some((post) => post.endedAt === null);
  if (hasPost && !contentless.includes(object.kind)) (isSeen ? allowedBy : deniedBy).add('R13');
  return { ...answer, allowedBy: [...allowedBy], deniedBy: [...deniedBy] };
}

interface Kind {
  /** The rule that leaves an object of this kind unseen where nothing speaks for it. */
  readonly home: Rule;
  readonly claims: (k: Knowledge, asker: Asker, key: string) => readonly Claim[];
}

const firstPart = (key: string): string => key.slice(0, key.indexOf('/'));
const secondPart = (key: string): string => key.slice(key.indexOf('/') + 1);

const kinds: Readonly<Record<ObjectKind, Kind>> = {
  inspection: { home: 'R1', claims: inspection.inspectionClaims },
  assignment: { home: 'R1', claims: inspection.assignmentClaims },
  case: { home: 'R6', claims: cases.caseClaims },
  identity: { home: 'R6', claims: cases.identityClaims },
  evidence: { home: 'R2', claims: evidence.evidenceClaims },
  'evidence-version': {
    home: 'R2',
    claims: (k, asker, key) => evidence.versionClaims(k, asker, firstPart(key), key),
  },
  share: { home: 'R3', claims: share.shareClaims },
  opening: { home: 'R15', claims: share.openingClaims },
  'access-request': { home: 'R3', claims: share.accessRequestClaims },
  'chronology-entry': { home: 'R2', claims: cases.chronologyClaims },
  contradiction: {
    home: 'R15',
    claims: (_k, asker, key) => cases.contradictionClaims(asker, firstPart(key), secondPart(key)),
  },
  finding: { home: 'R8', claims: finding.findingClaims },
  citation: { home: 'R8', claims: finding.citationClaims },
  passage: { home: 'R8', claims: finding.passageClaims },
  contribution: { home: 'R8', claims: finding.contributionClaims },
  merge: { home: 'R8', claims: finding.mergeClaims },
  attitude: { home: 'R8', claims: finding.attitudeClaims },
  narrative: { home: 'R9', claims: text.narrativeClaims },
  'narrative-paragraph': {
    home: 'R9',
    claims: (k, asker, key) => text.narrativeClaims(k, asker, k.paragraphs.get(key).inspectionId),
  },
  'narrative-sentence': {
    home: 'R9',
    claims: (k, asker, key) => text.narrativeClaims(k, asker, k.sentences.get(key).inspectionId),
  },
  'sentence-provenance': {
    home: 'R9',
    claims: (k, asker, key) => {
      const { id, inspectionId } = k.sentences.get(firstPart(key));
      return text.provenanceClaims(k, asker, { kind: 'narrative-sentence', key: id, inspectionId }, secondPart(key));
    },
  },
  'quality-pass': {
    home: 'R9',
    claims: (k, asker, key) => text.besideNarrativeClaims(k, asker, k.qualityPasses.get(key).inspectionId),
  },
  'frozen-text': { home: 'R9', claims: text.frozenClaims },
  'frozen-paragraph': {
    home: 'R9',
    claims: (k, asker, key) => text.frozenClaims(k, asker, k.frozenParagraphs.get(key).frozenTextId),
  },
  'frozen-provenance': {
    home: 'R9',
    claims: (k, asker, key) => {
      const { id, inspectionId } = k.frozenParagraphs.get(firstPart(key));
      return text.provenanceClaims(k, asker, { kind: 'frozen-paragraph', key: id, inspectionId }, secondPart(key));
    },
  },
  signature: { home: 'R9', claims: text.signatureClaims },
  letter: { home: 'R9', claims: text.letterClaims },
  'accuracy-comment': { home: 'R9', claims: agency.commentClaims },
  'accuracy-reply': { home: 'R9', claims: agency.replyClaims },
  request: { home: 'R7', claims: agency.requestClaims },
  'request-due': { home: 'R7', claims: agency.requestDueClaims },
  submission: { home: 'R7', claims: agency.submissionClaims },
  concern: { home: 'R6', claims: person.concernClaims },
  conflict: { home: 'R10', claims: person.conflictClaims },
  'break-glass': { home: 'R11', claims: breakGlass.breakGlassRecordClaims },
  'break-glass-review': { home: 'R11', claims: breakGlass.breakGlassReviewClaims },
  whistleblowing: { home: 'R12', claims: person.whistleblowingClaims },
};
