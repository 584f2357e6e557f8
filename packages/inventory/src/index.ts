export { inMemoryStoreDirectory } from './in-memory-store-directory.ts';
export {
  type ClassStanding,
  type Inventory,
  type InventoryRow,
  type Recorded,
  classStandings,
  inventoryOf,
  managementAccount,
} from './inventory-of.ts';
export { type DirectoryPromise, type OpenDirectory, storeDirectoryContract } from './store-directory-contract.ts';
export { type RecordedStore, type StoreDirectory, type StoreEncryption, storeEncryptions } from './store-directory.ts';
export { type StoreType, findStoreType, storeTypes, unrecordedKinds } from './store-types.ts';
