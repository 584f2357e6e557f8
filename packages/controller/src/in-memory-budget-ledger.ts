import type { BudgetLedger, BudgetState } from './budget-ledger.ts';

/** A ledger of budgets that are already in memory. */
export function inMemoryBudgetLedger(budgets: readonly BudgetState[]): BudgetLedger {
  return { budgets: () => Promise.resolve(budgets) };
}
