import { type RuntimeAccount, localRolesIn } from '@bulkhead/model';

/**
 * The permission boundary of engineers and workloads, in accounts where engineers build; undefined in others.
 *
 * @param accountId of that account
 */
export function boundaryArn(account: RuntimeAccount, accountId: string): string | undefined {
  return localRolesIn(account).includes('appeng') ? `arn:aws:iam::${accountId}:policy/bulkhead/boundary` : undefined;
}
