export type Cell = string | number | boolean | null | readonly string[];

/** Rows of one table in PostgreSQL's text format of COPY. */
export class Sheet {
  private readonly lines: string[] = [];
  /** The first cell of each row: its key, or that of the inspection where it is the only one. */
  readonly keys: Cell[] = [];

  constructor(
    readonly table: string,
    readonly columns: readonly string[],
  ) {}

  add(...cells: readonly Cell[]): void {
    if (cells.length !== this.columns.length)
      throw new Error(`${this.table} has ${this.columns.length} columns, not ${cells.length}`);
    this.keys.push(cells[0] ?? null);
    this.lines.push(`${cells.map(cellText).join('\t')}\n`);
  }

  get rows(): number {
    return this.lines.length;
  }

  get text(): string {
    return this.lines.join('');
  }
}

/** Sheets by table, each made where it is first written to. */
export class Book {
  private readonly byTable = new Map<string, Sheet>();

  sheet(table: string, columns: string): Sheet {
    const known = this.byTable.get(table);
    if (known !== undefined) return known;
    const made = new Sheet(table, columns.split(' '));
    this.byTable.set(table, made);
    return made;
  }

  keysOf(table: string): readonly Cell[] {
    return this.byTable.get(table)?.keys ?? [];
  }

  get sheets(): Sheet[] {
    return [...this.byTable.values()];
  }
}

function cellText(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'string') return cell.replace(/[\\\t\n\r]/g, (special) => ESCAPES[special] ?? special);
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  // Keys and codes only: nothing in them needs quoting.
  return `{${cell.join(',')}}`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
