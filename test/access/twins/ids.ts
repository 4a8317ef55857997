/** The ids that a question may name: what the asker sees, what is hidden from him, what is in one twin only. */
import { isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Chance } from '../oracle/generate-random.js';
import { uuidIn } from '../oracle/api-kinds.js';
import { apiKinds } from '../oracle/api-objects.js';
import { everyObject, ref, type ObjectKind } from '../oracle/objects.js';
import type { World } from '../oracle/world.js';
import { moreIds } from './more-rows.js';
import { seenBy, type Asking, type Twins } from './twin-worlds.js';

export type Whose = 'seen' | 'hidden' | 'one twin';

/** Types of the API and kinds of the rules that are no objects of the oracle's by that name. */
const kindOfType = new Map<string, ObjectKind>(apiKinds.map(({ kind, type }) => [type, kind]));
const typesOfPeople = ['Agency', 'Person', 'Inspectorate'];

/** Arguments that are not named after the type of what they name. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  siblingOfId: ['Case'],
  receiverId: ['Agency'],
  principalAuthorityId: ['Agency'],
  replacedById: ['Agency'],
  sourceAgencyId: ['Agency'],
  spokenOfIds: ['Agency'],
  keptFindingId: ['Finding'],
  onId: ['Finding', 'Merge'],
  shareId: ['EvidenceShare'],
  recipientAssignmentId: ['Assignment'],
  memberId: ['CaseMember'],
  entryId: ['ChronologyEntry'],
  contradictsIds: ['ChronologyEntry'],
  commentId: ['AccuracyComment'],
  paragraphId: ['FrozenParagraph', 'NarrativeParagraph'],
  sentenceId: ['NarrativeSentence'],
  afterSentenceId: ['NarrativeSentence'],
  requestId: ['InformationRequest'],
  conflictId: ['ConflictOfInterest'],
  concernId: ['ImmediateConcern'],
  holdId: ['PublicationHold'],
  userId: ['Person'],
  personId: ['Person'],
  recipientId: ['Assignment'],
};

export class Ids {
  private readonly byType = new Map<string, Record<Whose, string[]>>();
  private readonly inspections = new Map<string, string>();
  private readonly nodeTypes: readonly string[];

  constructor(
    schema: GraphQLSchema,
    twins: Twins,
    asking: Asking,
    private readonly chance: Chance,
  ) {
    this.nodeTypes = nodeTypesOf(schema).map(({ name }) => name);
    const sees = seenBy(twins.left, asking);
    const [left, right] = [namesOf(twins.left), namesOf(twins.right)];
    for (const type of this.nodeTypes) {
      const rows = rowsOf[type];
      const kind = kindOfType.get(type) ?? kindLike(type);
      const of: Record<Whose, string[]> = { seen: [], hidden: [], 'one twin': [] };
      this.byType.set(type, of);
      if (typesOfPeople.includes(type)) of.seen.push(...peopleOf(type, twins.left, asking));
      else if (rows !== undefined) for (const [id, whose] of rowsIn(twins, rows)) of[whose].push(`${type}.${id}`);
      else if (kind !== null) {
        for (const name of new Set([...(left.get(kind) ?? []), ...(right.get(kind) ?? [])])) {
          const inBoth = left.get(kind)?.has(name) === true && right.get(kind)?.has(name) === true;
          const whose = !inBoth ? 'one twin' : sees(ref(kind, name)) === 'none' ? 'hidden' : 'seen';
          of[whose].push(`${type}.${name}`);
        }
      }
    }
    for (const world of [twins.left, twins.right]) this.learnInspections(world);
  }

  private learnInspections(world: Twins['left']): void {
    for (const table of Object.values(world) as unknown[]) {
      if (!Array.isArray(table)) continue;
      for (const row of table as { id?: string; inspectionId?: string; evidenceId?: string }[]) {
        const of = row.inspectionId ?? this.inspections.get(row.evidenceId ?? '');
        if (row.id !== undefined && of !== undefined) this.inspections.set(row.id, of);
      }
    }
    for (const { id } of world.inspections) this.inspections.set(id, id);
    for (const [findings, citation] of world.citations.map((each) => [each.findingId, each.id] as const))
      this.inspections.set(citation, this.inspections.get(findings) ?? '');
  }

  /** An id that an answer showed is seen, whatever it is of. */
  learn(globalId: string): void {
    const type = globalId.slice(0, globalId.indexOf('.'));
    const of = this.byType.get(type);
    if (of === undefined || of['one twin'].includes(globalId)) return;
    of.hidden = of.hidden.filter((each) => each !== globalId);
    if (!of.seen.includes(globalId)) of.seen.push(globalId);
  }

  of(type: string, whose: Whose): readonly string[] {
    return this.byType.get(type)?.[whose] ?? [];
  }

  typesFor(argument: string): readonly string[] {
    const named = NAMED[argument];
    if (named !== undefined) return named;
    const word = argument.replace(/Ids?$/, '').toLowerCase();
    const found = this.nodeTypes.filter((type) => type.toLowerCase() === word);
    if (found.length > 0) return found;
    const like = this.nodeTypes.filter((type) => type.toLowerCase().endsWith(word));
    return like.length > 0 ? like : ['Inspection'];
  }

  /** One that fits an argument, of the inspection of another where there is one. */
  pick(argument: string, whose: Whose, beside: string | null = null): string {
    const type = this.chance.of(this.typesFor(argument));
    const all = this.of(type, whose);
    const inspection = beside === null ? null : this.inspections.get(uuidIn(beside));
    const near = inspection == null ? all : all.filter((id) => this.inspections.get(uuidIn(id)) === inspection);
    if (near.length > 0) return this.chance.of(near);
    return all.length > 0 ? this.chance.of(all) : `${type}.${this.chance.uuid()}`;
  }
}

/** Of these the rules have no object by itself: what the asker sees of them, he learns. */
const rowsOf: Readonly<Record<string, (world: World) => readonly string[]>> = {
  CaseMember: (world) => world.caseMembers.map(({ id }) => id),
  WhistleblowingHandler: (world) => world.whistleblowingHandlers.map(({ id }) => id),
  ...moreIds,
};

function rowsIn(
  { left, right }: Twins,
  ids: (world: World) => readonly string[],
): readonly (readonly [string, Whose])[] {
  const [inLeft, inRight] = [new Set(ids(left)), new Set(ids(right))];
  return [...new Set([...inLeft, ...inRight])].map((id) => [
    id,
    inLeft.has(id) && inRight.has(id) ? 'hidden' : 'one twin',
  ]);
}

export const nodeTypesOf = (schema: GraphQLSchema): readonly GraphQLObjectType[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'));

function namesOf(world: Twins['left']): ReadonlyMap<ObjectKind, ReadonlySet<string>> {
  const found = new Map<ObjectKind, Set<string>>();
  for (const { kind, key } of everyObject(world)) found.set(kind, (found.get(kind) ?? new Set()).add(key));
  return found;
}

function peopleOf(type: string, left: World, { user }: Asking): readonly string[] {
  if (type === 'Person') {
    const colleagues = left.users.filter(({ organisationId }) => organisationId === user.organisationId);
    return [...colleagues, ...left.users.slice(0, 6)].map(({ id }) => `Person.${id}`);
  }
  const wanted = left.organisations.filter(({ inspectorate }) => (inspectorate === null) === (type === 'Agency'));
  return wanted.map(({ id }) => `${type}.${id}`);
}

/** `BreakGlass` is `break-glass`: what joins the API later is found by its name. */
function kindLike(type: string): ObjectKind | null {
  const name = type.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();
  const kinds: readonly string[] = ['access-request', 'break-glass', 'break-glass-review', 'whistleblowing', 'opening'];
  return kinds.includes(name) ? (name as ObjectKind) : null;
}
