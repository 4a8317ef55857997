/**
 * Reads data of unknown origin into a typed value. Every fault is collected with its path, so that a person
 * mends a file in one go.
 */
import type { Problem } from '../inspectorates/inspectorate.js';
import { isLocalDate, type LocalDate } from './calendar/local-date.js';

/** Answers the value, or records what is wrong at the path; the value is only used where nothing was recorded. */
export type Shape<T> = (value: unknown, at: string, problems: Problem[]) => T;

/** The value, or all that is wrong with it. */
export function read<T>(shape: Shape<T>, value: unknown): { value: T; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  return { value: shape(value, '', problems), problems };
}

export const text: Shape<string> = check(
  (value): value is string => typeof value === 'string' && value.trim() !== '',
  'a text that is not empty',
);

export const whole: Shape<number> = check(
  (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0,
  'a whole number, 0 or more',
);

export const flag: Shape<boolean> = check((value): value is boolean => typeof value === 'boolean', 'true or false');

export const day: Shape<LocalDate> = check(
  (value): value is LocalDate => typeof value === 'string' && isLocalDate(value),
  'a day that exists, as YYYY-MM-DD',
);

export function oneOf<const T extends string | number>(choices: readonly T[]): Shape<T> {
  return check((value): value is T => choices.some((choice) => choice === value), `one of ${choices.join(', ')}`);
}

export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value, at, problems) => (value === null ? null : shape(value, at, problems));
}

export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  const array = check((value): value is unknown[] => Array.isArray(value), 'a list');
  return (value, at, problems) => {
    const items = array(value, at, problems);
    return Array.isArray(items) ? items.map((item, index) => shape(item, join(at, String(index)), problems)) : [];
  };
}

/** All fields and no others: a misspelt one would otherwise be a rule that silently does not hold. */
export function fields<T extends object>(shapes: { readonly [K in keyof T]-?: Shape<T[K]> }): Shape<T> {
  const object = check(
    (value): value is object => typeof value === 'object' && value !== null && !Array.isArray(value),
    'an object with fields',
  );
  return (value, at, problems) => {
    const before = problems.length;
    const found = object(value, at, problems);
    if (problems.length > before) return value as T;
    const given = new Map<string, unknown>(Object.entries(found));
    const known = Object.keys(shapes);
    for (const name of given.keys()) {
      if (!known.includes(name))
        record(problems, join(at, name), `Remove it: the fields here are ${known.join(', ')}.`);
    }
    return mapValues(shapes, (shape, name) => shape(given.get(name), join(at, name), problems));
  };
}

function mapValues<T extends object>(
  shapes: { readonly [K in keyof T]-?: Shape<T[K]> },
  value: <V>(shape: Shape<V>, name: string) => V,
): T {
  const entries = Object.entries<Shape<unknown>>(shapes).map(([name, shape]) => [name, value(shape, name)] as const);
  return Object.fromEntries(entries) as T;
}

function check<T>(isRight: (value: unknown) => value is T, expected: string): Shape<T> {
  return (value, at, problems) => {
    if (!isRight(value)) record(problems, at, `Give ${expected}, not ${shown(value)}.`);
    return value as T;
  };
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify([value]).slice(1, -1).slice(0, 60);
}

function record(problems: Problem[], at: string, message: string): void {
  problems.push({ at, code: 'SHAPE', message });
}

function join(at: string, name: string): string {
  return at === '' ? name : `${at}.${name}`;
}
