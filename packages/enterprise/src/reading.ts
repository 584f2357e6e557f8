import type { PolicyStatement } from '@bulkhead/baseline';
import type { SharedServicesBucket } from '@bulkhead/model';
import { telemetryDatabase } from './telemetry-catalog.ts';
import { type TelemetryFlow, bucketArn } from './telemetry-flow.ts';

/** What a reader sees of the buckets. */
export interface Reading {
  /** Name of its workgroup in Athena, and of the prefix under which its results lie. */
  readonly workgroup: string;
  /** Beginnings of keys, by bucket; an empty one is everything. */
  readonly prefixes: Readonly<Partial<Record<SharedServicesBucket, readonly string[]>>>;
  /** Names of tables; `*` is all of them. */
  readonly tables: readonly string[];
}

/** What a reader of telemetry may do: ask through Athena and read files, and write nothing but results of its own. */
export function readingStatements(flow: TelemetryFlow, reading: Reading): readonly PolicyStatement[] {
  return [...files(flow, reading.prefixes), key(flow), ...queries(flow, reading), ...results(flow, reading)];
}

function files(flow: TelemetryFlow, prefixes: Reading['prefixes']): readonly PolicyStatement[] {
  const kinds = Object.keys(prefixes) as readonly SharedServicesBucket[];
  return kinds.flatMap((kind): readonly PolicyStatement[] => {
    const patterns = (prefixes[kind] ?? []).map((prefix) => `${prefix}*`);
    const sid = kind.replaceAll('-', '');
    return [
      {
        Sid: `List${sid}`,
        Effect: 'Allow',
        Action: ['s3:ListBucket', 's3:ListBucketVersions'],
        Resource: bucketArn(flow, kind),
        Condition: { StringLike: { 's3:prefix': patterns } },
      },
      {
        Sid: `Read${sid}`,
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:GetObjectRetention', 's3:GetObjectVersion'],
        Resource: patterns.map((pattern) => `${bucketArn(flow, kind)}/${pattern}`),
      },
    ];
  });
}

/**
 * Through S3 only, which asks for the file first: with a bucket's key the key can't tell one file from another.
 *
 * Source: Amazon S3 User Guide, S3 Bucket Keys, encryption context.
 */
const key = ({ home, accountId }: TelemetryFlow): PolicyStatement => ({
  Sid: 'Key',
  Effect: 'Allow',
  Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
  Resource: `arn:aws:kms:${home}:${accountId}:key/*`,
  Condition: {
    StringEquals: { 'kms:ViaService': `s3.${home}.amazonaws.com` },
    'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/telemetry' },
  },
});

function queries({ home, accountId }: TelemetryFlow, { workgroup, tables }: Reading): readonly PolicyStatement[] {
  const glue = `arn:aws:glue:${home}:${accountId}:`;
  return [
    {
      Sid: 'Ask',
      Effect: 'Allow',
      Action: [
        ...['BatchGetQueryExecution', 'GetQueryExecution', 'GetQueryResults', 'GetWorkGroup', 'ListQueryExecutions'],
        ...['StartQueryExecution', 'StopQueryExecution'],
      ].map((action) => `athena:${action}`),
      Resource: `arn:aws:athena:${home}:${accountId}:workgroup/${workgroup}`,
    },
    { Sid: 'Workgroups', Effect: 'Allow', Action: ['athena:ListDataCatalogs', 'athena:ListWorkGroups'], Resource: '*' },
    {
      Sid: 'Tables',
      Effect: 'Allow',
      Action: ['glue:GetDatabase', 'glue:GetPartition', 'glue:GetPartitions', 'glue:GetTable', 'glue:GetTables'],
      Resource: [
        `${glue}catalog`,
        `${glue}database/${telemetryDatabase}`,
        ...tables.map((table) => `${glue}table/${telemetryDatabase}/${table}`),
      ],
    },
  ];
}

/** Athena asks where the buckets of data and of results are. Source: AWS re:Post, access to Athena with IAM. */
function results(flow: TelemetryFlow, { workgroup, prefixes }: Reading): readonly PolicyStatement[] {
  const bucket = bucketArn(flow, 'queries');
  const sources = (Object.keys(prefixes) as readonly SharedServicesBucket[]).map((kind) => bucketArn(flow, kind));
  return [
    { Sid: 'Locations', Effect: 'Allow', Action: 's3:GetBucketLocation', Resource: [bucket, ...sources] },
    {
      Sid: 'ListResults',
      Effect: 'Allow',
      Action: 's3:ListBucket',
      Resource: bucket,
      Condition: { StringLike: { 's3:prefix': `${workgroup}/*` } },
    },
    {
      Sid: 'Results',
      Effect: 'Allow',
      Action: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:PutObject'],
      Resource: `${bucket}/${workgroup}/*`,
    },
  ];
}
