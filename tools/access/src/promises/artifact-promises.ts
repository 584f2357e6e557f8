import { everybody, memberAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const delivery = { Phase: 'delivery' } as const;

/** Images and artifacts: pipelines write them, the organization reads them, nobody ends them. */
export const artifactPromises: readonly AccessPromise[] = [
  {
    sentence: 'accounts of the organization pull images where they work',
    of: 'artifacts',
    who: { kinds: ['any-administrator'], in: { Phase: ['dev', 'stage', 'prod', 'dr', 'sandbox'] } },
    does: { actions: ['ecr:BatchGetImage'] },
    to: { kinds: ['repository'], in: delivery, examples: false, where: 'own Regions' },
    expected: 'allowed',
    mayBeEmpty: true,
  },
  {
    sentence: 'accounts of the organization read artifacts',
    of: 'artifacts',
    who: { kinds: ['any-administrator'], in: { Phase: ['dev', 'stage', 'prod', 'sandbox'], BusinessUnit: '!startup' } },
    does: { actions: ['s3:GetObject'] },
    to: {
      kinds: ['object'],
      names: '!*-state-*',
      in: { ...delivery, BusinessUnit: 'enterprise' },
      examples: false,
    },
    expected: 'allowed',
    mayBeEmpty: true,
  },
  {
    sentence: 'nobody outside of delivery writes images and artifacts, or ends them',
    of: 'artifacts',
    who: { kinds: everybody, in: { Phase: ['!delivery', '!management'] } },
    does: ['write-data', 'delete-data', 'administer-resource'],
    to: { kinds: ['repository', 'object', 'bucket'], names: '!*-state-*', in: delivery },
    expected: 'denied',
  },
  {
    sentence: 'images and artifacts are ended by nobody but who deploys delivery',
    of: 'artifacts',
    who: {
      kinds: [...everybody, 'unlimited'],
      names: ['!bulkhead/deployer', '!bulkhead/deployer,*'],
      in: delivery,
    },
    does: {
      on: {
        object: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
        repository: ['ecr:BatchDeleteImage', 'ecr:DeleteRepository', 'ecr:PutImageTagMutability'],
      },
    },
    to: { names: '!*-state-*', where: 'own account', examples: false },
    expected: 'denied',
  },
  {
    sentence: 'functions of the organization run its images',
    of: 'artifacts',
    who: { kinds: ['service'], names: 'lambda.amazonaws.com' },
    does: { actions: ['ecr:BatchGetImage'] },
    to: { kinds: ['repository'], in: delivery, examples: false },
    expected: 'allowed',
    mayBeEmpty: true,
  },
  {
    sentence: 'what delivery publishes is decrypted through S3 only',
    of: 'artifacts',
    who: { kinds: ['any-administrator'], in: { Phase: ['!delivery', ...[memberAccounts.Phase ?? []].flat()] } },
    does: { actions: ['kms:Decrypt'] },
    to: { kinds: ['key'], in: delivery },
    context: { 'kms:ViaService': 'ec2.eu-west-1.amazonaws.com' },
    expected: 'denied',
  },
  {
    sentence: 'who uses delivery reads from it in the account only: what it publishes is for the accounts that run it',
    of: 'artifacts',
    who: { kinds: ['role', 'any-member', 'user'], names: ['people/*', 'bulkhead/delivery-user'] },
    does: ['read-data', 'write-data', 'delete-data'],
    to: { kinds: ['repository', 'object', 'key'], in: delivery },
    expected: 'denied',
  },
];
