import { escapeHtml } from '../platform/html.js';

export interface FrontPage {
  readonly mode: 'production' | 'demonstration' | 'test';
  readonly letters: readonly { readonly id: string; readonly title: string; readonly publishedOn: string }[];
  /** Whether there may be more letters than these. */
  readonly more: boolean;
}

export const FRONT_PAGE_STYLE = `
body { margin: 0; color: #0b0c0c; background: #fff; font: 1.0625rem/1.55 Arial, "Helvetica Neue", "Liberation Sans", sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1, h2 { color: #1d3557; line-height: 1.2; }
a { color: #144e81; }
a:focus-visible { outline: 3px solid #b58900; outline-offset: 2px; }
.notice { padding: 0.75rem 1rem; border: 3px solid #1d3557; }
`;

/** What stands at the root of the web: what this is, the letters that everybody may read, and where to go on. */
export function renderFrontPage({ mode, letters, more }: FrontPage): string {
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Joint inspections of services for children</title>
<style>${FRONT_PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>Joint inspections of services for children</h1>
${mode === 'demonstration' ? '<p class="notice">This is a demonstration. Every inspection, agency, child and word in it is invented.</p>\n' : ''}<p>Here inspectorates inspect together how the agencies of an area help and protect children: from notice to the letter in which they say what they found.</p>
<h2>Published letters</h2>
${letterList(letters)}${more ? '<p>These are the newest. The API’s query <code>letters</code> has all of them.</p>\n' : ''}<h2>For programs</h2>
<p>Programs use the GraphQL API at <code>/graphql</code>, by POST. What may be asked, and who sees what, is in <code>README.md</code>, <code>docs/access.md</code> and <code>docs/errors.md</code>, which come with the program. Whether it is up is at <a href="/health/live">/health/live</a> and <a href="/health/ready">/health/ready</a>.</p>
</main>
</body>
</html>
`;
}

function letterList(letters: FrontPage['letters']): string {
  if (letters.length === 0) return '<p>No letter is published yet.</p>\n';
  const items = letters.map(
    ({ id, title, publishedOn }) =>
      `<li><a href="/letters/${escapeHtml(id)}">${escapeHtml(title)}</a>, published on <time datetime="${escapeHtml(publishedOn)}">${escapeHtml(longDate(publishedOn))}</time></li>`,
  );
  return `<ul>\n${items.join('\n')}\n</ul>\n`;
}

const longDate = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
