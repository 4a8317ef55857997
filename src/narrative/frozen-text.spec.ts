import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aStandingFinding, narrationsOf, someFacts } from '../../test/support/letter-text.samples.js';
import { targetedAreaLetter2022 as layout } from '../frameworks/versions/targeted-area-letter-2022.js';
import { compileNarrative } from './compile-narrative.js';
import { editSentence } from './edit-sentence.js';
import { canonicalText, frozenHash } from './frozen-text.js';
import type { DocumentSection, DocumentSentence, NarrativeDocument } from './narrative-document.js';

const compiled = (ids: readonly string[], statements: readonly string[]): NarrativeDocument => {
  const findings = ids.map((id, position) => aStandingFinding({ id, position, statement: statements[position] ?? '' }));
  return compileNarrative({ layout, narrations: narrationsOf(findings), findings, facts: someFacts });
};
const withSentences = (document: NarrativeDocument, change: (sentence: DocumentSentence) => DocumentSentence) =>
  withSections(document, (section) => ({
    ...section,
    paragraphs: section.paragraphs.map((paragraph) => ({ ...paragraph, sentences: paragraph.sentences.map(change) })),
  }));
const withSections = (document: NarrativeDocument, change: (section: DocumentSection) => DocumentSection) => ({
  ...document,
  sections: document.sections.map(change),
});

const document = compiled(['a', 'b'], ['One. Two.', 'Café plans.']);

describe('the text that is signed', () => {
  it('is readable, a part a line', () => {
    expect(canonicalText(document)).toMatchInlineSnapshot(`
     "joint-narrative/1
     title "Joint targeted area inspection of Exdale"
     area "Exdale"
     theme "The response to children who are neglected"
     ADDRESSEES null
     SCOPE null
     - "This inspection took place from 9 December 2024 to 13 December 2024. It was carried out by Ofsted and the Care Quality Commission. Its subject in Exdale: The response to children who are neglected."
     paragraphs "Main findings"
     - "One. Two."
     - "Café plans."
     NEXT_STEPS "Next steps"
     - "Exdale Council is the principal authority and should prepare a written statement of proposed action that answers what this letter finds, with Exdale Integrated Care Board and Exdale Police. It should set out what each agency will do, alone and together. It is due on {statementDueOn}. The statement will inform the lines of enquiry at any later inspection."
     SIGNATORIES null
     "
    `);
  });

  it('is a hash of 64 hexadecimal digits', () => {
    expect(frozenHash(document)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('does not depend on ids, citations, or how characters were composed', () => {
    expect(frozenHash(compiled(['other', 'ids'], ['One. Two.', 'Cafe\u0301 plans.']))).toBe(frozenHash(document));
    const uncited = withSentences(document, (sentence) => ({ ...sentence, key: `x${sentence.key}`, findingIds: [] }));
    expect(frozenHash(uncited)).toBe(frozenHash(document));
  });

  it.each<[string, NarrativeDocument]>([
    ['the title', { ...document, title: `${document.title}.` }],
    ['the area', { ...document, area: 'Wyedale' }],
    ['the theme', { ...document, theme: null }],
    [
      'a heading',
      withSections(document, (section) => ({ ...section, heading: section.heading && `${section.heading} ` })),
    ],
    ['a heading left out', withSections(document, (section) => ({ ...section, heading: null }))],
    ['the style of a section', withSections(document, (section) => ({ ...section, style: 'LIST' }))],
    ['the order of sections', { ...document, sections: [...document.sections].reverse() }],
    ['the order of findings', compiled(['b', 'a'], ['Café plans.', 'One. Two.'])],
    ['two paragraphs made one', compiled(['a'], ['One. Two. Café plans.'])],
    ['white space', compiled(['a', 'b'], ['One.  Two.', 'Café plans.'])],
    [
      'an apostrophe',
      withSentences(document, (sentence) => editSentence(sentence, sentence.text.replace('Exdale', 'Exd’ale'))),
    ],
  ])('changes with %s', (_, changed) => {
    expect(frozenHash(changed)).not.toBe(frozenHash(document));
  });

  it('changes with any character, and only then', () => {
    const texts = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'b', '.', ' ', '\n', '"', '\\', '-', 'é', '\ud800', '�') }),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    const hashOf = (statements: string[]): string => {
      const paragraphs = statements.map((text, at) => ({
        key: `f${at}`,
        sentences: [{ key: `f${at}/statement/0`, gap: '', text, findingIds: [`f${at}`], origin: 'FINDING' as const }],
      }));
      return frozenHash(withSections(document, (section) => ({ ...section, paragraphs })));
    };
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        expect(hashOf(one) === hashOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });
});
