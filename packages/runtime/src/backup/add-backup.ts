import { type StackContext, accountId } from '@bulkhead/baseline';
import { type RuntimeAccount, weighingClassesIn } from '@bulkhead/model';
import type { RuntimeAccountStack } from '../runtime-account-stack.ts';
import { copiesComeFrom, copiesGoTo, isBackedUp, vaultArn } from './backed-up.ts';
import { BackupPlan } from './backup-plan.ts';
import { BackupRole } from './backup-role.ts';
import { BackupVault } from './backup-vault.ts';

/**
 * Backs an account's data up, and copies it to the account that takes over from it: into the vault of that one's home,
 * under that one's key. Every Region has a vault of its own.
 */
export function addBackup(stack: RuntimeAccountStack, account: RuntimeAccount, context: StackContext): void {
  if (!isBackedUp(account)) return;
  const { organization } = context;
  const id = accountId(account.name, context);
  const copiesTo = copiesGoTo(organization, account).map(({ name, regions: [home] }) =>
    vaultArn(home, accountId(name, context)),
  );
  const from = copiesComeFrom(organization, account);
  const { arn: roleArn } = new BackupRole(stack, 'backup', { accountId: id, copiesTo });
  for (const region of account.regions) {
    const provider = stack.providerIn(region);
    const vault = new BackupVault(stack, `backup-vault-${region}`, {
      provider,
      accountId: id,
      protect: account.protect,
      copiesFrom: from && region === account.regions[0] ? accountId(from.name, context) : undefined,
    });
    new BackupPlan(stack, `backup-plan-${region}`, {
      provider,
      vaultName: vault.name,
      roleArn,
      keepDays: account.rules.backupDays,
      dataClass: account.dataClass,
      furtherClasses: weighingClassesIn(organization, account).filter((each) => each !== account.dataClass),
      copiesTo,
    });
  }
}
