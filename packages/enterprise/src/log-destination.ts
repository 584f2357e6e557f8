import { policyJson } from '@bulkhead/baseline';
import { logDestinationArn, logDestinationName } from '@bulkhead/model';
import { CloudwatchLogDestinationPolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-destination-policy/index.js';
import { CloudwatchLogDestination } from '@cdktf/provider-aws/lib/cloudwatch-log-destination/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { Construct } from 'constructs';
import type { TelemetryFlow } from './telemetry-flow.ts';

export interface LogDestinationProps {
  readonly flow: TelemetryFlow;
  readonly unit: string;
  readonly region: string;
  readonly provider: AwsProvider;
  readonly streamArn: string;
  /** Role as which CloudWatch Logs puts records into the stream. */
  readonly forwarderArn: string;
  /** The unit's accounts. */
  readonly accountIds: readonly string[];
}

/**
 * Where accounts of one unit send their logs of one Region, and nobody else: a subscription and its destination stand in
 * the same Region, the stream behind may be in another.
 *
 * Source: Amazon CloudWatch Logs User Guide, cross-account cross-Region subscriptions.
 */
export class LogDestination extends Construct {
  constructor(scope: Construct, id: string, props: LogDestinationProps) {
    super(scope, id);
    const { flow, unit, region, provider } = props;
    const destination = new CloudwatchLogDestination(this, 'Default', {
      provider,
      name: logDestinationName(unit),
      targetArn: props.streamArn,
      roleArn: props.forwarderArn,
    });
    new CloudwatchLogDestinationPolicy(this, 'policy', {
      provider,
      destinationName: destination.name,
      accessPolicy: policyJson([
        {
          Sid: 'Unit',
          Effect: 'Allow',
          Principal: '*',
          Action: ['logs:PutAccountPolicy', 'logs:PutSubscriptionFilter'],
          Resource: logDestinationArn(region, flow.accountId, unit),
          Condition: {
            StringEquals: { 'aws:PrincipalOrgID': flow.organizationId, 'aws:PrincipalAccount': props.accountIds },
          },
        },
      ]),
    });
  }
}
