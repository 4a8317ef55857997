import type { Id, Inspectorate, Instant } from './world-base.js';

/** app.narrative, one for an inspection at most: its key is the inspection. */
export interface Narrative {
  readonly inspectionId: Id;
  readonly version: number;
  readonly compiledBy: Id;
  readonly compiledAt: Instant;
}

export interface NarrativeParagraph {
  readonly id: Id;
  readonly inspectionId: Id;
  readonly position: number;
}

/** app.narrative_sentence with app.sentence_provenance. */
export interface NarrativeSentence {
  readonly id: Id;
  readonly paragraphId: Id;
  readonly inspectionId: Id;
  readonly position: number;
  readonly findingIds: readonly Id[];
}

/** app.frozen_text. At most one of an inspection is not reopened. */
export interface FrozenText {
  readonly id: Id;
  readonly inspectionId: Id;
  readonly narrativeVersion: number;
  readonly hash: string;
  readonly openedAt: Instant;
  readonly openedBy: Id;
  readonly deadline: Instant;
  readonly reopenedAt: Instant | null;
}

/** app.frozen_paragraph with app.frozen_provenance. */
export interface FrozenParagraph {
  readonly id: Id;
  readonly frozenTextId: Id;
  readonly inspectionId: Id;
  readonly position: number;
  readonly findingIds: readonly Id[];
}

export interface QualityPass {
  readonly id: Id;
  readonly inspectionId: Id;
  readonly inspectorate: Inspectorate;
  readonly narrativeVersion: number;
  readonly passedBy: Id;
  readonly passedAt: Instant;
}

/** app.accuracy_comment with, if there is one, its reply (app.accuracy_reply, whose key is the comment). */
export interface AccuracyComment {
  readonly id: Id;
  readonly inspectionId: Id;
  readonly organisationId: Id;
  readonly frozenTextId: Id;
  readonly frozenParagraphId: Id;
  readonly state: 'DRAFT' | 'SENT';
  readonly late: boolean;
  readonly draftedBy: Id;
  readonly draftedAt: Instant;
  readonly sentBy: Id | null;
  readonly sentAt: Instant | null;
  readonly reply: AccuracyReply | null;
}

export interface AccuracyReply {
  readonly state: 'DRAFT' | 'SENT';
  readonly draftedBy: Id;
  readonly draftedAt: Instant;
  readonly sentBy: Id | null;
  readonly sentAt: Instant | null;
}

export interface Signature {
  readonly id: Id;
  readonly inspectionId: Id;
  readonly frozenTextId: Id;
  readonly inspectorate: Inspectorate;
  readonly userId: Id;
  readonly hash: string;
  readonly signedAt: Instant;
  readonly voidedAt: Instant | null;
}

/** app.letter with its text, which rests on the findings of the frozen text's paragraphs. */
export interface Letter {
  readonly id: Id;
  readonly inspectionId: Id;
  readonly frozenTextId: Id;
  readonly version: number;
  readonly hash: string;
  readonly receivedAt: Instant | null;
  readonly publishedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly supersededAt: Instant | null;
}

export interface Texts {
  readonly narratives: readonly Narrative[];
  readonly narrativeParagraphs: readonly NarrativeParagraph[];
  readonly narrativeSentences: readonly NarrativeSentence[];
  readonly frozenTexts: readonly FrozenText[];
  readonly frozenParagraphs: readonly FrozenParagraph[];
  readonly qualityPasses: readonly QualityPass[];
  readonly accuracyComments: readonly AccuracyComment[];
  readonly signatures: readonly Signature[];
  readonly letters: readonly Letter[];
}
