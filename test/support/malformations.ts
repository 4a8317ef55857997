import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
} from 'graphql';

/** One thing that is wrong with an input, and where. */
export interface Malformation {
  readonly what: string;
  /** Path to the field. */
  readonly at: string;
  readonly input: Record<string, unknown>;
  /** Whether one of the named errors answers it as well as a problem: of what names an object or a version. */
  readonly orError: boolean;
}

type Path = readonly (string | number)[];
type Change = readonly [what: string, value: unknown];

const LEFT_OUT = Symbol('left out');
const HALF = '\ud83d';
const FAR_TOO_LONG = 1_000_001;
const UUID = '00000000-0000-4000-8000-000000000000';

/** All malformations of an input, field by field; each text that is sent holds the secret. */
export function malformations(
  type: GraphQLInputObjectType,
  base: Readonly<Record<string, unknown>>,
  secret: string,
): Malformation[] {
  return ofObject(type, base, [], base, secret);
}

function ofObject(
  type: GraphQLInputObjectType,
  value: Readonly<Record<string, unknown>>,
  path: Path,
  base: Readonly<Record<string, unknown>>,
  secret: string,
): Malformation[] {
  const made = (what: string, at: Path, change: unknown, orError = false): Malformation => ({
    what,
    at: at.join('.'),
    input: changed(base, at, change),
    orError,
  });
  const fields = Object.values(type.getFields());
  return [
    made('a field that is not known', [...path, 'noSuchField'], secret),
    ...reversed(value).map(([at, change]) => ({
      ...made('dates reversed', [...path, at], LEFT_OUT),
      input: Object.entries(change).reduce((input, [key, day]) => changed(input, [...path, key], day), { ...base }),
    })),
    ...fields.flatMap((field) => {
      const at = [...path, field.name];
      const given = value[field.name];
      const own = ofField(field, given, secret).map(([what, change]) =>
        made(what, at, change, namesSomething(field) && !isListType(getNullableType(field.type))),
      );
      const [inner] = Array.isArray(given) ? (given as unknown[]) : [given];
      const named = getNamedType(field.type);
      const below = Array.isArray(given) ? [...at, 0] : at;
      return isInputObjectType(named) && inner !== null && typeof inner === 'object'
        ? [...own, ...ofObject(named, inner as Record<string, unknown>, below, base, secret)]
        : own;
    }),
  ];
}

const namesSomething = (field: GraphQLInputField): boolean =>
  getNamedType(field.type).name === 'ID' || field.name === 'version';

function ofField(field: GraphQLInputField, given: unknown, secret: string): Change[] {
  const required = isNonNullType(field.type)
    ? [['null', null] as Change, ...(field.defaultValue === undefined ? [['left out', LEFT_OUT] as Change] : [])]
    : [];
  const type = getNullableType(field.type);
  if (isListType(type)) return [...required, ...ofList(field, given, secret)];
  return [...required, ...ofValue(field, given, secret)];
}

function ofList(field: GraphQLInputField, given: unknown, secret: string): Change[] {
  const [first] = Array.isArray(given) && given.length > 0 ? (given as unknown[]) : [undefined];
  const named = getNamedType(field.type);
  const some = named.name === 'ID' && typeof first !== 'string' ? `Agency.${UUID}` : first;
  const numbered = Array.from({ length: 5_001 }, (_, index) =>
    typeof some === 'string' && named.name === 'ID'
      ? some.replace(/\..*$/, `.${randomUUID()}`)
      : named.name === 'String'
        ? `X${index}`
        : some,
  );
  return [
    ['a null within', [null]],
    ...(some === undefined ? [] : [['too many', numbered] as Change]),
    ...(named.name === 'ID' ? [['one twice', [some, some]] as Change] : []),
    ...ofValue(field, some, secret).map(([what, value]): Change => [`${what} within`, [value]]),
  ];
}

function ofValue(field: GraphQLInputField, given: unknown, secret: string): Change[] {
  const named = getNamedType(field.type);
  if (isEnumType(named))
    return [
      ['an unknown value', secret],
      ['a number', 5],
      ['a list', [[]]],
    ];
  if (isInputObjectType(named))
    return [
      ['a text', secret],
      ['a number', 5],
    ];
  switch (named.name) {
    case 'ID':
      return ofId(given, secret);
    case 'Int':
      return [
        ['a text', secret],
        ['a fraction', 1.5],
        ['too great a number', 2_147_483_648],
        ['the greatest number', 2_147_483_647],
        ['the least number', -2_147_483_648],
        ['a number below nought', -1],
      ];
    case 'Boolean':
      return [
        ['a text', secret],
        ['a number', 1],
      ];
    case 'LocalDate':
      return [...noDays(secret), ['a time', '2024-03-20T10:00:00Z']];
    case 'DateTime':
      return [
        ...noDays(secret).map(([what, day]): Change => [what, typeof day === 'string' ? `${day}T10:00:00Z` : day]),
        ['a day', '2024-03-20'],
        ['a time without a zone', '2024-03-20T10:00:00'],
        ['an hour that is none', '2024-03-20T25:00:00Z'],
      ];
    default:
      return ofText(field, given, secret);
  }
}

const noDays = (secret: string): Change[] => [
  ['no date', secret],
  ['a day that does not exist', '2024-02-30'],
  ['a month that does not exist', '2024-13-01'],
  ['the year nought', '0000-01-01'],
  ['a far year', '9999-12-31'],
  ['a year of five digits', '12024-01-01'],
  ['a number', 20_240_320],
];

function ofId(given: unknown, secret: string): Change[] {
  const type = typeof given === 'string' ? (given.split('.')[0] ?? '') : 'Agency';
  return [
    ['an unknown id', `${type}.${randomUUID()}`],
    ['an id of another type', `${type === 'Agency' ? 'Evidence' : 'Agency'}.${randomUUID()}`],
    ['an id of a type that is none', `constructor.${UUID}`],
    ['a malformed id', secret],
    ['an empty id', ''],
    ['an id with NUL', `${type}.${UUID}\0`],
    ['an id with half a character', `${type}.${UUID}${HALF}`],
    ['an object', { id: secret }],
  ];
}

function ofText(field: GraphQLInputField, given: unknown, secret: string): Change[] {
  const text = typeof given === 'string' ? given : 'Some text';
  return [
    ['an empty text', ''],
    ['a blank text', ' \t\n\u00a0'],
    ['a text one over its limit', secret.padEnd(limitOf(field) + 1, 'x')],
    ['a text with NUL', `${text}${secret}\0`],
    ['a text with half a character', `${text}${HALF}${secret}`],
    ['a number', 5],
    ['an object', { text: secret }],
    ['a list', [secret, secret]],
  ];
}

/** As its description states it: "1 to 300 characters", "at most 5,000 characters". */
function limitOf(field: GraphQLInputField): number {
  const stated = /([\d,]+) characters/.exec(field.description ?? '')?.[1];
  return stated === undefined ? FAR_TOO_LONG : Number(stated.replaceAll(',', ''));
}

/** Pairs of a beginning and an end, exchanged; named at the end. */
function reversed(value: Readonly<Record<string, unknown>>): [at: string, change: Record<string, unknown>][] {
  return Object.keys(value).flatMap((from) => {
    const to = from
      .replace(/From$/, 'To')
      .replace(/^starts/, 'ends')
      .replace(/^start$/, 'end');
    if (to === from || value[from] == null || value[to] == null) return [];
    return [[to, { [from]: value[to], [to]: value[from] }]];
  });
}

function changed(base: Readonly<Record<string, unknown>>, path: Path, value: unknown): Record<string, unknown> {
  const copy = structuredClone(base) as Record<string, unknown>;
  let within = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) within = within[step] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (value === LEFT_OUT) Reflect.deleteProperty(within, last);
  else within[last] = value;
  return copy;
}
