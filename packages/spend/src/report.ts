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

/** The source's total by another path, and what the report adds up to. They are equal, or there is no report. */
export interface Reconciliation {
  readonly sourceTotal: string;
  readonly reportTotal: string;
  readonly difference: string;
}

/** Spend of one month by business unit and phase. Plain data: `report.json` is this value. */
export interface SpendReport {
  readonly organization: string;
  readonly month: Month;
  readonly currency: string;
  readonly metric: CostMetric;
  /** False while the month may still change. */
  readonly settled: boolean;
  readonly total: string;
  readonly previousTotal: string | null;
  readonly reconciliation: Reconciliation;
  readonly cells: readonly Cell[];
  readonly unallocated: Unallocated;
  /** The same total by kind of charge, kinds without a charge left out. */
  readonly kinds: readonly { readonly kind: ChargeKind; readonly cost: string }[];
  /** The same total by service, largest first. */
  readonly services: readonly { readonly service: string; readonly cost: string }[];
  /** Up to 14 months that end with this one; `unit` is null for what is unallocated. */
  readonly trend: readonly {
    readonly month: Month;
    readonly total: string;
    readonly units: readonly { readonly unit: string | null; readonly cost: string }[];
  }[];
  readonly source: { readonly format: string; readonly files: readonly string[]; readonly rows: number };
}

/** Who owns an account's spend. */
export interface Owner {
  readonly unit: string;
  readonly phase: string;
}

/** The allocation key: account id to unit and phase, and the monthly budget of each unit and phase. */
export interface Attribution {
  readonly owners: ReadonlyMap<string, Owner>;
  /** Every unit and phase of the organization in the order to print, also where nothing was spent. */
  readonly cells: readonly (Owner & { readonly budget: string | null })[];
}
