import { everybody } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const management = { Phase: 'management' } as const;

/** What single roles of the platform do, and nothing besides. */
export const platformRolePromises: readonly AccessPromise[] = [
  {
    sentence: 'who deploys the organization touches nothing in other accounts but state',
    of: 'management',
    who: { kinds: ['role'], names: 'bulkhead/organization-deployer' },
    does: ['read-data', 'write-data', 'delete-data'],
    to: { kinds: ['object', 'bucket'], names: ['!*-state-*', '!*-billing-exports-*'] },
    expected: 'denied',
  },
  {
    sentence: 'who deploys the organization decrypts nothing of the management account',
    of: 'management',
    who: { kinds: ['role'], names: ['bulkhead/organization-deployer', 'bulkhead/billing-replicator'] },
    does: { on: { key: ['kms:Decrypt', 'kms:GenerateDataKey'], object: ['s3:GetObject', 's3:ReplicateObject'] } },
    to: { names: 'any-*', in: management },
    expected: 'denied',
  },
  {
    sentence: 'who deploys the organization makes service-linked roles of what it sets up, and no other',
    of: 'management',
    who: { kinds: ['role'], names: 'bulkhead/organization-deployer' },
    does: { actions: ['iam:CreateServiceLinkedRole'] },
    to: { kinds: ['service-linked-role', 'role'], names: ['any-*'], in: management },
    context: { 'iam:AWSServiceName': 'autoscaling.amazonaws.com' },
    expected: 'denied',
  },
  {
    sentence: 'bills are deleted by nobody in the management account either',
    of: 'unmodified',
    who: { kinds: [...everybody, 'root'], in: management },
    does: { on: { object: ['s3:DeleteObject', 's3:DeleteObjectVersion'], bucket: ['s3:DeleteBucket'] } },
    to: { names: '*-billing-exports-*', in: management },
    expected: 'denied',
  },
  {
    sentence: 'recorders give the owner of the bucket control over what they write, whatever they are allowed',
    of: 'flows-in',
    who: { kinds: ['role', 'unlimited'], names: 'bulkhead/config-recorder*' },
    does: { actions: ['s3:PutObject'] },
    to: { kinds: ['object'], names: '*-config-*', examples: false, where: 'other account' },
    context: { 's3:x-amz-acl': 'private' },
    expected: 'denied',
  },
  {
    sentence: 'the organization deployer lends S3 the role that copies bills, and no other',
    of: 'management',
    who: { kinds: ['role'], names: 'bulkhead/organization-deployer' },
    does: { actions: ['iam:PassRole'] },
    to: { kinds: ['role'], names: '!bulkhead/billing-replicator' },
    context: { 'iam:PassedToService': 's3.amazonaws.com' },
    expected: 'denied',
  },
  {
    sentence: 'the role that copies bills copies nothing else',
    of: 'spend',
    who: { kinds: ['role'], names: 'bulkhead/billing-replicator' },
    does: { on: { object: ['s3:GetObjectVersionForReplication', 's3:ReplicateObject'] } },
    to: { names: ['!*-billing-*'] },
    expected: 'denied',
  },
  {
    sentence: 'bills are copied into shared services',
    of: 'flows-in',
    who: { kinds: ['role'], names: 'bulkhead/billing-replicator' },
    does: { actions: ['s3:ReplicateObject'] },
    to: { kinds: ['object'], names: '*-shared-services-billing-*' },
    expected: 'allowed',
  },
  {
    sentence: 'streams of application logs write into the archive',
    of: 'flows-in',
    who: { kinds: ['role'], names: 'bulkhead/archive-writer' },
    does: { actions: ['s3:PutObject'] },
    to: { kinds: ['object'], names: '*-archive-*/logs/example' },
    expected: 'allowed',
  },
  {
    sentence: 'recorders write under the name of AWS Config only, whatever they are allowed',
    of: 'flows-in',
    who: { kinds: ['role', 'unlimited'], names: 'bulkhead/config-recorder*' },
    does: { actions: ['s3:PutObject'] },
    to: { kinds: ['object'], names: ['*-config-*', '!*/Config/*'], examples: false, where: 'other account' },
    expected: 'denied',
  },
];
