import type { AccessPromise } from './promise.ts';

const sandbox = { Phase: 'sandbox' } as const;
const launches = { actions: ['ec2:RunInstances', 'ec2:StartInstances'] } as const;

/** What the sandbox of the example organization launches. */
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
];
