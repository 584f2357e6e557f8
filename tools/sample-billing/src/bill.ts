import { multiply } from './amount.ts';
import type { Amount } from './amount.ts';
import { addMonths, firstDay, nextDay } from './calendar.ts';
import type { Day, Month } from './calendar.ts';
import { randomStream } from './random.ts';
import type { ChargeAccount, ChargeService, SampleCharge } from './sample-charge.ts';
import type { SampleInput } from './sample-input.ts';
import type { UsageLine } from './usage-line.ts';

/** One month's bill: what all its charges share. */
export interface Bill {
  readonly month: Month;
  /** Place of the month in the export, from 0. */
  readonly index: number;
  readonly payer: ChargeAccount;
  /** AWS's invoice, and that for purchases from other sellers; null while the month is open. */
  readonly invoiceId: string | null;
  readonly marketplaceInvoiceId: string | null;
}

export const awsPublisher = 'Amazon Web Services, Inc.';

export function billOf(input: SampleInput, payer: ChargeAccount, month: Month, index: number): Bill {
  const isOpen = input.openLastMonth === true && index === input.months - 1;
  const random = randomStream(input.seed, 'invoice', month);
  // Growing with the month, so that no two invoices share a number.
  const number = (place: number) => String(1_200_000_000 + place * 6_000_000 + Math.floor(random() * 6_000_000));
  const invoiceId = isOpen ? null : number(2 * index);
  return { month, index, payer, invoiceId, marketplaceInvoiceId: isOpen ? null : number(2 * index + 1) };
}

const noSku = {
  region: null,
  availabilityZone: null,
  resource: null,
  sku: null,
  quantity: null,
  commitment: null,
  isCorrection: false,
};

/** Usage of one day at the public price. */
export function usageCharge(bill: Bill, line: UsageLine, day: Day, quantity: Amount): SampleCharge {
  const cost = multiply(line.sku.listUnitPrice, quantity);
  const { payer, invoiceId } = bill;
  const { sku, region, availabilityZone, resource, tags, description, account } = line;
  return {
    billingMonth: bill.month,
    start: day,
    end: nextDay(day),
    payer,
    account,
    invoiceId,
    publisher: awsPublisher,
    category: 'Usage',
    isCorrection: false,
    frequency: 'Usage-Based',
    description,
    service: line.item.service,
    region,
    availabilityZone,
    resource,
    sku,
    quantity,
    commitment: null,
    listCost: cost,
    contractedCost: cost,
    billedCost: cost,
    effectiveCost: cost,
    tags,
  };
}

/** What a charge over a whole month has of its own. */
export interface MonthlyCharge extends Partial<Omit<SampleCharge, 'listCost' | 'contractedCost' | 'billedCost'>> {
  readonly account: ChargeAccount | null;
  readonly category: SampleCharge['category'];
  readonly description: string;
  readonly service: ChargeService;
}

/** A charge over the whole month; all four costs are the amount. */
export function monthlyCharge(bill: Bill, amount: Amount, own: MonthlyCharge): SampleCharge {
  const { month, payer, invoiceId } = bill;
  return {
    billingMonth: month,
    start: firstDay(month),
    end: firstDay(addMonths(month, 1)),
    payer,
    invoiceId,
    publisher: awsPublisher,
    frequency: 'One-Time',
    tags: {},
    ...noSku,
    listCost: amount,
    contractedCost: amount,
    billedCost: amount,
    effectiveCost: amount,
    ...own,
  };
}
