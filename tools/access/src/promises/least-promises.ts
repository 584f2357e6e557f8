import type { AccessPromise } from './promise.ts';

const machines = [
  ...['config-aggregator', 'archive-writer', 'log-forwarder', 'trail-writer', 'billing-replicator'],
  ...['apply-*', 'plan-*', 'controller', '*reader*', 'auditor', 'delivery-user', 'security-administrator'],
].map((name) => `bulkhead/${name}`);

const throughS3 = { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } as const;

/** What roles of the platform have no business with: what the people of an account build there. */
export const leastPromises: readonly AccessPromise[] = [
  {
    sentence: 'roles of the platform that build nothing touch nothing that people of the account build',
    of: 'local-roles',
    who: { kinds: ['role'], names: machines },
    does: {
      on: {
        object: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject', 's3:DeleteObject'],
        bucket: ['s3:ListBucket', 's3:PutBucketPolicy', 's3:GetReplicationConfiguration'],
        parameter: ['ssm:GetParameter'],
        secret: ['secretsmanager:GetSecretValue'],
        'delivery-stream': ['firehose:PutRecord'],
        workgroup: ['athena:StartQueryExecution'],
        'catalog-table': ['glue:GetTable'],
        repository: ['ecr:PutImage'],
      },
    },
    to: { names: 'any-*', where: 'own account' },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'plans read no parameter and no repository but what the baseline makes',
    of: 'pipelines',
    who: { kinds: ['role'], names: 'bulkhead/planner' },
    does: { on: { parameter: ['ssm:GetParameter'], object: ['s3:GetObject'], repository: ['ecr:PutImage'] } },
    to: { names: 'any-*', where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'roles of the platform write into no log but their own',
    of: 'local-roles',
    who: { kinds: ['role'], names: machines },
    does: { actions: ['logs:PutLogEvents'] },
    to: { kinds: ['log-stream'], names: 'any-*', where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'roles of the platform decrypt with no key of the account',
    of: 'local-roles',
    who: { kinds: ['role'], names: machines },
    does: { actions: ['kms:Decrypt', 'kms:GenerateDataKey'] },
    to: { kinds: ['key'], where: 'own account' },
    context: { ...throughS3, 'kms:ResourceAliases': ['alias/another'] },
    expected: 'denied',
  },
  {
    sentence: 'recorders of AWS Config write and decrypt nothing of the account that they look at',
    of: 'flows-in',
    who: { kinds: ['role'], names: 'bulkhead/config-recorder', in: { Phase: ['!shared-services', '!suspended'] } },
    does: { on: { object: ['s3:PutObject', 's3:DeleteObject'], key: ['kms:Decrypt', 'kms:GenerateDataKey'] } },
    to: { names: 'any-*', where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'recorders of AWS Config write into the bucket of AWS Config only',
    of: 'flows-in',
    who: { kinds: ['role'], names: 'bulkhead/config-recorder' },
    does: { actions: ['s3:PutObject'] },
    to: { kinds: ['object'], names: '!*-config-*', examples: false },
    expected: 'denied',
  },
  {
    sentence: 'readers decrypt telemetry through S3 only',
    of: 'readers',
    who: { kinds: ['role'], names: ['bulkhead/*reader*', 'bulkhead/auditor'], in: { Phase: 'shared-services' } },
    does: { actions: ['kms:Decrypt', 'kms:GenerateDataKey'] },
    to: { kinds: ['key'], in: { Phase: 'shared-services' } },
    context: { 'kms:ViaService': 'ec2.eu-west-1.amazonaws.com', 'kms:ResourceAliases': ['alias/telemetry'] },
    expected: 'denied',
  },
  {
    sentence: 'readers list what they may read, and no bucket as a whole',
    of: 'readers',
    who: { kinds: ['role'], names: 'bulkhead/reader-*', in: { Phase: 'shared-services' } },
    does: { actions: ['s3:ListBucket'] },
    to: { kinds: ['bucket'], in: { Phase: 'shared-services' } },
    context: { 's3:prefix': '' },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'auditors write and read results of their own questions only',
    of: 'readers',
    who: { kinds: ['role'], names: 'bulkhead/auditor', in: { Phase: 'shared-services' } },
    does: { actions: ['s3:GetObject', 's3:PutObject'] },
    to: { kinds: ['object'], names: ['*-queries-*', '!*-queries-*/auditors/*'], in: { Phase: 'shared-services' } },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'a task of the platform is passed to nobody but the service that does it',
    of: 'management',
    who: { kinds: ['role'], names: 'bulkhead/organization-deployer' },
    does: { actions: ['iam:PassRole'] },
    to: { kinds: ['role'], in: { Phase: 'management' } },
    context: { 'iam:PassedToService': 'ec2.amazonaws.com' },
    expected: 'denied',
  },
  {
    sentence: 'who deploys the organization decrypts state through S3 only',
    of: 'state',
    who: { kinds: ['role'], names: 'bulkhead/organization-deployer' },
    does: { actions: ['kms:Decrypt', 'kms:GenerateDataKey'] },
    to: { kinds: ['key'] },
    context: { 'kms:ViaService': 'secretsmanager.eu-west-1.amazonaws.com' },
    expected: 'denied',
  },
];
