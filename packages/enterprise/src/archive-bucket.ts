import { PrivateBucket, type PolicyStatement } from '@bulkhead/baseline';
import { platformRoleArn } from '@bulkhead/model';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import type { Construct } from 'constructs';
import { noDelete, onlyDelivery, ownersAcl } from './bucket-statements.ts';
import { type TelemetryFlow, bucketArn, bucketName, ofAccountTrails, ofOrganization } from './telemetry-flow.ts';

export interface ArchiveBucketProps {
  readonly flow: TelemetryFlow;
  readonly provider: AwsProvider;
  readonly accessLogs: PrivateBucket;
  readonly keyArn: string;
  readonly objectLock: { readonly mode: 'compliance' | 'governance'; readonly years: number };
}

/** The trail, flow, DNS and application logs. Nothing of it is changed or deleted for the retention. */
export class ArchiveBucket extends PrivateBucket {
  constructor(scope: Construct, id: string, { flow, accessLogs, ...props }: ArchiveBucketProps) {
    super(scope, id, {
      ...props,
      name: bucketName(flow, 'archive'),
      accessLog: { to: accessLogs, prefix: 'archive/' },
      lifecycle: { coldAfter: 90 },
      policy: archivePolicy(flow),
    });
  }
}

function archivePolicy(flow: TelemetryFlow): readonly PolicyStatement[] {
  const arn = bucketArn(flow, 'archive');
  return [
    ...trail(flow, arn),
    ...accountTrails(flow, arn),
    ...logDelivery(flow, arn),
    onlyDelivery(arn, [platformRoleArn(flow.accountId, 'archive-writer')]),
    noDelete(arn),
  ];
}

/** Source: AWS CloudTrail User Guide, bucket policy for an organization trail made by a delegated administrator. */
function trail(flow: TelemetryFlow, arn: string): readonly PolicyStatement[] {
  const bySource = { 'aws:SourceArn': flow.trailArn };
  const principal = { Principal: { Service: 'cloudtrail.amazonaws.com' } };
  return [
    {
      Sid: 'TrailAcl',
      Effect: 'Allow',
      ...principal,
      Action: 's3:GetBucketAcl',
      Resource: arn,
      Condition: { StringEquals: bySource },
    },
    {
      Sid: 'TrailWrite',
      Effect: 'Allow',
      ...principal,
      Action: 's3:PutObject',
      Resource: [flow.managementId, flow.organizationId].map((id) => `${arn}/AWSLogs/${id}/*`),
      Condition: { StringEquals: { ...bySource, ...ownersAcl } },
    },
  ];
}

/**
 * Trails of accounts whose data is sensitive. It names none of them, so that a new one changes nothing here. CloudTrail
 * writes under the id of the account that a trail stands in. Source: AWS CloudTrail User Guide, logs of several accounts.
 */
function accountTrails(flow: TelemetryFlow, arn: string): readonly PolicyStatement[] {
  const principal = { Principal: { Service: 'cloudtrail.amazonaws.com' } };
  const { StringEquals, ArnLike } = ofAccountTrails(flow);
  return [
    {
      Sid: 'AccountTrailsAcl',
      Effect: 'Allow',
      ...principal,
      Action: 's3:GetBucketAcl',
      Resource: arn,
      Condition: { StringEquals, ArnLike },
    },
    {
      Sid: 'AccountTrails',
      Effect: 'Allow',
      ...principal,
      Action: 's3:PutObject',
      Resource: `${arn}/AWSLogs/*`,
      Condition: { StringEquals: { ...StringEquals, ...ownersAcl }, ArnLike },
    },
  ];
}

/** Flow logs and resolver query logs. Source: Amazon CloudWatch Logs User Guide, logs sent to Amazon S3. */
function logDelivery(flow: TelemetryFlow, arn: string): readonly PolicyStatement[] {
  const principal = { Principal: { Service: 'delivery.logs.amazonaws.com' } };
  const ArnLike = { 'aws:SourceArn': 'arn:aws:logs:*:*:*' };
  return [
    {
      Sid: 'LogDeliveryAcl',
      Effect: 'Allow',
      ...principal,
      Action: 's3:GetBucketAcl',
      Resource: arn,
      Condition: { StringEquals: ofOrganization(flow), ArnLike },
    },
    {
      Sid: 'LogDelivery',
      Effect: 'Allow',
      ...principal,
      Action: 's3:PutObject',
      Resource: `${arn}/AWSLogs/*`,
      Condition: { StringEquals: { ...ofOrganization(flow), ...ownersAcl }, ArnLike },
    },
  ];
}
