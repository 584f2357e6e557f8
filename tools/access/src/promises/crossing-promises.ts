import { runtimeAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const openToAll = {
  'open-object': ['s3:GetObject', 's3:PutObject'],
  'open-queue': ['sqs:ReceiveMessage', 'sqs:SendMessage'],
  'open-secret': ['secretsmanager:GetSecretValue'],
  'open-key': ['kms:Decrypt'],
} as const;
const toOthers = { where: 'other account', in: runtimeAccounts } as const;

/** What is left open in an account is closed by two walls: around who asks, and around what is asked about. */
export const crossingPromises: readonly AccessPromise[] = [
  {
    sentence: 'what somebody leaves open in an account of a unit is reached from no other account of a unit',
    of: 'sharing',
    who: { kinds: ['any-administrator'], in: runtimeAccounts },
    does: { on: { ...openToAll, 'open-topic': ['sns:Publish', 'sns:Subscribe'] } },
    to: toOthers,
    expected: 'denied',
  },
  {
    sentence: 'what somebody leaves open in an account of a unit is reached from no account of the enterprise',
    of: 'sharing',
    who: { kinds: ['any-administrator'], in: { Phase: ['identity', 'shared-services', 'delivery', 'management'] } },
    does: { on: openToAll },
    to: toOthers,
    expected: 'denied',
  },
  {
    sentence: 'what lies outside of the organization is reached, like topics of AWS',
    of: 'sharing',
    who: { kinds: ['any-administrator'], in: runtimeAccounts },
    does: { actions: ['sns:Subscribe'] },
    to: { kinds: ['topic'], names: 'any-*', where: 'own account' },
    context: { 'aws:ResourceOrgID': 'o-stranger000', 'aws:ResourceAccount': '999999999999' },
    expected: 'allowed',
  },
];
