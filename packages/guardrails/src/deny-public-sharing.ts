import { deployerRoles, exceptRoles } from './except-platform.ts';
import type { Statement } from './policy.ts';

/**
 * Nothing is given to the whole world: the account's blocks on public S3 access, images and snapshots stay, and no snapshot
 * is shared with everybody. An image is kept from everybody by the block alone: its call has no key that tells with whom it
 * is shared. Whether runtime accounts share them with each other is for `denySharing` to say.
 *
 * Snapshots of databases and documents are shared by who builds the account only: RDS, Redshift and Systems Manager have
 * no condition key that tells everybody from an account. Images are pulled from public registries, not put there.
 * Source: AWS Control Tower controls reference, CT.EC2.PV.3; Service Authorization Reference.
 */
export function denyPublicSharing(): readonly Statement[] {
  return [
    {
      Sid: 'PublicBlock',
      Effect: 'Deny',
      Action: [
        'ec2:DisableImageBlockPublicAccess',
        'ec2:DisableSnapshotBlockPublicAccess',
        'ecr-public:CreateRepository',
        'ecr-public:PutImage',
        'rds:ModifyDBClusterSnapshotAttribute',
        'rds:ModifyDBSnapshotAttribute',
        'redshift:AuthorizeSnapshotAccess',
        // Deleting the block needs the same permission as putting it.
        's3:PutAccountPublicAccessBlock',
        'ssm:ModifyDocumentPermission',
      ],
      Resource: ['*'],
      Condition: exceptRoles(deployerRoles),
    },
    {
      Sid: 'PublicShare',
      Effect: 'Deny',
      Action: ['ec2:ModifySnapshotAttribute'],
      Resource: ['*'],
      Condition: { StringEquals: { 'ec2:Add/group': ['all'] } },
    },
  ];
}
