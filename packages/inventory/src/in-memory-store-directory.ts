import type { RecordedStore, StoreDirectory } from './store-directory.ts';

/** A directory of stores that are already in memory. */
export function inMemoryStoreDirectory(
  stores: readonly RecordedStore[],
  recordedAccounts: readonly string[] = [...new Set(stores.map(({ accountId }) => accountId))],
): StoreDirectory {
  return { list: () => Promise.resolve(stores), recordedAccounts: () => Promise.resolve(recordedAccounts) };
}
