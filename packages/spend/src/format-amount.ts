import type { Month } from './charge-source.ts';
import { parseAmount } from './money.ts';

// Grouping and rounding are done on decimal text: Intl's answer depends on the ICU of the Node that runs.
const halfUp = 1;

/** Shown where there is no figure to show. */
export const noFigure = '–';

/**
 * An amount for people: `1,234.56`, rounded half away from zero as spreadsheets do. An amount that would round to
 * zero and is none shows as `<0.01` or `>-0.01`. Exact amounts stand in the JSON and CSV reports.
 */
export function formatAmount(amount: string): string {
  const exact = parseAmount(amount);
  const rounded = exact.round(2, halfUp);
  if (rounded.eq(0) && !exact.eq(0)) return exact.gt(0) ? '<0.01' : '>-0.01';
  const [whole = '0', cents = '00'] = rounded.abs().toFixed(2).split('.');
  return `${rounded.lt(0) ? '-' : ''}${groupDigits(whole)}.${cents}`;
}

/** A whole number's digits in groups of three: `119,307`. */
export function groupDigits(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Like `formatAmount`, and a dash for null. */
export function formatKnownAmount(amount: string | null): string {
  return amount === null ? noFigure : formatAmount(amount);
}

/**
 * The part in percent of the whole, `12.3%`, and `>999%` beyond what a reader compares; a dash where the whole is not
 * positive, because no share means anything.
 */
export function formatShare(part: string, whole: string): string {
  if (parseAmount(whole).lte(0)) return noFigure;
  const percent = parseAmount(part).times(100).div(parseAmount(whole));
  return percent.gt(999) ? '>999%' : `${percent.round(1, halfUp).toFixed(1)}%`;
}

/** The change in percent, `+4.2%`; a dash where the amount before is unknown or not positive. */
export function formatChange(amount: string, before: string | null): string {
  if (before === null || parseAmount(before).lte(0)) return noFigure;
  const change = parseAmount(amount).minus(parseAmount(before)).times(100).div(parseAmount(before)).round(1, halfUp);
  return `${change.gt(0) ? '+' : ''}${change.toFixed(1)}%`;
}

const steps = [
  { above: 999_999_999, divisor: 1_000_000_000, unit: 'bn' },
  { above: 999_999, divisor: 1_000_000, unit: 'M' },
  { above: 999, divisor: 1_000, unit: 'k' },
];

/** A round number for a chart's axis: `250k`, `1.5M`. */
export function formatAxisNumber(value: number): string {
  const step = steps.find(({ above }) => Math.abs(value) > above);
  return step === undefined ? String(value) : `${Number((value / step.divisor).toPrecision(4))}${step.unit}`;
}

const names = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** For people: `October 2026`. */
export function monthName(month: Month): string {
  return `${names[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;
}

/** For people, where there is little room: `Oct 26`. */
export function shortMonthName(month: Month): string {
  return `${(names[Number(month.slice(5, 7)) - 1] ?? '').slice(0, 3)} ${month.slice(2, 4)}`;
}
