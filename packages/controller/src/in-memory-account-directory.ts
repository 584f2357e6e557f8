import type { AccountDirectory, ListedAccount } from './account-directory.ts';

/** A directory of accounts that are already in memory. */
export function inMemoryAccountDirectory(accounts: readonly ListedAccount[]): AccountDirectory {
  return { list: () => Promise.resolve(accounts) };
}
