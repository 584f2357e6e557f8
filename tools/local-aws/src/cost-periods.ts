import { invalid } from './cost-filter.ts';

export const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** So many days after a day. */
export const daysAfter = (day: string, count: number): string => dayOf(startOf(day) + count * 86_400_000);

/** Days from one to another. */
export const daysBetween = (from: string, to: string): number => (startOf(to) - startOf(from)) / 86_400_000;

/** The first day of a month, so many months after the one that a day is in. */
export function monthAfter(day: string, count: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return dayOf(Date.UTC(year, month - 1 + count, 1));
}

export interface Period {
  readonly start: string;
  /** Exclusive. */
  readonly end: string;
}

/**
 * Cuts a half-open interval into days or months.
 *
 * @throws AwsError where the interval is none
 */
export function periodsOf(
  interval: { readonly Start?: string | undefined; readonly End?: string | undefined } | undefined,
  granularity: string | undefined,
): readonly Period[] {
  const { Start: start = '', End: end = '' } = interval ?? {};
  if (![start, end].every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(startOf(day)))) {
    throw invalid(`local-aws reads days as YYYY-MM-DD, got: ${start} and ${end}`);
  }
  if (start >= end) throw invalid('Start date (and hour) should be before end date (and hour)');
  if (granularity !== 'DAILY' && granularity !== 'MONTHLY') {
    throw invalid(`local-aws has DAILY and MONTHLY only, got: ${granularity ?? ''}`);
  }
  const next = (day: string) => (granularity === 'DAILY' ? daysAfter(day, 1) : monthAfter(day, 1));
  const periods: Period[] = [];
  for (let day = start; day < end; day = next(day)) {
    periods.push({ start: day, end: next(day) < end ? next(day) : end });
  }
  return periods;
}
