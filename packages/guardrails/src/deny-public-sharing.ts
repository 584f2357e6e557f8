import { deployerRoles, exceptRoles } from './except-platform.ts';
import type { Statement } from './policy.ts';

/**
 * Nothing is given to the whole world: the account's block on public S3 access stays, and no snapshot or image is shared
 * with everybody. Sharing with named accounts is another question.
 *
 * Snapshots of RDS are not covered: its API has no condition key that tells everybody from an account.
 * Source: AWS Control Tower controls reference, CT.EC2.PV.3.
 */
export function denyPublicSharing(): readonly Statement[] {
  return [
    {
      Sid: 'PublicBlock',
      Effect: 'Deny',
      Action: [
        'ec2:DisableImageBlockPublicAccess',
        'ec2:DisableSnapshotBlockPublicAccess',
        // Deleting the block needs the same permission as putting it.
        's3:PutAccountPublicAccessBlock',
      ],
      Resource: ['*'],
      Condition: exceptRoles(deployerRoles),
    },
    {
      Sid: 'PublicShare',
      Effect: 'Deny',
      Action: ['ec2:ModifyImageAttribute', 'ec2:ModifySnapshotAttribute'],
      Resource: ['*'],
      Condition: { StringEquals: { 'ec2:Add/group': ['all'] } },
    },
  ];
}
