import type { ChargeGroup, ChargeKind, CostMetric, Month } from '@bulkhead/spend';
import type { BillingDatabase } from './billing-database.ts';
import { textIn } from './billing-database.ts';
import type { Scales } from './scales.ts';
import { exactCost, exactZero, plainDecimal } from './exact-decimal.ts';
import { costColumn } from './relation.ts';
import type { Relation } from './relation.ts';

/** SQL of a metric over a relation, as DECIMAL(38, scale). */
function amount(relation: Relation, metric: CostMetric, scale: number): string {
  const cost = (name: string): string => exactCost(costColumn(relation, name), scale);
  return relation.columns.costs[metric].amount(cost, exactZero(scale));
}

/** Defines `charges`, one row for each charge, whatever the formats are. Every grouped query asks this view. */
export function chargesView(relations: readonly Relation[], scales: Scales): string {
  const selects = relations.map((relation) => {
    const { columns } = relation;
    const metric = (name: CostMetric): string => amount(relation, name, scales[name]);
    return `SELECT ${columns.month} AS month, ${columns.chargeStart} AS charge_start, ${columns.accountId} AS account_id,
  ${columns.accountName} AS account_name, ${columns.service} AS service, ${columns.kind} AS kind,
  ${metric('billed')} AS billed, ${metric('effective')} AS effective, ${metric('list')} AS list,
  ${columns.currency} AS currency, ${columns.invoiceId} AS invoice_id, ${columns.payerId} AS payer_id
FROM ${relation.from}`;
  });
  return `CREATE VIEW charges AS ${selects.join('\nUNION ALL\n')}`;
}

/** Asks the view for the charges of some months, grouped, in a stable order. */
export async function groupedCharges(
  database: BillingDatabase,
  query: { readonly metric: CostMetric; readonly from: Month; readonly to: Month },
): Promise<readonly ChargeGroup[]> {
  const rows = await database.rows(
    `SELECT month, account_id, max(account_name) AS account_name, service, kind, CAST(sum(${query.metric}) AS VARCHAR) AS cost
FROM charges WHERE month BETWEEN $1 AND $2
GROUP BY month, account_id, service, kind ORDER BY month, account_id, service, kind`,
    [query.from, query.to],
  );
  return rows.map((row) => ({
    month: textIn(row, 'month') ?? '',
    accountId: textIn(row, 'account_id'),
    accountName: textIn(row, 'account_name'),
    service: textIn(row, 'service'),
    kind: (textIn(row, 'kind') ?? 'adjustment') as ChargeKind,
    cost: plainDecimal(textIn(row, 'cost') ?? '0'),
  }));
}

/** Adds a month up straight from the files, past the view, so that what the view or a group would lose shows. */
export async function scannedTotal(
  database: BillingDatabase,
  relations: readonly Relation[],
  scale: number,
  query: { readonly metric: CostMetric; readonly month: Month },
): Promise<string> {
  const scans = relations.map(
    (relation) =>
      `SELECT ${amount(relation, query.metric, scale)} AS cost FROM ${relation.from} WHERE ${relation.columns.month} = $1`,
  );
  const [row] = await database.rows(
    `SELECT CAST(sum(cost) AS VARCHAR) AS total FROM (${scans.join('\nUNION ALL\n')})`,
    [query.month],
  );
  return plainDecimal((row && textIn(row, 'total')) ?? '0');
}
