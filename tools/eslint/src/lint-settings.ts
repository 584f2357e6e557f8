import type { Linter } from 'eslint';
import prettier from 'eslint-config-prettier/flat';
import { boundaries } from './boundaries.ts';
import { houseRules } from './house-rules.ts';
import { purity } from './purity.ts';

/**
 * ESLint's settings for the whole workspace: boundaries, purity, house rules; format is Prettier's.
 *
 * @param root The workspace's folder.
 */
export const lintSettings = (root: string): readonly Linter.Config[] => [
  { ignores: ['**/dist/', '**/cdktf.out/', '**/out/', '**/coverage/', '**/*.{js,cjs,mjs}', '*.ts'] },
  ...houseRules(root),
  ...boundaries(),
  purity,
  prettier,
];
