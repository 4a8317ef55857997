import { ProblemsError } from '../platform/errors.js';
import { decodeCursor, pageSize } from './cursor.js';
import { TYPE_KEY, type FieldRead, type ListRead, type OneRead, type PageRead, type ReadModel } from './read-model.js';
import { argumentsOf, objectType, selectedFields, type OperationFacts, type SelectedField } from './selected-fields.js';
import { SelectionScope, Statement } from './selection-scope.js';

/** PostgreSQL functions take a hundred arguments: fifty pairs of key and value. */
const PAIRS = 50;
/** Items of pages within pages, all together. */
const MOST_ITEMS = 10_000;

/**
 * Turns what an operation selects of a type into one SQL statement whose answer is the JSON of that selection,
 * nested parts included: one statement whatever the depth and the number of rows. Objects are keyed by response
 * key, so that one field asked for twice under two aliases stays two.
 */
export class SelectionCompiler {
  /** Items that the page being compiled can hold, with those of the pages around it. */
  private items = 1;

  constructor(
    private readonly models: ReadonlyMap<string, ReadModel>,
    private readonly facts: OperationFacts,
    private readonly statement = new Statement(),
  ) {}

  /** The object with a key, or no row. */
  object(type: string, sets: SelectedField['nodes'], uuid: string): CompiledRead {
    const model = this.model(type);
    const scope = this.scope(model);
    const where = `${scope.self}.${model.key} = ${this.statement.param(uuid)}::uuid`;
    const json = this.json(model, sets, scope);
    return this.done(
      `SELECT ${json} AS json FROM ${model.table} ${scope.self} ${scope.joins.join(' ')} WHERE ${where}`,
    );
  }

  /** Objects of a type that a condition picks out, as a JSON list; for lists that are short by nature. */
  objects(
    type: string,
    sets: SelectedField['nodes'],
    where: (row: SelectionScope) => string,
    order: (row: SelectionScope) => string,
  ): CompiledRead {
    const model = this.model(type);
    const scope = this.scope(model);
    const condition = where(scope);
    const sort = order(scope);
    const json = this.json(model, sets, scope);
    return this.done(
      `SELECT coalesce(json_agg(${json} ORDER BY ${sort}), '[]') AS json FROM ${model.table} ${scope.self} ${scope.joins.join(' ')} WHERE ${condition}`,
    );
  }

  /** A connection from the root. */
  connection(read: PageRead, field: SelectedField, args: Record<string, unknown>): CompiledRead {
    return this.done(
      `SELECT ${this.page(read, field, args, new SelectionScope(this.statement, 'none', 'none'))} AS json`,
    );
  }

  private done(text: string): CompiledRead {
    return { text, values: this.statement.values };
  }

  private model(type: string): ReadModel {
    const model = this.models.get(type);
    if (model === undefined) throw new Error(`no read model for ${type}`);
    return model;
  }

  private scope(model: ReadModel): SelectionScope {
    return new SelectionScope(this.statement, this.statement.alias(), model.key);
  }

  private json(model: ReadModel, nodes: SelectedField['nodes'], scope: SelectionScope): string {
    const type = objectType(this.facts.schema, model.type);
    const fields = selectedFields(
      this.facts,
      type,
      nodes.map((node) => node.selectionSet),
    );
    const pairs = fields.map((field) => {
      if (field.name === '__typename') return `${literal(field.responseKey)}, ${literal(model.type)}`;
      const read = model.fields[field.name];
      if (read === undefined) throw new Error(`${model.type}.${field.name} has no read`);
      return `${literal(field.responseKey)}, ${this.field(read, field, scope, argumentsOf(this.facts, type, field))}`;
    });
    // The type travels with the object, so that an interface's type is known; no response key is written like it.
    return objectOf([`'${TYPE_KEY}', ${literal(model.type)}`, ...pairs]);
  }

  private field(read: FieldRead, field: SelectedField, scope: SelectionScope, args: Record<string, unknown>): string {
    switch (read.kind) {
      case 'value':
        return read.sql(scope, args);
      case 'one':
        return this.oneOf(read, field, scope);
      case 'list':
        return this.listOf(read, field, scope);
      case 'page':
        return this.page(read, field, args, scope);
    }
  }

  private oneOf(read: OneRead, field: SelectedField, scope: SelectionScope): string {
    const model = this.model(read.type);
    const alias = scope.join(model.table, (other) => read.on(scope, other));
    const inner = new SelectionScope(this.statement, alias, model.key);
    const json = this.json(model, field.nodes, inner);
    scope.joins.push(...inner.joins);
    return `CASE WHEN ${alias}.${model.key} IS NOT NULL THEN ${json} END`;
  }

  private listOf(read: ListRead, field: SelectedField, scope: SelectionScope): string {
    const model = this.model(read.type);
    const inner = this.scope(model);
    const where = read.on(scope, inner.self);
    const json = this.json(model, field.nodes, inner);
    return `(SELECT coalesce(json_agg(${json} ORDER BY ${read.order(inner.self)}), '[]') FROM ${model.table} ${inner.self} ${inner.joins.join(' ')} WHERE ${where})`;
  }

  private page(read: PageRead, field: SelectedField, args: Record<string, unknown>, scope: SelectionScope): string {
    const { page } = read;
    const model = this.model(read.type);
    const first = pageSize(args['first']);
    const source = this.statement.alias();
    const rows = this.statement.alias();
    const conditions = [page.where(source, scope, args)];
    if (typeof args['after'] === 'string') {
      const [after, key] = decodeCursor(args['after'], page.byType);
      const sign = page.direction === 'ASC' ? '>' : '<';
      conditions.push(
        `(${source}.${page.by}, ${source}.${page.key}) ${sign} (${scope.param(after)}::${page.byType}, ${scope.param(key)}::uuid)`,
      );
    }
    const inner = this.scope(model);
    // Every parameter must stand in the text with its type: the limit always does.
    const limit = scope.param(first);
    const json = this.multiplied(first, () => this.connectionJson(read, field, model, inner, rows, limit));
    // HAVING makes it one row even where nothing of the items is asked, but the page's own type, say.
    return `(SELECT ${json} FROM (
      SELECT ${source}.${page.key} AS key, ${source}.${page.by} AS sort,
        row_number() OVER (ORDER BY ${source}.${page.by} ${page.direction}, ${source}.${page.key} ${page.direction}) AS place
      FROM ${page.table} ${source} WHERE ${conditions.join(' AND ')}
      ORDER BY ${source}.${page.by} ${page.direction}, ${source}.${page.key} ${page.direction}
      LIMIT ${limit}::int + 1) ${rows}
      JOIN ${model.table} ${inner.self} ON ${inner.self}.${model.key} = ${rows}.key ${inner.joins.join(' ')}
      HAVING true)`;
  }

  /** Pages within pages multiply: together they are bounded like one that is too long. */
  private multiplied(first: number, work: () => string): string {
    const before = this.items;
    this.items *= first;
    if (this.items > MOST_ITEMS)
      throw new ProblemsError([
        {
          at: 'first',
          code: 'OUT_OF_RANGE',
          message: `Ask for fewer items within items: at most ${MOST_ITEMS} in all.`,
        },
      ]);
    const result = work();
    this.items = before;
    return result;
  }

  private connectionJson(
    read: PageRead,
    field: SelectedField,
    model: ReadModel,
    inner: SelectionScope,
    rows: string,
    first: string,
  ): string {
    const connection = objectType(this.facts.schema, `${read.type}Connection`);
    const edge = objectType(this.facts.schema, `${read.type}Edge`);
    const cursor = `auth.cursor(${rows}.sort::text, ${rows}.key)`;
    const within = `FILTER (WHERE ${rows}.place <= ${first}::int)`;
    const all = (json: string): string => `coalesce(json_agg(${json} ORDER BY ${rows}.place) ${within}, '[]')`;
    const pairs = selectedFields(
      this.facts,
      connection,
      field.nodes.map((node) => node.selectionSet),
    ).map((part) => {
      const key = literal(part.responseKey);
      if (part.name === 'nodes') return `${key}, ${all(this.json(model, part.nodes, inner))}`;
      if (part.name === 'edges') {
        const edges = selectedFields(
          this.facts,
          edge,
          part.nodes.map((node) => node.selectionSet),
        ).map((each) =>
          each.name === 'cursor'
            ? `${literal(each.responseKey)}, ${cursor}`
            : each.name === 'node'
              ? `${literal(each.responseKey)}, ${this.json(model, each.nodes, inner)}`
              : `${literal(each.responseKey)}, ${literal(edge.name)}`,
        );
        return `${key}, ${all(objectOf(edges))}`;
      }
      if (part.name === 'pageInfo') return `${key}, ${this.pageInfo(part, cursor, rows, first)}`;
      return `${key}, ${literal(connection.name)}`;
    });
    return objectOf(pairs);
  }

  private pageInfo(part: SelectedField, cursor: string, rows: string, first: string): string {
    const type = objectType(this.facts.schema, 'PageInfo');
    const sql: Record<string, string> = {
      hasNextPage: `count(*) > ${first}::int`,
      hasPreviousPage: 'false',
      startCursor: `(array_agg(${cursor} ORDER BY ${rows}.place))[1]`,
      endCursor: `(array_agg(${cursor} ORDER BY ${rows}.place))[least(${first}::int, count(*)::int)]`,
      __typename: `'PageInfo'`,
    };
    const fields = selectedFields(
      this.facts,
      type,
      part.nodes.map((node) => node.selectionSet),
    );
    return objectOf(fields.map((field) => `${literal(field.responseKey)}, ${sql[field.name] ?? 'NULL'}`));
  }
}

export interface CompiledRead {
  readonly text: string;
  readonly values: readonly unknown[];
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function objectOf(pairs: readonly string[]): string {
  if (pairs.length <= PAIRS) return `json_build_object(${pairs.join(', ')})`;
  const parts = Array.from({ length: Math.ceil(pairs.length / PAIRS) }, (_, part) =>
    pairs.slice(part * PAIRS, (part + 1) * PAIRS),
  );
  return `(${parts.map((part) => `jsonb_build_object(${part.join(', ')})`).join(' || ')})::json`;
}
