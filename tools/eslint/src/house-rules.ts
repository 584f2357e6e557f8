import type { Linter } from 'eslint';
import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';
import { restrictedSyntax } from './restricted-syntax.ts';

/**
 * How code is written here: typescript-eslint's strict rules with types, where they don't fight the house style.
 *
 * @param root The workspace's folder.
 */
export function houseRules(root: string): readonly Linter.Config[] {
  return [
    ...tseslint.configs.strictTypeChecked,
    ...tseslint.configs.stylisticTypeChecked,
    {
      name: 'bulkhead/house-rules',
      languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
      plugins: { jsdoc },
      rules: {
        ...restrictedSyntax(),
        'jsdoc/informative-docs': 'error',
        '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
        '@typescript-eslint/no-unused-vars': [
          'error',
          { argsIgnorePattern: '^_+$', varsIgnorePattern: '^_+$', ignoreRestSiblings: true },
        ],
        // a column of a file, a header of a response: its name is data
        '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
        '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
        // numbers read well in messages
        '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      },
    },
    {
      name: 'bulkhead/tests',
      files: ['**/*.test.ts'],
      // a test of what a function refuses hands it what its types refuse
      rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-return': 'off' },
    },
  ];
}
