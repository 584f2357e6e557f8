import { PlatformRole, serviceTrust } from '@bulkhead/baseline';
import type { Construct } from 'constructs';
import { vaultArn } from './backed-up.ts';

export interface BackupRoleProps {
  readonly accountId: string;
  /** Vaults in other accounts that the role copies into. */
  readonly copiesTo: readonly string[];
}

/**
 * The role as which AWS Backup backs up and copies. It restores nothing: who restores reads data, and that is for
 * pipelines.
 *
 * AWS's policies let it copy into any vault that takes it in. Source: AWS Managed Policy Reference,
 * AWSBackupServiceRolePolicyForBackup.
 */
export class BackupRole extends PlatformRole {
  constructor(scope: Construct, id: string, { accountId, copiesTo }: BackupRoleProps) {
    const copying = { Action: 'backup:CopyIntoBackupVault' } as const;
    const vaults = [vaultArn('*', accountId), ...copiesTo];
    super(scope, id, {
      name: 'backup',
      description: 'backs up what holds data in this account',
      trust: [serviceTrust('Backup', 'backup', { StringEquals: { 'aws:SourceAccount': accountId } })],
      permissions: [
        { Sid: 'Vaults', Effect: 'Allow', ...copying, Resource: vaults },
        { Sid: 'OtherVaults', Effect: 'Deny', ...copying, NotResource: vaults },
      ],
      managedPolicyArns: [
        'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup',
        'arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup',
      ],
    });
  }
}
