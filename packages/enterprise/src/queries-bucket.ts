import { PrivateBucket } from '@bulkhead/baseline';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import type { Construct } from 'constructs';
import { type TelemetryFlow, bucketName } from './telemetry-flow.ts';

export interface QueriesBucketProps {
  readonly flow: TelemetryFlow;
  readonly provider: AwsProvider;
  readonly accessLogs: PrivateBucket;
  readonly keyArn: string;
}

/** Results of what readers ask, each reader's under a prefix of its own. It holds no telemetry, and forgets in a month. */
export class QueriesBucket extends PrivateBucket {
  constructor(scope: Construct, id: string, { flow, accessLogs, ...props }: QueriesBucketProps) {
    super(scope, id, {
      ...props,
      name: bucketName(flow, 'queries'),
      accessLog: { to: accessLogs, prefix: 'queries/' },
      lifecycle: { expireAfter: 30, deleteNoncurrentAfter: 1 },
    });
  }
}
