import type { AccessPromise } from './promise.ts';

const identity = { Phase: 'identity' } as const;
const inside = ['any-administrator', 'any-member', 'role', 'user'] as const;

/** Identity, shared services, delivery. */
export const enterprisePromises: readonly AccessPromise[] = [
  {
    sentence: 'no workload in identity',
    who: { kinds: inside, in: identity },
    does: ['administer-resource', 'network', 'write-data', 'delete-data'],
    to: {
      kinds: ['instance', 'function', 'cluster', 'database', 'table', 'bucket', 'object', 'vpc'],
      where: 'own account',
    },
    expected: 'denied',
  },
  {
    sentence: 'in identity everything is disabled that is not IAM-related, but for the platform',
    who: { kinds: ['any-administrator', 'any-member', 'user'], in: identity },
    does: ['administer-resource', 'read-data', 'write-data', 'delete-data', 'network', 'telemetry'],
    to: { where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'security administrators change people, signed in with a second factor',
    who: { kinds: ['any-member'], names: '*security-administrators', in: identity },
    does: { actions: ['iam:CreateUser', 'iam:CreateLoginProfile', 'iam:DeleteUser'] },
    to: { kinds: ['person'], where: 'own account' },
    context: { 'aws:MultiFactorAuthPresent': 'true' },
    expected: 'allowed',
    mayBeEmpty: true,
  },
  {
    sentence: 'security administrators change nobody without a second factor',
    who: { kinds: ['any-member'], names: '*security-administrators', in: identity },
    does: { actions: ['iam:CreateUser', 'iam:CreateLoginProfile', 'iam:DeleteUser'] },
    to: { kinds: ['person'], where: 'own account' },
    context: { 'aws:MultiFactorAuthPresent': 'false' },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'security administrators change people only',
    who: { kinds: ['any-member'], names: '*security-administrators', in: identity },
    does: { actions: ['iam:CreateUser', 'iam:CreateLoginProfile', 'iam:DeleteUser'] },
    to: { kinds: ['user'], where: 'own account' },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: "security administrators never change the platform's own roles",
    who: { kinds: ['any-member'], names: '*security-administrators', in: identity },
    does: 'iam',
    to: { kinds: ['role'], names: 'bulkhead/*' },
    expected: 'denied',
    throughOthers: true,
    mayBeEmpty: true,
  },
  {
    sentence: 'pipelines decrypt with the key of the delivery account, and with no other one',
    who: { kinds: ['role'], names: 'bulkhead/apply-*', in: { Phase: 'delivery' } },
    does: { actions: ['kms:Decrypt'] },
    to: { kinds: ['key'] },
    context: { 'kms:ResourceAliases': ['alias/another'] },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'pipelines decrypt nothing outside of the delivery account',
    who: { kinds: ['role'], names: 'bulkhead/apply-*', in: { Phase: 'delivery' } },
    does: { actions: ['kms:Decrypt'] },
    to: { kinds: ['key'], where: 'other account' },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: "the organization's state has a bucket of its own: the role of a pipeline doesn't reach it",
    who: { kinds: ['role'], names: 'bulkhead/apply-*', in: { Phase: 'delivery' } },
    does: ['read-data', 'write-data', 'delete-data'],
    to: { kinds: ['bucket', 'object'], names: '*organization-state*' },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: "the organization's state has a bucket of its own: nor does anybody whom a pipeline becomes",
    who: { kinds: ['role'], names: 'bulkhead/apply-*', in: { Phase: 'delivery' } },
    does: ['read-data', 'write-data', 'delete-data'],
    to: { kinds: ['bucket', 'object'], names: '*organization-state*' },
    expected: 'denied',
    throughOthers: true,
    mayBeEmpty: true,
  },
  {
    sentence: 'pipelines read and write the state of accounts',
    who: { kinds: ['role'], names: 'bulkhead/apply-*', in: { Phase: 'delivery' } },
    does: { actions: ['s3:GetObject', 's3:PutObject'] },
    to: { kinds: ['object'], names: ['*-state-*', '!*organization-state*'], examples: false },
    expected: 'allowed',
    mayBeEmpty: true,
  },
];
