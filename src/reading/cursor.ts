import { ProblemsError } from '../platform/errors.js';
import { isDay, isInstant } from '../platform/instants.js';

/** Items of a page where the client does not say, and the most that it may ask for. */
export const PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 200;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** How many items to answer; a client's wish out of bounds is told, not bent. */
export function pageSize(first: unknown): number {
  if (first === undefined || first === null) return PAGE_SIZE;
  if (typeof first === 'number' && first >= 1 && first <= MAX_PAGE_SIZE) return first;
  throw new ProblemsError([
    {
      at: 'first',
      code: 'OUT_OF_RANGE',
      message: `Ask for 1 to ${MAX_PAGE_SIZE} items, and for the next page with "after".`,
    },
  ]);
}

const SORT = {
  timestamptz: (text: string) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/.test(text) && isInstant(text),
  date: isDay,
  int: (text: string) => /^-?\d{1,9}$/.test(text),
  text: (text: string) => /^[^\0]{1,500}$/.test(text),
} as const;

export type SortType = keyof typeof SORT;

/** A cursor is the sort value and key of a row that the asker has seen, so it tells nothing of any other row. */
export function decodeCursor(cursor: string, type: SortType): [sort: string, key: string] {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const cut = text.lastIndexOf(' ');
  const [sort, key] = [text.slice(0, cut), text.slice(cut + 1)];
  if (cut < 1 || !UUID.test(key) || !SORT[type](sort)) throw badCursor();
  return [sort, key];
}

const badCursor = (): ProblemsError =>
  new ProblemsError([
    {
      at: 'after',
      code: 'BAD_CURSOR',
      message: 'Give the endCursor of a page that you have read, or leave "after" out to begin.',
    },
  ]);
