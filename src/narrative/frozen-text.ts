import { createHash } from 'node:crypto';
import { type NarrativeDocument, paragraphText } from './narrative-document.js';

/**
 * The text that the inspectorates sign, one part a line: what it is, then its words as a JSON string, so that no text
 * can pass for the parts around it.
 *
 * In it: title, area, theme, headings, the place of each fixed part, the style of each section (points or paragraphs)
 * and the paragraphs, all in order, in Unicode form NFC, white space as it is. Not in it: ids, keys, section codes, citations and the bounds of
 * sentences, none of which a reader sees. So the same words give the same text from any database, and a change of any
 * character, heading or place gives another. Fixed text keeps its `{statementDueOn}`: that day runs from the receipt
 * of what is signed here. A change of this form is a new first line.
 */
export function canonicalText(document: NarrativeDocument): string {
  const lines = [
    'joint-narrative/1',
    line('title', document.title),
    line('area', document.area),
    line('theme', document.theme),
    ...document.sections.flatMap((section) => [
      line(section.fixedPart ?? (section.style === 'LIST' ? 'points' : 'paragraphs'), section.heading),
      ...section.paragraphs.map((paragraph) => line('-', paragraphText(paragraph))),
    ]),
  ];
  return lines.map((text) => `${text}\n`).join('');
}

/** SHA-256 of the canonical text in UTF-8, as 64 lower-case hexadecimal digits. */
export function frozenHash(document: NarrativeDocument): string {
  return createHash('sha256').update(canonicalText(document), 'utf8').digest('hex');
}

/** JSON escapes a lone surrogate, which UTF-8 would turn into the replacement character that it then equals. */
function line(part: string, words: string | null): string {
  return `${part} ${JSON.stringify(words?.normalize('NFC') ?? null)}`;
}
