import type { StackContext } from '@bulkhead/baseline';
import { ConfigOrganizationManagedRule } from '@cdktf/provider-aws/lib/config-organization-managed-rule/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { Construct } from 'constructs';
import { unrecordedAccountIds } from './recorded-accounts.ts';

export interface UntaggedStoresProps {
  readonly context: StackContext;
  readonly region: string;
  readonly provider: AwsProvider;
}

/**
 * What the rule knows of what holds data. Queues, topics, secrets and file systems are not among its types: the inventory
 * tells those. Source: AWS Config Developer Guide, required-tags.
 */
const stores: readonly string[] = [
  'AWS::DynamoDB::Table',
  'AWS::EC2::Volume',
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBSnapshot',
  'AWS::Redshift::Cluster',
  'AWS::Redshift::ClusterSnapshot',
  'AWS::S3::Bucket',
];

/**
 * Finds stores that nobody said the class of, in one Region of every recorded account. A guardrail denies making most of
 * them without; buckets and volumes, what a service makes for somebody, and what had its tag taken are found here.
 */
export class UntaggedStores extends Construct {
  constructor(scope: Construct, id: string, { context, region, provider }: UntaggedStoresProps) {
    super(scope, id);
    const excludedAccounts = unrecordedAccountIds(context, region);
    if (!excludedAccounts) return;
    new ConfigOrganizationManagedRule(this, 'Default', {
      provider,
      name: 'data-class',
      description: 'a store says how sensitive its data is',
      ruleIdentifier: 'REQUIRED_TAGS',
      inputParameters: JSON.stringify({ tag1Key: 'DataClass' }),
      resourceTypesScope: [...stores],
      excludedAccounts: [...excludedAccounts],
    });
  }
}
