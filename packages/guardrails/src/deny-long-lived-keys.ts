import type { Statement } from './policy.ts';

/** What makes a credential that lasts until somebody takes it away, besides a password. */
export const longLivedKeys: readonly string[] = [
  'iam:CreateAccessKey',
  'iam:CreateServiceSpecificCredential',
  'iam:UploadSSHPublicKey',
  'iam:UploadSigningCertificate',
];

/** People sign in with a password and a second factor: nobody, not even who builds the account, makes a key. */
export function denyLongLivedKeys(): readonly Statement[] {
  return [{ Sid: 'Keys', Effect: 'Deny', Action: longLivedKeys, Resource: ['*'] }];
}
