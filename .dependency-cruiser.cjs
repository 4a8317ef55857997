/**
 * The boundaries of docs/decisions and CONTRIBUTING.md as rules. Each one is proven on a planted violation in
 * test/architecture/boundaries.test.ts: a rule that matches nothing would pass for ever.
 */
const DOORS = '(\\.(resolver|pages|controller)\\.ts$|^src/workspace/)';
/** What every subject stands on. Their plain files may be used from anywhere. */
const GROUND = 'platform|database|access|api|reading|inspectorates|frameworks|areas';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one subject, or one of them holds something of a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'source-knows-no-tests',
      comment: 'What is shipped must not need what is not.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { path: ['^(test|bench|scripts)/', '\\.spec\\.ts$'] },
    },
    {
      name: 'shipped-packages-only',
      comment: 'A development dependency is missing where the platform is installed for use.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    {
      name: 'doors-through-services',
      comment: 'A resolver or page translates and calls a service: rules and transactions live there. Types may pass.',
      severity: 'error',
      from: { path: DOORS },
      to: { path: ['\\.repository\\.ts$', '\\.entity\\.ts$', '^src/database/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'services-below-doors',
      comment: 'Services know nothing of how they are called.',
      severity: 'error',
      from: { path: '\\.service\\.ts$' },
      to: { path: [DOORS, '^src/api/'] },
    },
    {
      name: 'repositories-below-services',
      comment: 'Imports flow from the doors to services to repositories to the database.',
      severity: 'error',
      from: { path: '\\.repository\\.ts$' },
      to: { path: ['\\.(service|module)\\.ts$', DOORS, '^src/api/'] },
    },
    {
      name: 'database-below-subjects',
      comment: 'The database folder carries every subject and knows none but the actor for whom it works.',
      severity: 'error',
      from: { path: '^src/database/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/', pathNot: ['^src/(database|platform)/', '^src/access/[a-z-]+\\.ts$'] },
    },
    {
      name: 'nothing-needs-the-workspace',
      comment: 'The pages are one of two doors; the API must stand without them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(workspace/|app\\.module\\.ts$|main\\.ts$)' },
      to: { path: '^src/workspace/' },
    },
    {
      name: 'inspectorates-know-the-contract-alone',
      comment:
        "An inspectorate's folder imports the contract and the plain files beside it, nothing else of the platform.",
      severity: 'error',
      from: { path: '^src/inspectorates/([^/]+)/' },
      to: {
        path: '^src/',
        pathNot: ['^src/inspectorates/$1/', '^src/inspectorates/(?!index\\.ts|.*registry)[a-z0-9-]+\\.ts$'],
      },
    },
    {
      name: 'inspectorates-are-pure',
      comment: 'Data and three pure functions: no packages, files, network or clock.',
      severity: 'error',
      from: { path: '^src/inspectorates/[^/]+/', pathNot: '\\.(spec|module)\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    {
      name: 'modules-by-their-front-door',
      comment:
        'Other modules use a module by its .module, .service, .object, .inputs and .errors files; the rest is its own.',
      severity: 'error',
      from: { path: '^src/([^/]+)/.' },
      to: {
        path: '^src/[^/]+/.',
        pathNot: ['^src/$1/', `^src/(${GROUND})/`, '\\.(module|service|object|inputs|errors)\\.ts$'],
      },
    },
    {
      name: 'repositories-are-private',
      comment: 'Also in the folders that every subject stands on, tables belong to one module.',
      severity: 'error',
      from: { path: '^src/([^/]+)/.' },
      to: { path: '\\.(repository|entity)\\.ts$', pathNot: '^src/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
