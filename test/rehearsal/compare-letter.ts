import { foldedText, lettersText } from '../support/letter-text.js';
import type { Statement } from './letter.js';

export interface Comparison {
  readonly missing: string[];
  readonly duplicated: string[];
  /** Under another placement, or out of the letter's order within its placement. */
  readonly misplaced: string[];
}

/**
 * Compares multisets: the statements that went in, and those read back from the published page. Sections of the page
 * are told from one another by their anchors, whatever their headings; `sectionOf` says under which a statement belongs.
 */
export function compareLetter(html: string, statements: readonly Statement[]): Comparison {
  const sections = lettersText(html);
  const printed = sections.flatMap(({ id, statements: texts }) => texts.map((text) => ({ id, text })));
  const wanted = counts(statements.map(({ text }) => foldedText(text)));
  const found = counts(printed.map(({ text }) => text));
  const missing = [...wanted].flatMap(([text, count]) => repeat(text, count - (found.get(text) ?? 0)));
  const duplicated = [...found].flatMap(([text, count]) => repeat(text, count - (wanted.get(text) ?? 0)));
  return { missing, duplicated, misplaced: misplacedIn(sections, statements) };
}

/** Every group of the letter must stand in one section of the page, in its order, and no two groups of other placements in the same. */
function misplacedIn(sections: ReturnType<typeof lettersText>, statements: readonly Statement[]): string[] {
  const home = new Map<string, string>();
  const misplaced: string[] = [];
  for (const [group, own] of groups(statements)) {
    const texts = own.map(({ text }) => foldedText(text));
    const section = sections.find(({ statements: printed }) => printed.includes(texts[0] ?? ''));
    if (section === undefined) continue;
    const taken = home.get(section.id);
    // Priority actions and other improvements may have a section each or one together; other placements never share one.
    if (taken !== undefined && placementOf(taken) !== placementOf(group)) misplaced.push(...texts);
    home.set(section.id, group);
    const order = section.statements.filter((text) => texts.includes(text));
    texts.forEach((text, index) => {
      if (order[index] !== text) misplaced.push(text);
    });
  }
  return misplaced;
}

const placementOf = (group: string): string => group.split(' ')[0] ?? '';

function groups(statements: readonly Statement[]): Map<string, Statement[]> {
  const found = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = `${statement.placement} ${statement.study ?? ''} ${statement.kind}`;
    found.set(key, [...(found.get(key) ?? []), statement]);
  }
  return found;
}

function counts(texts: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const text of texts) found.set(text, (found.get(text) ?? 0) + 1);
  return found;
}

const repeat = (text: string, times: number): string[] => Array.from({ length: Math.max(0, times) }, () => text);
