import { describe, expect, it } from '@jest/globals';
import { aStandingFinding, narrationsOf, someFacts } from '../../test/support/letter-text.samples.js';
import { targetedAreaLetter2022 as layout } from '../frameworks/versions/targeted-area-letter-2022.js';
import { compileNarrative } from './compile-narrative.js';
import { frozenHash } from './frozen-text.js';
import { isUpToDate, type MergedNarrative, mergeNarrative } from './merge-narrative.js';
import type { NarrativeDocument } from './narrative-document.js';
import {
  assembleDocument,
  frozenSentences,
  type StoredParagraph,
  type StoredSentence,
  thawed,
} from './stored-narrative.js';

/** Findings by id and statement, as they would be compiled. */
const compiled = (statements: Readonly<Record<string, string>>): NarrativeDocument => {
  const findings = Object.entries(statements).map(([id, statement], position) =>
    aStandingFinding({ id, statement, position }),
  );
  return compileNarrative({ layout, narrations: narrationsOf(findings), findings, facts: someFacts });
};

/** What storing a merge leaves, ids made from keys. */
const stored = ({ paragraphs }: MergedNarrative): StoredParagraph[] =>
  paragraphs.map(({ was: _, ...paragraph }) => ({
    ...paragraph,
    id: paragraph.key,
    sentences: paragraph.sentences.map(({ was, ...sentence }) => ({
      ...sentence,
      id: was?.id ?? sentence.key,
      editedBy: was?.editedBy ?? null,
      version: 1,
    })),
  }));

const ALL = new Set(['a', 'b', 'c']);
const none = new Set<string>();
const first = (document: NarrativeDocument): StoredParagraph[] => stored(mergeNarrative([], document, none, ALL));

const changed = (
  paragraphs: readonly StoredParagraph[],
  text: string,
  change: (sentence: StoredSentence) => StoredSentence[],
): StoredParagraph[] =>
  paragraphs.map((paragraph) => ({
    ...paragraph,
    sentences: paragraph.sentences.flatMap((sentence) => (sentence.text === text ? change(sentence) : [sentence])),
  }));
const edited = (paragraphs: readonly StoredParagraph[], text: string, to: string): StoredParagraph[] =>
  changed(paragraphs, text, (sentence) => [{ ...sentence, text: to, origin: 'EDITED', editedBy: 'lead' }]);
const addedAfter = (paragraphs: readonly StoredParagraph[], text: string, added: string): StoredParagraph[] =>
  changed(paragraphs, text, (sentence) => [
    sentence,
    {
      ...sentence,
      id: added,
      key: `a/added/${added}`,
      text: added,
      gap: ' ',
      origin: 'ADDED',
      compiledText: null,
      supportedText: added,
    },
  ]);
const textOf = (merged: Pick<MergedNarrative, 'paragraphs'>, key: string): string[] =>
  merged.paragraphs
    .filter((paragraph) => paragraph.key === key)
    .flatMap(({ sentences }) => sentences.map(({ text }) => text));

describe('compiling again', () => {
  const base = compiled({ a: 'One. Two. Three.', b: 'Four.' });

  it('changes nothing where neither the findings nor the lead did', () => {
    const merged = mergeNarrative(first(base), base, none, ALL);
    expect(isUpToDate(first(base), merged)).toBe(true);
    expect([merged.gone, merged.replaced, merged.leftOut]).toEqual([[], [], []]);
  });

  it("keeps the lead's words where the source is as it was, and takes the new ones elsewhere", () => {
    const ours = edited(first(base), 'Two.', 'Zwei.');
    const merged = mergeNarrative(ours, compiled({ a: 'One. Two. Five.', b: 'Four.' }), none, ALL);
    expect(textOf(merged, 'a')).toEqual(['One.', 'Zwei.', 'Five.']);
    expect(merged.gone.map(({ sentence, change }) => [sentence.text, change])).toEqual([['Three.', 'SOURCE_CHANGED']]);
    expect(isUpToDate(ours, merged)).toBe(false);
  });

  it('says what became of words whose source changed or is gone', () => {
    const ours = edited(edited(first(base), 'Two.', 'Zwei.'), 'Four.', 'Vier.');
    const merged = mergeNarrative(ours, compiled({ a: 'One. Six. Three.' }), none, ALL);
    expect(merged.gone.map(({ sentence, change }) => [sentence.text, change])).toEqual([
      ['Zwei.', 'SOURCE_CHANGED'],
      ['Vier.', 'SOURCE_GONE'],
    ]);
  });

  it('keeps an added sentence after the nearest one before it that is left', () => {
    const ours = addedAfter(first(base), 'Two.', 'Mine.');
    expect(textOf(mergeNarrative(ours, base, none, ALL), 'a')).toEqual(['One.', 'Two.', 'Mine.', 'Three.']);
    const shorter = mergeNarrative(ours, compiled({ a: 'One. Three.', b: 'Four.' }), none, ALL);
    expect(textOf(shorter, 'a')).toEqual(['One.', 'Mine.', 'Three.']);
  });

  it('leaves out what was taken out, and a paragraph of which nothing is left', () => {
    const removed = new Set(
      first(base).flatMap(({ key, sentences }) => (key === 'b' ? sentences.map((each) => each.key) : [])),
    );
    const merged = mergeNarrative(first(base), base, removed, ALL);
    expect(merged.leftOut).toEqual(['Four.']);
    expect(merged.paragraphs.map(({ key }) => key)).not.toContain('b');
  });

  it('lets edited words cite no finding that no longer stands', () => {
    const ours = edited(first(base), 'Two.', 'Zwei.').map((paragraph) => ({
      ...paragraph,
      sentences: paragraph.sentences.map((sentence) =>
        sentence.text === 'Zwei.' ? { ...sentence, findingIds: ['a', 'gone'] } : sentence,
      ),
    }));
    const merged = mergeNarrative(ours, base, none, ALL);
    const sentence = merged.paragraphs.flatMap(({ sentences }) => sentences).find(({ text }) => text === 'Zwei.');
    expect(sentence?.findingIds).toEqual(['a']);
  });
});

describe('a stored text', () => {
  const base = compiled({ a: 'One. Two.', b: 'Three.' });

  it('is the document that was compiled, fixed parts without paragraphs too', () => {
    expect(assembleDocument(layout, base, first(base))).toEqual(base);
  });

  it('is the same words once frozen, without what they rest on', () => {
    const frozen = first(base).map((paragraph, position) => ({
      ...paragraph,
      ...thawed(position, frozenSentences(paragraph)),
    }));
    const document = assembleDocument(layout, base, frozen);
    expect(frozenHash(document)).toBe(frozenHash(base));
    expect(JSON.stringify(document)).not.toMatch(/"findingIds":\["/);
  });
});
