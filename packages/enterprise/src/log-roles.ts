import { PlatformRole, serviceTrust } from '@bulkhead/baseline';
import type { Construct } from 'constructs';
import { logStreamName } from './log-stream.ts';
import { type TelemetryFlow, bucketArn, ofOrganization } from './telemetry-flow.ts';

/**
 * The role as which streams write to the archive: the only one there is that may.
 *
 * Source: Amazon Data Firehose Developer Guide, grant Firehose access to an Amazon S3 destination.
 */
export class ArchiveWriter extends PlatformRole {
  constructor(scope: Construct, id: string, flow: TelemetryFlow) {
    const archive = bucketArn(flow, 'archive');
    super(scope, id, {
      name: 'archive-writer',
      description: 'writes logs of applications to the archive',
      trust: [serviceTrust('Streams', 'firehose', { StringEquals: { 'aws:SourceAccount': flow.accountId } })],
      permissions: [
        {
          Sid: 'Bucket',
          Effect: 'Allow',
          Action: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
          Resource: archive,
        },
        {
          Sid: 'Write',
          Effect: 'Allow',
          Action: ['s3:AbortMultipartUpload', 's3:PutObject'],
          Resource: [`${archive}/logs/*`, `${archive}/errors/logs/*`],
        },
        {
          Sid: 'Key',
          Effect: 'Allow',
          Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
          Resource: `arn:aws:kms:${flow.home}:${flow.accountId}:key/*`,
          Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/telemetry' } },
        },
      ],
    });
  }
}

/** The role as which CloudWatch Logs puts what accounts of the organization send into the streams. */
export class LogForwarder extends PlatformRole {
  constructor(scope: Construct, id: string, flow: TelemetryFlow) {
    super(scope, id, {
      name: 'log-forwarder',
      description: 'forwards logs of the accounts of the organization',
      trust: [
        serviceTrust('Logs', 'logs', {
          StringEquals: ofOrganization(flow),
          ArnLike: { 'aws:SourceArn': 'arn:aws:logs:*:*:*' },
        }),
      ],
      permissions: [
        {
          Sid: 'Forward',
          Effect: 'Allow',
          Action: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
          Resource: `arn:aws:firehose:${flow.home}:${flow.accountId}:deliverystream/${logStreamName(flow.organization, '*')}`,
        },
      ],
    });
  }
}
