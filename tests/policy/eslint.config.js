import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import { houseRules } from './eslint-rules.js';

/** What the pure part may not name: the page, the network, clocks and chance come in through ports. */
const world = [
  ...['window', 'self', 'globalThis', 'document', 'navigator', 'location', 'history', 'screen', 'process'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'crypto', 'performance'],
  ...['Worker', 'SharedWorker', 'BroadcastChannel', 'MessageChannel', 'postMessage'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'Image'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
  ...['requestAnimationFrame', 'requestIdleCallback', 'matchMedia', 'getComputedStyle'],
  ...['alert', 'confirm', 'prompt'],
].map((name) => ({ name, message: 'The pure part gets the world through ports/.' }));

const clockAndChance = [
  { object: 'Date', property: 'now', message: 'Today is a value: take it as an argument.' },
  { object: 'Math', property: 'random', message: 'Chance is seeded: base/rng.ts.' },
];

const clockSyntax = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Today is a value: take it as an argument.',
  },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Today is a value: take it as an argument.' },
];

const intl = [{ name: 'Intl', message: 'Only src/format knows about languages and number formats.' }];

const localeProperties = [
  ...['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString', 'toLocaleUpperCase', 'toLocaleLowerCase'],
  ...['localeCompare', 'toFixed', 'toPrecision'],
].map((property) => ({ property, message: 'Only src/format makes text for people from values.' }));

/** A file's cells reach these names: markup is made by Svelte from text and by nothing else. */
const markupProperties = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'srcdoc']
  .concat(['createContextualFragment', 'parseHTMLUnsafe'])
  .map((property) => ({ property, message: 'No markup from text: use textContent or Svelte.' }))
  .concat(
    ['write', 'writeln', 'execCommand'].map((property) => ({
      object: 'document',
      property,
      message: 'No markup from text: use textContent or Svelte.',
    })),
  );

/** A date here is a day without a zone, kept as UTC: the local getters shift it by one west of Greenwich. */
const localDateProperties = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Day']
  .flatMap((part) => [`get${part}`, `set${part}`])
  .filter((property) => property !== 'setDay')
  .concat('getTimezoneOffset')
  .map((property) => ({ property, message: 'Dates have no zone here: base/day.ts, or the UTC getters.' }));

const markupSyntax = [
  {
    selector: 'SvelteAttribute[key.name=/^(innerHTML|outerHTML|innerhtml|outerhtml|srcdoc)$/]',
    message: 'No markup from text.',
  },
  { selector: 'SvelteDirective[key.name.name=/HTML$/]', message: 'No markup from text.' },
];

const everywhere = {
  properties: [...markupProperties, ...localDateProperties, ...localeProperties],
  syntax: markupSyntax,
  globals: intl,
};

const limits = ({ properties, syntax, globals: names }) => ({
  'no-restricted-properties': ['error', ...properties],
  'no-restricted-syntax': ['error', ...syntax],
  'no-restricted-globals': ['error', ...names],
});

/** dependency-cruiser reads what Svelte's compiler leaves, and that drops type imports: these close the gap. */
const svelteImports = (folders, message) => ({
  'no-restricted-imports': ['error', { patterns: [{ regex: `/(${folders.join('|')})(/|\\.ts$)`, message }] }],
});

export default defineConfig(
  { ignores: ['dist/**', 'coverage/**', 'tests/.out/**', 'tests/fixtures/**', '.vite/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  js.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,

  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    files: ['**/*.ts'],
    ignores: ['**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: new URL('../..', import.meta.url).pathname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
    },
  },

  {
    plugins: { house: houseRules },
    rules: {
      'house/directive-has-reason': 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // noUncheckedIndexedAccess makes every indexed loop of stats/ need it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A class may be a namespace of $state fields, and tests write empty callbacks on purpose.
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      // TypeScript and svelte-check see undefined names, and they know the types' names too.
      'no-undef': 'off',
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      'svelte/button-has-type': 'error',
      // A page without a router.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },

  { files: ['src/**'], rules: limits(everywhere) },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/ui/**', 'src/app/**', 'src/shell/**', 'src/main.ts', 'src/format/**'],
    rules: limits({
      properties: [...everywhere.properties, ...clockAndChance],
      syntax: [...everywhere.syntax, ...clockSyntax],
      globals: [...everywhere.globals, ...world],
    }),
  },
  {
    // The one place that may ask for the user's own date.
    files: ['src/shell/**'],
    rules: limits({ ...everywhere, properties: [...markupProperties, ...localeProperties] }),
  },
  {
    files: ['src/format/**'],
    rules: limits({
      properties: [...markupProperties, ...localDateProperties, ...clockAndChance],
      syntax: [...markupSyntax, ...clockSyntax],
      globals: world,
    }),
  },
  {
    files: ['src/ui/**/*.svelte'],
    rules: svelteImports(
      ['lenses', 'app', 'shell', 'model', 'document'],
      'ui/ knows no lens and no document.',
    ),
  },
  {
    files: ['src/app/**/*.svelte'],
    rules: svelteImports(['shell'], 'Only main.ts imports shell/.'),
  },
  {
    files: ['src/lenses/**/*.svelte'],
    rules: svelteImports(['document', 'app', 'shell'], 'A lens sees the model and its params.'),
  },

  {
    files: ['tests/**', 'vite.config.ts'],
    languageOptions: { globals: globals.node },
    // A test may look at two types of another package's forty.
    rules: { 'no-console': 'off', '@typescript-eslint/switch-exhaustiveness-check': 'off' },
  },
  {
    // Functions that Playwright runs in the page stand in the same files as the code that drives it.
    files: ['tests/bench/**', 'tests/browser/**'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  { files: ['**/*.{js,mjs,cjs}'], rules: { 'no-undef': 'error' } },
);
