import { createHash } from 'node:crypto';
import type { DocumentSentence, SentenceOrigin, SentencePart } from './narrative-document.js';
import { splitSentences } from './split-sentences.js';

type CompiledPart = Exclude<SentencePart, 'added'>;

export interface Piece {
  readonly part: CompiledPart;
  readonly gap: string;
  readonly text: string;
  readonly findingIds: readonly string[];
}

const ORIGINS: Readonly<Record<CompiledPart, SentenceOrigin>> = {
  statement: 'FINDING',
  voice: 'VOICE',
  layout: 'LAYOUT',
};

/**
 * A text as pieces that join to it exactly: white space between sentences becomes the gap of the later one, white
 * space at either end of the text stays with the words there.
 */
export function piecesOf(text: string, part: CompiledPart, findingIds: readonly string[]): Piece[] {
  let gap = '';
  return splitSentences(text).map((piece, at, all) => {
    const words = at === all.length - 1 ? piece : piece.trimEnd() || piece;
    const made = { part, gap, text: words, findingIds };
    gap = piece.slice(words.length);
    return made;
  });
}

/** The pieces of one paragraph under their keys; `owner` is the paragraph's. */
export function keyed(owner: string, pieces: readonly Piece[]): DocumentSentence[] {
  const seen = new Map<string, number>();
  return pieces.map(({ part, gap, text, findingIds }) => {
    const key = `${owner}/${part}/${digest(text)}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return { key: times === 1 ? key : `${key}#${times}`, gap, text, findingIds, origin: ORIGINS[part] };
  });
}

/** Short: it only tells the sentences of one paragraph apart. Folded, so that respaced text keeps its key. */
function digest(text: string): string {
  const folded = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return createHash('sha256').update(folded).digest('hex').slice(0, 12);
}
