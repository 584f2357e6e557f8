import type { StackContext } from '@bulkhead/baseline';
import { ConfigOrganizationManagedRule } from '@cdktf/provider-aws/lib/config-organization-managed-rule/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { Construct } from 'constructs';
import { unrecordedAccountIds } from './recorded-accounts.ts';

export interface UnrecordedNetworksProps {
  readonly context: StackContext;
  readonly region: string;
  readonly provider: AwsProvider;
}

/**
 * Finds networks whose flows go nowhere, in one Region of every recorded account: AWS lets nobody make recording them a
 * condition of making one.
 */
export class UnrecordedNetworks extends Construct {
  constructor(scope: Construct, id: string, { context, region, provider }: UnrecordedNetworksProps) {
    super(scope, id);
    const excludedAccounts = unrecordedAccountIds(context, region);
    if (!excludedAccounts) return;
    new ConfigOrganizationManagedRule(this, 'Default', {
      provider,
      name: 'flow-logs',
      description: 'a network has a flow log',
      ruleIdentifier: 'VPC_FLOW_LOGS_ENABLED',
      excludedAccounts: [...excludedAccounts],
    });
  }
}
