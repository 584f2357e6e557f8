export type StoreKind = 'bucket' | 'table' | 'queue' | 'topic' | 'secret' | 'bus' | 'repository';
export type GrantedUse = 'read-data' | 'write-data' | 'consume' | 'publish' | 'use-key';
