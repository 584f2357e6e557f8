import { CloudtrailOrganizationDelegatedAdminAccount } from '@cdktf/provider-aws/lib/cloudtrail-organization-delegated-admin-account/index.js';
import { Construct } from 'constructs';

export interface TrailAdministratorProps {
  readonly accountId: string;
}

/** Names the account that makes the organization's trail. The call makes the service-linked roles that it takes. */
export class TrailAdministrator extends Construct {
  constructor(scope: Construct, id: string, { accountId }: TrailAdministratorProps) {
    super(scope, id);
    new CloudtrailOrganizationDelegatedAdminAccount(this, 'Default', { accountId });
  }
}
