import type { ChargeKind, CostMetric, Month } from './charge-source.ts';

/** One account's share of a cell or of what stands unallocated. */
export interface AccountCost {
  /** Account id as the source writes it. */
  readonly id: string;
  readonly name: string | null;
  readonly cost: string;
}

/** What one business unit spent in one phase. Amounts are exact decimals in the report's currency. */
export interface Cell {
  readonly unit: string;
  readonly phase: string;
  /** Accounts with a charge in the month, largest cost first, then by id. */
  readonly accounts: readonly AccountCost[];
  readonly cost: string;
  /** Cost of the month before; null where the source does not hold that month. */
  readonly previousMonth: string | null;
  /** Budget per month; null where the definition sets none. */
  readonly budget: string | null;
}

/** Charges that belong to no account of the organization. */
export interface Unallocated {
  readonly cost: string;
  readonly previousMonth: string | null;
  /** Accounts that the organization does not know: they left, or were never described. */
  readonly accounts: readonly AccountCost[];
  /** Charges that name no account at all. */
  readonly withoutAccount: string;
}

/** What the source's own rounding leaves between its groups and its total, a row of the report like any other. */
export interface Rounding {
  /** Total less cells and unallocated; never zero. */
  readonly cost: string;
  /** The most that rounding can explain; with more there is no report. */
  readonly bound: string;
}

/** The source's total by another path, and what the report adds up to. They are equal, or there is no report. */
export interface Reconciliation {
  readonly sourceTotal: string;
  readonly reportTotal: string;
  readonly difference: string;
}

export interface KindCost {
  readonly kind: ChargeKind;
  readonly cost: string;
}

export interface ServiceCost {
  /** Null for charges that name no service. */
  readonly service: string | null;
  readonly cost: string;
}

/** A total, and the same total divided by kind and by service; a report's rounding belongs to none of them. */
export interface Breakdown {
  readonly total: string;
  /** Total of the month before; null where the source does not hold that month. */
  readonly previousTotal: string | null;
  /** Kinds without a charge are left out. */
  readonly kinds: readonly KindCost[];
  /** Largest first, then by name. */
  readonly services: readonly ServiceCost[];
}

/** One unit's breakdown; `unit` is null for what is unallocated. */
export interface UnitBreakdown extends Breakdown {
  readonly unit: string | null;
}

export interface TrendMonth {
  readonly month: Month;
  readonly total: string;
  /** Every unit of the report in its order; `unit` is null for what is unallocated, which has no phases. */
  readonly units: readonly {
    readonly unit: string | null;
    readonly cost: string;
    readonly phases: readonly { readonly phase: string; readonly cost: string }[];
  }[];
}

interface MonthlyReport extends Breakdown {
  readonly organization: string;
  readonly month: Month;
  readonly currency: string;
  readonly metric: CostMetric;
  /** False while the month may still change. */
  readonly settled: boolean;
  readonly cells: readonly Cell[];
  /** Up to 14 months that end with this one, without rounding; months that the source does not hold are left out. */
  readonly trend: readonly TrendMonth[];
}

/** Spend of one month by business unit and phase. Plain data: `report.json` is this value. */
export interface SpendReport extends MonthlyReport {
  readonly scope: 'organization';
  readonly reconciliation: Reconciliation;
  readonly unallocated: Unallocated;
  /** Null where the groups of the source add up to its total. */
  readonly rounding: Rounding | null;
  /** Every unit in the order of the cells, then what is unallocated. */
  readonly units: readonly UnitBreakdown[];
  readonly source: { readonly format: string; readonly files: readonly string[]; readonly rows: number };
}

/** One business unit's part of a `SpendReport`. It holds no figure of anybody else. */
export interface UnitReport extends MonthlyReport {
  readonly scope: 'unit';
  readonly unit: string;
}
