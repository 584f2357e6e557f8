import type { Month } from '@bulkhead/spend';

/** The first of so many months that end with one, and the month after it, as Cost Explorer's half-open interval. */
export function monthsEndingWith(last: Month, count: number): readonly [first: Month, end: Month] {
  const [year = 0, month = 1] = last.split('-').map(Number);
  const at = (offset: number) => new Date(Date.UTC(year, month - 1 + offset, 1)).toISOString().slice(0, 7);
  return [at(1 - count), at(1)];
}
