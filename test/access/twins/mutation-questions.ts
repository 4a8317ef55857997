/** Mutations, with inputs that may well be accepted. */
import { getNamedType, isInputObjectType, isNonNullType } from 'graphql';
import { graphql, type Question } from './ask.js';
import type { Whose } from './ids.js';
import { NARROW, widest, type Asked, type Field } from './questions.js';
import { valueFor, type Saying } from './values.js';

export interface MutationQuestions {
  /** With objects that he does not see: to be refused. */
  readonly unseen: readonly Question[];
  readonly seen: readonly Question[];
}

/** A mutation with several inputs. */
export function mutationQuestions(field: Field, asked: Asked): MutationQuestions {
  const [input] = field.args;
  const selection = widest(field.type, NARROW);
  if (input === undefined) return { unseen: [], seen: [graphql(`mutation { a: ${field.name} ${selection} }`)] };
  const text = `mutation ($input: ${input.type.toString()}) { a: ${field.name}(${input.name}: $input) ${selection} }`;
  const each = (...whose: readonly Whose[]): readonly Question[] =>
    whose.map((one) => graphql(text, { input: inputFor(field, asked, one) }));
  return takesId(field)
    ? { unseen: each('one twin', 'hidden'), seen: each('seen', 'seen') }
    : { unseen: [], seen: each('seen') };
}

const takesId = ({ args }: Field): boolean => {
  const type = args[0] === undefined ? null : getNamedType(args[0].type);
  return (
    isInputObjectType(type) && Object.values(type.getFields()).some((each) => getNamedType(each.type).name === 'ID')
  );
};

/** The first id of the input is of that kind; the others are such as belong to it. */
function inputFor(field: Field, { ids, saying }: Asked, whose: Whose): unknown {
  const [input] = field.args;
  const type = input === undefined ? null : getNamedType(input.type);
  const names = type !== null && 'getFields' in type ? Object.values(type.getFields()) : [];
  const main = names.filter((each) => getNamedType(each.type).name === 'ID').sort(byNeed)[0]?.name ?? '';
  const target = ids.pick(main, whose);
  let named = false;
  const about: Saying = {
    ...saying,
    // Some name at the side what is not there for him.
    idFor: (name) => {
      if (name !== main) return ids.pick(name, saying.chance.happens(0.85) ? 'seen' : 'one twin', target);
      if (named) return ids.pick(main, 'seen', target);
      named = true;
      return target;
    },
  };
  return input === undefined ? {} : valueFor(input.type, 'input', about, target);
}

const byNeed = (one: { type: unknown; name: string }, two: { type: unknown; name: string }): number =>
  Number(isNonNullType(two.type)) - Number(isNonNullType(one.type)) ||
  Number(one.name === 'inspectionId') - Number(two.name === 'inspectionId');
