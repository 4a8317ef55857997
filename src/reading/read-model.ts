import type { SortType } from './cursor.js';
import type { SelectionScope } from './selection-scope.js';

/** Under this key an object read from the database names its type. */
export const TYPE_KEY = '@type';

/** Token of the list of all read models. */
export const READ_MODELS = Symbol('READ_MODELS');

/**
 * How a type of the API is read: each field as SQL over the type's row. Who may see a row is nowhere here:
 * row security in the database answers that, so a part that may not be seen is null or absent by itself.
 */
export interface ReadModel {
  /** Name of the GraphQL object type. */
  readonly type: string;
  /** The table whose row is the object; its key column. */
  readonly table: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, FieldRead>>;
}

export type FieldRead = ValueRead | OneRead | ListRead | PageRead;

type Sql<Extra extends unknown[] = []> = (row: SelectionScope, ...extra: Extra) => string;

/** A scalar, an enum, a list of these, or JSON that already has the shape of the field's type. */
export interface ValueRead {
  readonly kind: 'value';
  readonly sql: Sql<[args: Readonly<Record<string, unknown>>]>;
}

/** At most one object of another type, joined. */
export interface OneRead {
  readonly kind: 'one';
  readonly type: string;
  /** Join condition between the row and the other object's alias. */
  readonly on: Sql<[other: string]>;
}

/** All objects of another type that belong to the row; only for lists that are short by nature. */
export interface ListRead {
  readonly kind: 'list';
  readonly type: string;
  readonly on: Sql<[other: string]>;
  readonly order: (other: string) => string;
}

/** A Relay connection, by keyset. */
export interface PageRead {
  readonly kind: 'page';
  readonly type: string;
  readonly page: PageSource;
}

export interface PageSource {
  /** The table that is paged through (it may hold less than the type's own table), and its key. */
  readonly table: string;
  readonly key: string;
  /** Sorted by this column and then by the key, both in this direction. */
  readonly by: string;
  /** SQL type of the sort column, for the cursor. */
  readonly byType: SortType;
  readonly direction: 'ASC' | 'DESC';
  readonly where: (source: string, row: SelectionScope, args: Readonly<Record<string, unknown>>) => string;
}

export const value = (sql: ValueRead['sql']): ValueRead => ({ kind: 'value', sql });

/** A column of the type's own table. */
export const column = (name: string): ValueRead => value((row) => `${row.self}.${name}`);

/** A column of a table beside it, which holds more than mere existence. */
export const beside = (table: string, key: string, name: string): ValueRead =>
  value((row) => `${row.beside(table, key)}.${name}`);

/** The global id of the row. */
export const globalIdOf = (type: string, key = 'id'): ValueRead => value((row) => `'${type}.' || ${row.self}.${key}`);

export const one = (type: string, on: OneRead['on']): OneRead => ({ kind: 'one', type, on });
export const list = (type: string, on: ListRead['on'], order: ListRead['order']): ListRead => ({
  kind: 'list',
  type,
  on,
  order,
});
export const page = (type: string, source: PageSource): PageRead => ({ kind: 'page', type, page: source });
