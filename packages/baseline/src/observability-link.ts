import { OamLink } from '@cdktf/provider-aws/lib/oam-link/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { Construct } from 'constructs';

export interface ObservabilityLinkProps {
  /** The sink in shared services, in the same Region. */
  readonly sinkArn: string;
  readonly provider: AwsProvider;
}

/** Lets shared services read the account's metrics, logs and traces of one Region. */
export class ObservabilityLink extends Construct {
  constructor(scope: Construct, id: string, { sinkArn, provider }: ObservabilityLinkProps) {
    super(scope, id);
    new OamLink(this, 'Default', {
      provider,
      sinkIdentifier: sinkArn,
      // CloudWatch fills the account's name in
      labelTemplate: '$AccountName',
      resourceTypes: ['AWS::CloudWatch::Metric', 'AWS::Logs::LogGroup', 'AWS::XRay::Trace'],
    });
  }
}
