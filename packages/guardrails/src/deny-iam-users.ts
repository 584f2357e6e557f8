import { longLivedKeys } from './deny-long-lived-keys.ts';
import type { Statement } from './policy.ts';

/**
 * People and machines come with short-lived credentials: no IAM user, password or key is made outside the identity
 * account.
 *
 * What exists already goes on; deactivating and deleting it is not denied.
 */
export function denyIamUsers(): readonly Statement[] {
  return [
    {
      Sid: 'Users',
      Effect: 'Deny',
      Action: [...longLivedKeys, 'iam:CreateLoginProfile', 'iam:CreateUser'],
      Resource: ['*'],
    },
  ];
}
