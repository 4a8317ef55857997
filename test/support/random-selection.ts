import {
  getNamedType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';

/** Numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const MOST_LEVELS = 4;
const MOST_FIELDS = 200;

/** A field as a selection asks for it. */
interface Asked {
  readonly key: string;
  readonly field: string;
  readonly below: Selection | null;
}
type Selection = readonly Asked[];

type PlainField = GraphQLField<unknown, unknown>;
const askable = (field: PlainField): boolean =>
  !field.args.some((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined) &&
  !isInterfaceType(getNamedType(field.type));
const fieldsOf = (type: GraphQLObjectType): PlainField[] => Object.values(type.getFields()).filter(askable);

/** Everything of a type, each field by its own name and once. */
export function plainSelection(type: GraphQLOutputType, levels = MOST_LEVELS): string {
  const inside = getNamedType(type);
  if (!isObjectType(inside)) return '';
  const fields = fieldsOf(inside).flatMap((field) => {
    const below = isObjectType(getNamedType(field.type));
    if (below && levels === 1) return [];
    return [below ? `${field.name} ${plainSelection(field.type, levels - 1)}` : field.name];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

/** A selection of some fields, some twice, under aliases, in fragments, left out and put in; and what it should give. */
export class RandomSelection {
  private readonly fragments: string[] = [];
  private fields = 0;
  readonly text: string;
  private readonly selection: Selection;

  constructor(
    type: GraphQLObjectType,
    private readonly random: () => number,
  ) {
    const { text, selection } = this.ofType(type, MOST_LEVELS);
    this.text = text;
    this.selection = selection;
  }

  get definitions(): string {
    return this.fragments.join(' ');
  }

  /** Of what the plain selection answered. */
  expected(plain: unknown): unknown {
    return projected(plain, this.selection);
  }

  private ofType(type: GraphQLObjectType, levels: number): { text: string; selection: Selection } {
    const fields = fieldsOf(type);
    const taken = new Map<string, string>();
    const asked: Asked[] = [];
    const texts: string[] = [];
    const count = 1 + Math.floor(this.random() * (levels === MOST_LEVELS ? 40 : 6));
    for (let each = 0; each < count && this.fields < MOST_FIELDS; each += 1) {
      const field = this.one(fields);
      const typename = field === undefined || this.random() < 0.1;
      const name = typename ? '__typename' : field.name;
      const inner = typename ? null : getNamedType(field.type);
      if (inner !== null && isObjectType(inner) && levels === 1) continue;
      const key = this.key(name, fields, taken, inner !== null && isObjectType(inner));
      if (key === null) continue;
      this.fields += 1;
      const below = inner !== null && isObjectType(inner) ? this.ofType(inner, levels - 1) : null;
      const text = key === name ? name : `${key}: ${name}`;
      const [directive, isIn] = this.directive();
      texts.push(this.wrapped(type, `${text}${directive} ${below?.text ?? ''}`));
      taken.set(key, name);
      if (isIn && !asked.some((one) => one.key === key))
        asked.push({ key, field: name, below: below?.selection ?? null });
    }
    return { text: `{ ${texts.join(' ')} always: __typename }`, selection: [...asked, ALWAYS] };
  }

  /** A response key that is free, or holds the same already; sometimes called like another field. */
  private key(name: string, fields: readonly PlainField[], taken: Map<string, string>, once: boolean): string | null {
    const chance = this.random();
    const key =
      chance < 0.4
        ? name
        : chance < 0.6
          ? (this.one(fields)?.name ?? name)
          : chance < 0.7
            ? (this.one(['__proto__', '__typename', 'constructor', 'json', 'toString']) ?? name)
            : `a${Math.floor(this.random() * 1_000_000)}`;
    const held = taken.get(key);
    return held === undefined || (held === name && !once) ? key : null;
  }

  private directive(): [text: string, isIn: boolean] {
    const chance = this.random();
    if (chance < 0.6) return ['', true];
    const value = this.random() < 0.5;
    const variable = chance < 0.8 ? String(value) : value ? '$yes' : '$no';
    return this.random() < 0.5 ? [` @skip(if: ${variable})`, !value] : [` @include(if: ${variable})`, value];
  }

  private wrapped(type: GraphQLObjectType, text: string): string {
    const chance = this.random();
    if (chance < 0.7) return text;
    if (chance < 0.8) return `... { ${text} }`;
    if (chance < 0.9)
      return `... on ${type.name} { ${text} } ... on ${type.name} @skip(if: true) { hidden: __typename }`;
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type.name} { ${text} }`);
    return `...${name}`;
  }

  private one<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.random() * items.length)];
  }
}

const ALWAYS: Asked = { key: 'always', field: '__typename', below: null };

function projected(plain: unknown, selection: Selection): unknown {
  if (Array.isArray(plain)) return plain.map((each) => projected(each, selection));
  if (plain === null || typeof plain !== 'object') return plain;
  const source = plain as Record<string, unknown>;
  return Object.fromEntries(
    selection.map(({ key, field, below }) => [key, below === null ? source[field] : projected(source[field], below)]),
  );
}
