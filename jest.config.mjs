// Native ES modules: NestJS 12 is published as ES modules only. Run through `npm test` (scripts/test.mjs),
// which sets --experimental-vm-modules and starts PostgreSQL and the platform once for all files.
const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      // .swcrc leaves specs out of the build.
      swcrc: false,
      jsc: {
        target: 'es2022',
        keepClassNames: true,
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      },
      module: { type: 'es6' },
    },
  ],
};
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform,
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};

/** With the platform running on a PostgreSQL of its own: its addresses are in TEST_URL and TEST_DATABASE_*URL. */
const withPlatform = {
  ...shared,
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};
const filesIn = (...folders) => folders.map((folder) => `<rootDir>/${folder}/**/*.test.ts`);

export default {
  // Under load a test may wait for others' work; that is no fault of what it tests.
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/test/support/count-reporter.mjs'],
  projects: [
    { ...shared, displayName: 'rules', testMatch: ['<rootDir>/src/**/*.spec.ts', ...filesIn('test/contract')] },
    { ...shared, displayName: 'architecture', testMatch: filesIn('test/architecture') },
    { ...shared, displayName: 'database', testMatch: filesIn('test/database') },
    { ...shared, displayName: 'start', testMatch: filesIn('test/start') },
    {
      ...withPlatform,
      displayName: 'api',
      testMatch: filesIn('test/api', 'test/access', 'test/workspace', 'test/rehearsal'),
    },
  ],
};
