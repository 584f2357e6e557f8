import type { Linter } from 'eslint';

/** Syntax that ESLint refuses by an esquery selector. */
export interface Refusal {
  readonly selector: string;
  readonly message: string;
}

const everywhere: readonly Refusal[] = [
  { selector: 'ExportDefaultDeclaration', message: 'export by name: a name is found by searching for it' },
  { selector: 'ExportAllDeclaration', message: 'export by name: index.ts is the list of what a package offers' },
];

/** What no file does, and what a few files don't do either: ESLint doesn't merge the settings of a rule. */
export const restrictedSyntax = (...further: readonly Refusal[]): Linter.RulesRecord => ({
  'no-restricted-syntax': ['error', ...everywhere, ...further],
});
