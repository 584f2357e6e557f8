import type { Organization, RuntimeAccount } from '@bulkhead/model';
import type { OrganizationIds } from './organization-ids.ts';
import type { Statement } from './policy.ts';

/**
 * Of resource control policies: resources of a runtime account answer their own account only, whatever their policies
 * say, and accounts that grants come from.
 *
 * @param account an account that grants lead to; undefined for the unit Runtime, where all others stand
 */
export function onlyOwnAccounts(
  _: Organization,
  __: RuntimeAccount | undefined,
  ___: OrganizationIds,
): readonly Statement[] {
  return [];
}
