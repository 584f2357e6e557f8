import { everybody, workingAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const delivery = { Phase: 'delivery' } as const;
const deployer = { kinds: ['role'], names: 'bulkhead/deployer' } as const;

/** One owner for each thing: who has to change it can, and nobody beside them. */
export const ownerPromises: readonly AccessPromise[] = [
  {
    sentence: 'who deploys delivery ends images and artifacts that have to go',
    of: 'artifacts',
    who: { ...deployer, in: delivery },
    does: { on: { object: ['s3:DeleteObject'], repository: ['ecr:BatchDeleteImage'] } },
    to: { names: '!*-state-*', where: 'own account', examples: false },
    expected: 'allowed',
  },
  {
    sentence: 'who deploys delivery keeps the policies of the buckets of state',
    of: 'state',
    who: { ...deployer, in: delivery },
    does: { actions: ['s3:PutBucketPolicy'] },
    to: { kinds: ['bucket'], names: '*-state-*', where: 'own account' },
    expected: 'allowed',
  },
  {
    sentence: 'who builds an account lends the roles of the platform to the services that need them',
    of: 'platform',
    who: { ...deployer, in: workingAccounts },
    does: { actions: ['iam:PassRole'] },
    to: { kinds: ['role'], names: 'bulkhead/*', where: 'own account' },
    expected: 'allowed',
  },
  {
    sentence: 'policies of the buckets of shared services are written by who deploys it, and nobody else',
    of: 'unmodified',
    who: {
      kinds: [...everybody, 'unlimited'],
      names: ['!bulkhead/deployer', '!bulkhead/deployer,*', '!OrganizationAccountAccessRole'],
      in: { Phase: 'shared-services' },
    },
    does: { actions: ['s3:PutBucketPolicy'] },
    to: { kinds: ['bucket'], names: ['*-archive-*', '*-config-*'], where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'in identity people, groups and passwords are changed by nobody whom somebody makes there',
    of: 'iam-changes',
    who: { kinds: ['any-administrator'], in: { Phase: 'identity' } },
    does: {
      on: {
        person: ['iam:CreateUser', 'iam:DeleteUser', 'iam:TagUser', 'iam:UpdateLoginProfile', 'iam:CreateLoginProfile'],
        group: ['iam:AddUserToGroup', 'iam:PutGroupPolicy'],
      },
    },
    to: { where: 'own account' },
    expected: 'denied',
  },
  {
    sentence:
      'buckets and keys of state know their pipelines: nobody else lists or decrypts, whatever they are allowed',
    of: 'state',
    who: {
      kinds: ['unlimited', 'any-administrator'],
      names: ['!bulkhead/apply-*', '!bulkhead/plan-*', '!bulkhead/organization-deployer*'],
    },
    does: { on: { bucket: ['s3:ListBucket'], key: ['kms:Decrypt', 'kms:GenerateDataKey'] } },
    to: { names: ['*-state-*', 'state-key'], where: 'other account', in: delivery },
    expected: 'denied',
  },
  {
    sentence: 'the key of state is used through S3 only from another account, whatever somebody is allowed',
    of: 'state',
    who: { kinds: ['unlimited'], names: ['bulkhead/apply-*', 'bulkhead/plan-*', 'bulkhead/organization-deployer*'] },
    does: { actions: ['kms:Decrypt', 'kms:GenerateDataKey'] },
    to: { kinds: ['key'], names: 'state-key', where: 'other account' },
    context: { 'kms:ViaService': 'secretsmanager.eu-west-1.amazonaws.com' },
    expected: 'denied',
  },
  {
    sentence: 'roles of the platform use no key of another account, even if it is left open',
    of: 'declared',
    who: {
      kinds: ['role'],
      names: ['bulkhead/*', '!bulkhead/deployer', '!bulkhead/break-glass', '!bulkhead/delivery-admin'],
    },
    does: { actions: ['kms:Decrypt', 'kms:GenerateDataKey'] },
    to: { kinds: ['open-key'], where: 'other account', in: { Phase: ['!delivery', '!shared-services'] } },
    expected: 'denied',
  },
  {
    sentence: 'pipelines pull images from where they may, and push none elsewhere, even if a repository is left open',
    of: 'artifacts',
    who: { kinds: ['role'], names: ['bulkhead/apply-*', 'bulkhead/plan-*'] },
    does: { actions: ['ecr:PutImage'] },
    to: { kinds: ['repository'], where: 'other account' },
    expected: 'denied',
  },
];
