import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const NO_WORKER = {
  selector: "NewExpression[callee.name='Worker']",
  message: 'Workers are started in src/lib/workbench only.',
};

/** The engine is pure: no clock, no randomness, no locale. */
const PURE = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The engine has no clock.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The engine has no clock.' },
  { selector: "CallExpression[callee.name='Date']", message: 'The engine has no clock.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'The engine has no randomness.',
  },
  { selector: 'MemberExpression[property.name=/^(toLocale|localeCompare)/]', message: 'No locale (MA12).' },
  { selector: "MemberExpression[object.name='Intl']", message: 'No locale in the engine.' },
];

/** Components that speak of promises; the types of all of them, values in and callbacks out, take longer than all other rules. */
const UI = join(import.meta.dirname, 'src', 'lib', 'ui');
const PROMISING = readdirSync(UI, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.svelte'))
  .filter((name) => /\b(async|await|Promise|then)\b/.test(readFileSync(join(UI, name), 'utf8')))
  .map((name) => `src/lib/ui/${name.replaceAll('\\', '/')}`);

const RESTRICTED = 'no-restricted-syntax';

export default ts.config(
  { ignores: ['build/', 'dist/', '.svelte-kit/', '.cache/', 'coverage/', 'test-results/', 'static/'] },
  // No rule is switched off from inside a file.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      'no-console': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // File formats deal in control characters.
      'no-control-regex': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/no-inline-styles': ['error', { allowTransitions: false }],
      'svelte/button-has-type': 'error',
    },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                '**/store/**',
                '**/connectors/**',
                '**/push/**',
                '**/workers/**',
                // What a person sees of a push.
                '!**/ui/push/**',
                '!**/workbench/push/**',
              ],
              message: 'A component knows engine types; the workbench speaks with the rest.',
            },
          ],
        },
      ],
    },
  },
  // A component gets its addresses from the page, which resolves them.
  { files: ['src/lib/ui/**'], rules: { 'svelte/no-navigation-without-resolve': 'off' } },
  { files: ['src/**', 'workers/**'], rules: { [RESTRICTED]: ['error', NO_WORKER] } },
  { files: ['src/lib/workbench/**'], rules: { [RESTRICTED]: 'off' } },
  { files: ['src/lib/engine/**'], rules: { [RESTRICTED]: ['error', NO_WORKER, ...PURE] } },
  {
    // Where promises are: a lost one is a lost error.
    files: [
      'src/lib/{workbench,connectors,store,push,tools,ui}/**/*.ts',
      ...PROMISING,
      'src/routes/**/*.{ts,svelte}',
      'src/cli/**/*.ts',
      'workers/**/*.ts',
      'server/**/*.ts',
    ],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
  {
    files: ['tests/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['it', 'test', 'describe'].flatMap((object) =>
          ['only', 'skip', 'todo'].map((property) => ({ object, property, message: 'Every test runs.' })),
        ),
      ],
    },
  },
);
