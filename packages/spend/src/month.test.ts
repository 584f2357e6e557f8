import { isMonth, monthsBefore, monthsBetween } from './month.ts';

test.each([
  ['2026-10', 0, '2026-10'],
  ['2026-10', 1, '2026-09'],
  ['2026-01', 1, '2025-12'],
  ['2026-10', 13, '2025-09'],
  ['2025-12', -1, '2026-01'],
])('%s less %i months is %s', (month, count, expected) => {
  expect(monthsBefore(month, count)).toBe(expected);
});

test('the months between two cross the year and include both', () => {
  expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsBetween('2026-02', '2026-01')).toEqual([]);
});

test.each([
  ['2026-10', true],
  ['2026-13', false],
  ['2026-00', false],
  ['2026-1', false],
  ['2026-10-01', false],
  ['', false],
])('whether %j is a month: %s', (text, expected) => {
  expect(isMonth(text)).toBe(expected);
});
