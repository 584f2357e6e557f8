import { classNames } from '../simulate/action-classes.ts';
import { everybody } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const sharedServices = { Phase: 'shared-services' } as const;
const stranger = 'arn:aws:logs:eu-west-1:999999999999:anything';

const beforeGuardrails = { expected: 'denied', unguarded: true } as const;

/** Walls that stand by themselves: guardrails come last in a deployment, and one may be detached. */
export const unguardedPromises: readonly AccessPromise[] = [
  {
    sentence: 'nobody of another organization reaches anything, guardrails or not',
    of: 'perimeter',
    who: { kinds: ['outsider', 'anonymous', 'trusted'] },
    does: classNames,
    to: { examples: false },
    ...beforeGuardrails,
  },
  {
    sentence: 'nobody of another organization becomes anybody, guardrails or not',
    of: 'perimeter',
    who: { kinds: ['outsider', 'anonymous', 'trusted'] },
    does: { actions: ['sts:AssumeRole'] },
    to: { kinds: ['role'], examples: false },
    ...beforeGuardrails,
  },
  {
    sentence: 'a service that acts for another organization reaches nothing, guardrails or not',
    of: 'perimeter',
    who: { kinds: ['service'], names: ['* for another organization', '!logs.*-*.amazonaws.com *'] },
    does: [...classNames],
    to: { examples: false },
    ...beforeGuardrails,
    mayBeEmpty: true,
  },
  {
    sentence: 'a service that acts for another organization becomes nobody and sees no settings, guardrails or not',
    of: 'perimeter',
    who: {
      kinds: ['service'],
      // EC2 and Lambda don't say for whom, and take a role of the account itself only
      names: [
        '* for another organization',
        ...['ec2.amazonaws.com', 'lambda.amazonaws.com', 'logs.*-*.amazonaws.com'].map((name) => `!${name} *`),
      ],
    },
    does: { on: { role: ['sts:AssumeRole'], bucket: ['s3:GetBucketAcl', 's3:ListBucket'], key: ['kms:Encrypt'] } },
    to: { examples: false },
    ...beforeGuardrails,
    mayBeEmpty: true,
  },
  {
    sentence: 'logs of another organization flow nowhere here, guardrails or not',
    of: 'perimeter',
    who: { kinds: ['service'], names: ['logs.amazonaws.com *', 'delivery.logs.amazonaws.com *'] },
    does: {
      on: { object: ['s3:PutObject'], bucket: ['s3:GetBucketAcl'], role: ['sts:AssumeRole'], key: ['kms:Encrypt'] },
    },
    to: { examples: false },
    context: { 'aws:SourceArn': stranger },
    ...beforeGuardrails,
    mayBeEmpty: true,
  },
  {
    sentence: 'log groups of other accounts are not encrypted with keys of telemetry, guardrails or not',
    of: 'perimeter',
    who: { kinds: ['service'], names: 'logs.*-*.amazonaws.com*' },
    does: { actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey'] },
    to: { kinds: ['key'], examples: false },
    context: { 'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:eu-west-1:999999999999:log-group:any' },
    ...beforeGuardrails,
    mayBeEmpty: true,
  },
  {
    sentence: 'nobody deletes from the buckets of shared services, guardrails or not',
    of: 'unmodified',
    who: { kinds: [...everybody, 'root', 'unlimited'], in: sharedServices },
    does: {
      on: {
        object: ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention'],
        bucket: ['s3:DeleteBucket'],
      },
    },
    to: { names: ['*-shared-services-*', '!*-queries-*'], in: sharedServices },
    ...beforeGuardrails,
  },
  {
    sentence: 'nobody deletes or disables keys of telemetry, guardrails or not',
    of: 'keys-kept',
    who: { kinds: [...everybody, 'root', 'unlimited'], in: sharedServices },
    does: { actions: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'] },
    to: { kinds: ['key'], examples: false, in: sharedServices },
    ...beforeGuardrails,
  },
  {
    sentence: 'people and sealed users have no key, whatever they are allowed besides, guardrails or not',
    of: 'own-password',
    who: {
      kinds: ['empowered'],
      names: ['people/any-member-of-people*', 'break-glass/*'],
      in: { Phase: 'identity' },
    },
    does: { actions: ['iam:CreateAccessKey', 'iam:CreateServiceSpecificCredential', 'iam:UploadSSHPublicKey'] },
    to: { kinds: ['user', 'person'], where: 'own account' },
    ...beforeGuardrails,
  },
  {
    sentence: 'who administers delivery changes no role of the platform and no provider, guardrails or not',
    of: 'delivery-administrators',
    who: { kinds: ['role'], names: 'bulkhead/delivery-admin' },
    does: {
      on: {
        'platform-role': ['iam:UpdateAssumeRolePolicy', 'iam:PutRolePolicy', 'iam:CreateRole', 'iam:PassRole'],
        'identity-provider': ['iam:CreateOpenIDConnectProvider'],
        directory: ['iam:CreateSAMLProvider'],
        key: ['kms:PutKeyPolicy'],
      },
    },
    to: { where: 'own account' },
    ...beforeGuardrails,
  },
];
