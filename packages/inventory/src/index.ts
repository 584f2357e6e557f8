export type { RecordedStore, StoreDirectory, StoreEncryption } from './store-directory.ts';
