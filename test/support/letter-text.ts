import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

export interface LetterSection {
  /** The section's anchor. */
  readonly id: string;
  readonly heading: string;
  /** In the order of the page. */
  readonly statements: readonly string[];
}

/** The findings' statements as a reader of the page meets them, section by section; fixed text and voice left out. */
export function lettersText(html: string): LetterSection[] {
  const sections: Element[] = [];
  visit(parse(html).childNodes, (element) => {
    if (element.tagName === 'section') sections.push(element);
  });
  return sections.map((section) => {
    let heading = '';
    const statements: string[] = [];
    visit(section.childNodes, (element) => {
      if (element.tagName === 'h2') heading = foldedText(textOf(element));
      if (element.tagName !== 'p' && element.tagName !== 'li') return;
      if (!element.childNodes.some(isStatement)) return;
      const parts = element.childNodes.filter((child) => child.nodeName === '#text' || isStatement(child));
      statements.push(foldedText(parts.map(textOf).join('')));
    });
    return { id: attribute(section, 'id') ?? '', heading, statements };
  });
}

/** NFC, white space folded: what two texts must share to be the same words. */
export function foldedText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function isStatement(node: Node): boolean {
  return 'tagName' in node && attribute(node, 'class') === 's';
}

function visit(nodes: readonly Node[], each: (element: Element) => void): void {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    each(node);
    visit(node.childNodes, each);
  }
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}
