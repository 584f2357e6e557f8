import { runtimeAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const harmless = { ...runtimeAccounts, DataClass: ['none', 'synthetic'] } as const;
const weighty = { ...runtimeAccounts, DataClass: ['sanitized', 'sensitive'] } as const;
const appeng = { kinds: ['role'], names: 'bulkhead/appeng', in: harmless } as const;
/** As they are, and whatever others let them do besides: the boundary holds. */
const boundAppeng = { kinds: ['role', 'unlimited', 'empowered'], names: 'bulkhead/appeng*', in: harmless } as const;
const own = { where: 'own account' } as const;
const tagged = { 'aws:RequestTag/DataClass': 'none' } as const;
const toAnother = 'arn:aws:iam::999999999999:root';

/** Who builds where nobody would miss the data: freely, and within the boundary. */
export const builderPromises: readonly AccessPromise[] = [
  {
    sentence: 'engineers make queues, tables and secrets where data is harmless',
    of: 'builds',
    who: appeng,
    does: {
      on: { queue: ['sqs:CreateQueue'], table: ['dynamodb:CreateTable'], secret: ['secretsmanager:CreateSecret'] },
    },
    to: { ...own, names: 'any-*' },
    context: tagged,
    expected: 'allowed',
  },
  {
    sentence: 'engineers start machines and functions where data is harmless',
    of: 'builds',
    who: appeng,
    does: { on: { function: ['lambda:CreateFunction'], cluster: ['ecs:CreateCluster'], vpc: ['ec2:CreateVpc'] } },
    to: { ...own, names: 'any-*' },
    expected: 'allowed',
  },
  {
    sentence: 'engineers make nothing where data is not harmless: they have no role that does',
    of: 'builds',
    who: { kinds: ['any-member'], names: '*-appeng', in: { Phase: 'identity' } },
    does: ['administer-resource', 'write-data', 'delete-data', 'iam', 'network'],
    to: { in: weighty },
    expected: 'denied',
    signIn: 'iam-users',
    throughOthers: true,
  },
  {
    sentence: 'engineers take the boundary off nothing and change nothing about it',
    of: 'boundary',
    who: boundAppeng,
    does: {
      on: {
        role: ['iam:DeleteRolePermissionsBoundary'],
        user: ['iam:DeleteUserPermissionsBoundary'],
        'platform-policy': ['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion', 'iam:DeletePolicy'],
      },
    },
    to: own,
    expected: 'denied',
  },
  ...[
    { is: 'without the boundary', boundary: undefined },
    { is: 'with another boundary', boundary: 'arn:aws:iam::aws:policy/AdministratorAccess' },
  ].map(({ is, boundary }): AccessPromise => ({
    sentence: `engineers make, change and bound no role ${is}`,
    of: 'boundary',
    who: boundAppeng,
    does: {
      actions: ['iam:CreateRole', 'iam:PutRolePolicy', 'iam:AttachRolePolicy', 'iam:PutRolePermissionsBoundary'],
    },
    to: { ...own, kinds: ['role'] },
    context: { 'iam:PermissionsBoundary': boundary },
    expected: 'denied',
  })),
  {
    sentence: 'engineers hand no role of the platform to a service, and become none',
    of: 'boundary',
    who: boundAppeng,
    does: { actions: ['iam:PassRole', 'sts:AssumeRole'] },
    to: { ...own, kinds: ['role'], names: 'bulkhead/*' },
    expected: 'denied',
  },
  {
    sentence: 'engineers open the account to no other one: neither buckets, tables, keys, images, secrets nor queues',
    of: 'boundary',
    who: boundAppeng,
    does: {
      on: {
        bucket: ['s3:PutBucketPolicy', 's3:PutBucketAcl', 's3:PutReplicationConfiguration'],
        key: ['kms:PutKeyPolicy'],
        table: ['dynamodb:PutResourcePolicy'],
        secret: ['secretsmanager:PutResourcePolicy'],
        queue: ['sqs:AddPermission'],
        topic: ['sns:AddPermission'],
        repository: ['ecr:SetRepositoryPolicy'],
        snapshot: ['ec2:ModifySnapshotAttribute'],
        image: ['ec2:ModifyImageAttribute'],
      },
    },
    to: { ...own, names: 'any-*' },
    expected: 'denied',
  },
  {
    sentence: 'engineers let no other account call a function',
    of: 'boundary',
    who: boundAppeng,
    does: { actions: ['lambda:AddPermission'] },
    to: { ...own, kinds: ['function'], names: 'any-*' },
    context: { 'lambda:Principal': toAnother },
    expected: 'denied',
  },
];
