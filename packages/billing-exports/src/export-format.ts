import type { FileColumn } from './file-columns.ts';
import type { FindColumn } from './sql.ts';

export type Standard = 'FOCUS' | 'CUR';

/** What a file is, told from its columns. */
export interface ExportFormat {
  readonly standard: Standard;
  /** For people: `FOCUS 1.2`, `CUR 2.0`, `legacy CUR`. */
  readonly name: string;
  /** The column of this name: FOCUS's own (`BilledCost`), or CUR's as Athena spells it (`line_item_unblended_cost`). */
  readonly column: FindColumn;
  /** The name that the file itself gives a column, for messages: `lineItem/UnblendedCost`. */
  readonly nameInFile: (name: string) => string;
  /** Columns without which there is no report. */
  readonly missing: readonly string[];
}

const required: Readonly<Record<Standard, readonly string[]>> = {
  FOCUS: ['BilledCost', 'BillingCurrency', 'BillingPeriodStart', 'ChargeCategory', 'ChargePeriodStart', 'SubAccountId'],
  CUR: [
    'line_item_unblended_cost',
    'line_item_currency_code',
    'bill_billing_period_start_date',
    'line_item_line_item_type',
    'line_item_usage_start_date',
    'line_item_usage_account_id',
  ],
};

// Columns that came with the version (FOCUS changelog).
const focus12 = ['InvoiceId', 'BillingAccountType', 'SubAccountType', 'PricingCurrency'];
const focus11 = [
  'ServiceSubcategory',
  'CapacityReservationId',
  'CommitmentDiscountQuantity',
  'SkuMeter',
  'SkuPriceDetails',
];
const cur2 = [
  'line_item_usage_account_name',
  'bill_payer_account_name',
  'product',
  'resource_tags',
  'cost_category',
  'tags',
];

/** Half of what a format needs identifies it, so that an export that lost a column is named instead of rejected. */
const enoughToRecognize = 3;

/** Tells the format from a file's columns, whatever their order and case; undefined where it is no billing export. */
export function recognizeFormat(columns: readonly FileColumn[]): ExportFormat | undefined {
  const slashed = columns.some(({ name }) => /^lineItem\//i.test(name));
  const focus = new Map(columns.map((column) => [column.name.toLowerCase(), column]));
  const cur = new Map(columns.map((column) => [curColumnName(column.name), column]));
  const found = (standard: Standard, name: string): FileColumn | undefined =>
    standard === 'FOCUS' ? focus.get(name.toLowerCase()) : cur.get(name);
  const standards: readonly Standard[] = ['FOCUS', 'CUR'];
  const standard = standards.find(
    (candidate) => required[candidate].filter((name) => found(candidate, name)).length >= enoughToRecognize,
  );
  if (standard === undefined) return undefined;
  const has = (name: string): boolean => found(standard, name) !== undefined;
  return {
    standard,
    name: standard === 'FOCUS' ? focusVersion(has) : !slashed && cur2.some(has) ? 'CUR 2.0' : 'legacy CUR',
    column: (name) => found(standard, name),
    nameInFile: (name) => (slashed ? slashedName(name) : name),
    missing: required[standard].filter((name) => !has(name)),
  };
}

function focusVersion(has: (name: string) => boolean): string {
  if (focus12.some(has)) return 'FOCUS 1.2';
  return focus11.some(has) ? 'FOCUS 1.1' : 'FOCUS 1.0';
}

/** AWS's own rule for the names of CUR columns in Athena: `reservation/ReservationARN` is `reservation_reservation_a_r_n`. */
function curColumnName(header: string): string {
  if (!header.includes('/')) return header.toLowerCase();
  return header
    .replaceAll(/[^A-Za-z0-9]/g, '_')
    .replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    .replaceAll(/_+/g, '_');
}

function slashedName(name: string): string {
  const [, group = '', rest = name] = /^(line_item|savings_plan|[a-z]+)_(.*)$/.exec(name) ?? [];
  const camel = (text: string): string => text.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const item = camel(rest);
  return `${camel(group)}/${item.startsWith('public') ? item : item.charAt(0).toUpperCase() + item.slice(1)}`;
}

/** What a billing export has to have, for the message to a person whose file is none. */
export function describeExpectedColumns(): string {
  return `expected FOCUS (${required.FOCUS.join(', ')}) or CUR (${required.CUR.join(', ')}, or lineItem/UnblendedCost and so on)`;
}
