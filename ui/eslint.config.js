import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const ONLY_DOOR = {
  patterns: [{ group: ['@tauri-apps/*'], message: 'Only src/lib/ipc talks to Rust: use its client.' }],
};

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'src/lib/ipc/bindings.ts'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // The type checker knows better than this rule, and knows types.
      'no-undef': 'off',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-restricted-imports': ['error', ONLY_DOOR],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.js'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
    rules: {
      // An answer is text, whatever it contains.
      'svelte/no-at-html-tags': 'error',
      // The content policy blocks style attributes; `style:` directives set properties and are fine.
      'no-restricted-syntax': [
        'error',
        { selector: 'SvelteAttribute[key.name="style"]', message: 'Use a class or a style: directive.' },
      ],
      'svelte/button-has-type': 'error',
      // Links inside the window go through navigation, and there is no router.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  { files: ['src/lib/ipc/**'], rules: { '@typescript-eslint/no-restricted-imports': 'off' } },
);
