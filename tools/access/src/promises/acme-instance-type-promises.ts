import type { AccessPromise } from './promise.ts';

const sandbox = { Phase: 'sandbox' } as const;
const launches = { actions: ['ec2:RunInstances', 'ec2:StartInstances'] } as const;

/** From its last day on. */
const ended = { 'aws:CurrentTime': '2027-06-30T00:00:00Z' } as const;

/** What the sandbox of the example organization launches, and until when. */
export const acmeInstanceTypePromises: readonly AccessPromise[] = [
  {
    sentence: 'sandbox launches the instance types that it lists',
    of: 'instance-types',
    who: { kinds: ['any-administrator'], in: sandbox },
    does: launches,
    to: { kinds: ['instance'], where: 'own account' },
    context: { 'ec2:InstanceType': 'm5.large' },
    expected: 'allowed',
  },
  {
    sentence: 'sandbox launches no instance type that it does not list',
    of: 'instance-types',
    who: { kinds: ['any-administrator', 'role'], in: sandbox },
    does: launches,
    to: { kinds: ['instance'], where: 'own account' },
    context: { 'ec2:InstanceType': 'm5.12xlarge' },
    expected: 'denied',
  },
  {
    sentence: 'a sandbox that has ended is built in by nobody but who builds it',
    of: 'ends',
    who: { kinds: ['any-administrator', 'role'], in: sandbox },
    does: { on: { instance: launches.actions, queue: ['sqs:CreateQueue'], function: ['lambda:CreateFunction'] } },
    to: { where: 'own account' },
    context: ended,
    butFor: ['bulkhead/deployer', 'OrganizationAccountAccessRole', 'bulkhead/controller'],
    expected: 'denied',
    stays: 'its day is written by hand: the promise that notices the same takes it from the definition',
  },
  {
    sentence: 'a sandbox that has ended is looked at and cleared out',
    of: 'ends',
    who: { kinds: ['any-administrator'], in: sandbox },
    does: { on: { instance: ['ec2:TerminateInstances'], queue: ['sqs:GetQueueAttributes', 'sqs:DeleteQueue'] } },
    to: { where: 'own account' },
    context: ended,
    expected: 'allowed',
  },
];
