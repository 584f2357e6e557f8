import { monthBefore } from './month-before.ts';

test.each([
  ['2026-11', '2026-10'],
  ['2026-01', '2025-12'],
  ['2024-03', '2024-02'],
])('before %s comes %s', (month, before) => {
  expect(monthBefore(month)).toBe(before);
});
