import { everybody } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const delivery = { Phase: 'delivery' } as const;
const stateful = ['read-data', 'write-data', 'delete-data'] as const;
const pipelines = ['bulkhead/apply-*', 'bulkhead/plan-*'];
const organizationState = { kinds: ['bucket', 'object'], names: '*organization-state*' } as const;

/** State of Terraform: it holds what was deployed, secrets of databases among it. */
export const statePromises: readonly AccessPromise[] = [
  {
    sentence: "the organization's state has a bucket of its own: the role of a pipeline doesn't reach it",
    of: 'state',
    who: { kinds: ['role'], names: pipelines },
    does: stateful,
    to: organizationState,
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: "the organization's state has a bucket of its own: nor does anybody whom a pipeline becomes",
    of: 'state',
    who: { kinds: ['role'], names: pipelines },
    does: stateful,
    to: organizationState,
    expected: 'denied',
    throughOthers: true,
    mayBeEmpty: true,
  },
  {
    sentence:
      "the organization's state is read and written by who deploys the organization, whatever others are allowed",
    of: 'state',
    who: { kinds: [...everybody, 'unlimited', 'empowered'], names: '!bulkhead/organization-deployer*' },
    does: { actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'] },
    to: { kinds: ['object'], names: '*organization-state*', in: delivery },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'state of accounts is read and written by pipelines, whatever others are allowed',
    of: 'state',
    who: {
      kinds: [...everybody, 'unlimited', 'empowered'],
      names: ['!bulkhead/organization-deployer*', '!bulkhead/apply-*', '!bulkhead/plan-*'],
    },
    does: { actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'] },
    to: { kinds: ['object'], names: ['*-state-*', '!*organization-state*'], in: delivery },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'who deploys the organization reads and writes every state',
    of: 'state',
    who: { kinds: ['role'], names: 'bulkhead/organization-deployer' },
    does: { actions: ['s3:GetObject', 's3:PutObject'] },
    to: { kinds: ['object'], names: '*-state-*.tfstate', in: delivery },
    expected: 'allowed',
    mayBeEmpty: true,
  },
  {
    sentence: 'a plan writes no state',
    of: 'state',
    who: { kinds: ['role'], names: 'bulkhead/plan-*' },
    does: ['write-data', 'delete-data'],
    to: { kinds: ['bucket', 'object', 'key'], in: delivery },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'who applies deletes no state, only the lock beside it',
    of: 'state',
    who: { kinds: ['role'], names: 'bulkhead/apply-*' },
    does: 'delete-data',
    to: { kinds: ['bucket', 'object'], names: ['*-state-*', '!*.tflock'], in: delivery },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'buckets of state keep their policy and life cycle, but for who deploys delivery',
    of: 'state',
    who: {
      kinds: [...everybody, 'unlimited'],
      names: ['!bulkhead/deployer', '!bulkhead/deployer,*', '!OrganizationAccountAccessRole'],
      in: delivery,
    },
    does: { actions: ['s3:PutBucketPolicy', 's3:DeleteBucketPolicy', 's3:PutLifecycleConfiguration'] },
    to: { kinds: ['bucket'], names: '*-state-*', where: 'own account' },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'pipelines decrypt with the key of what they read, and with no other one',
    of: 'state',
    who: { kinds: ['role'], names: pipelines, in: delivery },
    does: { actions: ['kms:Decrypt', 'kms:GenerateDataKey'] },
    to: { kinds: ['key'], where: 'own account' },
    context: { 'kms:ResourceAliases': ['alias/another'] },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'pipelines decrypt state through S3 only',
    of: 'state',
    who: { kinds: ['role'], names: pipelines, in: delivery },
    does: { actions: ['kms:Decrypt', 'kms:GenerateDataKey'] },
    to: { kinds: ['key'], in: delivery },
    context: { 'kms:ResourceAliases': ['alias/state'], 'kms:ViaService': 'secretsmanager.eu-west-1.amazonaws.com' },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'pipelines decrypt nothing outside of delivery accounts',
    of: 'state',
    who: { kinds: ['role'], names: pipelines, in: delivery },
    does: { actions: ['kms:Decrypt'] },
    to: { kinds: ['key'], where: 'other account', in: { Phase: '!delivery' } },
    expected: 'denied',
    mayBeEmpty: true,
  },
];
