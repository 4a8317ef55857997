/** Values that a mutation may well accept. */
import { getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';
import { inspectorates } from '../../../src/inspectorates/index.js';
import type { Chance } from '../oracle/generate-random.js';
import { day, instant } from '../oracle/load-steps.js';
import type { Instant } from '../oracle/world-base.js';

export interface Saying {
  readonly chance: Chance;
  readonly at: Instant;
  /** Code of the asker's inspectorate, if he has one. */
  readonly inspectorate: string | null;
  readonly otherInspectorates: readonly string[];
  /** Of the texts that were frozen. */
  readonly hashes: readonly string[];
  /** Numbers of what the asker has read, by id. */
  readonly versions: ReadonlyMap<string, number>;
  idFor(argument: string): string;
}

const DAY = 86_400_000;
const AHEAD = /due|until|ends|fallsOn|deadline/i;
const WORDS = 'Words of no real person, and enough of them for a reason.';

export function valueFor(type: GraphQLInputType, name: string, saying: Saying, target: string): unknown {
  const { chance } = saying;
  if (isNonNullType(type)) return valueFor(type.ofType, name, saying, target);
  if (isListType(type)) {
    const one = valueFor(type.ofType, name, saying, target);
    const isIds = getNamedType(type).name === 'ID';
    if (name === 'findingIds') return [...new Set([one, valueFor(type.ofType, name, saying, target)])];
    return isIds || isNonNullType(type) || chance.happens(0.8) ? [one] : [];
  }
  if (isEnumType(type)) return chance.of(type.getValues()).name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => field.name !== 'idempotencyKey')
        .filter((field) => isNonNullType(field.type) || chance.happens(0.4))
        .map((field) => [field.name, valueFor(field.type, field.name, saying, target)]),
    );
  switch (getNamedType(type).name) {
    case 'ID':
      return saying.idFor(name);
    case 'Int':
      return name === 'version' ? (saying.versions.get(target) ?? 1) : chance.between(0, 9);
    case 'Float':
      return chance.between(0, 9);
    case 'Boolean':
      return chance.happens(0.5);
    case 'LocalDate':
      return AHEAD.test(name) ? day(saying.at + 14 * DAY) : day(saying.at - 400 * DAY);
    case 'DateTime':
      return instant(AHEAD.test(name) ? saying.at + DAY : saying.at);
    default:
      return textFor(name, saying);
  }
}

function textFor(name: string, { chance, inspectorate, otherInspectorates, hashes }: Saying): string {
  const profile = inspectorates.find(({ code }) => code === inspectorate) ?? inspectorates[0];
  const codeOf = (list: readonly { readonly code: string }[] | undefined): string =>
    list === undefined || list.length === 0 ? '' : chance.of(list).code;
  switch (name) {
    case 'gateway':
      return codeOf(profile?.gateways);
    case 'kind':
      return codeOf(profile?.evidenceKinds);
    case 'criterion':
      return codeOf(profile?.criteria);
    case 'recipient':
    case 'inspectorate':
      return otherInspectorates.length > 0 ? chance.of(otherInspectorates) : 'CQC';
    case 'inspectorates':
    case 'owner':
      return inspectorate ?? 'OFSTED';
    case 'areaCode':
    case 'areaCodes':
      return 'E10000020';
    case 'framework':
      return 'JTAI_2022';
    case 'theme':
      return 'NEGLECT';
    case 'hash':
      return hashes.length > 0 ? chance.of(hashes) : 'none';
    case 'issuer':
      return 'urn:joint-inspection:local:NEW';
    case 'code':
      return 'NEW';
    case 'question':
      return 'recordsRead';
    case 'answer':
    case 'value':
      return '12';
    case 'dueTime':
      return '12:30';
    default:
      return WORDS;
  }
}
