import { costMetrics } from '@bulkhead/spend';
import type { CostMetric, Month } from '@bulkhead/spend';
import type { BillingDatabase, Row } from './billing-database.ts';
import { countIn, textIn } from './billing-database.ts';
import { decimalsOf, isNoNumber } from './exact-decimal.ts';
import { readFailure } from './read-failure.ts';
import { costColumn } from './relation.ts';
import type { Relation } from './relation.ts';

/** What one relation holds for one billing month and payer. */
export interface SurveyedMonth {
  readonly relation: Relation;
  /** Null, or no month at all, where the file is at fault. */
  readonly month: Month | null;
  readonly payerId: string | null;
  readonly rows: number;
  readonly invoicedRows: number;
  readonly lastChargeStart: string | null;
  readonly currencies: readonly string[];
  readonly costs: Readonly<Record<CostMetric, SurveyedCost>>;
}

/** What adding up a metric exactly takes. */
export interface SurveyedCost {
  /** Digits after the point. */
  readonly decimals: number;
  /** Sum of all magnitudes, as an estimate: no sum of the amounts is larger. */
  readonly magnitude: number;
  /** A cell that is no number, if there is one, and its column. */
  readonly noNumber: { readonly column: string; readonly text: string } | undefined;
  /** Columns that rows need and that the file lacks. */
  readonly missing: readonly string[];
}

/** Reads, in one pass over a relation's files, all that has to be known before amounts are added up. */
export async function surveyRelation(database: BillingDatabase, relation: Relation): Promise<readonly SurveyedMonth[]> {
  const { columns } = relation;
  const names = [...new Set(costMetrics.flatMap((metric) => columns.costs[metric].columns))];
  const missing = costMetrics.flatMap((metric) => columns.costs[metric].missing);
  const measures = names.flatMap((name, index) => {
    const column = costColumn(relation, name);
    return [
      `max(${decimalsOf(column)}) AS decimals_${index}`,
      `sum(abs(TRY_CAST(${column.sql} AS DOUBLE))) AS magnitude_${index}`,
      `min(CASE WHEN ${isNoNumber(column)} THEN CAST(${column.sql} AS VARCHAR) END) AS no_number_${index}`,
    ];
  });
  const needs = missing.map(({ when }, index) => `count(*) FILTER (WHERE ${when}) AS missing_${index}`);
  const statement = `SELECT ${[
    `${columns.month} AS month`,
    `${columns.payerId} AS payer_id`,
    'count(*) AS row_count',
    `count(${columns.invoiceId}) AS invoiced_rows`,
    `max(${columns.chargeStart}) AS last_charge_start`,
    `to_json(list_sort(list(DISTINCT ${columns.currency}) FILTER (WHERE ${columns.currency} IS NOT NULL))) AS currencies`,
    ...measures,
    ...needs,
  ].join(',\n  ')}\nFROM ${relation.from}\nGROUP BY month, payer_id ORDER BY month, payer_id`;
  const rows = await database.rows(statement).catch((cause: unknown) => {
    throw readFailure(relation.files, cause);
  });
  const costIn = (row: Row, metric: CostMetric): SurveyedCost => {
    const recipe = columns.costs[metric];
    const indices = recipe.columns.map((name) => names.indexOf(name));
    const noNumbers = indices.flatMap((index) => {
      const text = textIn(row, `no_number_${index}`);
      return text === null ? [] : [{ column: names[index] ?? '', text }];
    });
    return {
      decimals: Math.max(0, ...indices.map((index) => countIn(row, `decimals_${index}`))),
      magnitude: indices.reduce((sum, index) => sum + countIn(row, `magnitude_${index}`), 0),
      noNumber: noNumbers[0],
      missing: recipe.missing
        .filter((need) => countIn(row, `missing_${missing.indexOf(need)}`) > 0)
        .map(({ column }) => column),
    };
  };
  return rows.map((row) => ({
    relation,
    month: textIn(row, 'month'),
    payerId: textIn(row, 'payer_id'),
    rows: countIn(row, 'row_count'),
    invoicedRows: countIn(row, 'invoiced_rows'),
    lastChargeStart: textIn(row, 'last_charge_start'),
    currencies: JSON.parse(textIn(row, 'currencies') ?? '[]') as readonly string[],
    costs: { billed: costIn(row, 'billed'), effective: costIn(row, 'effective'), list: costIn(row, 'list') },
  }));
}
