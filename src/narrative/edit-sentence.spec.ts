import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AGENCY_WORDS, QUANTITY_WORDS } from './claim-words.js';
import { confirmationReasons, editSentence } from './edit-sentence.js';
import { numbersIn } from './numbers-in-text.js';
import { commonWords, wordsOf } from './words.js';

const codes = (before: string, after: string, agencies: string[] = []): string[] =>
  confirmationReasons(before, after, agencies).map((reason) => reason.code);
const added = (before: string, after: string, agencies: string[] = []): string[] =>
  confirmationReasons(before, after, agencies).flatMap((reason) => ('added' in reason ? [...reason.added] : []));

describe('whether an edit needs its provenance confirmed', () => {
  it.each([
    ['nothing changed', 'Plans are clear.', 'Plans are clear.'],
    ['case and punctuation changed', 'Plans are clear, and timely.', 'Plans are CLEAR and timely'],
    ['apostrophes straightened', 'Children’s plans are clear.', "Children's plans are clear."],
    ['two words of five replaced', 'Plans for children are clear', 'Plans for infants are vague'],
    ['two words of five taken out', 'Plans for children are clear', 'Plans are clear'],
    ['two words put into five', 'Plans for children are clear', 'Plans for younger children are now clear'],
    ['a number said in words', 'The plan names 5 risks in it', 'The plan names five risks in it'],
    ['thousands parted', 'A sum of 1,200 pounds was spent here', 'A sum of 1200 pounds was spent here'],
    ['a quantity word moved', 'In most homes, plans are clear to staff', 'Plans are clear to staff in most homes'],
    ['a quantity word taken out', 'Plans for some children are clear', 'Plans for children are clear'],
    ['a plural made singular', 'Visits to the schools are well kept', 'Visits to the school are well kept'],
  ])('asks nothing where %s', (_, before, after) => {
    expect(confirmationReasons(before, after)).toEqual([]);
  });

  const TEN = 'one two three four five six seven eight nine ten';

  it.each([
    ['three words of seven replaced', 'a b c d e f g', 'x y z d e f g', true],
    ['three words of eight replaced', 'a b c d e f g h', 'x y z d e f g h', false],
    ['four words of ten replaced', TEN, 'w x y z five six seven eight nine ten', false],
    ['five words of ten replaced', TEN, 'v w x y z six seven eight nine ten', true],
    ['three words put into five', 'a b c d e', 'a x b y c z d e', true],
    ['all words taken out', 'Plans are clear', '', true],
    ['words put where none were', '…', 'Plans are clear', true],
    ['the order turned', 'health informs parents', 'parents informs health', true],
  ])('counts words: %s', (_, before, after, asked) => {
    expect(codes(before, after).includes('MOST_WORDS_CHANGED')).toBe(asked);
  });

  const put = (words: string): string =>
    `Visits to ${words} the children whose plans were read in the sample were late`;

  it.each([
    ['a figure', '3 of', '3'],
    ['a number word', 'three of', '3'],
    ['a compound', 'twenty-five of', '25'],
    ['hundreds', 'one hundred and five of', '105'],
    ['an age', '14-year-olds among', '14'],
    ['a percentage', '40% of', '40'],
    ['a decimal', '2.5 of', '2.5'],
    ['full-width digits', '７ of', '7'],
    ['another script', '٣ of', '٣'],
    ['a fraction', 'a third of', 'third'],
  ])('asks where a number is added: %s', (_, words, number) => {
    expect(codes(put(''), put(words))).toEqual(['NUMBER_ADDED']);
    expect(added(put(''), put(words))).toEqual([number]);
  });

  it('asks where a number takes another value or is said once more', () => {
    expect(added(put('3 of'), put('4 of'))).toEqual(['4']);
    expect(added(put('3 of'), put('3 of the 3'))).toEqual(['3']);
  });

  it.each([
    ['a kind of agency', 'police and', 'police'],
    ['its possessive', 'Ofsted’s and', 'ofsted'],
    ['its plural', 'GPs and', 'gp'],
    ['an abbreviation with a sign', 'A&E and', 'a e'],
    ['a name of the area', 'Exdale Link and', 'exdale link'],
    ['one hidden by soft hyphens', 'po\u00adlice and', 'police'],
  ])('asks where an agency is added: %s', (_, words, agency) => {
    expect(codes(put(''), put(words), ['Exdale Link'])).toEqual(['AGENCY_ADDED']);
    expect(added(put(''), put(words), ['Exdale Link'])).toEqual([agency]);
  });

  it('asks where an agency is named more closely', () => {
    expect(added(put('police and'), put('police force and'))).toEqual(['police force']);
  });

  it('does not take a word that holds an agency’s name for the agency', () => {
    expect(codes('Work is done in good order here', 'Policed work is done in good order here')).toEqual([]);
  });

  it.each(QUANTITY_WORDS.map((words) => [words]))('asks where "%s" is added', (words) => {
    const before = 'Plans for young people in the area are clear and they guide daily work with their families';
    expect(added(before, before.replace('young', `${words} young`))).toEqual([words]);
  });

  it.each(['small minority', 'large majority', 'almost all'])('tells "%s" from its last word', (words) => {
    const before = `Plans for the ${words.split(' ').at(-1)} of children here are clear`;
    expect(added(before, before.replace(words.split(' ').at(-1) ?? '', words))).toEqual([words]);
  });

  it('gives every reason at once', () => {
    expect(codes('Plans are clear.', 'Most plans that 3 schools made are vague and late.')).toEqual([
      'MOST_WORDS_CHANGED',
      'NUMBER_ADDED',
      'AGENCY_ADDED',
      'QUANTITY_ADDED',
    ]);
  });

  it('keeps the key and the findings of an edited sentence', () => {
    const sentence = { key: 'f1/statement/a', gap: ' ', text: 'Old.', findingIds: ['f1'], origin: 'FINDING' } as const;
    expect(editSentence(sentence, 'New.')).toEqual({ ...sentence, text: 'New.', origin: 'EDITED' });
    expect(editSentence(sentence, 'Old.')).toBe(sentence);
    expect(editSentence({ ...sentence, origin: 'ADDED' }, 'New.').origin).toBe('ADDED');
  });
});

describe('the measure', () => {
  const plain = fc.constantFrom('plan', 'visit', 'child', 'risk', 'home', 'care', 'help', 'need', 'voice');
  const plainWords = fc.array(plain, { minLength: 1, maxLength: 30 });
  const claims = fc.constantFrom(...QUANTITY_WORDS, ...AGENCY_WORDS, '7', 'seven', 'forty-two', '3.5');

  it('never asks where a text is left as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => expect(confirmationReasons(text, text)).toEqual([])),
    );
  });

  it('asks exactly above two words in five, for words replaced by others', () => {
    fc.assert(
      fc.property(plainWords, fc.nat(30), (words, replaced) => {
        const k = Math.min(replaced, words.length);
        const after = words.map((word, at) => (at < k ? `x${'y'.repeat(at)}` : word)).join(' ');
        expect(codes(words.join(' '), after)).toEqual(k * 5 > words.length * 2 ? ['MOST_WORDS_CHANGED'] : []);
      }),
    );
  });

  it('asks wherever a claim is put between other words', () => {
    fc.assert(
      fc.property(plainWords, claims, fc.nat(30), (words, claim, at) => {
        const after = [...words.slice(0, at), claim, ...words.slice(at)].join(' ');
        expect(added(words.join(' '), after).length).toBeGreaterThan(0);
        expect(added(after, words.join(' '))).toEqual([]);
      }),
    );
  });

  it('finds the longest common subsequence', () => {
    fc.assert(
      fc.property(plainWords, plainWords, (one, other) => {
        const common = commonWords(one, other);
        expect(common).toBe(commonWords(other, one));
        expect(commonWords(one, one)).toBe(one.length);
        expect(common).toBeLessThanOrEqual(Math.min(one.length, other.length));
      }),
    );
    expect(commonWords(wordsOf('a b c d e'), wordsOf('b x d a e'))).toBe(3);
  });

  it.each([
    ['two thousand five hundred and six visits', ['2506']],
    ['five and six', ['5', '6']],
    ['twenty twenty', ['20', '20']],
    ['three hundred thousand', ['300000']],
    ['a hundred', ['100']],
    ['no one of them', ['1']],
    ['between 0 and 007', ['0', '7']],
    ['½ of 18yo', ['1', '2', '18']],
    ['a dozen, twice', ['dozen', 'twice']],
  ])('reads the numbers of "%s"', (text, numbers) => {
    expect(numbersIn(wordsOf(text))).toEqual(numbers);
  });
});
