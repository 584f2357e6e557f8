import { everybody, runtimeAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const sharedServices = { Phase: 'shared-services' } as const;
const delivery = { Phase: 'delivery' } as const;
const recorders = { kinds: ['role'], names: 'bulkhead/config-recorder' } as const;
const alone = { expected: 'denied', unguarded: true } as const;

/**
 * Where two walls stand one behind the other, each is asked about alone: a resource whose own policy lets everybody in
 * tells what the one who asks is kept from, and a guardrail that is not attached yet tells what is kept without it.
 */
export const openedPromises: readonly AccessPromise[] = [
  {
    sentence: 'recorders of AWS Config give the owner of the bucket control over what they write, by their own policy',
    of: 'flows-in',
    who: recorders,
    does: { actions: ['s3:PutObject'] },
    to: { kinds: ['opened-object'], names: '*-config-*', in: sharedServices },
    context: { 's3:x-amz-acl': 'private' },
    ...alone,
  },
  {
    sentence: 'recorders of AWS Config write nowhere but into the bucket of AWS Config, guardrails or not',
    of: 'flows-in',
    who: recorders,
    does: { actions: ['s3:PutObject'] },
    to: { kinds: ['object', 'opened-object'], names: '!*-config-*' },
    context: { 's3:x-amz-acl': 'bucket-owner-full-control' },
    ...alone,
  },
  {
    sentence: 'recorders of AWS Config look into no other bucket, but for what AWS allows every recorder',
    of: 'flows-in',
    who: { kinds: ['bare'], names: 'bulkhead/config-recorder,*' },
    does: { actions: ['s3:GetBucketAcl', 's3:ListBucket'] },
    to: { kinds: ['bucket', 'opened-bucket'], names: '!*-config-*' },
    ...alone,
  },
  {
    sentence: 'people take a device away with a second factor only, whatever their groups say',
    of: 'own-password',
    who: { kinds: ['bare'], names: 'people/*', in: { Phase: 'identity' } },
    does: { actions: ['iam:DeactivateMFADevice'] },
    to: { kinds: ['user'], where: 'self' },
    context: { 'aws:MultiFactorAuthPresent': 'false' },
    expected: 'denied',
    signIn: 'iam-users',
    mayBeEmpty: true,
  },
  {
    sentence: 'pipelines use the key of state through S3 only, even if the key lets everybody in',
    of: 'state',
    who: {
      kinds: ['role'],
      names: ['bulkhead/apply-*', 'bulkhead/plan-*', 'bulkhead/organization-deployer'],
    },
    does: { actions: ['kms:Decrypt', 'kms:GenerateDataKey'] },
    to: { kinds: ['opened-key'], in: delivery },
    context: { 'kms:ViaService': 'secretsmanager.eu-west-1.amazonaws.com', 'kms:ResourceAliases': ['alias/state'] },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence:
      'who administers delivery reaches no state, even if its bucket lets everybody in and no guardrail is attached',
    of: 'delivery-administrators',
    who: { kinds: ['empowered'], names: 'bulkhead/delivery-admin,*', in: delivery },
    does: {
      on: {
        'opened-object': ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
        'opened-bucket': ['s3:PutBucketPolicy', 's3:DeleteBucket', 's3:PutLifecycleConfiguration'],
      },
    },
    to: { names: '*-state-*', in: delivery },
    ...alone,
    mayBeEmpty: true,
  },
  {
    sentence: 'nobody deletes what shared services hold, even if the policy of a bucket lets everybody in',
    of: 'unmodified',
    who: { kinds: [...everybody, 'root', 'unlimited'], in: sharedServices },
    does: {
      on: { 'opened-object': ['s3:DeleteObject', 's3:DeleteObjectVersion'], 'opened-bucket': ['s3:DeleteBucket'] },
    },
    to: { names: ['*-archive-*', '*-config-*', '*-access-logs-*', '*-billing-*'], in: sharedServices },
    context: { 'aws:AssumedRoot': 'true' },
    expected: 'denied',
  },
  {
    sentence: 'nobody looks into what an instance is started with, guardrails or not',
    of: 'sensitive',
    who: { kinds: ['empowered'], names: ['bulkhead/observer,*', 'bulkhead/operator,*', 'bulkhead/auditor,*'] },
    does: { actions: ['ec2:DescribeInstanceAttribute'] },
    to: { kinds: ['instance'], where: 'own account' },
    ...alone,
  },
  {
    sentence: 'an account that left the organization sends no logs any more, though it is named',
    of: 'flows-in',
    who: { kinds: ['any-administrator'], in: runtimeAccounts },
    does: { actions: ['logs:PutSubscriptionFilter'] },
    to: { kinds: ['log-destination'], in: sharedServices },
    context: { 'aws:PrincipalOrgID': 'o-stranger000' },
    ...alone,
    mayBeEmpty: true,
  },
  {
    sentence: 'who reads telemetry names what is listed, and lists no bucket as a whole',
    of: 'readers',
    who: { kinds: ['role'], names: ['bulkhead/reader-*', 'bulkhead/auditor'], in: sharedServices },
    does: { actions: ['s3:ListBucket'] },
    to: { kinds: ['bucket'], names: '*-shared-services-*', in: sharedServices },
    context: { 's3:prefix': undefined },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'readers see where the buckets are that they read, and no other bucket',
    of: 'readers',
    who: { kinds: ['role'], names: 'bulkhead/reader-*', in: sharedServices },
    does: { actions: ['s3:GetBucketLocation'] },
    to: { kinds: ['bucket'], names: 'any-*', where: 'own account' },
    expected: 'denied',
    mayBeEmpty: true,
  },
];
