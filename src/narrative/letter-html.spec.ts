import { describe, expect, it } from '@jest/globals';
import { parse } from 'parse5';
import { aStandingFinding, narrationsOf, someFacts, someLetterFacts } from '../../test/support/letter-text.samples.js';
import { targetedAreaLetter2022 as layout } from '../frameworks/versions/targeted-area-letter-2022.js';
import { compileNarrative } from './compile-narrative.js';
import type { LetterFacts } from './letter-facts.js';
import { renderLetter } from './letter-html.js';
import type { StandingFinding } from './standing-findings.js';

const render = (findings: readonly StandingFinding[], facts: Partial<LetterFacts> = {}): string => {
  const narrations = narrationsOf(findings, ({ id }) => (id === 'id-m' ? ['This means <b>harm</b> & delay.'] : []));
  const document = compileNarrative({ layout, narrations, findings, facts: someFacts });
  return renderLetter(document, { ...someLetterFacts, ...facts });
};

describe('the letter as a page', () => {
  const findings = [
    aStandingFinding({ id: 'id-h', placement: 'HEADLINE', kind: 'CONTEXT', statement: 'Plans work.' }),
    aStandingFinding({
      id: 'id-i',
      placement: 'IMPROVEMENT',
      kind: 'AREA_FOR_IMPROVEMENT',
      statement: 'Visits <late> & "few".',
    }),
    aStandingFinding({ id: 'id-m', position: 1, statement: 'One. Two.' }),
    aStandingFinding({
      id: 'id-s1',
      placement: 'STUDY',
      kind: 'EFFECTIVE_PRACTICE',
      study: 1,
      statement: 'A girl was heard.',
    }),
    aStandingFinding({
      id: 'id-s2',
      placement: 'STUDY',
      kind: 'EFFECTIVE_PRACTICE',
      study: 2,
      statement: 'A boy was heard.',
    }),
  ];
  const page = render(findings);

  it('has a language, one title, headings in order and no scripts or outside files', () => {
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">/);
    expect([...page.matchAll(/<h(\d)/g)].map(([, level]) => level)).toEqual(['1', ...Array<string>(8).fill('2')]);
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|https?:|\son\w+=/i);
  });

  it('is well-formed to a strict parser', () => {
    const errors: string[] = [];
    parse(page, { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
  });

  it('makes points of a list and paragraphs of the rest, the statement alone where nothing is said on it', () => {
    expect(page).toContain('<li><span class="s">Visits &lt;late&gt; &amp; &quot;few&quot;.</span></li>');
    const spoken = '<p><span class="s">One.</span> <span class="s">Two.</span> <span class="v">This means';
    expect(page).toContain(spoken);
  });

  it('links to each section, each link with a name of its own', () => {
    const links = [...page.matchAll(/<li><a href="#([^"]+)">([^<]+)<\/a><\/li>/g)].map(([, to, name]) => [to, name]);
    expect(links.map(([, name]) => name)).toEqual([...new Set(links.map(([, name]) => name))]);
    expect(links.map(([to]) => to)).toEqual([
      'headline-findings',
      'what-needs-to-improve',
      'main-findings',
      'practice-studies-1',
      'practice-studies-2',
      'next-steps',
    ]);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, to] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(to);
  });

  it('shows nothing of what a sentence rests on', () => {
    expect(page).not.toMatch(/id-[him]\b|id-s\d|FINDING|data-/);
  });

  it('says who, when, and what is due', () => {
    for (const words of [
      'Ann Reed',
      'Jo Hale',
      '9 to 13 December 2024',
      '27 February 2025',
      '<strong>4 June 2025</strong>',
    ]) {
      expect(page).toContain(words);
    }
    expect(page).toContain('It is due on 4 June 2025.');
    expect(page).toContain('70 working days after this letter was received on 20 February 2025');
  });

  it('says both the day that the lead set and the day computed', () => {
    const statement = { ...someLetterFacts.statementOfAction };
    const due = { receivedOn: '2025-02-20', workingDays: 70, computed: '2025-06-04' } as const;
    const set = { day: '2025-06-11', reason: 'The council’s cabinet meets on 10 June.' } as const;
    const statementOfAction = {
      principalAuthority: 'Exdale Council',
      cooperatingAgencies: [],
      legalBasis: [],
      ...statement,
    };
    const later = render(findings, { statementOfAction: { ...statementOfAction, due: { ...due, set } } });
    expect(later).toContain(
      '<strong>11 June 2025</strong><p>Set by the lead inspector: The council’s cabinet meets on 10 June.',
    );
    expect(later).toContain('received on 20 February 2025, is 4 June 2025.');
    const open = render(findings, { statementOfAction: { ...statementOfAction, due: null } });
    expect(open).toContain('It is due on the day set when this letter is received.');
    expect(open).not.toContain('{statement');
  });

  it('marks a draft in its title, on every page and in words', () => {
    const draft = render(findings, { draft: { watermark: 'Draft <1>', notice: 'For Exdale Police until 3 March.' } });
    expect(draft).toContain('<title>Draft &lt;1&gt;: Joint');
    expect(draft).toContain('<div class="watermark" aria-hidden="true"><span>Draft &lt;1&gt;</span></div>');
    expect(draft).toContain('<p class="draft">For Exdale Police until 3 March.</p>');
    expect(page).not.toContain('class="watermark"');
  });
});
