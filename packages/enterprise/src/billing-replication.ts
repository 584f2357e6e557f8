import { PlatformRole, serviceTrust } from '@bulkhead/baseline';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { S3BucketReplicationConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-replication-configuration/index.js';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type TelemetryFlow, bucketArn } from './telemetry-flow.ts';

export interface BillingReplicationProps {
  readonly flow: TelemetryFlow;
  readonly provider: AwsProvider;
  /** Bucket of the exports, in the management account; it has versions. */
  readonly source: string;
  readonly dependsOn: readonly ITerraformDependable[];
}

/**
 * Copies exports to shared services, which owns the copies. Deletions are not copied.
 *
 * Source: Amazon S3 User Guide, replication when source and destination are owned by different accounts.
 */
export class BillingReplication extends Construct {
  constructor(scope: Construct, id: string, { flow, provider, source, dependsOn }: BillingReplicationProps) {
    super(scope, id);
    const from = `arn:aws:s3:::${source}`;
    const to = bucketArn(flow, 'billing');
    const { arn: role } = new PlatformRole(scope, 'billing-replicator', {
      name: 'billing-replicator',
      description: 'copies billing exports to shared services',
      trust: [
        serviceTrust('Replication', 's3', {
          StringEquals: { 'aws:SourceAccount': flow.managementId },
          ArnLike: { 'aws:SourceArn': from },
        }),
      ],
      permissions: [
        { Sid: 'Source', Effect: 'Allow', Action: ['s3:GetReplicationConfiguration', 's3:ListBucket'], Resource: from },
        {
          Sid: 'Objects',
          Effect: 'Allow',
          Action: ['s3:GetObjectVersionAcl', 's3:GetObjectVersionForReplication', 's3:GetObjectVersionTagging'],
          Resource: `${from}/*`,
        },
        {
          Sid: 'Destination',
          Effect: 'Allow',
          Action: ['s3:ObjectOwnerOverrideToBucketOwner', 's3:ReplicateObject', 's3:ReplicateTags'],
          Resource: `${to}/*`,
        },
      ],
    });
    new S3BucketReplicationConfigurationA(this, 'Default', {
      provider,
      bucket: source,
      role,
      rule: [
        {
          id: 'shared-services',
          status: 'Enabled',
          priority: 1,
          filter: { prefix: '' },
          deleteMarkerReplication: { status: 'Disabled' },
          destination: { bucket: to, account: flow.accountId, accessControlTranslation: { owner: 'Destination' } },
        },
      ],
      dependsOn: [...dependsOn],
    });
  }
}
