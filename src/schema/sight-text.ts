import { readFileSync } from 'node:fs';
import type { GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import { readModels } from '../read-models.js';
import { fieldClasses } from './field-classes.js';
import { OBJECTS, OF_NOBODY, PENDING } from './objects-of-the-rules.js';

const COLUMNS = [
  'its author',
  'its owner’s team',
  'its owner’s quality assurer',
  'the rest of the team',
  'observers',
  'planners of who takes part',
  'the agency concerned',
  'other agencies of the inspection',
  'everybody',
] as const;
const WORDS: Readonly<Record<string, string>> = { e: 'that it exists', s: 'in summary', w: 'whole', W: 'whole, and writes' };
/** Forms of an answer, not objects. */
const FORM = /(Payload|Connection|Edge)$|^(Query|Mutation|Subscription)$|^Framework/;

/** "Who sees what" of docs/access.md in words, with the fields of each type by degree of sight. */
export function sightText(schema: GraphQLSchema): string {
  const rows = tableOf(readFileSync('docs/access.md', 'utf8'));
  refuseUnruled(schema, rows);
  const objects = rows.map(({ object, cells }) => `${object}\n${cells.map((cell, at) => told(cell, at)).join('')}`);
  const types = Object.entries(OBJECTS).flatMap(([object, names]) => names.map((name) => typeText(object, name)));
  const open = Object.entries(OF_NOBODY).map(([name, why]) => `${name}: ${why}\n`);
  const pending = Object.entries(PENDING).map(([object, names]) => `pending: ${object} (${names.join(', ')})\n`);
  return `Who sees what (a conflict of interest hides it all the same)\n${objects.join('')}
Fields by the degree of sight at which they are told\n${[...new Set(types)].sort().join('')}
Types that tell of no protected object\n${open.sort().join('')}
Rules whose objects do not exist yet\n${pending.sort().join('')}`;
}

interface Row {
  readonly object: string;
  readonly cells: readonly string[];
}

function tableOf(page: string): readonly Row[] {
  const [, table = ''] = page.split('## Who sees what');
  const lines = (table.split('## Who may do what')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) => {
    const [object = '', ...cells] = line.split('|').slice(1, -1).map((cell) => cell.trim());
    return { object, cells };
  });
}

function told(cell: string, at: number): string {
  if (cell === '–' || cell === '·') return '';
  return `  ${COLUMNS[at]}: ${cell.replace(/(?<!['’])\b[eswW]\b/g, (letter) => WORDS[letter] ?? letter)}\n`;
}

function typeText(object: string, name: string): string {
  const model = readModels.find(({ type }) => type === name);
  if (model === undefined) return `${name}: told with ${object}, as it is seen\n`;
  const classes = [...fieldClasses(model)].sort(([a], [b]) => a.localeCompare(b));
  return `${name}\n${classes.map(([at, fields]) => `  ${at}: ${fields.join(', ')}\n`).join('')}`;
}

/** Every type has its rule, every rule its type or the word that it is pending. */
function refuseUnruled(schema: GraphQLSchema, rows: readonly Row[]): void {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !/^__/.test(type.name));
  const ruled = new Set([...Object.values(OBJECTS).flat(), ...Object.keys(OF_NOBODY)]);
  const unruled = types.map(({ name }) => name).filter((name) => !FORM.test(name) && !ruled.has(name));
  if (unruled.length > 0)
    throw new Error(`No rule says who sees ${unruled.join(', ')}: add each to src/schema/objects-of-the-rules.ts.`);
  const objects = new Set(rows.map(({ object }) => object.split(/:| \(/)[0] ?? ''));
  const known = new Set([...Object.keys(OBJECTS), ...Object.keys(PENDING)]);
  const strange = [...objects].filter((object) => !known.has(object));
  const gone = [...known].filter((object) => !objects.has(object));
  if (strange.length > 0 || gone.length > 0)
    throw new Error(`"Who sees what" of docs/access.md and src/schema/objects-of-the-rules.ts differ: ${[...strange, ...gone].join(', ')}.`);
}
