import {
  type Organization,
  type RuntimeAccount,
  holdsHarmlessData,
  isAbove,
  mostSensitiveIn,
  recoveredAccountOf,
  recoveryAccountsOf,
} from '@bulkhead/model';

/** Name of the vault in every Region of an account. */
export const vaultName = 'bulkhead';

/** `arn:aws:backup:eu-west-1:123456789012:backup-vault:bulkhead`. */
export function vaultArn(region: string, accountId: string): string {
  return `arn:aws:backup:${region}:${accountId}:backup-vault:${vaultName}`;
}

/** Whether an account's data is backed up: not where it is harmless, nor where its phase does without. */
export function isBackedUp(account: RuntimeAccount): boolean {
  return !holdsHarmlessData(account) && !account.rules.without.includes('backup');
}

/** The accounts into whose vaults an account's backups are copied. None of them holds less than what is copied. */
export function copiesGoTo(organization: Organization, account: RuntimeAccount): readonly RuntimeAccount[] {
  if (!isBackedUp(account)) return [];
  const most = mostSensitiveIn(organization, account);
  return recoveryAccountsOf(organization, account).filter(
    (each) => isBackedUp(each) && !isAbove(most, mostSensitiveIn(organization, each)),
  );
}

/** The account whose backups are copied into the vault of another one; undefined where none are. */
export function copiesComeFrom(organization: Organization, account: RuntimeAccount): RuntimeAccount | undefined {
  const recovered = recoveredAccountOf(organization, account);
  return recovered && copiesGoTo(organization, recovered).some(({ name }) => name === account.name)
    ? recovered
    : undefined;
}
