// Jest runs in CommonJS mode: in ESM mode Swagger UI, throttler and cron fail on Node 20.
// swc turns our sources, and the packages that ship only as ESM, into CommonJS.
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];
const swcForPackages = [
  '@swc/jest',
  { jsc: { target: 'es2023', parser: { syntax: 'ecmascript' } }, module: { type: 'commonjs' } },
];
const shared = {
  testEnvironment: 'node',
  transform: { '\\.tsx?$': swc, '\\.m?js$': swcForPackages },
  transformIgnorePatterns: [
    'node_modules/(?!(@nestjs|cookie|content-disposition|file-type|strtok3|token-types|uint8array-extras|@borewit|csv-parse)/)',
  ],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/var/'],
};

module.exports = {
  maxWorkers: 2,
  testTimeout: 30_000,
  projects: [
    { ...shared, displayName: 'rules', testMatch: ['<rootDir>/src/**/*.spec.ts'] },
    { ...shared, displayName: 'web', testMatch: ['<rootDir>/web/**/*.spec.ts'] },
    { ...shared, displayName: 'house', testMatch: ['<rootDir>/test/house/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'contract',
      testMatch: ['<rootDir>/test/contract/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/postgres.global-setup.cjs',
      globalTeardown: '<rootDir>/test/support/postgres.global-teardown.cjs',
    },
    { ...shared, displayName: 'api', testMatch: ['<rootDir>/test/api/**/*.spec.ts'] },
    { ...shared, displayName: 'journeys', testMatch: ['<rootDir>/test/journeys/**/*.spec.ts'] },
    // These run the built service as a process of its own: `npm test` builds first.
    { ...shared, displayName: 'process', testMatch: ['<rootDir>/test/process/**/*.spec.ts'] },
    // These need a browser: `BROWSER=on npm test -- --selectProjects browser`.
    ...(process.env.BROWSER === 'on'
      ? [{ ...shared, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] }]
      : []),
  ],
};
