import { type Organization, accountsOf } from '@bulkhead/model';
import type { OrganizationIds } from './organization-ids.ts';

export const organizationId = 'o-exampleorg1';

/** Ids of an organization's accounts: numbers in their order. */
export const idsOf = (organization: Organization): OrganizationIds => ({
  organizationId,
  managementAccountId: '111100000000',
  accountIds: new Map(
    accountsOf(organization).map(({ name }, index) => [name, `2222${String(index).padStart(8, '0')}`]),
  ),
});
