import type { ChargeKind } from '@bulkhead/spend';
import { quoteText } from './sql.ts';

type Values = Readonly<Partial<Record<ChargeKind, readonly string[]>>>;

/**
 * CUR line item types. Savings Plan negations stay with the usage that they offset. A discount line is no credit:
 * nobody granted it, it is part of the price, so it stands with the adjustments, as does every type not listed.
 * AWS's dictionary spells the flat rate both ways.
 */
const lineItemTypes: Values = {
  usage: ['Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage', 'SavingsPlanNegation'],
  purchase: [
    'Fee',
    'RIFee',
    'SavingsPlanUpfrontFee',
    'SavingsPlanRecurringFee',
    'FlatRateSubscription',
    'FlateRateSubscription',
  ],
  credit: ['Credit'],
  refund: ['Refund'],
  tax: ['Tax'],
  support: ['Support'],
};

const chargeCategories: Values = { usage: ['Usage'], purchase: ['Purchase'], credit: ['Credit'], tax: ['Tax'] };

/** Names of support plans: `AWSSupportBusiness`, `AWSEnterpriseSupport`, `AWS Support (Developer)`, `AWS Premium Support`. */
const supportPlan = '^(AWS|OCB) ?(Premium|Developer|Business|Enterprise)? ?Support';

/** SQL for the kind of a CUR line. Usage and fees of a support plan are support; its tax and credits are not. */
export function curKind(lineItemType: string, services: readonly string[]): string {
  const support = `${lineItemType} IN ('Usage', 'Fee') AND ${isSupport(services)}`;
  return `CASE WHEN ${support} THEN 'support' ${cases(lineItemType, lineItemTypes)} END`;
}

/** SQL for the kind of a FOCUS charge. FOCUS has no category for refunds: they are negative corrections of what was charged. */
export function focusKind(category: string, chargeClass: string, cost: string, services: readonly string[]): string {
  const charged = `${category} IN ('Usage', 'Purchase')`;
  const refund = `${charged} AND ${chargeClass} = 'Correction' AND TRY_CAST(${cost} AS DOUBLE) < 0`;
  const support = `${charged} AND ${isSupport(services)}`;
  return `CASE WHEN ${refund} THEN 'refund' WHEN ${support} THEN 'support' ${cases(category, chargeCategories)} END`;
}

function isSupport(services: readonly string[]): string {
  // The plain search first: a regular expression over every charge would take longer than adding them up.
  const matches = services.map(
    (service) =>
      `CASE WHEN contains(${service}, 'Support') THEN regexp_matches(${service}, ${quoteText(supportPlan)}) ELSE false END`,
  );
  return `(${matches.join(' OR ')})`;
}

function cases(value: string, kinds: Values): string {
  const whens = Object.entries(kinds).map(
    ([kind, values]) => `WHEN ${value} IN (${values.map(quoteText).join(', ')}) THEN ${quoteText(kind)}`,
  );
  return `${whens.join(' ')} ELSE 'adjustment'`;
}
