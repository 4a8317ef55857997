/**
 * A compiled narrative: what the lead edits, the agencies comment on, the signatories sign and the letter prints.
 *
 * Keys are made from what a part rests on (finding, part of it, digest of the source text), never from its place,
 * so that a later compile can be merged three ways: the stored compile is the base, the edited document is ours, the
 * new compile is theirs. Paragraphs pair by key; within a paragraph, a sentence key that base and theirs share is an
 * unchanged source, so ours stands; one gone from theirs has changed at its source: ours goes if untouched, else both
 * texts are a conflict.
 */
import type { FixedPartCode, SectionStyle } from '../frameworks/letter-layout.js';

/**
 * How the words of a sentence came about. FINDING: a finding's statement, word for word. VOICE: an inspectorate's own
 * words on a finding. LAYOUT: the framework's fixed text. EDITED: any of these as changed by the lead, under its old
 * key. ADDED: written by the lead.
 */
export const SENTENCE_ORIGINS = ['FINDING', 'VOICE', 'LAYOUT', 'EDITED', 'ADDED'] as const;
export type SentenceOrigin = (typeof SENTENCE_ORIGINS)[number];

/** What a sentence was when it was compiled: an edit changes its origin, never this. */
export type SentencePart = 'statement' | 'voice' | 'layout' | 'added';

export interface DocumentSentence {
  /** `<finding, or section for fixed text>/<part>/<digest of the source text>`; `#2` marks a repetition. */
  readonly key: string;
  /** White space between the sentence before and this one; not used at the start of a paragraph. */
  readonly gap: string;
  readonly text: string;
  /** The inspectorates' own findings: for a merge its sources, not the merge. */
  readonly findingIds: readonly string[];
  readonly origin: SentenceOrigin;
}

export interface DocumentParagraph {
  /** The finding that stands here, or the section and `layout` for fixed text. */
  readonly key: string;
  readonly sentences: readonly DocumentSentence[];
}

export interface DocumentSection {
  /** The layout's code of the section or fixed part. Several studies share one: code and study are unique together. */
  readonly code: string;
  /** Null for a section of findings. Fixed parts such as the addressees may have no paragraphs: the letter fills them. */
  readonly fixedPart: FixedPartCode | null;
  /** Counted from 1; null outside studies. */
  readonly study: number | null;
  /** Null where the layout prints none. */
  readonly heading: string | null;
  readonly style: SectionStyle;
  readonly paragraphs: readonly DocumentParagraph[];
}

export interface NarrativeDocument {
  readonly title: string;
  readonly area: string;
  readonly theme: string | null;
  readonly sections: readonly DocumentSection[];
}

export function paragraphText(paragraph: DocumentParagraph): string {
  return paragraph.sentences.map((sentence, at) => (at === 0 ? '' : sentence.gap) + sentence.text).join('');
}

export function sentencesOf(document: NarrativeDocument): DocumentSentence[] {
  return document.sections.flatMap((section) => section.paragraphs.flatMap((paragraph) => paragraph.sentences));
}

export function partOf(sentence: Pick<DocumentSentence, 'key'>): SentencePart {
  const part = sentence.key.split('/').at(-2);
  if (part === 'statement' || part === 'voice' || part === 'layout' || part === 'added') return part;
  throw new Error(`Not the key of a sentence: ${sentence.key}`);
}

/**
 * Stands in fixed text for the day on which the written statement of proposed action is due. That day runs from the
 * receipt of the signed letter, so the text that is signed cannot hold it; the printed letter does.
 */
export const DUE_DAY = '{statementDueOn}';

/** The framework's fixed text needs no finding as it stands; edited, it is a claim like any other. */
export function sentencesWithoutFinding(document: NarrativeDocument): DocumentSentence[] {
  return sentencesOf(document).filter((sentence) => sentence.findingIds.length === 0 && sentence.origin !== 'LAYOUT');
}
