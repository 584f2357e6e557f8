import { assume, runtimeAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const harmless = { ...runtimeAccounts, DataClass: ['none', 'synthetic'] } as const;
const appeng = { kinds: ['role'], names: 'bulkhead/appeng', in: harmless } as const;
/** As they are, and whatever others let them do besides: the boundary holds. */
const boundAppeng = { kinds: ['role', 'unlimited', 'empowered'], names: 'bulkhead/appeng*', in: harmless } as const;
/** With everything but for the boundary, and with their own policies but without it: the same wall, built twice. */
const eachWall = { kinds: ['unlimited', 'unbounded'], names: 'bulkhead/appeng,*', in: harmless } as const;
const own = { where: 'own account' } as const;
const toAnother = 'arn:aws:iam::999999999999:root';
const alone = { of: 'boundary', expected: 'denied', unguarded: true } as const;

const aboutRoles = ['iam:CreateRole', 'iam:PutRolePolicy', 'iam:AttachRolePolicy', 'iam:UpdateAssumeRolePolicy'];

/** What keeps engineers, and the roles that they make, within what they build; by itself, guardrails or not. */
export const boundaryPromises: readonly AccessPromise[] = [
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
  {
    sentence: 'engineers hand no role of the platform to a service, and become none',
    of: 'boundary',
    who: boundAppeng,
    does: { actions: ['iam:PassRole', 'sts:AssumeRole'] },
    to: { ...own, kinds: ['role'], names: 'bulkhead/*' },
    expected: 'denied',
  },
  {
    sentence:
      'engineers open the account to no other one by a call of its own: neither buckets, tables, keys, images, secrets nor queues',
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
    ...alone,
    sentence: 'engineers let no other account call a function',
    who: boundAppeng,
    does: { actions: ['lambda:AddPermission'] },
    to: { ...own, kinds: ['function'], names: 'any-*' },
    context: { 'lambda:Principal': toAnother },
  },
  ...[
    { is: 'without the boundary', boundary: undefined },
    { is: 'with another boundary', boundary: 'arn:aws:iam::aws:policy/AdministratorAccess' },
  ].map(({ is, boundary }): AccessPromise => ({
    ...alone,
    sentence: `engineers make, change and bound no role ${is}: neither the boundary nor their own policies let them`,
    who: eachWall,
    does: { actions: [...aboutRoles, 'iam:PutRolePermissionsBoundary'] },
    to: { ...own, kinds: ['role', 'workload-role'] },
    context: { 'iam:PermissionsBoundary': boundary },
  })),
  {
    ...alone,
    sentence:
      'engineers make and hand over what is a workload: neither the boundary nor their own policies let them more',
    who: eachWall,
    does: {
      on: {
        role: [...aboutRoles, 'iam:PassRole', 'iam:TagRole', 'iam:DeleteRole'],
        policy: ['iam:CreatePolicy', 'iam:CreatePolicyVersion', 'iam:DeletePolicy'],
      },
    },
    to: { ...own, names: 'any-*' },
  },
  {
    ...alone,
    sentence: 'engineers become no role of another account: neither the boundary nor their own policies let them',
    who: eachWall,
    does: assume,
    to: { kinds: ['open-role'], where: 'other account' },
  },
  {
    ...alone,
    sentence: 'engineers hand no role to what builds and deploys: neither the boundary nor their own policies let them',
    who: eachWall,
    does: { actions: ['iam:PassRole'] },
    to: { ...own, kinds: ['workload-role'] },
    context: { 'iam:PassedToService': 'cloudformation.amazonaws.com' },
  },
  {
    ...alone,
    sentence: 'engineers let the world call no function by its address',
    who: boundAppeng,
    does: { actions: ['lambda:CreateFunctionUrlConfig', 'lambda:UpdateFunctionUrlConfig'] },
    to: { ...own, kinds: ['function'] },
    context: { 'lambda:FunctionUrlAuthType': 'NONE' },
  },
  {
    ...alone,
    sentence: 'engineers lend the use of a key to nobody but a service that works for them',
    who: boundAppeng,
    does: { actions: ['kms:CreateGrant'] },
    to: { ...own, kinds: ['key'] },
    context: { 'kms:GrantIsForAWSResource': 'false' },
  },
  {
    ...alone,
    sentence: 'engineers use no key of another account, even if it lets everybody in',
    who: appeng,
    does: { actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'] },
    to: { kinds: ['open-key'], where: 'other account' },
  },
  ...[
    {
      what: 'let services call functions',
      on: { function: ['lambda:AddPermission'] },
      key: 'lambda:Principal',
      is: 'events.amazonaws.com',
    },
    {
      what: 'give functions an address for who signs in',
      on: { function: ['lambda:CreateFunctionUrlConfig'] },
      key: 'lambda:FunctionUrlAuthType',
      is: 'AWS_IAM',
    },
    {
      what: 'lend keys to services that encrypt for them',
      on: { key: ['kms:CreateGrant'] },
      key: 'kms:GrantIsForAWSResource',
      is: 'true',
    },
  ].map(({ what, on, key, is }): AccessPromise => ({
    sentence: `engineers ${what}`,
    of: 'builds',
    who: appeng,
    does: { on },
    to: { ...own, names: 'any-*' },
    context: { [key]: is },
    expected: 'allowed',
  })),
];
