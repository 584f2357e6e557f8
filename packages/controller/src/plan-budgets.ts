import type { DesiredLimits } from './desired-limits.ts';
import { type Known, known, unknown } from './known.ts';
import type { BudgetState } from './budget-ledger.ts';
import type { ObservedLimits } from './observed-limits.ts';
import type { BudgetPlan } from './plan.ts';

/** Each budget of the definition beside what AWS has counted against it. */
export function planBudgets(desired: DesiredLimits, { budgets }: ObservedLimits): readonly BudgetPlan[] {
  return desired.accounts.flatMap(({ name, unit, phase, budget }): readonly BudgetPlan[] =>
    budget === null ? [] : [{ account: name, unit, phase, limit: budget, spent: spentOf(name, budgets) }],
  );
}

function spentOf(name: string, budgets: Known<readonly BudgetState[]>): Known<BudgetState> {
  if (!budgets.known) return budgets;
  const state = budgets.value.find((budget) => budget.name === name);
  return state ? known(state) : unknown(`AWS has no budget named ${name}, deploy the organization's stack`);
}
