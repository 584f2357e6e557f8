import { type BudgetLedger, type BudgetPlan, known, unknown } from '@bulkhead/controller';
import { type Organization, accountsOf } from '@bulkhead/model';

/** This month's spend and forecast against the budget of each account that has one, in the definition's order. */
export async function readSpendStatus(
  organization: Organization,
  ledger: BudgetLedger,
): Promise<readonly BudgetPlan[]> {
  const states = new Map((await ledger.budgets()).map((state) => [state.name, state]));
  return accountsOf(organization).flatMap((account): readonly BudgetPlan[] => {
    if (!account.budget) return [];
    const { name, unit, phase, budget } = account;
    const state = states.get(name);
    const spent = state
      ? known(state)
      : unknown(`AWS tells no spend for budget ${name}: deploy the organization's stack, or wait a day after that`);
    return [{ account: name, unit, phase, limit: budget.amount, spent }];
  });
}
