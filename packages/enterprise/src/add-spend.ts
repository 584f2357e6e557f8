import { type Account, type Lock, type Organization, closedAccountsOf } from '@bulkhead/model';
import type { Construct } from 'constructs';
import { AccountBudget } from './account-budget.ts';
import { CostCategory } from './cost-category.ts';

/** An account with the id that AWS chose for it, or a reference to it. */
export interface AccountWithId {
  readonly account: Account;
  readonly id: string;
}

/**
 * What each account may spend, and who its spend belongs to. Closed accounts have no budget, and the spend of their last
 * months still has an owner.
 */
export function addSpend(
  scope: Construct,
  { organization, lock }: { readonly organization: Organization; readonly lock: Lock },
  accounts: readonly AccountWithId[],
): void {
  for (const { account, id: accountId } of accounts) {
    if (account.budget) {
      new AccountBudget(scope, `budget-${account.name}`, { account, budget: account.budget, accountId });
    }
  }
  const owned = [...accounts, ...closedAccountsOf(organization).flatMap((account) => idIn(lock, account))];
  for (const [name, key] of Object.entries({ BusinessUnit: 'unit', Phase: 'phase' } as const)) {
    const accountsByValue = new Map<string, readonly string[]>();
    for (const { account, id } of owned) {
      accountsByValue.set(account[key], [...(accountsByValue.get(account[key]) ?? []), id]);
    }
    new CostCategory(scope, `cost-category-${name}`, { name, accountsByValue });
  }
}

/** Nothing where the account was never deployed. */
function idIn(lock: Lock, account: Account): readonly AccountWithId[] {
  const id = lock.accounts?.[account.name]?.id;
  return id === undefined ? [] : [{ account, id }];
}
