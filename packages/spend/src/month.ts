import type { Month } from './charge-source.ts';

/** Whether the text is a calendar month, `YYYY-MM`. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** The month that many months before; a negative count goes forward. */
export function monthsBefore(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - count;
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Every month from the first to the last, both included; none where the last comes first. */
export function monthsBetween(first: Month, last: Month): readonly Month[] {
  const months: Month[] = [];
  // Months in this form sort like text.
  for (let month = first; month <= last; month = monthsBefore(month, -1)) months.push(month);
  return months;
}
