// The direction of the house, as a failing check. Each rule says why; test/house plants an offence for each.

/** Left to right: each imports only what stands left of it. */
export const CAPABILITIES = [
  'places',
  'materials',
  'campaigns',
  'stock',
  'distribution',
  'delivery',
  'coverage',
  'flags',
];
const SUPPORTING = ['access', 'audit'];
const composition = '^src/((main|cli|demo|app|schema|app.module|health.controller).ts$|demo/)';

/** A rule: no dot in the file's name. */
const RULE = `^src/(${[...CAPABILITIES, ...SUPPORTING].join('|')})/[a-z0-9-]+\\.ts$`;
const ROOT_RULE = '^src/(problem|script|time)\\.ts$';

/** What screens are made of; `app` puts them together. */
const SHARED_WEB = 'api|app|build|language|map|parts';

const rightOf = (index) => CAPABILITIES.slice(index + 1).join('|');

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two rooms that need each other are one room; a cycle also breaks injection in ESM.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...CAPABILITIES.slice(0, -1).map((name, index) => ({
      name: `left-to-right-${name}`,
      comment: `${name} stands left of ${rightOf(index).replaceAll('|', ', ')}: what it needs of them, they bring to it.`,
      severity: 'error',
      from: { path: `^src/${name}/` },
      to: { path: `^src/(${rightOf(index)})/` },
    })),
    {
      name: 'rules-are-pure',
      comment:
        'A file without a dot in its name decides and does nothing else, so that the browser and the phone can import it: it imports only rules.',
      severity: 'error',
      from: { path: RULE },
      to: {
        pathNot: [RULE, ROOT_RULE, '^node_modules/(h3-js)/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'front-door',
      comment:
        'A capability is used from outside only through its services, its module, or its rules: never its tables, controllers or shapes.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: ['^src/(platform|migrations|demo)/'] },
      to: {
        path: '^src/([^/]+)/.*\\.(entity|controller|dto)\\.ts$',
        pathNot: ['^src/$1/', '^src/(platform)/'],
      },
    },
    {
      name: 'platform-knows-no-capability',
      comment: 'Everything stands on the platform; it would otherwise know who stands on it.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: `^src/(${[...CAPABILITIES, ...SUPPORTING].join('|')})/` },
    },
    {
      name: 'supporting-rooms-know-no-capability',
      comment:
        'Who may and who did is the same question everywhere, so access and audit know nothing of what is done.',
      severity: 'error',
      from: { path: `^src/(${SUPPORTING.join('|')})/` },
      to: { path: `^src/(${CAPABILITIES.join('|')})/` },
    },
    {
      name: 'nobody-imports-the-composition',
      comment: 'What puts the service together is the last to know, and nobody depends on it.',
      severity: 'error',
      from: { path: '^src/', pathNot: composition },
      to: { path: composition },
    },
    {
      name: 'web-imports-only-rules',
      comment:
        'What runs in a browser shares with the service its rules, nothing that reads or writes.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^src/', pathNot: [RULE, ROOT_RULE] },
    },
    {
      name: 'the-service-knows-no-page',
      comment: 'Pages come and go; the service is also called by scripts and phones.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^web/' },
    },
    {
      name: 'screens-apart',
      comment:
        'A screen that imports another cannot be changed by itself: what both need is a part.',
      severity: 'error',
      from: { path: '^web/([^/]+)/', pathNot: `^web/(${SHARED_WEB})/` },
      to: { path: '^web/[^/]+/', pathNot: [`^web/(${SHARED_WEB})/`, '^web/$1/'] },
    },
    {
      name: 'parts-know-no-screen',
      comment: 'What every screen is made of would otherwise know one of them.',
      severity: 'error',
      from: { path: '^web/(api|language|map|parts)/' },
      to: { path: '^web/', pathNot: '^web/(api|language|map|parts)/' },
    },
    {
      name: 'only-the-platform-knows-the-driver',
      comment: 'Another driver for SQLite or PostgreSQL must be a change in one folder.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/database/' },
      to: { path: '(^|/)node_modules/(sqlite3|pg)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.spec\\.ts$', '^web/dist/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: { extensions: ['.ts', '.js'], conditionNames: ['import', 'node'] },
    moduleSystems: ['es6'],
  },
};
