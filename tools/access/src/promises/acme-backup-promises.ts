import { everybodyWhateverAllowed, runtimeAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const copying = { actions: ['backup:CopyIntoBackupVault'] } as const;
const prod = { Account: 'acme-retail-prod' } as const;
const dr = { Account: 'acme-retail-dr' } as const;

/** Backups cross accounts in the example organization from retail's prod to retail's dr, and nowhere else. */
export const acmeBackupPromises: readonly AccessPromise[] = [
  {
    sentence: "the role that backs retail's prod up copies into the vault of retail's dr",
    of: 'declared',
    who: { kinds: ['role'], names: 'bulkhead/backup', in: prod },
    does: copying,
    to: { kinds: ['backup-vault'], in: dr, examples: false },
    expected: 'allowed',
  },
  {
    sentence: "the role that backs retail's prod up copies into no other vault, even if that one lets everybody in",
    of: 'declared',
    who: { kinds: ['role'], names: 'bulkhead/backup', in: prod },
    does: copying,
    to: {
      kinds: ['backup-vault', 'opened-backup-vault'],
      where: 'other account',
      places: '!acme-retail-dr/*',
    },
    expected: 'denied',
  },
  {
    sentence: 'roles that back other accounts up copy into no vault but their own, even if one lets everybody in',
    of: 'declared',
    who: { kinds: ['role'], names: 'bulkhead/backup', in: { ...runtimeAccounts, Account: '!acme-retail-prod' } },
    does: copying,
    to: { kinds: ['backup-vault', 'opened-backup-vault'], where: 'other account' },
    expected: 'denied',
  },
  {
    sentence: 'nobody copies backups into the vault of another account that does not take over from theirs',
    of: 'declared',
    who: { kinds: [...everybodyWhateverAllowed, 'root'], in: runtimeAccounts },
    does: copying,
    to: { kinds: ['backup-vault'], where: 'other account', places: '!acme-retail-dr/*', examples: false },
    expected: 'denied',
  },
  {
    sentence: "nobody of another account but retail's prod copies into the vault of retail's dr",
    of: 'declared',
    who: {
      kinds: [...everybodyWhateverAllowed, 'root'],
      in: { ...runtimeAccounts, Account: ['!acme-retail-prod', '!acme-retail-dr'] },
    },
    does: copying,
    to: { kinds: ['backup-vault'], in: dr, examples: false },
    expected: 'denied',
  },
  {
    sentence: "nobody in retail's prod but the role that backs it up copies into the vault of retail's dr",
    of: 'declared',
    who: { kinds: [...everybodyWhateverAllowed, 'root'], names: '!bulkhead/backup*', in: prod },
    does: copying,
    to: { kinds: ['backup-vault'], in: dr, examples: false },
    expected: 'denied',
  },
];
