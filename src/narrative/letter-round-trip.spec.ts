import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldedText, lettersText } from '../../test/support/letter-text.js';
import { aStandingFinding, narrationsOf, someFacts, someLetterFacts } from '../../test/support/letter-text.samples.js';
import { isAllowedPlacement, type LetterLayout, sectionFor } from '../frameworks/letter-layout.js';
import { targetedAreaLetter2015 } from '../frameworks/versions/targeted-area-letter-2015.js';
import { targetedAreaLetter2022 } from '../frameworks/versions/targeted-area-letter-2022.js';
import { FINDING_KINDS, PLACEMENTS } from '../inspectorates/inspectorate.js';
import { compileNarrative } from './compile-narrative.js';
import { renderLetter } from './letter-html.js';
import type { StandingFinding } from './standing-findings.js';

const render = (findings: readonly StandingFinding[], layout: LetterLayout): string => {
  const narrations = narrationsOf(findings, ({ position }) =>
    position % 2 ? ['This means <b>harm</b> & delay.'] : [],
  );
  return renderLetter(compileNarrative({ layout, narrations, findings, facts: someFacts }), someLetterFacts);
};

describe('a letter read back from its page', () => {
  const places = FINDING_KINDS.flatMap((kind) =>
    PLACEMENTS.filter((placement) => isAllowedPlacement(kind, placement)).map((placement) => ({ kind, placement })),
  );
  const fragments = fc.constantFrom(
    '<b>',
    '</li>',
    '</p>',
    '&amp;',
    '&lt',
    '"',
    "'",
    '’',
    '<!--',
    ']]>',
    '. ',
    'e.g. ',
    '\r\n',
    '\u00a0',
    '\u202e',
  );
  const letters = fc.string({ unit: 'grapheme', maxLength: 30 });
  const statements = fc
    .array(fc.oneof(fragments, letters), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.join('').replaceAll('\0', ''))
    .filter((text) => text.trim() !== '');
  const findings = fc.array(
    fc.record({
      place: fc.constantFrom(...places),
      statement: statements,
      study: fc.integer({ min: 1, max: 3 }),
      position: fc.nat(20),
      inspectorate: fc.constantFrom('OFSTED', 'CQC', 'HMICFRS'),
    }),
    { maxLength: 25 },
  );

  it.each([
    ['2015', targetedAreaLetter2015],
    ['2022', targetedAreaLetter2022],
  ])('holds every statement once, in its place (%s)', (_, chosen) => {
    fc.assert(
      fc.property(findings, (given) => {
        const standing = given.map(({ place, study, ...rest }, at) =>
          aStandingFinding({ ...rest, ...place, id: `f${at}`, study: place.placement === 'STUDY' ? study : null }),
        );
        const read = lettersText(render(standing, chosen));
        const all = read.flatMap((section) => section.statements);
        expect([...all].sort()).toEqual(standing.map(({ statement }) => foldedText(statement)).sort());
        for (const [place, expected] of placesOf(standing, chosen)) {
          const here = read.find(({ id }) => id === place.split(' ')[0])?.statements ?? [];
          expect(subsequenceOf(here, expected)).toEqual(expected);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** By anchor and placement, the statements in the order of their positions. */
function placesOf(findings: readonly StandingFinding[], chosen: LetterLayout): Map<string, string[]> {
  const places = new Map<string, string[]>();
  const byPosition = [...findings].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  for (const { kind, placement, study, statement } of byPosition) {
    const code = sectionFor(chosen, kind, placement).code.toLowerCase().replaceAll('_', '-');
    const place = `${code}${study === null ? '' : `-${study}`} ${placement}`;
    places.set(place, [...(places.get(place) ?? []), foldedText(statement)]);
  }
  return places;
}

function subsequenceOf(texts: readonly string[], wanted: readonly string[]): string[] {
  const found: string[] = [];
  for (const text of texts) if (text === wanted[found.length]) found.push(text);
  return found;
}
