import type { Statement } from './policy.ts';

/**
 * An account that waits to be closed does nothing: all but support and billing is denied, to the platform's roles too.
 *
 * Closing it is done from the management account, which no service control policy binds.
 */
export function denyEverythingSuspended(): readonly Statement[] {
  return [
    {
      Sid: 'Suspended',
      Effect: 'Deny',
      NotAction: [
        'aws-portal:*',
        'billing:*',
        'budgets:*',
        'ce:*',
        'consolidatedbilling:*',
        'cur:*',
        'invoicing:*',
        'payments:*',
        'support:*',
        'tax:*',
      ],
      Resource: ['*'],
    },
  ];
}
