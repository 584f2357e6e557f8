import { resultPage } from './result-page.ts';

const results = (...sizes: number[]) =>
  sizes.map((size, month) => ({ month, Groups: Array.from({ length: size }, (_, group) => `${month}.${group}`) }));

test.each([
  [
    'that fill two pages exactly',
    results(3, 3),
    [
      ['0.0', '0.1', '0.2'],
      ['1.0', '1.1', '1.2'],
    ],
  ],
  ['that are cut within a month', results(2, 2), [['0.0', '0.1', '1.0'], ['1.1']]],
  ['of which a month has none', results(2, 0, 1), [['0.0', '0.1'], ['2.0']]],
  ['of no month', results(), [[]]],
])('groups %s are each on one page, and the last page says that it is', (_, all, expected) => {
  const pages: string[][] = [];
  let from: number | undefined = 0;
  while (from !== undefined) {
    const { page, next }: ReturnType<typeof resultPage<(typeof all)[number]>> = resultPage(all, from, 3);
    pages.push(page.flatMap(({ Groups }) => Groups));
    from = next;
  }
  expect(pages).toEqual(expected);
});

test('a month without groups is on a page all the same', () => {
  expect(resultPage(results(1, 0), 0, 3).page.map(({ month }) => month)).toEqual([0, 1]);
});
