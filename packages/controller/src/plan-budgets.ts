import type { DesiredLimits } from './desired-limits.ts';
import { type Known, known, unknown } from './known.ts';
import type { BudgetState, CountedBudget } from './budget-ledger.ts';
import type { ObservedLimits } from './observed-limits.ts';
import type { BudgetPlan } from './plan.ts';

/** Each budget of the definition beside what AWS has counted against it. */
export function planBudgets(desired: DesiredLimits, { budgets }: ObservedLimits): readonly BudgetPlan[] {
  return desired.accounts.flatMap(({ name, unit, phase, budget }): readonly BudgetPlan[] =>
    budget === null ? [] : [{ account: name, unit, phase, limit: budget, spent: spentOf(name, budgets) }],
  );
}

function spentOf(name: string, budgets: Known<readonly BudgetState[]>): Known<CountedBudget> {
  if (!budgets.known) return budgets;
  const state = budgets.value.find((budget) => budget.name === name);
  if (!state) return unknown(`AWS has no budget named ${name}, deploy the organization's stack`);
  const { actual } = state;
  return actual === null
    ? unknown(`AWS has not calculated the budget ${name} yet, look again in a day`)
    : known({ ...state, actual });
}
