import { GuarddutyOrganizationAdminAccount } from '@cdktf/provider-aws/lib/guardduty-organization-admin-account/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { SecurityhubOrganizationAdminAccount } from '@cdktf/provider-aws/lib/securityhub-organization-admin-account/index.js';
import { Construct } from 'constructs';

export interface RegionalAdministratorProps {
  readonly service: 'guardduty' | 'securityhub';
  readonly accountId: string;
  readonly provider: AwsProvider;
}

const designations = {
  guardduty: GuarddutyOrganizationAdminAccount,
  securityhub: SecurityhubOrganizationAdminAccount,
} as const;

/** Names the account that administers GuardDuty or Security Hub for the organization, in one Region: each asks for each. */
export class RegionalAdministrator extends Construct {
  constructor(scope: Construct, id: string, { service, accountId, provider }: RegionalAdministratorProps) {
    super(scope, id);
    new designations[service](this, 'Default', { provider, adminAccountId: accountId });
  }
}
