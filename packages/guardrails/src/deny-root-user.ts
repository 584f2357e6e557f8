import type { Statement } from './policy.ts';

/**
 * Nobody works as the root user: it can't be held to least privilege, and no one stands behind it by name.
 *
 * Sessions of `sts:AssumeRoot` act as root too, for a few tasks and 15 minutes. They are how security automation unlocks
 * a bucket, and the only ones in which `aws:AssumedRoot` is there. Source: IAM User Guide, global condition keys.
 */
export function denyRootUser(): readonly Statement[] {
  return [
    {
      Sid: 'Root',
      Effect: 'Deny',
      Action: ['*'],
      Resource: ['*'],
      Condition: {
        ArnLike: { 'aws:PrincipalArn': ['arn:aws:iam::*:root'] },
        Null: { 'aws:AssumedRoot': ['true'] },
      },
    },
  ];
}
