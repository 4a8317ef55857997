import type { FixedPartCode, LetterLayout, SectionStyle } from '../frameworks/letter-layout.js';
import type { LetterChoices } from './letter-choices.js';
import {
  type DocumentParagraph,
  type DocumentSection,
  type NarrativeDocument,
  partOf,
  type SentenceOrigin,
  type SentencePart,
} from './narrative-document.js';

/** Where a paragraph stands, kept with the paragraph itself. */
export interface InSection {
  readonly sectionCode: string;
  readonly fixedPart: FixedPartCode | null;
  readonly study: number | null;
  readonly heading: string | null;
  readonly style: SectionStyle;
}

export interface StoredSentence {
  readonly id: string;
  readonly key: string;
  readonly gap: string;
  readonly text: string;
  readonly origin: SentenceOrigin;
  /** As last compiled; null where the lead wrote it. */
  readonly compiledText: string | null;
  /** What its findings are known to support. */
  readonly supportedText: string;
  readonly findingIds: readonly string[];
  readonly editedBy: string | null;
  readonly version: number;
}

export interface StoredParagraph extends InSection {
  readonly id: string;
  readonly key: string;
  /** In order. */
  readonly sentences: readonly StoredSentence[];
}

export interface StoredNarrative {
  readonly version: number;
  readonly title: string;
  readonly area: string;
  readonly theme: string | null;
  readonly choices: LetterChoices;
  /** In order. */
  readonly paragraphs: readonly StoredParagraph[];
}

/** A sentence of a frozen paragraph: what the letter prints, and nothing of what it rests on. */
export interface FrozenSentence {
  readonly part: SentencePart;
  readonly gap: string;
  readonly text: string;
  readonly origin: SentenceOrigin;
}

/** A document from its paragraphs. The layout knows the fixed parts that have none, such as the addressees. */
export function assembleDocument(
  layout: LetterLayout,
  head: Pick<NarrativeDocument, 'title' | 'area' | 'theme'>,
  paragraphs: readonly (DocumentParagraph & InSection)[],
): NarrativeDocument {
  const fixed = (parts: LetterLayout['opening']): DocumentSection[] =>
    parts.map(({ code, heading }) => ({
      code,
      fixedPart: code,
      study: null,
      heading,
      style: 'PARAGRAPHS',
      paragraphs: paragraphs.filter(({ fixedPart }) => fixedPart === code).map(plain),
    }));
  return {
    title: head.title,
    area: head.area,
    theme: head.theme,
    sections: [
      ...fixed(layout.opening),
      ...sectionsOf(paragraphs.filter(({ fixedPart }) => fixedPart === null)),
      ...fixed(layout.closing),
    ],
  };
}

/** Paragraphs of one section and study follow one another. */
function sectionsOf(paragraphs: readonly (DocumentParagraph & InSection)[]): DocumentSection[] {
  const sections: (DocumentSection & { paragraphs: DocumentParagraph[] })[] = [];
  for (const paragraph of paragraphs) {
    const { sectionCode: code, study, heading, style } = paragraph;
    const last = sections.at(-1);
    if (last?.code === code && last.study === study) last.paragraphs.push(plain(paragraph));
    else sections.push({ code, fixedPart: null, study, heading, style, paragraphs: [plain(paragraph)] });
  }
  return sections;
}

const plain = ({ key, sentences }: DocumentParagraph): DocumentParagraph => ({
  key,
  sentences: sentences.map(({ key: of, gap, text, findingIds, origin }) => ({
    key: of,
    gap,
    text,
    findingIds,
    origin,
  })),
});

/** A paragraph as it is frozen, and back: its key no longer says what it rests on. */
export const frozenSentences = (paragraph: DocumentParagraph): FrozenSentence[] =>
  paragraph.sentences.map((sentence) => ({
    part: partOf(sentence),
    gap: sentence.gap,
    text: sentence.text,
    origin: sentence.origin,
  }));

export const thawed = (position: number, sentences: readonly FrozenSentence[]): DocumentParagraph => ({
  key: `${position}`,
  sentences: sentences.map(({ part, gap, text, origin }, at) => ({
    key: `${position}/${part}/${at}`,
    gap,
    text,
    origin,
    findingIds: [],
  })),
});
