import { runtimeAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const workloads = { kinds: ['role'], names: 'workload/*', in: runtimeAccounts } as const;
const common = { of: 'declared', expected: 'denied', mayBeEmpty: true } as const;

/** What runs reaches the stores that a definition gives its account, and those that a grant names. */
export const workloadPromises: readonly AccessPromise[] = [
  {
    sentence: 'a workload reaches nothing of its account but the stores that are declared',
    who: workloads,
    does: ['read-data', 'write-data', 'delete-data', 'administer-resource', 'iam'],
    to: { where: 'own account', names: 'any-*', kinds: ['!key'] },
    ...common,
  },
  {
    sentence: 'a workload reaches nothing that somebody left open in another account',
    who: workloads,
    does: {
      on: {
        'open-object': ['s3:GetObject', 's3:PutObject'],
        'open-bucket': ['s3:ListBucket'],
        'open-queue': ['sqs:ReceiveMessage', 'sqs:SendMessage'],
        'open-secret': ['secretsmanager:GetSecretValue'],
        'open-role': ['sts:AssumeRole'],
      },
    },
    to: { where: 'other account', in: runtimeAccounts },
    ...common,
  },
];
