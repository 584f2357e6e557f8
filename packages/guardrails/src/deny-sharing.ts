import { platformRoleArn } from '@bulkhead/model';
import { deployerRoles, exceptRoles } from './except-platform.ts';
import type { Condition, Statement } from './policy.ts';

/** Calls that open what an account holds to another one, by ways that resource control policies don't shut. */
const openings: readonly string[] = [
  'backup:PutBackupVaultAccessPolicy',
  'backup:StartCopyJob',
  'ec2:ModifyImageAttribute',
  'ec2:ModifySnapshotAttribute',
  'ec2:ModifyVpcEndpointServicePermissions',
  'events:PutPermission',
  'glue:PutResourcePolicy',
  'kinesis:PutResourcePolicy',
  'lambda:AddLayerVersionPermission',
  'logs:PutDestinationPolicy',
  'ram:AssociateResourceShare',
  'ram:CreateResourceShare',
  'ram:EnableSharingWithAwsOrganization',
  'redshift:AuthorizeDataShare',
  's3:PutAccessPointPolicy',
  's3:PutReplicationConfiguration',
  'sns:AddPermission',
];

/** Calls that restore or copy a snapshot, which another account may have shared. */
const takingIn: readonly string[] = [
  'rds:CopyDBClusterSnapshot',
  'rds:CopyDBSnapshot',
  'rds:RestoreDBClusterFromSnapshot',
  'rds:RestoreDBInstanceFromDBSnapshot',
  'redshift:RestoreFromClusterSnapshot',
];

/**
 * At the unit Runtime: nothing is shared with, copied to or restored from another account, but by who builds the account
 * and by the role that backs it up.
 *
 * Taking in is denied where a request says whose snapshot it is. `ec2:Owner` has an account or AWS's own alias.
 * Source: Service Authorization Reference.
 */
export function denySharing(): readonly Statement[] {
  const others = exceptRoles([...deployerRoles, platformRoleArn('*', 'backup')]);
  const deny = (Sid: string, Action: readonly string[], when: Condition = {}, Resource = ['*']): Statement => ({
    Sid,
    Effect: 'Deny',
    Action,
    Resource,
    Condition: { ...others, ...when },
  });
  const own = '${aws:PrincipalAccount}';
  return [
    deny('Sharing', openings),
    deny('SharingFunctions', ['lambda:AddPermission'], { StringNotLike: { 'lambda:Principal': ['*.amazonaws.com'] } }),
    deny(
      'TakingVolumes',
      ['ec2:CopySnapshot', 'ec2:CreateVolume'],
      { Null: { 'ec2:Owner': ['false'] }, StringNotEquals: { 'ec2:Owner': [own, 'amazon', 'aws-marketplace'] } },
      ['arn:aws:ec2:*::snapshot/*'],
    ),
    deny('TakingSnapshots', takingIn, {
      Null: { 'aws:ResourceAccount': ['false'] },
      StringNotEquals: { 'aws:ResourceAccount': [own] },
    }),
  ];
}
