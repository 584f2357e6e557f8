import type { CostMetric } from '@bulkhead/spend';
import { curKind, focusKind } from './charge-kinds.ts';
import { amortizedCost } from './amortized-cost.ts';
import type { ExportFormat } from './export-format.ts';
import { dateOf, textOf } from './sql.ts';
import type { SourceColumn } from './sql.ts';

/** How one metric comes out of a format's cost columns. */
export interface CostRecipe {
  /** Cost columns that the recipe adds up, by name. */
  readonly columns: readonly string[];
  /** Columns that the file lacks: the metric is unknown where `when` is true of any row. */
  readonly missing: readonly { readonly column: string; readonly when: string }[];
  /** SQL of the amount, given the SQL of each cost column and of 0 in the same type. */
  readonly amount: (cost: (column: string) => string, zero: string) => string;
}

/** SQL of the columns of the `charges` view over one format. All are text but the costs; null is SQL's null. */
export interface ChargeColumns {
  readonly month: string;
  /** Day on which the charge begins, `YYYY-MM-DD`. */
  readonly chargeStart: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly service: string;
  readonly kind: string;
  readonly currency: string;
  readonly invoiceId: string;
  /** Whether the format says which charges are invoiced. */
  readonly hasInvoices: boolean;
  /** The account that pays the bill. */
  readonly payerId: string;
  readonly costs: Readonly<Record<CostMetric, CostRecipe>>;
}

/**
 * The month is the billing period's, not the usage's: tax and late usage of an earlier month are on the later bill, and
 * a month's report has to add up to its bill. In every export seen here both give the same months.
 */
export function chargeColumns(format: ExportFormat): ChargeColumns {
  return format.standard === 'FOCUS' ? focusColumns(format.column) : curColumns(format.column);
}

type Find = (name: string) => SourceColumn | undefined;

function dateIn(column: SourceColumn | undefined, length: 7 | 10): string {
  return column === undefined ? textOf(column) : dateOf(column, length);
}

function focusColumns(find: Find): ChargeColumns {
  const text = (name: string): string => textOf(find(name));
  const services = [text('ServiceName'), text('x_ServiceCode')];
  return {
    month: dateIn(find('BillingPeriodStart'), 7),
    chargeStart: dateIn(find('ChargePeriodStart'), 10),
    accountId: text('SubAccountId'),
    accountName: text('SubAccountName'),
    service: text('ServiceName'),
    kind: focusKind(text('ChargeCategory'), text('ChargeClass'), text('BilledCost'), services),
    currency: text('BillingCurrency'),
    invoiceId: text('InvoiceId'),
    hasInvoices: find('InvoiceId') !== undefined,
    payerId: text('BillingAccountId'),
    costs: {
      billed: columnCost(find, 'BilledCost'),
      effective: columnCost(find, 'EffectiveCost'),
      list: columnCost(find, 'ListCost'),
    },
  };
}

function curColumns(find: Find): ChargeColumns {
  const text = (name: string): string => textOf(find(name));
  const code = text('line_item_product_code');
  const type = text('line_item_line_item_type');
  return {
    month: dateIn(find('bill_billing_period_start_date'), 7),
    chargeStart: dateIn(find('line_item_usage_start_date'), 10),
    accountId: text('line_item_usage_account_id'),
    accountName: text('line_item_usage_account_name'),
    service: `coalesce(${text('product_product_name')}, ${productName(find('product'))}, ${code})`,
    kind: curKind(type, [code, text('product_product_name')]),
    currency: text('line_item_currency_code'),
    invoiceId: text('bill_invoice_id'),
    hasInvoices: find('bill_invoice_id') !== undefined,
    payerId: text('bill_payer_account_id'),
    costs: {
      billed: columnCost(find, 'line_item_unblended_cost'),
      effective: amortizedCost(find, type),
      list: columnCost(find, 'pricing_public_on_demand_cost'),
    },
  };
}

/** The name in CUR 2.0's `product`: a map in Parquet, the same as JSON text in CSV. */
function productName(product: SourceColumn | undefined): string {
  if (product === undefined) return textOf(product);
  if (product.type.startsWith('MAP')) return `nullif(CAST(${product.sql}['product_name'] AS VARCHAR), '')`;
  return `CASE WHEN json_valid(${textOf(product)}) THEN nullif(json_extract_string(${textOf(product)}, '$.product_name'), '') END`;
}

function columnCost(find: Find, column: string): CostRecipe {
  if (find(column) === undefined)
    return { columns: [], missing: [{ column, when: 'true' }], amount: (_, zero) => zero };
  return { columns: [column], missing: [], amount: (cost) => cost(column) };
}
