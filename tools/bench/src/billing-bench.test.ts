import { rowsOf, totalsOf } from './billing-bench.ts';
import type { Contestant } from './contest.ts';

/** A contestant of which each run reported a sum. */
const contestant = (totals: readonly (string | null)[], parameters: readonly string[] = [], rows = 7): Contestant => ({
  program: { name: 'reader', path: 'reader.js', arguments: parameters },
  samples: totals.map((total) => ({ wall: 2, peakMemory: 1, output: JSON.stringify({ work: 1, rows, total }) })),
});

test('rows are those that everybody read, whatever a sum of doubles comes to', () => {
  const contestants = [contestant(['0.3', '0.3']), contestant(['0.30000000000000004'], ['double'])];
  expect(rowsOf('race', contestants)).toBe(7);
});

test('a report, which has no sum to compare, is no wrong sum', () => {
  expect(rowsOf('race', [contestant([null]), contestant(['0.3'], ['exact'])])).toBe(7);
});

test.each([
  ['another exact sum', contestant(['0.4'], ['exact']), 'sums 0.3, 0.4'],
  ['other rows', contestant(['0.3'], ['exact'], 6), 'rows 7, 6'],
  ['other rows in a sum of doubles', contestant(['0.3'], ['double'], 8), 'rows 7, 8'],
])('no ratio is taken where a peer comes to %s', (_, peer, words) => {
  expect(() => rowsOf('race', [contestant(['0.3']), peer])).toThrow(words);
});

test.each([
  [['1.5', '1.5'], '1.5'],
  [['1.5', '1.6', '1.5'], '2 different sums: 1.5, …'],
  [[null, null], ''],
])('sums %p are shown as %p', (totals, text) => {
  expect(totalsOf(contestant(totals))).toBe(text);
});
