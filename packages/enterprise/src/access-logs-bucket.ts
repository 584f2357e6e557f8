import { PrivateBucket } from '@bulkhead/baseline';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import type { Construct } from 'constructs';
import { noDelete, onlyDelivery } from './bucket-statements.ts';
import { type TelemetryFlow, bucketArn, bucketName } from './telemetry-flow.ts';

export interface AccessLogsBucketProps {
  readonly flow: TelemetryFlow;
  readonly provider: AwsProvider;
  /** After which logs expire. */
  readonly years: number;
}

/**
 * Who reads and writes the other buckets, told by S3. Nobody deletes; what is older than the retention expires.
 *
 * Apart from the archive, because a bucket with Object Lock takes no server access log; encrypted by S3 itself, because
 * such a log takes no other key.
 * Source: Amazon S3 User Guide, Object Lock considerations; enabling server access logging.
 */
export class AccessLogsBucket extends PrivateBucket {
  constructor(scope: Construct, id: string, { flow, provider, years }: AccessLogsBucketProps) {
    const arn = bucketArn(flow, 'access-logs');
    super(scope, id, {
      provider,
      name: bucketName(flow, 'access-logs'),
      lifecycle: { coldAfter: 90, expireAfter: years * daysPerYear, deleteNoncurrentAfter: 30 },
      policy: [
        {
          Sid: 'AccessLogs',
          Effect: 'Allow',
          Principal: { Service: 'logging.s3.amazonaws.com' },
          Action: 's3:PutObject',
          Resource: `${arn}/*`,
          Condition: {
            StringEquals: { 'aws:SourceAccount': flow.accountId },
            ArnLike: { 'aws:SourceArn': `arn:aws:s3:::${flow.organization}-shared-services-*` },
          },
        },
        onlyDelivery(arn, []),
        noDelete(arn),
      ],
    });
  }
}

/** No year is longer. */
const daysPerYear = 366;
