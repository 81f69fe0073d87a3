/**
 * Who may import whom. Each folder names everything it may see inside src/; whatever is not named is
 * forbidden, so a new folder can be imported by nobody until it has a line here.
 */
const layers = {
  base: [],

  stats: ['base'],
  sql: ['base'],
  format: ['base', 'i18n'],
  i18n: ['base', 'format'],
  ports: ['base'],

  ingest: ['base', 'stats', 'sql', 'format', 'i18n', 'ports'],
  model: ['base', 'stats', 'sql', 'format', 'i18n', 'ports', 'ingest'],
  charts: ['base', 'format', 'i18n'],
  samples: ['base', 'stats', 'sql', 'format', 'i18n', 'ports'],

  document: ['base', 'stats', 'sql', 'format', 'i18n', 'ports', 'ingest', 'model', 'charts', 'samples'],
  lenses: ['base', 'stats', 'sql', 'format', 'i18n', 'ports', 'ingest', 'model', 'charts', 'samples', 'ui'],

  ui: ['base', 'stats', 'sql', 'format', 'i18n', 'ports', 'ingest', 'charts', 'samples'],
  shell: ['base', 'sql', 'ports', 'ingest'],
  // The plan script: the page's reading and guessing, without a page.
  'shell/node': ['base', 'ports', 'ingest', 'model'],
  app: [
    ...['base', 'stats', 'sql', 'format', 'i18n', 'ports', 'ingest', 'model', 'charts', 'samples'],
    ...['document', 'lenses', 'ui'],
  ],
};

/** The packages that the page is built from, and the only places that may name them. */
const packages = [
  {
    name: 'duckdb',
    modules: '(@duckdb/duckdb-wasm|apache-arrow|virtual:duckdb-[a-z]+)',
    from: '^src/shell/',
  },
  { name: 'echarts', modules: '(echarts|zrender)', from: '^src/charts/echarts\\.ts$' },
  { name: 'papaparse', modules: '(@types/)?papaparse', from: '^src/app/(export|parts)\\.ts$' },
  { name: 'xlsx', modules: '@e965/xlsx', from: '^src/ingest/formats/xls\\.ts$' },
  { name: 'fflate', modules: 'fflate', from: '^src/ingest/formats/(gunzip|zip)\\.ts$' },
  { name: 'hyparquet', modules: 'hyparquet(-compressors)?', from: '^src/ingest/formats/parquet' },
  { name: 'fonts', modules: '@fontsource[^/]*', from: '^src/(main\\.ts$|app/|ui/)' },
  {
    name: 'svelte',
    modules: 'svelte',
    from: '^src/(main\\.ts$|app/|ui/|lenses/types\\.ts$)|\\.svelte(\\.ts)?$',
  },
];

/** What a lens's files may see of their own folder, by name: always leftwards in params ← query ← result ← … */
const insideALens = {
  params: [],
  query: ['params'],
  result: ['params', 'query'],
  strings: ['params', 'result'],
  chart: ['params', 'query', 'result', 'strings'],
  insight: ['params', 'query', 'result', 'strings'],
  View: ['params', 'query', 'result', 'chart', 'insight', 'strings'],
};

const anyOf = (names) => `(${names.join('|')})`;

/** Installed files of packages, and names that only Vite resolves (`…?url`, `virtual:…`). */
const filesOf = (modules) => [`(^|/)node_modules/${modules}/`, `^${modules}(/|$)`];

const layerRules = Object.entries(layers).map(([folder, seen]) => ({
  name: `${folder}-imports`,
  comment: `${folder}/ may import ${seen.join(', ') || 'nothing'} of src/.`,
  severity: 'error',
  from: { path: `^src/${folder}/`, ...(folder === 'shell' && { pathNot: '^src/shell/node/' }) },
  to: { path: '^src/', pathNot: `^src/${anyOf([folder, ...seen])}/` },
}));

const packageRules = packages.map(({ name, modules, from }) => ({
  name: `${name}-only-where-it-belongs`,
  comment: `Only ${from} may import ${modules}.`,
  severity: 'error',
  from: { path: '^src/', pathNot: from },
  to: { path: filesOf(modules) },
}));

const lensRules = Object.entries(insideALens).map(([file, seen]) => ({
  name: `lens-${file}-never-back`,
  comment: `In a lens params <- query <- result <- chart, insight <- View; ${file} may not import this.`,
  severity: 'error',
  from: { path: `^src/lenses/([^/]+)/${file}\\.(ts|svelte)$` },
  // Files with names of their own (a part of a long View, say) are the lens's business.
  to: {
    path: `^src/lenses/$1/${anyOf(['index', ...Object.keys(insideALens)])}\\.(ts|svelte)$`,
    ...(seen.length > 0 && { pathNot: `^src/lenses/$1/${anyOf(seen)}\\.(ts|svelte)$` }),
  },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    ...packageRules,
    ...lensRules,
    {
      name: 'no-other-package',
      comment: 'A package that src/ may use has a line in `packages`. Vite starts the plan script.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/shell/node/run\\.mjs$' },
      to: {
        path: '(^|/)node_modules/',
        pathNot: filesOf(anyOf(packages.map(({ modules }) => modules))),
      },
    },
    {
      name: 'model-sees-only-types-of-ingest',
      comment: 'And what column names say (periods, units), and which tables an import makes.',
      severity: 'error',
      from: { path: '^src/model/' },
      to: {
        path: '^src/ingest/',
        pathNot: '^src/ingest/(types|periods|units|statements/tables)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-lens-imports-another',
      comment: 'What two lenses share lies directly under lenses/, or in a folder below.',
      severity: 'error',
      from: { path: '^src/lenses/([^/]+)/' },
      to: { path: '^src/lenses/[^/]+/', pathNot: '^src/lenses/$1/' },
    },
    {
      name: 'shared-lens-files-know-no-lens',
      severity: 'error',
      from: { path: '^src/lenses/[^/]+$', pathNot: '^src/lenses/registry\\.ts$' },
      to: { path: '^src/lenses/[^/]+/' },
    },
    {
      name: 'lens-logic-knows-no-ui',
      comment: 'Only the markup of a lens uses ui/.',
      severity: 'error',
      from: { path: '^src/lenses/', pathNot: '\\.svelte$' },
      to: { path: '^src/ui/' },
    },
    {
      name: 'pure-part-loads-no-markup',
      comment: 'A lens names its View with import(), so that its logic runs where there is no page.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(ui|app|main\\.ts)|\\.svelte$' },
      to: { path: '\\.svelte$', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'echarts-comes-with-the-first-chart',
      comment: 'Load it with import(): it is larger than the whole first screen.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/charts/echarts\\.ts$', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'other-formats-come-with-the-first-such-file',
      comment:
        'The libraries for them are larger than the worker that reads texts: only their own worker has them.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: '^src/(ingest/(formats/|reader\\.ts$)|shell/(reader/formats\\.worker\\.ts$|node/))',
      },
      to: { path: '^src/ingest/(formats/|reader\\.ts$)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-main-imports-shell',
      severity: 'error',
      from: { pathNot: '^src/(shell/|main\\.ts$)' },
      to: { path: '^src/shell/' },
    },
    {
      name: 'nobody-imports-main',
      severity: 'error',
      from: {},
      to: { path: '^src/main\\.ts$' },
    },
    {
      name: 'no-new-folder-unawares',
      comment: 'A new folder of src/ gets a line in `layers` first.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(main\\.ts$|${anyOf(Object.keys(layers))}/)` },
      to: {},
    },
    {
      name: 'src-never-imports-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-node-in-the-page',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/shell/node/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'plan-script-stands-alone',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/shell/node/' },
      to: { path: '^src/shell/node/' },
    },
    {
      name: 'no-cycles',
      comment: 'A Svelte part may hold parts of its own kind: it imports itself.',
      severity: 'error',
      from: { path: '^(.+)$' },
      to: { circular: true, pathNot: '^$1$' },
    },
    {
      name: 'no-orphans',
      comment: 'A file that neither imports nor is imported is dead.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '^(@duckdb/duckdb-wasm/dist/.*\\?url|virtual:duckdb-[a-z]+)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.svelte', '.js', '.mjs', '.css', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'browser', 'import', 'types', 'default'],
    },
  },
};
