import type { AccessPromise } from './promise.ts';

/** What the example organization's own definition promises, over what the house promises of every organization. */
export const acmePromises: readonly AccessPromise[] = [
  {
    sentence: 'sandbox launches the instance types that it lists',
    who: { kinds: ['any-administrator'], in: { Phase: 'sandbox' } },
    does: { actions: ['ec2:RunInstances', 'ec2:StartInstances'] },
    to: { kinds: ['instance'], where: 'own account' },
    context: { 'ec2:InstanceType': 'm5.large' },
    expected: 'allowed',
  },
  {
    sentence: 'sandbox launches no instance type that it does not list',
    who: { kinds: ['any-administrator', 'role'], in: { Phase: 'sandbox' } },
    does: { actions: ['ec2:RunInstances', 'ec2:StartInstances'] },
    to: { kinds: ['instance'], where: 'own account' },
    context: { 'ec2:InstanceType': 'm5.12xlarge' },
    expected: 'denied',
  },
];
