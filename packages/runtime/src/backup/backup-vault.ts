import { EncryptionKey, type PolicyStatement, policyJson, rolesOf } from '@bulkhead/baseline';
import { platformRoleArn } from '@bulkhead/model';
import { BackupVaultLockConfiguration } from '@cdktf/provider-aws/lib/backup-vault-lock-configuration/index.js';
import { BackupVaultPolicy } from '@cdktf/provider-aws/lib/backup-vault-policy/index.js';
import { BackupVault as Vault } from '@cdktf/provider-aws/lib/backup-vault/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { Construct } from 'constructs';
import { vaultName } from './backed-up.ts';

export interface BackupVaultProps {
  readonly provider: AwsProvider;
  readonly accountId: string;
  readonly protect: boolean;
  /** Account whose backups are copied into this vault. */
  readonly copiesFrom: string | undefined;
}

/** Days for which whatever comes into a vault stays there. */
const leastDays = 7;

/**
 * Where the backups of one Region are kept, under a key of the account's own. Nobody deletes one or lets it end earlier:
 * they end on the day that they were made for.
 */
export class BackupVault extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, { provider, accountId, protect, copiesFrom }: BackupVaultProps) {
    super(scope, id);
    const key = new EncryptionKey(this, 'key', {
      alias: 'backup',
      description: "encrypts the account's backups, and copies that other accounts leave here",
      accountId,
      provider,
      ...(protect && { undeletable: true }),
    });
    const vault = new Vault(this, 'Default', {
      provider,
      name: vaultName,
      kmsKeyArn: key.arn,
      lifecycle: { preventDestroy: true },
    });
    this.name = vault.name;
    new BackupVaultPolicy(this, 'policy', {
      provider,
      backupVaultName: vault.name,
      policy: policyJson([kept, ...(copiesFrom === undefined ? [] : [copies(copiesFrom)])]),
    });
    // without a day from which nobody can change it any more, it is AWS's governance mode: compliance would be for ever
    new BackupVaultLockConfiguration(this, 'lock', {
      provider,
      backupVaultName: vault.name,
      minRetentionDays: leastDays,
    });
  }
}

/** AWS takes no wildcard in the actions of such a policy. Source: AWS Backup Developer Guide, vault access policies. */
const kept: PolicyStatement = {
  Sid: 'Kept',
  Effect: 'Deny',
  Principal: '*',
  Action: ['backup:DeleteBackupVault', 'backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
  Resource: '*',
};

/** The one thing that AWS lets another account do with a vault. Source: as above. */
const copies = (accountId: string): PolicyStatement => ({
  Sid: 'Copies',
  Effect: 'Allow',
  ...rolesOf(accountId, platformRoleArn(accountId, 'backup')),
  Action: 'backup:CopyIntoBackupVault',
  Resource: '*',
});
