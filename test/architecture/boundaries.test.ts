import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRequire } from 'node:module';
import { plant, type PlantedTree } from './planted-tree.js';

interface Rule {
  readonly name: string;
}
interface Violation {
  readonly rule: Rule;
  readonly from: string;
  readonly to: string;
}

const configuration = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { readonly forbidden: Rule[] };

/** For each rule, imports that it must report: [who, what]. */
const FORBIDDEN: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  'no-cycles': [['src/cases/a.ts', 'src/cases/b.ts']],
  'source-knows-no-tests': [
    ['src/cases/uses-test.ts', 'test/support/builder.ts'],
    ['src/cases/uses-bench.ts', 'bench/load.ts'],
    ['src/cases/uses-spec.ts', 'src/cases/rule.spec.ts'],
  ],
  'shipped-packages-only': [['src/cases/uses-development-package.ts', 'fast-check']],
  'doors-through-services': [
    ['src/cases/case.resolver.ts', 'src/cases/case.repository.ts'],
    ['src/cases/case.controller.ts', 'src/cases/case.entity.ts'],
    ['src/workspace/cases/case.pages.ts', 'src/database/unit-of-work.ts'],
    ['src/workspace/forms.ts', 'src/database/transaction.ts'],
  ],
  'services-below-doors': [
    ['src/cases/case.service.ts', 'src/cases/upward.resolver.ts'],
    ['src/cases/links.service.ts', 'src/workspace/paths.ts'],
    ['src/cases/links.service.ts', 'src/api/connection.ts'],
  ],
  'repositories-below-services': [
    ['src/cases/case.repository.ts', 'src/cases/upward.service.ts'],
    ['src/cases/journey.repository.ts', 'src/cases/upward.resolver.ts'],
    ['src/cases/journey.repository.ts', 'src/api/connection.ts'],
  ],
  'database-below-subjects': [['src/database/reference-data.ts', 'src/cases/case.object.ts']],
  'nothing-needs-the-workspace': [['src/cases/link.ts', 'src/workspace/paths.ts']],
  'inspectorates-know-the-contract-alone': [
    ['src/inspectorates/ofsted/uses-other.ts', 'src/inspectorates/cqc/criteria.ts'],
    ['src/inspectorates/ofsted/uses-list.ts', 'src/inspectorates/index.ts'],
    ['src/inspectorates/ofsted/uses-registry.ts', 'src/inspectorates/inspectorate-registry.ts'],
    ['src/inspectorates/ofsted/uses-platform.ts', 'src/platform/clock.ts'],
    ['src/inspectorates/ofsted/uses-subject.ts', 'src/cases/case.service.ts'],
  ],
  'inspectorates-are-pure': [
    ['src/inspectorates/ofsted/uses-package.ts', 'pg'],
    ['src/inspectorates/ofsted/uses-files.ts', 'node:fs'],
  ],
  'modules-by-their-front-door': [
    ['src/evidence/uses-inside.ts', 'src/cases/journey.ts'],
    ['src/evidence/uses-resolver.ts', 'src/cases/upward.resolver.ts'],
  ],
  'repositories-are-private': [
    ['src/evidence/evidence.repository.ts', 'src/cases/case.repository.ts'],
    ['src/evidence/uses-ground.ts', 'src/access/standing.repository.ts'],
  ],
};

/** Imports as they should be, which no rule may report. */
const PERMITTED: readonly (readonly [from: string, to: string])[] = [
  ['src/permitted/permitted.resolver.ts', 'src/permitted/permitted.service.ts'],
  ['src/permitted/permitted.resolver.ts', 'src/api/connection.ts'],
  ['src/permitted/permitted.object.ts', 'src/api/scalars.ts'],
  ['src/permitted/permitted.service.ts', 'src/permitted/permitted.repository.ts'],
  ['src/permitted/permitted.service.ts', 'src/database/unit-of-work.ts'],
  ['src/permitted/permitted.service.ts', 'src/journeys/journey.service.ts'],
  ['src/permitted/permitted.repository.ts', 'src/permitted/permitted.entity.ts'],
  ['src/permitted/permitted.repository.ts', 'src/database/transaction.ts'],
  ['src/permitted/permitted.repository.ts', 'pg'],
  ['src/permitted/rule.spec.ts', 'fast-check'],
  ['src/workspace/permitted.pages.ts', 'src/permitted/permitted.service.ts'],
  ['src/database/unit-of-work.ts', 'src/access/actor.ts'],
  ['src/inspectorates/hmcpsi/hmcpsi.ts', 'src/inspectorates/inspectorate.ts'],
  ['src/inspectorates/hmcpsi/hmcpsi.ts', 'src/inspectorates/hmcpsi/criteria.ts'],
  ['src/inspectorates/index.ts', 'src/inspectorates/hmcpsi/hmcpsi.ts'],
];

/** Permitted for types alone. */
const TYPES_ONLY: readonly (readonly [from: string, to: string])[] = [
  ['src/permitted/types.resolver.ts', 'src/database/unit-of-work.ts'],
];

/** A cycle is reported once, by one of its imports. */
const WAY_BACK = ['src/cases/b.ts', 'src/cases/a.ts'] as const;

const IMPORTS = [...Object.values(FORBIDDEN).flat(), WAY_BACK, ...PERMITTED, ...TYPES_ONLY];

describe('boundaries between modules', () => {
  let tree: PlantedTree;
  let violations: readonly Violation[];

  beforeAll(() => {
    tree = plant(sourcesOf(IMPORTS));
    const { output } = tree.run(
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      ...['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    );
    const report = JSON.parse(output) as { summary: { violations: Violation[] } };
    violations = report.summary.violations;
  }, 60_000);

  afterAll(() => {
    tree.remove();
  });

  it('has a planted violation for every rule', () => {
    expect(Object.keys(FORBIDDEN).sort()).toEqual(configuration.forbidden.map((rule) => rule.name).sort());
  });

  const cases = Object.entries(FORBIDDEN).flatMap(([rule, imports]) =>
    imports.map(([from, to]) => ({ rule, from, to })),
  );
  it.each(cases)('$rule reports $from importing $to', ({ rule, from, to }) => {
    const reported = violations.filter((violation) => violation.from === from && reaches(violation.to, to));
    expect(reported.map((violation) => violation.rule.name)).toContain(rule);
  });

  it.each([...PERMITTED, ...TYPES_ONLY].map(([from, to]) => ({ from, to })))(
    'permits $from to import $to',
    ({ from, to }) => {
      expect(violations.filter((violation) => violation.from === from && reaches(violation.to, to))).toEqual([]);
    },
  );
});

function reaches(found: string, wanted: string): boolean {
  return found === wanted || found === wanted.replace(/^node:/, '') || found.includes(`node_modules/${wanted}/`);
}

/** Every file that is named, importing what it is said to import. */
function sourcesOf(imports: readonly (readonly [from: string, to: string])[]): Record<string, string> {
  const lines = new Map<string, string[]>();
  for (const [from, to] of imports) {
    const isFile = to.endsWith('.ts');
    const target = isFile ? `${upTo(from)}${to.replace(/\.ts$/, '.js')}` : to;
    const what = TYPES_ONLY.some(([user, used]) => user === from && used === to) ? 'type { planted } from ' : '';
    lines.set(from, [...(lines.get(from) ?? []), `import ${what}'${target}';`]);
    if (isFile && !lines.has(to)) {
      lines.set(to, []);
    }
  }
  return Object.fromEntries(
    [...lines].map(([file, text]) => [file, `${text.join('\n')}\nexport const planted = 1;\n`]),
  );
}

const upTo = (file: string): string => '../'.repeat(file.split('/').length - 1);
