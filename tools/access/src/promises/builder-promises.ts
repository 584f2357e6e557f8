import { runtimeAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const harmless = { ...runtimeAccounts, DataClass: ['none', 'synthetic'] } as const;
const weighty = { ...runtimeAccounts, DataClass: ['sanitized', 'sensitive'] } as const;
const appeng = { kinds: ['role'], names: 'bulkhead/appeng', in: harmless } as const;
const own = { where: 'own account' } as const;
const tagged = { 'aws:RequestTag/DataClass': 'none' } as const;

/** Who builds where nobody would miss the data: freely, within a boundary. */
export const builderPromises: readonly AccessPromise[] = [
  {
    sentence: 'engineers make queues, tables and secrets where data is harmless',
    of: 'builds',
    who: appeng,
    does: {
      on: { queue: ['sqs:CreateQueue'], table: ['dynamodb:CreateTable'], secret: ['secretsmanager:CreateSecret'] },
    },
    to: { ...own, names: 'any-*' },
    context: tagged,
    expected: 'allowed',
  },
  {
    sentence: 'engineers start machines and functions where data is harmless',
    of: 'builds',
    who: appeng,
    does: { on: { function: ['lambda:CreateFunction'], cluster: ['ecs:CreateCluster'], vpc: ['ec2:CreateVpc'] } },
    to: { ...own, names: 'any-*' },
    expected: 'allowed',
  },
  {
    sentence: 'engineers make nothing where data is not harmless: they have no role that does',
    of: 'builds',
    who: { kinds: ['any-member'], names: '*-appeng', in: { Phase: 'identity' } },
    does: ['administer-resource', 'write-data', 'delete-data', 'iam', 'network'],
    to: { in: weighty },
    expected: 'denied',
    signIn: 'iam-users',
    throughOthers: true,
  },
];
