import { quoteText, textOf } from './sql.ts';
import type { FindColumn } from './sql.ts';

/** How one metric comes out of a format's cost columns. */
export interface CostRecipe {
  /** Cost columns that the recipe adds up, by name. */
  readonly columns: readonly string[];
  /** Columns that the file lacks: the metric is unknown where `when` is true of any row. */
  readonly missing: readonly { readonly column: string; readonly when: string }[];
  /** SQL of the amount, given the SQL of each cost column and of 0 in the same type. */
  readonly amount: (cost: (column: string) => string, zero: string) => string;
}

/** The metric that a column of the file states. */
export function columnCost(find: FindColumn, column: string): CostRecipe {
  if (find(column) === undefined)
    return { columns: [], missing: [{ column, when: 'true' }], amount: (_, zero) => zero };
  return { columns: [column], missing: [], amount: (cost) => cost(column) };
}

interface Rule {
  readonly lineItemType: string;
  /** First column less or plus the second, or nothing. */
  readonly columns: readonly string[];
  readonly operator?: '+' | '-';
}

/**
 * Lines whose amortized cost is not what is invoiced for them: the AWS Well-Architected Labs' query for amortized cost,
 * which matches Cost Explorer's. Fees of commitments count only as far as nothing used them.
 */
const rules: readonly Rule[] = [
  { lineItemType: 'SavingsPlanCoveredUsage', columns: ['savings_plan_savings_plan_effective_cost'] },
  { lineItemType: 'DiscountedUsage', columns: ['reservation_effective_cost'] },
  { lineItemType: 'SavingsPlanNegation', columns: [] },
  { lineItemType: 'SavingsPlanUpfrontFee', columns: [] },
  {
    lineItemType: 'SavingsPlanRecurringFee',
    columns: ['savings_plan_total_commitment_to_date', 'savings_plan_used_commitment'],
    operator: '-',
  },
  {
    lineItemType: 'RIFee',
    columns: ['reservation_unused_amortized_upfront_fee_for_billing_period', 'reservation_unused_recurring_fee'],
    operator: '+',
  },
];

const unblended = 'line_item_unblended_cost';

/** Effective cost of CUR, which has no column for it. `type` is the SQL of the line item type. */
export function amortizedCost(find: FindColumn, type: string): CostRecipe {
  const isType = (rule: Rule): string => `${type} = ${quoteText(rule.lineItemType)}`;
  const present = rules.filter((rule) => rule.columns.every((column) => find(column) !== undefined));
  const missing = rules.flatMap((rule) =>
    rule.columns.filter((column) => find(column) === undefined).map((column) => ({ column, when: isType(rule) })),
  );
  // The fee paid up front for a reservation is a plain Fee with the reservation's ARN; its amortization is in DiscountedUsage.
  const upfrontFee = `${type} = 'Fee' AND ${textOf(find('reservation_reservation_a_r_n'))} IS NOT NULL`;
  return {
    columns: [unblended, ...present.flatMap((rule) => rule.columns)].filter((column) => find(column) !== undefined),
    missing,
    amount: (cost, zero) => {
      const cases = present.map((rule) => {
        const amount = rule.columns.map(cost).join(` ${rule.operator ?? '+'} `);
        return `WHEN ${isType(rule)} THEN ${amount === '' ? zero : amount}`;
      });
      return `CASE ${cases.join(' ')} WHEN ${upfrontFee} THEN ${zero} ELSE ${cost(unblended)} END`;
    },
  };
}
