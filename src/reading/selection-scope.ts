/** Parameters and aliases of one statement under construction. */
export class Statement {
  readonly values: unknown[] = [];
  private aliases = 0;

  param(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  alias(): string {
    this.aliases += 1;
    return `t${this.aliases}`;
  }
}

/** The row that a selection set is read from, with the tables joined beside it so far. */
export class SelectionScope {
  private readonly joined = new Map<string, string>();
  readonly joins: string[] = [];

  constructor(
    readonly statement: Statement,
    readonly self: string,
    private readonly key: string,
  ) {}

  /** Alias of a table that has at most one row for this one, joined once: null in every column where it may not be seen. */
  beside(table: string, key: string): string {
    const known = this.joined.get(table);
    if (known !== undefined) return known;
    const alias = this.statement.alias();
    this.joined.set(table, alias);
    this.joins.push(`LEFT JOIN ${table} ${alias} ON ${alias}.${key} = ${this.self}.${this.key}`);
    return alias;
  }

  /** Joins another object's table and answers its alias. */
  join(table: string, on: (other: string) => string): string {
    const alias = this.statement.alias();
    this.joins.push(`LEFT JOIN ${table} ${alias} ON ${on(alias)}`);
    return alias;
  }

  param(value: unknown): string {
    return this.statement.param(value);
  }
}
