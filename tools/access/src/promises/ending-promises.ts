import type { RuntimeAccount } from '@bulkhead/model';
import { everybodyWhateverAllowed } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const own = { where: 'own account', names: 'any-*' } as const;
const makes = {
  on: {
    instance: ['ec2:RunInstances'],
    function: ['lambda:CreateFunction'],
    queue: ['sqs:CreateQueue', 'sqs:SendMessage'],
    object: ['s3:PutObject'],
    role: ['iam:CreateRole'],
  },
} as const;

/** What of an account says how it ends. */
export type Ending = Pick<RuntimeAccount, 'name' | 'dataClass'> & {
  readonly rules: Pick<RuntimeAccount['rules'], 'expires'>;
};

/** Roles that build, look or record there: their own policies say what they may. */
const ofPlatform = [
  ...['deployer', 'planner', 'controller', 'auditor', 'observer', 'config-recorder'].map((name) => `bulkhead/${name}`),
  ...['OrganizationAccountAccessRole', 'telemetry/'],
].map((name) => `!${name}*`);

/** What holds of accounts that the definition gives an end, before it and from it on. */
export function endingPromises(accounts: readonly Ending[]): readonly AccessPromise[] {
  return accounts.flatMap(({ name, dataClass, rules: { expires } }): readonly AccessPromise[] => {
    if (expires === undefined) return [];
    const end = { 'aws:CurrentTime': `${expires}T00:00:00Z` };
    const administrator = { kinds: ['any-administrator'], in: { Account: name } } as const;
    return [
      {
        sentence: `nothing is made in ${name} from ${expires} on`,
        of: 'ends',
        who: {
          kinds: everybodyWhateverAllowed,
          names: ofPlatform,
          in: { Account: name },
        },
        does: makes,
        to: own,
        context: end,
        expected: 'denied',
      },
      {
        sentence: `what is in ${name} is looked at and cleared out from ${expires} on`,
        of: 'ends',
        who: administrator,
        does: {
          on: {
            instance: ['ec2:TerminateInstances'],
            queue: ['sqs:GetQueueAttributes', 'sqs:DeleteQueue'],
            bucket: ['s3:ListBucket', 's3:DeleteBucket'],
          },
        },
        to: own,
        context: end,
        expected: 'allowed',
      },
      {
        sentence: `who builds ${name} changes it from ${expires} on`,
        of: 'ends',
        who: { kinds: ['role'], names: ['bulkhead/deployer', 'OrganizationAccountAccessRole'], in: { Account: name } },
        does: { on: { queue: ['sqs:CreateQueue', 'sqs:SendMessage'], role: ['iam:CreateRole'] } },
        to: own,
        context: { ...end, 'aws:RequestTag/DataClass': dataClass },
        expected: 'allowed',
      },
      {
        sentence: `queues are made in ${name} until ${expires}`,
        of: 'ends',
        who: administrator,
        does: { actions: ['sqs:CreateQueue'] },
        to: { ...own, kinds: ['queue'] },
        context: { 'aws:CurrentTime': lastSecondBefore(expires), 'aws:RequestTag/DataClass': dataClass },
        expected: 'allowed',
      },
    ];
  });
}

/** Of a day in UTC: `2027-06-29T23:59:59Z`. */
export const lastSecondBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 1000).toISOString().replace('.000Z', 'Z');
