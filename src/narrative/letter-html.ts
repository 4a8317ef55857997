import { Footnotes } from './footnotes.js';
import { escapeHtml } from '../platform/html.js';
import type { LetterFacts } from './letter-facts.js';
import { anchorOf, renderSection, row } from './letter-sections.js';
import { LETTER_STYLE } from './letter-style.js';
import { dateRange, longDate } from './letter-words.js';
import type { DocumentSection, NarrativeDocument } from './narrative-document.js';

/** The letter as one page that needs nothing else: no scripts, no outside files, no sign of what a sentence rests on. */
export function renderLetter(document: NarrativeDocument, facts: LetterFacts): string {
  const notes = new Footnotes();
  const masthead = renderMasthead(document, facts, notes);
  const sections = document.sections
    .map((section) => ({ section, html: renderSection(section, facts, notes) }))
    .filter(({ html }) => html !== '');
  const title = facts.draft ? `${facts.draft.watermark}: ${document.title}` : document.title;
  return [
    '<!DOCTYPE html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    ...(facts.draft ? ['<meta name="robots" content="noindex">'] : []),
    `<title>${escapeHtml(title)}</title>`,
    `<style>${LETTER_STYLE}\n</style>`,
    '</head>',
    '<body>',
    ...(facts.draft
      ? [`<div class="watermark" aria-hidden="true"><span>${escapeHtml(facts.draft.watermark)}</span></div>`]
      : []),
    '<div class="page">',
    '<a class="skip" href="#letter">Skip to the letter</a>',
    masthead,
    renderContents(sections.map(({ section }) => section)),
    '<main id="letter">',
    ...sections.map(({ html }) => html),
    '</main>',
    notes.render(),
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function renderMasthead(document: NarrativeDocument, facts: LetterFacts, notes: Footnotes): string {
  const bodies = facts.inspectorates.map(
    ({ name, legalBasis }) => `<li>${escapeHtml(name)}${notes.refer(legalBasis)}</li>`,
  );
  const { draft, fieldwork, publishedOn } = facts;
  const rows = [
    row('Area', escapeHtml(document.area)),
    fieldwork && row('Fieldwork', dateRange(fieldwork.from, fieldwork.to)),
    publishedOn && row('Published', longDate(publishedOn)),
  ];
  return [
    '<header class="masthead">',
    draft && `<p class="draft">${escapeHtml(draft.notice)}</p>`,
    `<ul class="bodies">${bodies.join('')}</ul>`,
    `<h1>${escapeHtml(document.title)}</h1>`,
    document.theme && `<p class="theme">${escapeHtml(document.theme)}</p>`,
    `<dl class="facts">\n${rows.filter(Boolean).join('\n')}\n</dl>`,
    '</header>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** Two studies may bear one heading; links that lead to different places must not read the same. */
function renderContents(sections: readonly DocumentSection[]): string {
  const headings = sections.map(({ heading }) => heading);
  const links = sections.flatMap((section) => {
    const { heading, study } = section;
    if (heading === null) return [];
    const name =
      headings.filter((other) => other === heading).length > 1 && study !== null ? `${heading} (${study})` : heading;
    return [`<li><a href="#${anchorOf(section)}">${escapeHtml(name)}</a></li>`];
  });
  if (links.length === 0) return '';
  return `<nav aria-labelledby="contents">\n<h2 id="contents">Contents</h2>\n<ol>\n${links.join('\n')}\n</ol>\n</nav>`;
}
