import { type Organization, recoveryAccountsOf, runtimeAccountsOf } from '@bulkhead/model';
import { BackupGlobalSettings } from '@cdktf/provider-aws/lib/backup-global-settings/index.js';
import { Construct } from 'constructs';

/** AWS Backup, where the organization lets it act in its accounts. */
export const backupService = 'backup.amazonaws.com';

/** Whether an account's backups are copied to another one: some unit has an account that takes over from another. */
export function copiesBackups(organization: Organization): boolean {
  return runtimeAccountsOf(organization).some((account) => recoveryAccountsOf(organization, account).length > 0);
}

/**
 * Lets accounts of the organization copy backups into each other's vaults, as far as the vaults do.
 *
 * AWS takes it from the management account only. Source: AWS Backup API Reference, UpdateGlobalSettings.
 */
export class BackupSettings extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new BackupGlobalSettings(this, 'Default', { globalSettings: { isCrossAccountBackupEnabled: 'true' } });
  }
}
