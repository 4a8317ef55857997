import type { Rewriting } from './conditions.js';
import { endOf, masked, places, replaced, splitAt, textOf, told, type Stretch } from './text.js';

const HIGHEST = 4;
const around = (degree: number): readonly number[] => [degree - 1, degree + 1].filter((n) => n >= 1 && n <= HIGHEST);

/** Each degree of sight one lower and one higher. */
export function* degreesMoved(text: string): Generator<Rewriting> {
  const mask = masked(text);
  const degrees: Stretch[] = [];
  for (const { to } of places(mask, /\bauth\.(?:audiences|share_entitlements)\(/)) degrees.push(lastArgument(mask, to));
  for (const { to } of places(mask, /\bauth\.sees\(/)) degrees.push(lastArgument(mask, to));
  for (const { to } of places(mask, /\bROW\(/))
    degrees.push(splitAt(mask, argumentsFrom(mask, to), /^,$/)[1] ?? { from: to, to });
  for (const { from, to } of places(mask, /(?<=\b(?:THEN|ELSE) |\bdegree >= )[1-4]\b/)) degrees.push({ from, to });
  for (const degree of degrees) {
    if (!/^[1-4]$/.test(textOf(mask, degree))) continue;
    const told_ = told(text.slice(Math.max(0, degree.from - 50), degree.to));
    for (const other of around(Number(textOf(text, degree))))
      yield { text: replaced(text, degree, `${other}`), how: `degree ${other} in "${told_}"` };
  }
}

const argumentsFrom = (mask: string, from: number): Stretch => ({ from, to: endOf(mask, from, /^$/) });
const lastArgument = (mask: string, from: number): Stretch =>
  splitAt(mask, argumentsFrom(mask, from), /^,$/).at(-1) ?? { from, to: from };

/** Each element of an array (a circle, an entitlement) left out. */
export function* elementsDropped(text: string): Generator<Rewriting> {
  const mask = masked(text);
  for (const { from, to } of places(mask, /\bARRAY\[/)) {
    const inside = argumentsFrom(mask, to);
    const elements = splitAt(mask, inside, /^,$/);
    for (const element of elements) {
      const rest = elements.filter((one) => one !== element).map((one) => textOf(text, one));
      const none = /auth\.|ROW\(/.test(textOf(text, element)) ? `'{}'::auth.entitlement[]` : `'{}'`;
      const by = rest.length === 0 ? none : `ARRAY[${rest.join(', ')}]`;
      yield { text: replaced(text, { from, to: inside.to + 1 }, by), how: `no ${told(textOf(text, element))}` };
    }
  }
}

/** Each value of a list (a role, a state, a stage) left out; of roles also one more. */
export function* listsChanged(text: string): Generator<Rewriting> {
  const mask = masked(text);
  for (const { to } of places(mask, /\bIN \(/)) {
    const inside = argumentsFrom(mask, to);
    if (/^\s*SELECT\b/.test(textOf(mask, inside))) continue;
    const values = splitAt(mask, inside, /^,$/);
    if (values.length < 2) continue;
    for (const value of values) {
      const rest = values.filter((one) => one !== value).map((one) => textOf(text, one));
      yield { text: replaced(text, inside, rest.join(', ')), how: `${told(textOf(text, value))} not in the list` };
    }
    const more = ['LEAD', 'INSPECTOR', 'CONTRIBUTOR'].find((role) => !textOf(text, inside).includes(`'${role}'`));
    if (textOf(text, inside).includes(`LEAD'`) && more !== undefined)
      yield {
        text: replaced(text, inside, `${textOf(text, inside)}, '${more}'`),
        how: `'${more}' in the list of roles`,
      };
  }
}

/** Each branch of a union left out: one way into a circle. */
export function* branchesDropped(text: string): Generator<Rewriting> {
  for (const { from, to } of places(masked(text), /\bUNION ALL\s+SELECT\b/)) {
    const branch = { from, to: endOf(masked(text), to, /^UNION$/) };
    yield { text: replaced(text, branch, ' '), how: `no branch "${told(textOf(text, branch))}"` };
  }
}

/** Each statement that writes, or has something settled, left out. */
export function* statementsDropped(text: string): Generator<Rewriting> {
  const mask = masked(text);
  for (const { from, to } of places(
    mask,
    /(?<=(?:;|\bBEGIN|\bTHEN|\bLOOP|\bELSE)\s*)(?:UPDATE|PERFORM|INSERT|DELETE)\b/,
  )) {
    const statement = { from, to: endOf(mask, to, /^;$/) };
    yield { text: replaced(text, statement, 'NULL'), how: `does not "${told(textOf(text, statement))}"` };
  }
}

/** `least` is `greatest`. */
export function* leastFlipped(text: string): Generator<Rewriting> {
  for (const { from, to } of places(masked(text), /\bleast\b/))
    yield { text: replaced(text, { from, to }, 'greatest'), how: `greatest${told(text.slice(to, to + 50))}` };
}

const CIRCLES = [
  `'team'`,
  `'team:' || s.inspectorate`,
  `'writers'`,
  `'writers:' || s.inspectorate`,
  `'analysts:' || s.inspectorate`,
  `'quality:' || s.inspectorate`,
  `'lead'`,
  `'leads'`,
  `'lead:' || s.inspectorate`,
  `'observers'`,
  `'signatories'`,
  `'signatory:' || s.inspectorate`,
  `'agencies'`,
  `'coordinators'`,
  `'agency:' || s.organisation_id`,
  `'coordinator:' || s.organisation_id`,
];

/** Each role in one more circle. */
export function* circlesAdded(text: string): Generator<Rewriting> {
  const mask = masked(text);
  for (const { from, to } of places(mask, /(?<=\b(?:WHEN 'x+' THEN|ELSE) )ARRAY\[/)) {
    const role = /WHEN ('\w+') THEN $/.exec(text.slice(0, from))?.[1] ?? 'any other role';
    const inside = argumentsFrom(mask, to);
    if (!textOf(text, inside).includes(`'`)) continue;
    for (const circle of CIRCLES.filter((one) => !textOf(text, inside).split(', ').includes(one)))
      yield { text: replaced(text, inside, `${textOf(text, inside)}, ${circle}`), how: `${role} in circle ${circle}` };
  }
}
