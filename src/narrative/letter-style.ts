/** Fonts of the reader's own system, no crown, nothing loaded from elsewhere: the page is whole in one file. */
export const LETTER_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { font-size: 100%; }
body { margin: 0; color: #0b0c0c; background: #fff; font: 1.0625rem/1.55 Arial, "Helvetica Neue", "Liberation Sans", sans-serif; }
.page { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
a { color: #144e81; text-underline-offset: 0.15em; }
a:focus-visible { outline: 3px solid #b58900; outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; padding: 0.5rem 1rem; background: #fff; }
.masthead { border-top: 6px solid #1d3557; padding-top: 1rem; }
.bodies { margin: 0 0 2.25rem; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; color: #1d3557; font-weight: bold; font-size: 0.9375rem; }
h1, h2 { color: #1d3557; line-height: 1.2; text-wrap: balance; overflow-wrap: anywhere; }
h1 { margin: 0 0 0.5rem; font-size: 2.125rem; }
h2 { margin: 2.75rem 0 0.875rem; padding-top: 0.875rem; border-top: 1px solid #b1b4b6; font-size: 1.4375rem; }
.theme { margin: 0 0 1.5rem; font-size: 1.1875rem; color: #383f43; }
.theme::first-letter { text-transform: uppercase; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.5rem 1.5rem; margin: 1.5rem 0 0; padding: 1rem 0; border-top: 1px solid #b1b4b6; border-bottom: 1px solid #b1b4b6; }
.facts dt { font-weight: bold; }
.facts dd { margin: 0; }
.facts p { margin: 0.25rem 0 0; }
nav { margin-top: 1.5rem; }
nav h2 { margin: 0 0 0.5rem; padding: 0; border: 0; font-size: 1.0625rem; }
nav ol { margin: 0; padding-left: 1.5rem; }
nav li { padding: 0.1rem 0; }
section > p, .points > li { overflow-wrap: break-word; white-space: pre-line; }
section > p { margin: 0 0 1rem; }
.points { margin: 0; padding-left: 1.35rem; }
.points > li { margin-bottom: 0.625rem; padding-left: 0.25rem; }
.points > li::marker { color: #1d3557; }
.people { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: 1rem 2rem; list-style: none; margin: 2rem 0; padding: 0; }
.people span { display: block; }
.people .name { font-weight: bold; }
.signed { margin-top: 2.5rem; gap: 2rem; }
.signed li { padding-top: 0.75rem; border-top: 2px solid #1d3557; }
.notes { margin-top: 3rem; font-size: 0.9375rem; }
.notes ol { padding-left: 1.5rem; }
sup { line-height: 0; font-size: 0.75em; }
.draft { margin: 0 0 1.5rem; padding: 0.75rem 1rem; border: 3px solid #942514; color: #942514; font-weight: bold; }
.watermark { position: fixed; inset: 0; display: flex; align-items: center; justify-content: center; overflow: hidden; pointer-events: none; }
.watermark span { transform: rotate(-35deg); font-size: min(9rem, 20vw); font-weight: bold; color: rgba(148, 37, 20, 0.11); white-space: nowrap; }
@media (max-width: 34rem) {
  h1 { font-size: 1.625rem; }
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin-bottom: 0.75rem; }
}
@page { size: A4; margin: 20mm 20mm 22mm; @bottom-center { content: "Page " counter(page) " of " counter(pages); font: 9pt Arial, "Liberation Sans", sans-serif; color: #383f43; } }
@media print {
  body { font-size: 11pt; line-height: 1.45; }
  .page { max-width: none; padding: 0; }
  .skip, nav, .back { display: none; }
  h1 { font-size: 22pt; }
  h2 { font-size: 15pt; margin-top: 18pt; break-after: avoid; }
  a { color: inherit; text-decoration: none; }
  p, li { orphans: 2; widows: 2; }
  .people li, .facts dd, .notes ol { break-inside: avoid; }
  .watermark span { font-size: 110pt; }
}`;
