import type { Linter } from 'eslint';
import { restrictedSyntax } from './restricted-syntax.ts';
import { rooms } from './rooms.ts';

const hint = 'pass it in: the same input gives the same output';

/** Rooms that only decide read no clock and touch no process and no terminal; what they import is in the boundaries. */
export const purity: Linter.Config = {
  name: 'bulkhead/purity',
  files: rooms.filter(({ pure }) => pure).map(({ folder }) => `${folder}/**`),
  ignores: ['**/*.{test,fixture}.ts'],
  rules: {
    'no-restricted-globals': [
      'error',
      ...['console', 'process', 'performance'].map((name) => ({ name, message: hint })),
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: hint },
      { object: 'Math', property: 'random', message: hint },
    ],
    ...restrictedSyntax({ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: hint }),
  },
};
