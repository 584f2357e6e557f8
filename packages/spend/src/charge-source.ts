/** A calendar month in UTC, `YYYY-MM`. */
export type Month = string;

/**
 * Which amount of a charge a report adds up.
 *
 * - `billed`: what is invoiced (FOCUS BilledCost, CUR unblended cost)
 * - `effective`: commitments spread over the usage they cover (FOCUS EffectiveCost, amortized cost)
 * - `list`: public on-demand price (FOCUS ListCost, CUR public on-demand cost)
 */
export type CostMetric = 'billed' | 'effective' | 'list';

export const costMetrics: readonly CostMetric[] = ['billed', 'effective', 'list'];

/** What a charge is for. Credits, refunds, tax and support stand apart from usage in every report. */
export type ChargeKind = 'usage' | 'purchase' | 'credit' | 'refund' | 'tax' | 'support' | 'adjustment';

/** Charges of one month, account, service and kind, added up. */
export interface ChargeGroup {
  /** Billing month. */
  readonly month: Month;
  /** The linked account (FOCUS SubAccountId) as the source writes it; null where a charge is tied to none. */
  readonly accountId: string | null;
  /** The linked account's name, where the source has one. */
  readonly accountName: string | null;
  /** FOCUS ServiceName, or the product code where the source has no name. */
  readonly service: string | null;
  readonly kind: ChargeKind;
  /** Exact decimal in the source's currency, plain notation. */
  readonly cost: string;
}

/** What a source holds, read without attributing anything. */
export interface SourceDescription {
  /** For people: `FOCUS 1.2 Parquet`, `CUR 2.0 CSV`, … */
  readonly format: string;
  /** Files that are read, in a stable order; none for a source that has no files. */
  readonly files: readonly string[];
  /** Charges that are read: rows of the files, groups of an answer. */
  readonly rows: number;
  /** Billing months, ascending. */
  readonly months: readonly Month[];
  /** ISO 4217 code that every charge has. */
  readonly currency: string;
  /** Months that are known to be final: invoiced, or over by two weeks in the source's own time. */
  readonly settledMonths: readonly Month[];
}

/**
 * Where charges come from: a billing export or Cost Explorer.
 *
 * Implementations reject with a `SourceError` for everything that a user can mend.
 */
export interface ChargeSource {
  describe(): Promise<SourceDescription>;
  /** Charges of the months `from` to `to`, both included, grouped. */
  charges(query: { metric: CostMetric; from: Month; to: Month }): Promise<readonly ChargeGroup[]>;
  /** The month's total by a path that neither groups nor attributes: what a report has to reconcile to. */
  total(query: { metric: CostMetric; month: Month }): Promise<string>;
  /**
   * The most by which the month's groups and its total differ because the source rounds each of them, decimal text.
   * Only sources that round have it: with any other, a difference is a mistake.
   */
  roundingBound?(query: { readonly month: Month }): Promise<string>;
  close(): Promise<void>;
}

/** Something about a source that its user can mend. The message says what, where and how; no stack trace is needed. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}
