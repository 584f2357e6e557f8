import { everybodyWhateverAllowed, runtimeAccounts } from './account-patterns.ts';
import type { AccessPromise, AccountPattern } from './promise.ts';

const own = { where: 'own account' } as const;
const makesStores = {
  on: { queue: ['sqs:CreateQueue'], topic: ['sns:CreateTopic'], table: ['dynamodb:CreateTable'] },
} as const;
const stores = { ...own, names: 'any-*' } as const;
const administrator = { kinds: ['any-administrator'], in: runtimeAccounts } as const;
const builders = ['!bulkhead/deployer*', '!OrganizationAccountAccessRole*', '!bulkhead/backup*'];

/** Classes from the least sensitive one up. */
const classes = ['none', 'synthetic', 'sanitized', 'sensitive'] as const;

const inClass = (dataClass: string): AccountPattern => ({ ...runtimeAccounts, DataClass: dataClass });

/** What an account may hold, and what leaves it. */
export const dataBoundaryPromises: readonly AccessPromise[] = [
  ...classes.flatMap((held, index): readonly AccessPromise[] => [
    ...classes.slice(index + 1).map((above): AccessPromise => ({
      sentence: `an account whose class is ${held} gets no store that is ${above}`,
      of: 'classes',
      who: { kinds: everybodyWhateverAllowed, in: inClass(held) },
      does: makesStores,
      to: stores,
      context: { 'aws:RequestTag/DataClass': above },
      expected: 'denied',
      mayBeEmpty: true,
    })),
    {
      sentence: `an account whose class is ${held} gets stores that are ${held}`,
      of: 'classes',
      who: { kinds: ['any-administrator'], in: inClass(held) },
      does: makesStores,
      to: stores,
      context: { 'aws:RequestTag/DataClass': held },
      expected: 'allowed',
      mayBeEmpty: true,
    },
  ]),
  {
    sentence: 'nothing is retagged to a class above that of its account',
    of: 'classes',
    who: { kinds: everybodyWhateverAllowed, in: { ...runtimeAccounts, DataClass: '!sensitive' } },
    does: { on: { queue: ['sqs:TagQueue'], table: ['dynamodb:TagResource'] } },
    to: stores,
    context: { 'aws:RequestTag/DataClass': 'sensitive' },
    expected: 'denied',
  },
  {
    sentence: 'no store is made without a class by who calls directly',
    of: 'untagged',
    who: { kinds: everybodyWhateverAllowed, in: runtimeAccounts },
    does: makesStores,
    to: stores,
    context: { 'aws:RequestTag/DataClass': undefined, 'aws:CalledVia': undefined },
    expected: 'denied',
  },
  {
    sentence: 'a store is made without a class where CloudFormation calls, and is reported',
    of: 'untagged',
    who: administrator,
    does: makesStores,
    to: stores,
    context: { 'aws:RequestTag/DataClass': undefined, 'aws:CalledVia': ['cloudformation.amazonaws.com'] },
    expected: 'allowed',
  },
  {
    sentence: 'in a protected account what holds data is deleted by nobody but who builds the account',
    of: 'kept',
    who: { kinds: everybodyWhateverAllowed, names: builders, in: { Phase: ['prod', 'dr'] } },
    does: {
      on: {
        bucket: ['s3:DeleteBucket', 's3:PutLifecycleConfiguration'],
        table: ['dynamodb:DeleteTable'],
        queue: ['sqs:DeleteQueue'],
        secret: ['secretsmanager:DeleteSecret'],
        database: ['rds:DeleteDBInstance'],
        key: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'],
        'log-group': ['logs:DeleteLogGroup'],
      },
    },
    to: own,
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'keys of a protected account are lost by nobody, and not by who builds it',
    of: 'kept',
    who: { kinds: everybodyWhateverAllowed, in: { Phase: ['prod', 'dr'] } },
    does: { actions: ['kms:ScheduleKeyDeletion'] },
    to: { ...own, kinds: ['key'] },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'who builds a protected account takes a store out of it',
    of: 'kept',
    who: { kinds: ['role'], names: 'bulkhead/deployer', in: { Phase: ['prod', 'dr'] } },
    does: { on: { queue: ['sqs:DeleteQueue'], table: ['dynamodb:DeleteTable'] } },
    to: { ...own, names: 'any-*' },
    expected: 'allowed',
    mayBeEmpty: true,
  },
];
