import { everybodyWhateverAllowed, memberAccounts, runtimeAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

/** What was lost can be brought back: by whatever somebody is allowed, backups stay. */
export const backupPromises: readonly AccessPromise[] = [
  {
    sentence: 'backups are deleted by nobody, and by nobody made to end earlier',
    of: 'walls',
    who: { kinds: [...everybodyWhateverAllowed, 'root'], in: memberAccounts },
    does: {
      actions: ['backup:DeleteBackupVault', 'backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
    },
    to: { kinds: ['backup-vault'], in: runtimeAccounts, examples: false },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'keys of backups are lost by nobody in a protected account',
    of: 'keys-kept',
    who: { kinds: [...everybodyWhateverAllowed, 'root'], in: memberAccounts },
    does: { actions: ['kms:DisableKey', 'kms:ScheduleKeyDeletion'] },
    to: {
      kinds: ['key'],
      names: 'backup-vault-*',
      in: { ...runtimeAccounts, DataClass: 'sensitive' },
      examples: false,
    },
    expected: 'denied',
    mayBeEmpty: true,
  },
];
