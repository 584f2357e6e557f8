import type { Account } from './account.ts';
import { holdsHarmlessData } from './data-classes.ts';
import { type LocalRoleName, localRoleNames } from './platform-names.ts';

/**
 * Local roles that an account has: application engineers build where data is harmless, operators run where it is not,
 * observers look everywhere. Accounts that exist once have none.
 */
export function localRolesIn(account: Account): readonly LocalRoleName[] {
  if (account.kind !== 'runtime') return [];
  const absent = holdsHarmlessData(account) ? 'operator' : 'appeng';
  return localRoleNames.filter((role) => role !== absent);
}
