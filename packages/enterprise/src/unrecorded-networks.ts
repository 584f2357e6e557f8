import type { StackContext } from '@bulkhead/baseline';
import { accountsOf } from '@bulkhead/model';
import { ConfigOrganizationManagedRule } from '@cdktf/provider-aws/lib/config-organization-managed-rule/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { Construct } from 'constructs';

export interface UnrecordedNetworksProps {
  readonly context: StackContext;
  readonly region: string;
  readonly provider: AwsProvider;
}

/**
 * Finds networks whose flows go nowhere, in one Region of every account: AWS lets nobody make recording them a condition
 * of making one.
 *
 * AWS Config refuses the rule where an account has no recorder, so those are left out: the management account, and
 * accounts that don't use the Region or are not deployed yet.
 */
export class UnrecordedNetworks extends Construct {
  constructor(scope: Construct, id: string, { context, region, provider }: UnrecordedNetworksProps) {
    super(scope, id);
    const { organization, lock } = context;
    const accounts = accountsOf(organization).map((account) => ({ account, ids: lock.accounts?.[account.name] }));
    const recorded = accounts.filter(
      ({ account, ids }) => account.kind === 'runtime' && account.regions.includes(region) && ids?.deployer === true,
    );
    if (recorded.length === 0) return;
    const others = accounts.filter((each) => !recorded.includes(each)).flatMap(({ ids }) => ids?.id ?? []);
    new ConfigOrganizationManagedRule(this, 'Default', {
      provider,
      name: 'flow-logs',
      description: 'a network has a flow log',
      ruleIdentifier: 'VPC_FLOW_LOGS_ENABLED',
      excludedAccounts: [lock.organization?.managementAccountId ?? [], ...others].flat(),
    });
  }
}
