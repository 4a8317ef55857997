import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plant, type PlantedTree } from './planted-tree.js';

const SYNTAX = 'no-restricted-syntax';

/** A line of TypeScript, and the rule that must refuse it. */
const REFUSED: readonly { readonly file: string; readonly line: string; readonly rule: string }[] = [
  { file: 'src/cases/environment.ts', line: "export const port = process.env['PORT'];", rule: SYNTAX },
  { file: 'src/cases/date-now.ts', line: 'export const at = Date.now();', rule: SYNTAX },
  { file: 'src/cases/new-date.ts', line: 'export const at = new Date();', rule: SYNTAX },
  { file: 'src/platform/config.ts', line: 'export const at = new Date();', rule: SYNTAX },
  { file: 'src/cases/case-manager.ts', line: 'export class CaseManager { readonly planted = 1; }', rule: SYNTAX },
  {
    file: 'src/cases/any.ts',
    line: 'export const sum = (a: any): number => Number(a);',
    rule: '@typescript-eslint/no-explicit-any',
  },
  {
    file: 'src/cases/non-null.ts',
    line: 'export const first = (list: readonly string[]): string => list[0]!;',
    rule: '@typescript-eslint/no-non-null-assertion',
  },
  {
    file: 'src/cases/floating.ts',
    line: 'export function start(): void { Promise.resolve(1); }',
    rule: '@typescript-eslint/no-floating-promises',
  },
];

const PERMITTED: Readonly<Record<string, string>> = {
  'src/platform/clock.ts': 'export const now = (): Date => new Date();\n',
  'src/main.ts': 'export const environment = process.env;\n',
  'src/cases/stored-date.ts': 'export const parse = (text: string): Date => new Date(text);\n',
  'src/cases/rule.spec.ts': "export const port = process.env['PORT'];\n",
};

const SQL_WITH_SYSTEM_CLOCK = [
  'select now()',
  'select NOW ( )',
  'select pg_catalog.now()',
  'created_at timestamptz default current_timestamp',
  'where due < CURRENT_DATE',
  'select clock_timestamp()',
  'select statement_timestamp()',
  'select transaction_timestamp()',
  'select localtimestamp',
  "select 'now'::timestamptz",
  'select timeofday()',
];
const SQL_WITHOUT = [
  'select app.now()',
  '-- never now(): the clock is app.now',
  '/* current_date */ select 1',
  'select known()',
];

const asMigration = (sql: string): string => `export const planted = \`\n${sql}\n\`;\n`;

describe('rules of the source', () => {
  let tree: PlantedTree;
  let lint: readonly { filePath: string; messages: { ruleId: string | null; message: string }[] }[];
  let clock: string;

  beforeAll(() => {
    tree = plant({
      ...Object.fromEntries(REFUSED.map(({ file, line }) => [file, `${line}\n`])),
      ...PERMITTED,
      ...Object.fromEntries(SQL_WITH_SYSTEM_CLOCK.map((sql, index) => [`sql/refused-${index}.ts`, asMigration(sql)])),
      ...Object.fromEntries(SQL_WITHOUT.map((sql, index) => [`sql/permitted-${index}.sql`, sql])),
      'sql/http.ts': "export const page = 'https://example.org/now';\nexport const at = clock.now();\n",
      'sql/late.ts': 'export const sql = `select 1`; // now()\nexport const at = Date.now();\n',
    });
    lint = JSON.parse(tree.run('node_modules/eslint/bin/eslint.js', 'src', '--format', 'json').output) as typeof lint;
    clock = tree.run('scripts/check-clock.mjs', 'sql').output;
  }, 120_000);

  afterAll(() => {
    tree.remove();
  });

  const messagesOn = (file: string): { ruleId: string | null; message: string }[] =>
    lint.filter((result) => result.filePath.endsWith(`/${file}`)).flatMap((result) => result.messages);

  it.each(REFUSED)('refuses in $file: $line', ({ file, rule }) => {
    expect(messagesOn(file).map((message) => message.ruleId)).toContain(rule);
  });

  it.each(Object.keys(PERMITTED))('permits what stands in %s', (file) => {
    expect(lint.some((result) => result.filePath.endsWith(`/${file}`))).toBe(true);
    expect(messagesOn(file)).toEqual([]);
  });

  it.each(SQL_WITH_SYSTEM_CLOCK.map((sql, index) => ({ sql, index })))(
    'finds the system clock in: $sql',
    ({ index }) => {
      expect(clock).toContain(`refused-${index}.ts:2:`);
    },
  );

  it('finds it beside a comment, on the right line', () => {
    expect(clock).toContain('late.ts:2:');
    expect(clock).not.toContain('late.ts:1:');
  });

  it('leaves our own clock, comments and addresses alone', () => {
    expect(clock).not.toContain('permitted-');
    expect(clock).not.toContain('http.ts');
  });
});
