import { FlowLog } from '@cdktf/provider-aws/lib/flow-log/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { Route53ResolverQueryLogConfigAssociation } from '@cdktf/provider-aws/lib/route53-resolver-query-log-config-association/index.js';
import { Construct } from 'constructs';

export interface VpcTelemetryProps {
  readonly provider: AwsProvider;
  readonly vpcId: string;
  /** The archive in shared services. */
  readonly archiveArn: string;
  /** Of the account, in the Region of the network. */
  readonly queryLogConfigId: string;
}

/** Sends what flows in a network, and the names that are asked for there, to the archive. */
export class VpcTelemetry extends Construct {
  constructor(scope: Construct, id: string, { provider, vpcId, archiveArn, queryLogConfigId }: VpcTelemetryProps) {
    super(scope, id);
    new FlowLog(this, 'Default', {
      provider,
      vpcId,
      trafficType: 'ALL',
      logDestinationType: 's3',
      logDestination: archiveArn,
    });
    new Route53ResolverQueryLogConfigAssociation(this, 'names', {
      provider,
      resourceId: vpcId,
      resolverQueryLogConfigId: queryLogConfigId,
    });
  }
}
