import { PlatformRole, serviceTrust } from '@bulkhead/baseline';
import { ConfigConfigurationAggregator } from '@cdktf/provider-aws/lib/config-configuration-aggregator/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { Construct } from 'constructs';
import type { TelemetryFlow } from './telemetry-flow.ts';

export interface ConfigAggregatorProps {
  readonly flow: TelemetryFlow;
  readonly provider: AwsProvider;
}

/** One view over what AWS Config recorded in every account and Region of the organization. */
export class ConfigAggregator extends Construct {
  constructor(scope: Construct, id: string, { flow, provider }: ConfigAggregatorProps) {
    super(scope, id);
    const { arn: roleArn } = new PlatformRole(scope, 'config-aggregator-role', {
      name: 'config-aggregator',
      description: 'lists the accounts that AWS Config aggregates',
      trust: [serviceTrust('Config', 'config', { StringEquals: { 'aws:SourceAccount': flow.accountId } })],
      managedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSConfigRoleForOrganizations'],
    });
    new ConfigConfigurationAggregator(this, 'Default', {
      provider,
      name: flow.organization,
      organizationAggregationSource: { allRegions: true, roleArn },
    });
  }
}
