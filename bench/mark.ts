import { createHash } from 'node:crypto';
import { inspectorates } from '../src/inspectorates/index.js';
import { databaseText } from '../src/schema/database-text.js';
import { inspected } from './data/inspection.js';
import { organisations } from './data/organisations.js';
import { programme } from './data/programme.js';
import { sizesFor } from './data/sizes.js';
import { peopled } from './data/world.js';
import type { LoadOptions } from './options.js';

/** As many as show what every kind of inspection would hold. */
const SHOWN = 5;

/** Tells a database that holds what would be loaded now from one that does not: by its tables and rules, and by a sample. */
export async function markFor({ items, seed }: Pick<LoadOptions, 'items' | 'seed'>, ownerUrl: string): Promise<string> {
  const hash = createHash('sha256').update(await databaseText(ownerUrl));
  const sizes = sizesFor(items);
  const world = peopled(sizes, seed, new Map(inspectorates.map(({ code }) => [code, code])));
  const planned = programme(sizes, seed, world);
  const books = [organisations(world, seed), ...planned.slice(0, SHOWN).map((each) => inspected(each, world, seed))];
  for (const book of books)
    for (const sheet of book.sheets) hash.update(`${sheet.table} ${sheet.columns.join(' ')}\n${sheet.text}`);
  return JSON.stringify({ items, seed, made: hash.digest('hex') });
}
