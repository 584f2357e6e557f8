import { type Cell } from './matrix.ts';
import { compareMatrices } from './compare-matrices.ts';
import { renderChanges } from './render-changes.ts';

const cell = (principal: string, may: readonly string[]): Cell => ({
  ...{ principal, account: 'dev', actionClass: 'read-data', decision: may.length > 0 ? 'some' : 'no' },
  ...{ may, because: ['a statement'] },
});
const reads = (name: string) => `s3:GetObject dev/${name} if aws:MultiFactorAuthPresent Bool true`;
const before = [cell('ada', [reads('old'), reads('kept')]), cell('bob', [reads('old')])];
const after = [cell('ada', []), cell('bob', [])];

test('what is not there any more is a line of its own, and what is lost of the rest stands in its cell', () => {
  const text = renderChanges(compareMatrices(before, after, new Set(['dev/kept'])));
  expect(text.split('\n').filter((line) => line.startsWith('| ') && !line.includes('---'))).toEqual([
    '| who | where | what | before → after | actions | decided by |',
    `| ada | dev | read-data | some → no | − ${reads('kept')} | a statement |`,
    '| what | reached by |',
    '| dev/old | 2 |',
  ]);
  expect(text).toContain('1 cell of the access matrix changed.');
});

test('without the names of what is there, everything that nobody can do any more is lost', () => {
  const text = renderChanges(compareMatrices(before, after));
  expect(text).toContain('2 cells of the access matrix changed.');
  expect(text).not.toContain('not there any more');
});
