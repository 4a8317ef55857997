import { Inject, Injectable } from '@nestjs/common';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../access/request-context.js';
import { parseGlobalId } from '../platform/global-id.js';
import { SelectionCompiler } from '../reading/compile-selection.js';
import { READ_MODELS, type PageRead, type ReadModel } from '../reading/read-model.js';
import { argumentsOf, objectType, selectedFields, type SelectedField } from '../reading/selected-fields.js';
import type { SelectionScope } from '../reading/selection-scope.js';
import type { Stored } from '../database/unit-of-work.js';

/** Answers what an operation selected, from the request's one snapshot, each root field by one statement. */
@Injectable()
export class Reader {
  private readonly models: ReadonlyMap<string, ReadModel>;

  constructor(@Inject(READ_MODELS) models: readonly ReadModel[]) {
    this.models = new Map(models.map((model) => [model.type, model]));
  }

  /** The object with a global id, or null where there is none that the actor sees. */
  async object(request: RequestContext, info: GraphQLResolveInfo, type: string, id: string): Promise<unknown> {
    const parsed = parseGlobalId(id);
    if (parsed === null || parsed.type !== type) return null;
    return this.byKey(request, info, type, info.fieldNodes, parsed.uuid);
  }

  /** The object with a key, of a type that has no global id of its own. */
  async keyed(request: RequestContext, info: GraphQLResolveInfo, type: string, uuid: string): Promise<unknown> {
    return this.byKey(request, info, type, info.fieldNodes, uuid);
  }

  /** An object of any type, by its global id alone. */
  async node(request: RequestContext, info: GraphQLResolveInfo, id: string): Promise<unknown> {
    const parsed = parseGlobalId(id);
    if (parsed === null || !this.models.has(parsed.type) || !isNode(info, parsed.type)) return null;
    return this.byKey(request, info, parsed.type, info.fieldNodes, parsed.uuid);
  }

  /** All objects of a type that a condition picks out. */
  async objects(
    request: RequestContext,
    info: GraphQLResolveInfo,
    type: string,
    where: (row: SelectionScope) => string,
    order: (row: SelectionScope) => string,
  ): Promise<unknown> {
    return this.run(request, new SelectionCompiler(this.models, info).objects(type, info.fieldNodes, where, order));
  }

  async connection(request: RequestContext, info: GraphQLResolveInfo, read: PageRead): Promise<unknown> {
    const field: SelectedField = { responseKey: info.fieldName, name: info.fieldName, nodes: info.fieldNodes };
    const args = argumentsOf(info, info.parentType, field);
    return this.run(request, new SelectionCompiler(this.models, info).connection(read, field, args));
  }

  /**
   * The payload of a mutation: its receipt, and the objects that it names by id, read after the commit as the actor
   * sees them now. `ids` is by field of the payload; `values` are fields that were settled by the change itself.
   */
  async payload(
    request: RequestContext,
    info: GraphQLResolveInfo,
    stored: Stored<object>,
    ids: Readonly<Record<string, string>>,
    values: Readonly<Record<string, unknown>> = {},
  ): Promise<Record<string, unknown>> {
    await request.renew();
    const type = objectType(info.schema, (info.returnType.toString().match(/\w+/) ?? [''])[0]);
    // Without a prototype: a response key may be called like a part of one.
    const answer = Object.create(null) as Record<string, unknown>;
    for (const field of selectedFields(
      info,
      type,
      info.fieldNodes.map((node) => node.selectionSet),
    )) {
      if (field.name === 'problems') answer[field.responseKey] = [];
      else if (field.name === 'receipt') answer[field.responseKey] = stored.receipt;
      else if (field.name in values) answer[field.responseKey] = values[field.name];
      else {
        const uuid = ids[field.name];
        const typeName = type.getFields()[field.name]?.type.toString().replace(/\W/g, '') ?? '';
        answer[field.responseKey] =
          uuid === undefined ? null : await this.byKey(request, info, typeName, field.nodes, uuid);
      }
    }
    // The next mutation of the operation needs a connection of its own: one that holds another while it waits for it
    // would wait for ever where all wait so.
    await request.renew();
    return answer;
  }

  private async byKey(
    request: RequestContext,
    info: GraphQLResolveInfo,
    type: string,
    nodes: SelectedField['nodes'],
    uuid: string,
  ): Promise<unknown> {
    return this.run(request, new SelectionCompiler(this.models, info).object(type, nodes, uuid));
  }

  private async run(request: RequestContext, read: { text: string; values: readonly unknown[] }): Promise<unknown> {
    const tx = await request.snapshot();
    const found = await tx.row<{ json: unknown }>(read.text, read.values);
    return found?.json ?? null;
  }
}

/** Some types are read only as parts of others, and have no id that anybody is given. */
const isNode = (info: GraphQLResolveInfo, type: string): boolean =>
  objectType(info.schema, type)
    .getInterfaces()
    .some(({ name }) => name === 'Node');
