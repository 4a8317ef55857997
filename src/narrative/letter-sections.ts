import type { FixedPartCode } from '../frameworks/letter-layout.js';
import type { Footnotes } from './footnotes.js';
import { escapeHtml } from '../platform/html.js';
import { dueDay, type LetterFacts, type StatementOfActionFacts } from './letter-facts.js';
import { andList, longDate } from './letter-words.js';
import {
  type DocumentParagraph,
  type DocumentSection,
  type DocumentSentence,
  DUE_DAY,
  partOf,
} from './narrative-document.js';

/** The section's anchor: from the layout's codes, so that a link lives through new versions of the letter. */
export function anchorOf(section: DocumentSection): string {
  const code = section.code.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return section.study === null ? code : `${code}-${section.study}`;
}

/** Names a fixed part without a heading to those who find their way by the page's regions. */
const LABELS: Readonly<Record<FixedPartCode, string>> = {
  ADDRESSEES: 'Addressees',
  SCOPE: 'Scope',
  JUDGEMENTS: 'Judgements',
  NEXT_STEPS: 'Next steps',
  SIGNATORIES: 'Signatories',
};

/** Empty where the section would say nothing. */
export function renderSection(section: DocumentSection, facts: LetterFacts, notes: Footnotes): string {
  const blocks = section.paragraphs.map((paragraph) => renderSentences(paragraph, facts));
  const isList = section.style === 'LIST' && section.fixedPart === null;
  const text = isList
    ? [`<ul class="points">`, ...blocks.map((block) => `<li>${block}</li>`), `</ul>`]
    : blocks.map((block) => `<p>${block}</p>`);
  const parts = [...(blocks.length === 0 ? [] : text), renderFixedPart(section, facts, notes)].filter(
    (part) => part !== '',
  );
  if (parts.length === 0) return '';
  const id = anchorOf(section);
  if (section.heading === null) {
    const label = section.fixedPart === null ? '' : ` aria-label="${LABELS[section.fixedPart]}"`;
    return `<section id="${id}"${label}>\n${parts.join('\n')}\n</section>`;
  }
  const heading = `<h2 id="${id}-heading">${escapeHtml(section.heading)}</h2>`;
  return `<section id="${id}" aria-labelledby="${id}-heading">\n${heading}\n${parts.join('\n')}\n</section>`;
}

/** `s`: the words of a finding's statement; `v`: what is said on it. Nothing tells which finding, or whose. */
function renderSentences(paragraph: DocumentParagraph, facts: LetterFacts): string {
  return paragraph.sentences
    .map((sentence, at) => {
      const part = partOf(sentence);
      const words = escapeHtml(printed(sentence, facts));
      const span = part === 'layout' ? words : `<span class="${part === 'statement' ? 's' : 'v'}">${words}</span>`;
      return (at === 0 ? '' : escapeHtml(sentence.gap)) + span;
    })
    .join('');
}

function printed({ text, origin }: DocumentSentence, { statementOfAction }: LetterFacts): string {
  if (origin !== 'LAYOUT') return text;
  const due = statementOfAction?.due;
  return text.replaceAll(DUE_DAY, due ? longDate(dueDay(due)) : 'the day set when this letter is received');
}

function renderFixedPart({ fixedPart }: DocumentSection, facts: LetterFacts, notes: Footnotes): string {
  if (fixedPart === 'ADDRESSEES' && facts.addressees.length > 0) {
    const people = facts.addressees.map(({ name, role }) => `<li>${nameLine(name)}${line(role)}</li>`);
    return `<ul class="people">\n${people.join('\n')}\n</ul>`;
  }
  if (fixedPart === 'SIGNATORIES' && facts.signatories.length > 0) {
    const signed = facts.signatories.map(
      ({ name, role, inspectorate }) => `<li>${nameLine(name)}${line(role)}${line(inspectorate)}</li>`,
    );
    return `<ul class="people signed">\n${signed.join('\n')}\n</ul>`;
  }
  if (fixedPart === 'NEXT_STEPS' && facts.statementOfAction) {
    return renderStatementOfAction(facts.statementOfAction, notes);
  }
  return '';
}

function renderStatementOfAction(statement: StatementOfActionFacts, notes: Footnotes): string {
  const { principalAuthority, cooperatingAgencies, due, legalBasis } = statement;
  const rows = [row('Principal authority', escapeHtml(principalAuthority) + notes.refer(legalBasis))];
  if (cooperatingAgencies.length > 0) rows.push(row('Cooperating agencies', escapeHtml(andList(cooperatingAgencies))));
  if (due) {
    const count = `${due.workingDays} working days after this letter was received on ${longDate(due.receivedOn)}`;
    const words = due.set
      ? `Set by the lead inspector: ${due.set.reason} The day computed, ${count}, is ${longDate(due.computed)}.`
      : `This is ${count}.`;
    rows.push(row('Statement due on', `<strong>${longDate(dueDay(due))}</strong><p>${escapeHtml(words)}</p>`));
  }
  return `<dl class="facts">\n${rows.join('\n')}\n</dl>`;
}

/** `html` is escaped already. */
export function row(term: string, html: string): string {
  return `<dt>${escapeHtml(term)}</dt><dd>${html}</dd>`;
}

function nameLine(name: string): string {
  return `<span class="name">${escapeHtml(name)}</span>`;
}

function line(text: string): string {
  return text === '' ? '' : `<span>${escapeHtml(text)}</span>`;
}
