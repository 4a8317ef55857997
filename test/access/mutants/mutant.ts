/** One small change of the access rules, to see whether anything notices it. */
export interface Mutant {
  readonly kind: Kind;
  /** What is changed: a policy, a table, a function, a trigger, an operation. */
  readonly of: string;
  /** How, in words. */
  readonly how: string;
  readonly change: CatalogueChange | SourceChange;
}

export const kinds = ['policy', 'row security', 'grant', 'function', 'trigger', 'operation'] as const;
export type Kind = (typeof kinds)[number];

/** Statements of a superuser, in a transaction that is rolled back afterwards. */
export interface CatalogueChange {
  readonly in: 'catalogue';
  readonly sql: string;
  /** Tables whose rows it may show or hide; none: any. */
  readonly tables: readonly string[];
  /** Statements that may come out otherwise. */
  readonly near: RegExp;
  /** How its effect comes to stand in rows. */
  readonly effect: Effect;
}

/**
 * `read`: at once. `place`: once the statement (a place function over all rows) has settled the audiences again, in one
 * order or the other.
 * `write`: in rows that are written from then on. `guard`: in what is let through.
 */
export type Effect =
  | { readonly at: 'read' }
  | { readonly at: 'place'; readonly sql: string; readonly otherWay: string }
  | { readonly at: 'write' }
  | { readonly at: 'guard' };

/** The text of a source file, changed. */
export interface SourceChange {
  readonly in: 'source';
  readonly file: string;
  readonly source: string;
}

export const nameOf = ({ kind, of, how }: Mutant): string => `${kind} ${of}: ${how}`;
