import { PrivateBucket } from '@bulkhead/baseline';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { Construct } from 'constructs';
import { BillingExport } from './billing-export.ts';
import { BillingReplication } from './billing-replication.ts';
import { noDelete } from './bucket-statements.ts';
import type { TelemetryFlow } from './telemetry-flow.ts';

export interface BillingExportsProps {
  readonly flow: TelemetryFlow;
  /** Of the home Region. */
  readonly provider: AwsProvider;
  /** Of us-east-1. */
  readonly billingProvider: AwsProvider;
  /** Whether the bucket of shared services is there to copy to: replication is refused before. */
  readonly replicated: boolean;
}

/** `acme-billing-exports-123456789012`, in the management account. */
export const exportsBucketName = (organization: string, managementId: string) =>
  `${organization}-billing-exports-${managementId}`;

/**
 * Billing exports of the whole organization. Only the management account has them; AWS delivers them to a bucket here,
 * from where they are copied to shared services, which people read.
 */
export class BillingExports extends Construct {
  constructor(scope: Construct, id: string, { flow, provider, billingProvider, replicated }: BillingExportsProps) {
    super(scope, id);
    const { managementId, home: region } = flow;
    const name = exportsBucketName(flow.organization, managementId);
    const arn = `arn:aws:s3:::${name}`;
    const bucket = new PrivateBucket(this, 'bucket', {
      provider,
      name,
      lifecycle: { deleteNoncurrentAfter: 30 },
      policy: [
        {
          Sid: 'Exports',
          Effect: 'Allow',
          Principal: { Service: 'bcm-data-exports.amazonaws.com' },
          Action: ['s3:GetBucketPolicy', 's3:PutObject'],
          Resource: [arn, `${arn}/*`],
          Condition: {
            StringEquals: { 'aws:SourceAccount': managementId },
            ArnLike: { 'aws:SourceArn': `arn:aws:bcm-data-exports:us-east-1:${managementId}:export/*` },
          },
        },
        noDelete(arn),
      ],
    });
    const common = { managementId, bucket: { name, region }, provider: billingProvider, dependsOn: bucket.ready };
    new BillingExport(this, 'focus', { ...common, table: 'FOCUS_1_2_AWS' });
    new BillingExport(this, 'cur', { ...common, table: 'COST_AND_USAGE_REPORT' });
    if (replicated) {
      new BillingReplication(this, 'replication', { flow, provider, source: name, dependsOn: bucket.ready });
    }
  }
}
