import type { ChargeSource } from '@bulkhead/spend';

/** What AWS bills for the questions that were asked. */
export interface Billed {
  readonly pages: number;
  /** Decimal text. */
  readonly usd: string;
}

/** A source that was found to be readable, and the month that is wanted of it. */
export interface Charges {
  readonly source: ChargeSource;
  readonly month: string;
  /** What AWS has billed so far; undefined for a source that costs nothing. */
  readonly billed: () => Billed | undefined;
}

/** For people: `Cost Explorer billed 2 pages, 0.02 USD`. */
export function billedWords({ pages, usd }: Billed): string {
  return `Cost Explorer billed ${pages} ${pages === 1 ? 'page' : 'pages'}, ${usd} USD`;
}
