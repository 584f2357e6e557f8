import { type Account, type Organization, accountsOf } from '@bulkhead/model';
import type { OrganizationIds } from './organization-ids.ts';

/** Ids of the accounts of some kinds, in the definition's order. */
export function idsOfKinds(
  organization: Organization,
  kinds: readonly Account['kind'][],
  { accountIds }: OrganizationIds,
): readonly string[] {
  return accountsOf(organization)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ name }) => idOf(name, accountIds));
}

/** @throws Error for an account that has no id */
export function idOf(name: string, accountIds: OrganizationIds['accountIds']): string {
  const id = accountIds.get(name);
  if (id === undefined) throw new Error(`no account id of ${name}`);
  return id;
}
