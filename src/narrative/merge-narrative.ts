import type { DocumentSentence, NarrativeDocument } from './narrative-document.js';
import type { InSection, StoredParagraph, StoredSentence } from './stored-narrative.js';

export interface MergedSentence {
  /** Of the stored sentence; null for a new one. */
  readonly was: StoredSentence | null;
  readonly key: string;
  readonly gap: string;
  readonly text: string;
  readonly origin: DocumentSentence['origin'];
  readonly compiledText: string | null;
  readonly supportedText: string;
  readonly findingIds: readonly string[];
}

export interface MergedParagraph extends InSection {
  readonly was: StoredParagraph | null;
  readonly key: string;
  readonly sentences: readonly MergedSentence[];
}

export interface MergedNarrative {
  readonly paragraphs: readonly MergedParagraph[];
  /** Stored sentences that are no longer in the text, and why. */
  readonly gone: readonly { readonly sentence: StoredSentence; readonly change: 'SOURCE_CHANGED' | 'SOURCE_GONE' }[];
  /** Stored sentences whose text the new compile replaced. */
  readonly replaced: readonly StoredSentence[];
  /** Compiled texts that stay out because the lead took them out. */
  readonly leftOut: readonly string[];
}

/**
 * The new compile with the lead's hand on the old one. A sentence whose source is unchanged keeps the lead's words;
 * one that he wrote stays after the sentence that it followed; one that he took out stays out. Where the source has
 * changed or stands no longer, the new words stand and his are among those gone: none is lost unsaid.
 *
 * @param removed keys of compiled sentences that the lead took out
 * @param standing ids of the findings that stand: an edited sentence cites no other
 */
export function mergeNarrative(
  stored: readonly StoredParagraph[],
  compiled: NarrativeDocument,
  removed: ReadonlySet<string>,
  standing: ReadonlySet<string>,
): MergedNarrative {
  const before = new Map(stored.map((paragraph) => [paragraph.key, paragraph]));
  const leftOut: string[] = [];
  const paragraphs = compiled.sections.flatMap((section) =>
    section.paragraphs.flatMap((paragraph): MergedParagraph[] => {
      const was = before.get(paragraph.key) ?? null;
      const told = paragraph.sentences.filter(({ key }) => !removed.has(key));
      leftOut.push(...paragraph.sentences.filter(({ key }) => removed.has(key)).map(({ text }) => text));
      const sentences = withAdded(was, told, standing);
      if (sentences.length === 0) return [];
      const { code: sectionCode, fixedPart, study, heading, style } = section;
      return [{ was, key: paragraph.key, sectionCode, fixedPart, study, heading, style, sentences }];
    }),
  );
  const kept = new Set(paragraphs.flatMap(({ sentences }) => sentences.flatMap(({ was }) => was?.id ?? [])));
  const paragraphsKept = new Set(paragraphs.map(({ key }) => key));
  return {
    paragraphs,
    leftOut,
    gone: stored.flatMap((paragraph) =>
      paragraph.sentences
        .filter(({ id }) => !kept.has(id))
        .map((sentence) => ({
          sentence,
          change: paragraphsKept.has(paragraph.key) ? ('SOURCE_CHANGED' as const) : ('SOURCE_GONE' as const),
        })),
    ),
    replaced: paragraphs.flatMap(({ sentences }) =>
      sentences.flatMap(({ was, text }) => (was !== null && was.text !== text ? [was] : [])),
    ),
  };
}

/** Whether storing it would change anything: then the stored text is not what the findings now say. */
export function isUpToDate(stored: readonly StoredParagraph[], merged: MergedNarrative): boolean {
  return (
    merged.gone.length === 0 &&
    stored.length === merged.paragraphs.length &&
    merged.paragraphs.every((paragraph, at) => {
      const was = stored[at];
      return (
        was !== undefined &&
        was.key === paragraph.key &&
        PLACE.every((name) => was[name] === paragraph[name]) &&
        was.sentences.length === paragraph.sentences.length &&
        paragraph.sentences.every((sentence, place) => isAs(was.sentences[place], sentence))
      );
    })
  );
}

const PLACE = ['sectionCode', 'fixedPart', 'study', 'heading', 'style'] as const;

const isAs = (was: StoredSentence | undefined, now: MergedSentence): boolean =>
  was !== undefined &&
  was.id === now.was?.id &&
  was.text === now.text &&
  was.gap === now.gap &&
  sameIds(was.findingIds, now.findingIds);

export const sameIds = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));

/** The compiled sentences of a paragraph with the lead's own among them. */
function withAdded(
  was: StoredParagraph | null,
  told: readonly DocumentSentence[],
  standing: ReadonlySet<string>,
): MergedSentence[] {
  const known = new Map(was?.sentences.map((sentence) => [sentence.key, sentence]));
  const merged = told.map((sentence) => merge(known.get(sentence.key) ?? null, sentence, standing));
  let after: string | null = null;
  for (const sentence of was?.sentences ?? []) {
    if (sentence.origin === 'ADDED') {
      const place: number = after === null ? 0 : merged.findIndex(({ key }) => key === after) + 1;
      // What it followed is gone: it comes last rather than first.
      merged.splice(after !== null && place === 0 ? merged.length : place, 0, kept(sentence, standing));
    }
    if (sentence.origin === 'ADDED' || told.some(({ key }) => key === sentence.key)) after = sentence.key;
  }
  return merged;
}

function merge(was: StoredSentence | null, now: DocumentSentence, standing: ReadonlySet<string>): MergedSentence {
  const { key, gap, text, findingIds, origin } = now;
  if (was?.origin === 'EDITED') return { ...kept(was, standing), gap, compiledText: text };
  return { was, key, gap, text, origin, compiledText: text, supportedText: text, findingIds };
}

function kept(was: StoredSentence, standing: ReadonlySet<string>): MergedSentence {
  const { key, gap, text, origin, compiledText, supportedText } = was;
  const findingIds = was.findingIds.filter((id) => standing.has(id));
  return { was, key, gap, text, origin, compiledText, supportedText, findingIds };
}
