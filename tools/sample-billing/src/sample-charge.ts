import type { Amount } from './amount.ts';
import type { BillingRegion } from './billing-region.ts';
import type { Day, Month } from './calendar.ts';

export interface ChargeAccount {
  readonly id: string;
  readonly name: string;
}

/** A service as FOCUS names it, with the code that AWS's price lists use. */
export interface ChargeService {
  readonly name: string;
  readonly category: string;
  readonly subcategory: string;
  readonly code: string;
}

/** What is metered, and at which public price. */
export interface ChargeSku {
  readonly id: string;
  readonly priceId: string;
  /** AWS usage type with its Region's prefix: `EU-BoxUsage:m5.xlarge`. */
  readonly usageType: string;
  readonly operation: string;
  readonly unit: string;
  /** USD per unit. */
  readonly listUnitPrice: Amount;
  readonly details: Readonly<Record<string, string>>;
}

/** The share that a savings plan has in a charge. */
export interface ChargeCommitment {
  /** ARN of the plan. */
  readonly id: string;
  /** What a charge does with the commitment; null where it buys it. */
  readonly status: 'Used' | 'Unused' | null;
  /** USD of the commitment that the charge buys, uses or leaves unused. */
  readonly quantity: Amount;
}

/**
 * One line of a bill, in FOCUS terms: USD, charges of one day or (tax, support, credits) of a whole month.
 *
 * Costs have at most 15 significant digits, so that a double carries each of them exactly.
 */
export interface SampleCharge {
  readonly billingMonth: Month;
  /** First day that is charged for. */
  readonly start: Day;
  /** The day after the last one. */
  readonly end: Day;
  readonly payer: ChargeAccount;
  /** Null for what belongs to no member of the organization. */
  readonly account: ChargeAccount | null;
  /** Null while the month is open. */
  readonly invoiceId: string | null;
  readonly publisher: string;
  readonly category: 'Usage' | 'Purchase' | 'Tax' | 'Credit';
  /** Whether the charge mends a period that was invoiced before: refunds and late charges. */
  readonly isCorrection: boolean;
  readonly frequency: 'One-Time' | 'Recurring' | 'Usage-Based';
  readonly description: string;
  readonly service: ChargeService;
  readonly region: BillingRegion | null;
  readonly availabilityZone: string | null;
  readonly resource: { readonly id: string; readonly type: string } | null;
  /** Null where nothing is metered: tax, credits, unused commitment. */
  readonly sku: ChargeSku | null;
  /** In the SKU's unit; null without a SKU. */
  readonly quantity: Amount | null;
  readonly commitment: ChargeCommitment | null;
  readonly listCost: Amount;
  /** Equal to the list cost where there is a SKU: the sample payer has negotiated no prices. */
  readonly contractedCost: Amount;
  readonly billedCost: Amount;
  readonly effectiveCost: Amount;
  readonly tags: Readonly<Record<string, string>>;
}
