import type { Account, RuntimeAccount } from './account.ts';
import { accountsOf, runtimeAccountsWith } from './accounts.ts';
import type { Organization } from './organization.ts';

/** Closed accounts: reports name them, nothing else does. AWS keeps them for 90 days. */
export function closedAccountsOf(organization: Organization): readonly RuntimeAccount[] {
  return runtimeAccountsWith(organization, ['closed']);
}

/** Every account that reports may come upon: those that there are, and those that were. */
export function reportedAccountsOf(organization: Organization): readonly Account[] {
  return [...accountsOf(organization), ...closedAccountsOf(organization)];
}

/** The accounts that have a stack, with roles and limits: all but those that are closing. */
export function workingAccountsOf(organization: Organization): readonly Account[] {
  return accountsOf(organization).filter((account) => !isClosing(account));
}

/** Whether nobody works in an account any more: it waits to be closed. */
export function isClosing(account: Account): boolean {
  return account.kind === 'runtime' && account.life !== 'active';
}
