import { memberAccounts, runtimeAccounts } from './account-patterns.ts';
import { classNames } from '../simulate/action-classes.ts';
import { exampleKinds } from '../world/example-resources.ts';
import type { AccessPromise } from './promise.ts';

/** What somebody leaves open to the world by mistake, and what the world would do with it. */
const leftOpen = {
  'open-object': ['s3:GetObject', 's3:PutObject'],
  'open-key': ['kms:Decrypt'],
  'open-queue': ['sqs:SendMessage', 'sqs:ReceiveMessage'],
  'open-secret': ['secretsmanager:GetSecretValue'],
  'open-role': ['sts:AssumeRole'],
} as const;

const onlyOrganization = Object.entries(leftOpen).map(([kind, actions]): AccessPromise => ({
  sentence: `only principals of the organization reach what it holds, whatever a policy there says: ${kind.replace('-', ' ')}`,
  who: { kinds: ['outsider', 'anonymous'] },
  does: { actions },
  to: { kinds: [kind], in: memberAccounts },
  expected: 'denied',
}));

/** Accounts are the strongest boundary: these hold for whatever anybody builds in them. */
export const wallPromises: readonly AccessPromise[] = [
  {
    sentence: 'a lost administrator of a runtime account touches nothing in any other account',
    who: { kinds: ['any-administrator', 'root'], in: runtimeAccounts },
    does: classNames,
    to: { where: 'other account', in: { Phase: '!shared-services' } },
    expected: 'denied',
    throughOthers: true,
  },
  {
    sentence: 'a lost administrator of a runtime account touches nothing in shared services but what flows in',
    who: { kinds: ['any-administrator', 'root'], in: runtimeAccounts },
    does: classNames,
    to: { kinds: exampleKinds.filter((kind) => kind !== 'key'), in: { Phase: 'shared-services' } },
    expected: 'denied',
    throughOthers: true,
  },
  {
    sentence: 'nobody of another organization, and nobody unsigned, reaches anything',
    who: { kinds: ['outsider', 'anonymous'] },
    does: classNames,
    to: {},
    expected: 'denied',
    throughOthers: true,
  },
  ...onlyOrganization,
  {
    sentence: 'a service of AWS that acts for another organization reaches nothing here',
    who: { kinds: ['service'], names: '* for another organization' },
    does: classNames,
    to: {},
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'no bucket is reached without TLS, whoever asks',
    who: { kinds: ['any-administrator', 'role', 'user', 'any-member'] },
    does: ['read-data', 'write-data', 'delete-data', 'read-config'],
    to: { kinds: ['bucket', 'object'], examples: false },
    context: { 'aws:SecureTransport': 'false' },
    expected: 'denied',
  },
  {
    sentence: 'who builds an account reads what its buckets are set to',
    who: { kinds: ['role'], names: 'bulkhead/deployer', in: memberAccounts },
    does: 'read-config',
    to: { kinds: ['bucket'], examples: false, where: 'own account' },
    expected: 'allowed',
  },
  {
    sentence: 'accounts are given to be worked in: nothing that is not denied in so many words is in the way',
    who: { kinds: ['any-administrator'], in: { Phase: ['!identity', '!management'] } },
    does: ['read-config', 'read-data', 'write-data', 'network'],
    to: { where: 'own account', kinds: ['table', 'queue', 'vpc', 'subnet', 'function', 'secret'] },
    expected: 'allowed',
  },
];
