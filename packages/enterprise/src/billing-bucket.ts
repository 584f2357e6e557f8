import { PrivateBucket, rolesOf } from '@bulkhead/baseline';
import { platformRoleArn } from '@bulkhead/model';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import type { Construct } from 'constructs';
import { noDelete, onlyDelivery } from './bucket-statements.ts';
import { type TelemetryFlow, bucketArn, bucketName } from './telemetry-flow.ts';

export interface BillingBucketProps {
  readonly flow: TelemetryFlow;
  readonly provider: AwsProvider;
  readonly accessLogs: PrivateBucket;
}

/**
 * Billing exports, replicated from the management account, where AWS delivers them. What an export overwrites is kept
 * for 400 days.
 *
 * Apart from the archive, because an export overwrites itself until its month is closed.
 */
export class BillingBucket extends PrivateBucket {
  constructor(scope: Construct, id: string, { flow, provider, accessLogs }: BillingBucketProps) {
    const arn = bucketArn(flow, 'billing');
    const replicator = platformRoleArn(flow.managementId, 'billing-replicator');
    super(scope, id, {
      provider,
      name: bucketName(flow, 'billing'),
      accessLog: { to: accessLogs, prefix: 'billing/' },
      lifecycle: { deleteNoncurrentAfter: 400 },
      policy: [
        {
          Sid: 'Replication',
          Effect: 'Allow',
          Action: ['s3:ObjectOwnerOverrideToBucketOwner', 's3:ReplicateObject', 's3:ReplicateTags'],
          Resource: `${arn}/*`,
          ...rolesOf(flow.managementId, replicator),
        },
        {
          Sid: 'ReplicationLook',
          Effect: 'Allow',
          Action: ['s3:GetBucketVersioning', 's3:ListBucket'],
          Resource: arn,
          ...rolesOf(flow.managementId, replicator),
        },
        onlyDelivery(arn, [replicator]),
        noDelete(arn),
      ],
    });
  }
}
