import { type ComparisonProps, comparisonsOf } from './comparison.ts';
import type { Contestant } from './contest.ts';
import { median } from './median.ts';
import { formatCount, renderComparisons } from './render-comparisons.ts';

const contestant = (name: string, walls: readonly number[], megabytes = 100): Contestant => ({
  program: { name, path: `${name}.js` },
  samples: walls.map((wall) => ({ wall, peakMemory: megabytes * 1e6, output: '' })),
});

const props: ComparisonProps = {
  name: 'reading',
  measure: 'process',
  time: ({ wall }) => wall,
  rows: 1000,
  result: ({ program }) => `what ${program.name} made`,
};

test.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
  [[1, 1, 1, 1, 1000], 1],
])('the median of %p is %d', (numbers, expected) => {
  expect(median(numbers)).toBe(expected);
});

test('there is no median of nothing', () => {
  expect(() => median([])).toThrow('needs at least one number');
});

test('a ratio is the median of the product by the median of the peer', () => {
  const outcome = { product: contestant('product', [300, 900, 200]), peers: [contestant('peer', [100, 150, 500])] };
  expect(comparisonsOf(outcome, props)).toEqual([
    expect.objectContaining({
      ratio: 2,
      product: expect.objectContaining({ name: 'product', median: 300, fastest: 200, slowest: 900 }),
      peer: expect.objectContaining({ name: 'peer', median: 150, fastest: 100, slowest: 500 }),
    }),
  ]);
});

test('memory has a ratio of its own', () => {
  const outcome = { product: contestant('product', [100], 300), peers: [contestant('peer', [100], 120)] };
  expect(comparisonsOf(outcome, props)).toEqual([expect.objectContaining({ ratio: 1, memoryRatio: 2.5 })]);
});

test('the product is compared with each peer', () => {
  const outcome = { product: contestant('product', [100]), peers: [contestant('a', [50]), contestant('b', [200])] };
  expect(comparisonsOf(outcome, props).map(({ peer, ratio }) => [peer.name, ratio])).toEqual([
    ['a', 2],
    ['b', 0.5],
  ]);
});

test('rows per second follow from the median, and only where work is counted in rows', () => {
  const outcome = { product: contestant('product', [500]), peers: [contestant('peer', [250])] };
  const { rows: _, ...withoutRows } = props;
  const rates = (given: ComparisonProps) =>
    comparisonsOf(outcome, given).flatMap(({ product, peer }) => [product.rowsPerSecond, peer.rowsPerSecond]);
  expect(rates(props)).toEqual([2000, 4000]);
  expect(rates(withoutRows)).toEqual([null, null]);
});

test('the table tells time, range, rate, result, ratio and memory of both', () => {
  const outcome = {
    product: contestant('product', [1234, 2000, 1000], 171),
    peers: [contestant('floor', [617, 700, 600], 98)],
  };
  const text = renderComparisons(comparisonsOf(outcome, props));
  for (const part of [
    'reading',
    'whole process, beside floor',
    '1,234 ms (1,000 to 2,000)',
    '617 ms (600 to 700)',
    '810 rows/s',
    'what product made',
    'what floor made',
    '2.00',
    'bulkhead 171 MB',
    'peer 98 MB',
    'ratio 1.74',
  ]) {
    expect(text).toContain(part);
  }
});

test.each([
  [0, '0'],
  [999.6, '1,000'],
  [1234567, '1,234,567'],
])('%d is written %s', (value, text) => {
  expect(formatCount(value)).toBe(text);
});
