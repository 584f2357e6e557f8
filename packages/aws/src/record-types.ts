import type { ChargeKind } from '@bulkhead/spend';

/**
 * Cost Explorer's record types as the API spells them (Billing User Guide, cost category terms). What a Savings Plan
 * covers and its negation belong together; a type that is not listed is an adjustment, never dropped.
 */
const kinds: ReadonlyMap<string, ChargeKind> = new Map([
  ['Usage', 'usage'],
  ['DiscountedUsage', 'usage'],
  ['SavingsPlanCoveredUsage', 'usage'],
  ['SavingsPlanNegation', 'usage'],
  ['Fee', 'purchase'],
  ['RIFee', 'purchase'],
  ['SavingsPlanRecurringFee', 'purchase'],
  ['SavingsPlanUpfrontFee', 'purchase'],
  ['Credit', 'credit'],
  ['Refund', 'refund'],
  ['Tax', 'tax'],
  ['Support', 'support'],
]);

/** What a charge of a record type is for. */
export function kindOfRecordType(recordType: string): ChargeKind {
  return kinds.get(recordType) ?? 'adjustment';
}
