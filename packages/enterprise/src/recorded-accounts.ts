import type { StackContext } from '@bulkhead/baseline';
import { accountsOf } from '@bulkhead/model';

/**
 * Ids of accounts that a rule of AWS Config for the organization leaves out in one Region, since AWS Config refuses it
 * where an account has no recorder: the management account, and accounts that don't use the Region or are not deployed
 * yet. Accounts of the enterprise are left out too. Undefined where nothing would be left.
 */
export function unrecordedAccountIds(
  { organization, lock }: StackContext,
  region: string,
): readonly string[] | undefined {
  const accounts = accountsOf(organization).map((account) => ({ account, ids: lock.accounts?.[account.name] }));
  const recorded = accounts.filter(
    ({ account, ids }) => account.kind === 'runtime' && account.regions.includes(region) && ids?.deployer === true,
  );
  if (recorded.length === 0) return undefined;
  const others = accounts.filter((each) => !recorded.includes(each)).flatMap(({ ids }) => ids?.id ?? []);
  return [lock.organization?.managementAccountId ?? [], ...others].flat();
}
