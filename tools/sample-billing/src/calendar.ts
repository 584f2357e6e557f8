/** A calendar month in UTC, `YYYY-MM`. */
export type Month = string;

/** A calendar day in UTC, `YYYY-MM-DD`. */
export type Day = string;

const millisecondsPerDay = 86_400_000;

const dayAt = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10);

/** Milliseconds since 1970 at the beginning of a day. */
export function startOfDay(day: Day): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}

export function nextDay(day: Day): Day {
  return dayAt(startOfDay(day) + millisecondsPerDay);
}

export function firstDay(month: Month): Day {
  return `${month}-01`;
}

/** The month that lies so many months after another one; negative goes back. */
export function addMonths(month: Month, count: number): Month {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return dayAt(Date.UTC(year, number - 1 + count, 1)).slice(0, 7);
}

/** So many months in ascending order, ending with `last`. */
export function monthsUntil(last: Month, count: number): readonly Month[] {
  return Array.from({ length: count }, (_, index) => addMonths(last, index - count + 1));
}

export function daysOf(month: Month): readonly Day[] {
  const start = startOfDay(firstDay(month));
  const days = (startOfDay(firstDay(addMonths(month, 1))) - start) / millisecondsPerDay;
  return Array.from({ length: days }, (_, index) => dayAt(start + index * millisecondsPerDay));
}

/** Saturday or Sunday, in UTC. */
export function isWeekend(day: Day): boolean {
  return [0, 6].includes(new Date(startOfDay(day)).getUTCDay());
}
