import { escapeHtml } from '../platform/html.js';

/** Numbers footnotes as they are met; the same text is the same note. */
export class Footnotes {
  private readonly texts: string[] = [];
  private readonly referred = new Set<number>();

  /** The marks to print after what the notes are on. */
  refer(texts: readonly string[]): string {
    const marks = texts.map((text) => {
      const number = this.numberOf(text);
      // The note leads back to where it is first met: an id may stand once.
      const id = this.referred.has(number) ? '' : ` id="ref-${number}"`;
      this.referred.add(number);
      return `<a href="#note-${number}"${id} aria-label="Note ${number}">${number}</a>`;
    });
    return marks.length === 0 ? '' : `<sup>${marks.join(' ')}</sup>`;
  }

  render(): string {
    if (this.texts.length === 0) return '';
    const notes = this.texts.map(
      (text, at) =>
        `<li id="note-${at + 1}">${escapeHtml(text)} <a class="back" href="#ref-${at + 1}" aria-label="Back to note ${at + 1} in the text">↩</a></li>`,
    );
    return `<footer class="notes" aria-labelledby="notes-heading">\n<h2 id="notes-heading">Legal basis</h2>\n<ol>\n${notes.join('\n')}\n</ol>\n</footer>`;
  }

  private numberOf(text: string): number {
    if (!this.texts.includes(text)) this.texts.push(text);
    return this.texts.indexOf(text) + 1;
  }
}
