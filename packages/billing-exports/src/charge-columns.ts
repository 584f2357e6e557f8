import type { CostMetric } from '@bulkhead/spend';
import { curKind, focusKind } from './charge-kinds.ts';
import { amortizedCost, columnCost } from './cost-recipes.ts';
import type { CostRecipe } from './cost-recipes.ts';
import type { ExportFormat } from './export-format.ts';
import { dateOf, textOf } from './sql.ts';
import type { FindColumn, SourceColumn } from './sql.ts';

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

function dateIn(column: SourceColumn | undefined, length: 7 | 10): string {
  return column === undefined ? textOf(column) : dateOf(column, length);
}

function focusColumns(find: FindColumn): ChargeColumns {
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

function curColumns(find: FindColumn): ChargeColumns {
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
