/** Mutations, with inputs that may well be accepted. */
import { getNamedType, getNullableType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { graphql, type Question } from './ask.js';
import type { Whose } from './ids.js';
import { NARROW, widest, type Asked, type Field } from './questions.js';
import { valueFor, type Saying } from './values.js';

export interface MutationQuestions {
  /** With objects that he does not see: to be refused. */
  readonly unseen: readonly Question[];
  readonly seen: readonly Question[];
}

/** By the act itself, once it is done, planners learn that an object is there, though they do not see it (R6). */
const toldToPlanners: ReadonlySet<string> = new Set(['nameCaseMember']);

/** What this gives is hidden before it is done and no more after it: the twins need not have the same. */
const opens: ReadonlySet<string> = new Set(['breakGlass']);

/** A mutation with several inputs. */
export function mutationQuestions(field: Field, asked: Asked): MutationQuestions {
  const [argument] = field.args;
  const selection = opens.has(field.name) ? '{ problems { at code } receipt { code } }' : widest(field.type, NARROW);
  if (argument === undefined) return { unseen: [], seen: [graphql(`mutation { a: ${field.name} ${selection} }`)] };
  const text = `mutation ($input: ${argument.type.toString()}) { a: ${field.name}(${argument.name}: $input) ${selection} }`;
  const { acts, saying } = asked;
  const ask = (input: unknown): Question => graphql(text, { input });
  const byChance = (whose: Whose, beside: Whose): Question => ask(inputFor(field, asked, whose, beside));
  /** As the rules know it, where they do. */
  const wellMade = (whose: Whose): Question => {
    const input = acts.inputOf(field.name, whose, saying.versions);
    return input === null ? byChance(whose, 'seen') : ask(input);
  };
  if (!takesId(field)) return { unseen: [], seen: [byChance('seen', 'seen')] };
  return {
    unseen: [wellMade(asked.plans && toldToPlanners.has(field.name) ? 'hidden' : 'one twin'), wellMade('hidden')],
    seen: [wellMade('seen'), opens.has(field.name) ? wellMade('seen') : byChance('seen', 'one twin')],
  };
}

const takesId = ({ args }: Field): boolean => {
  const type = args[0] === undefined ? null : getNamedType(args[0].type);
  return (
    isInputObjectType(type) && Object.values(type.getFields()).some((each) => getNamedType(each.type).name === 'ID')
  );
};

/** The first id of the input is of one kind; the others are of another, and such as belong to it. */
function inputFor(field: Field, { ids, saying }: Asked, whose: Whose, beside: Whose): unknown {
  const [input] = field.args;
  const type = input === undefined ? null : getNamedType(input.type);
  const names = type !== null && 'getFields' in type ? Object.values(type.getFields()) : [];
  const main = names.filter((each) => getNamedType(each.type).name === 'ID').sort(byNeed)[0]?.name ?? '';
  const target = ids.pick(main, whose);
  let named = false;
  const about: Saying = {
    ...saying,
    idFor: (name) => {
      if (name !== main) return ids.pick(name, beside, target);
      if (named) return ids.pick(main, 'seen', target);
      named = true;
      return target;
    },
  };
  if (input === undefined) return {};
  const said = valueFor(input.type, 'input', about, target) as Readonly<Record<string, unknown>>;
  const isList = names.some(({ name, type: of }) => name === main && isListType(getNullableType(of)));
  return main === '' || main in said ? said : { ...said, [main]: isList ? [target] : target };
}

const byNeed = (one: { type: unknown; name: string }, two: { type: unknown; name: string }): number =>
  Number(isNonNullType(two.type)) - Number(isNonNullType(one.type)) ||
  Number(one.name === 'inspectionId') - Number(two.name === 'inspectionId');
