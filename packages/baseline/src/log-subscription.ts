import { CloudwatchLogAccountPolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-account-policy/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { Construct } from 'constructs';

export interface LogSubscriptionProps {
  readonly provider: AwsProvider;
  /** Destination in shared services, in the same Region. */
  readonly destinationArn: string;
}

/**
 * Sends what arrives in any log group of the account, in one Region, to shared services: groups that come later too.
 *
 * Source: Amazon CloudWatch Logs User Guide, account-level subscription filters.
 */
export class LogSubscription extends Construct {
  constructor(scope: Construct, id: string, { provider, destinationArn }: LogSubscriptionProps) {
    super(scope, id);
    new CloudwatchLogAccountPolicy(this, 'Default', {
      provider,
      policyName: 'bulkhead',
      policyType: 'SUBSCRIPTION_FILTER_POLICY',
      scope: 'ALL',
      policyDocument: JSON.stringify({ DestinationArn: destinationArn, FilterPattern: '', Distribution: 'Random' }),
    });
  }
}
