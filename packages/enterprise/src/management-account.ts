import { type StackAccount, type StackContext, managementUnit } from '@bulkhead/baseline';
import { enterpriseUnit } from '@bulkhead/model';

/** The management account runs nothing; Terraform reaches it with the credentials at hand, and no other account. */
export function managementAccount({ organization, lock }: StackContext): StackAccount {
  return {
    id: lock.organization?.managementAccountId,
    roleArn: undefined,
    regions: [organization.regions[0]],
    tags: {
      BusinessUnit: enterpriseUnit,
      Phase: managementUnit,
      CostCenter: organization.enterprise.costCenter,
      Owner: organization.enterprise.owner,
    },
  };
}
