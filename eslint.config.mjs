import tseslint from 'typescript-eslint';

const CLOCK = 'src/platform/clock.ts';
const CONFIGURATION = 'src/platform/config.ts';

const oneClock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the time from the Clock: tests and rehearsals set it.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the time from the Clock: tests and rehearsals set it.',
  },
];
const oneEnvironment = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: `Read the environment in ${CONFIGURATION} alone, where it is checked.`,
  },
];
const domainNames = [
  {
    selector: 'ClassDeclaration[id.name=/(Manager|Helper|Helpers|Util|Utils|Base|Common)$/]',
    message: 'Name it for what it is in the domain.',
  },
];

export default tseslint.config(
  { ignores: ['dist/**', 'dist.*/**', 'node_modules/**', '.data/**', 'rehearsal-out/**'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // `== null` is null or undefined, which GraphQL's optional arguments may both be.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // Nest declares its options as classes, and takes plain objects.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowEmpty: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'typeLike', format: ['PascalCase'] },
        { selector: 'interface', format: ['PascalCase'], custom: { regex: '^I[A-Z][a-z]', match: false } },
      ],
      // Spreading a text into code points is what we mean where we do it.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // TypeORM and Nest ask for methods that return promises, whether or not there is anything to await.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...oneClock, ...oneEnvironment, ...domainNames] },
  },
  {
    files: [CLOCK],
    rules: { 'no-restricted-syntax': ['error', ...oneEnvironment, ...domainNames] },
  },
  {
    // main.ts hands the environment to the configuration, and reads nothing from it.
    files: [CONFIGURATION, 'src/main.ts'],
    rules: { 'no-restricted-syntax': ['error', ...oneClock, ...domainNames] },
  },
);
