import { runContest } from './contest.ts';
import type { Program } from './measure-program.ts';
import { parseCount, parseCounts } from './parse-count.ts';

const programs = (...names: readonly string[]) => names.map((name): Program => ({ name, path: `${name}.js` }));
const [product, ...peers] = programs('product', 'floor', 'rival');

async function race(runs: number) {
  const order: string[] = [];
  const progress: string[] = [];
  const contest = { name: 'race', product: product ?? { name: '', path: '' }, peers };
  const outcome = await runContest(
    contest,
    runs,
    (line) => progress.push(line),
    ({ name }) => {
      order.push(name);
      return Promise.resolve({ wall: order.length, peakMemory: 1, output: '' });
    },
  );
  return { order, progress, outcome };
}

test('product and peers run in turn', async () => {
  const { order } = await race(2);
  expect(order).toEqual(['product', 'floor', 'rival', 'product', 'floor', 'rival']);
});

test('everybody keeps the samples of their own runs', async () => {
  const { outcome } = await race(3);
  const walls = [outcome.product, ...outcome.peers].map(({ samples }) => samples.map(({ wall }) => wall));
  expect(walls).toEqual([
    [1, 4, 7],
    [2, 5, 8],
    [3, 6, 9],
  ]);
});

test('progress tells each run when it is over', async () => {
  const { progress } = await race(1);
  expect(progress).toEqual([
    'race: product, run 1 of 1: 1 ms',
    'race: floor, run 1 of 1: 2 ms',
    'race: rival, run 1 of 1: 3 ms',
  ]);
});

test.each([
  ['1', 1],
  ['300', 300],
])('%s is a count', (text, count) => {
  expect(parseCount(text)).toBe(count);
});

test('several counts are told apart by commas', () => {
  expect(parseCounts('300,1000')).toEqual([300, 1000]);
  expect(() => parseCounts('300,')).toThrow('a count is a whole number from 1 to 99999');
});

test.each(['0', '-1', '1.5', '1e3', 'many', ''])('%p is no count', (text) => {
  expect(() => parseCount(text)).toThrow(`got: ${text}`);
});
