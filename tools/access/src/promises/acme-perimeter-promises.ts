import { runtimeAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

/** Workloads that cross, and the one account that their grants lead to. */
const crossing = [
  { role: 'workload/sanitizer', account: 'acme-retail-prod', to: 'acme-retail-stage' },
  { role: 'workload/loader', account: 'acme-bi-dev', to: 'acme-retail-prod' },
  { role: 'workload/loader', account: 'acme-bi-prod', to: 'acme-retail-prod' },
] as const;

/** Who comes to the example organization from outside, by name. */
export const acmePerimeterPromises: readonly AccessPromise[] = [
  {
    sentence: 'a pod of a cluster becomes who the account lets it become',
    of: 'federation',
    who: { kinds: ['federated'], names: 'a pod of a cluster in 222200000005' },
    does: { actions: ['sts:AssumeRoleWithWebIdentity'] },
    to: { kinds: ['open-token-role'], in: { Account: 'acme-retail-dev' } },
    expected: 'allowed',
  },
  {
    sentence: 'what only looks like the token of a pipeline is nobody, whatever a role of delivery trusts',
    of: 'federation',
    who: { kinds: ['federated'], names: ['*-fork:*', '*:unprotected in *', '*stranger/*'] },
    does: { actions: ['sts:AssumeRoleWithWebIdentity'] },
    to: { kinds: ['open-token-role'], in: { Phase: 'delivery' } },
    expected: 'denied',
  },
  {
    sentence: 'the token of a pipeline that was made for somebody else is nobody, guardrails or not',
    of: 'pipelines',
    who: { kinds: ['federated'], names: '* for *' },
    does: { actions: ['sts:AssumeRoleWithWebIdentity'] },
    to: { kinds: ['role'], examples: false },
    expected: 'denied',
    unguarded: true,
  },
  {
    sentence: 'the payment provider reaches files and keys that are opened to it',
    of: 'perimeter',
    who: { kinds: ['trusted'], names: 'trusted account 333300000001' },
    does: { on: { 'open-object': ['s3:PutObject'], 'open-key': ['kms:GenerateDataKey'] } },
    to: { in: { BusinessUnit: 'bi' } },
    expected: 'allowed',
  },
  {
    sentence: 'a service that works for the payment provider reaches what the provider itself would',
    of: 'perimeter',
    who: { kinds: ['service'], names: '* for another organization' },
    does: { on: { 'open-object': ['s3:PutObject'], 'open-key': ['kms:GenerateDataKey'] } },
    to: { in: { BusinessUnit: 'bi' } },
    context: { 'aws:SourceAccount': '333300000001' },
    expected: 'allowed',
  },
  {
    sentence: 'the payment provider reaches nothing else, even if it is opened to it',
    of: 'perimeter',
    who: { kinds: ['trusted'], names: 'trusted account 333300000001' },
    does: {
      on: {
        'open-queue': ['sqs:SendMessage', 'sqs:ReceiveMessage'],
        'open-secret': ['secretsmanager:GetSecretValue'],
        'open-role': ['sts:AssumeRole'],
      },
    },
    to: { in: { Phase: '!management' } },
    expected: 'denied',
  },
  ...crossing.map(({ role, account, to }): AccessPromise => ({
    sentence: `${role} of ${account} reaches nothing that is left open but in ${to}, whatever it is allowed`,
    of: 'declared',
    who: { kinds: ['unlimited'], names: `${role},*`, in: { Account: account } },
    does: { actions: ['sns:Publish'] },
    to: { kinds: ['open-topic'], where: 'other account', in: { ...runtimeAccounts, Account: `!${to}` } },
    expected: 'denied',
  })),
];
