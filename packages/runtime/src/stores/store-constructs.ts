import type { Construct } from 'constructs';
import type { StoreKind } from '@bulkhead/model';
import { BucketStore } from './bucket-store.ts';
import { BusStore } from './bus-store.ts';
import { QueueStore } from './queue-store.ts';
import { RepositoryStore } from './repository-store.ts';
import { SecretStore } from './secret-store.ts';
import type { MadeStore, StoreProps } from './store-props.ts';
import { TableStore } from './table-store.ts';
import { TopicStore } from './topic-store.ts';

/** One construct for each kind. */
export const storeConstructs: Readonly<
  Record<StoreKind, new (scope: Construct, id: string, props: StoreProps) => Construct & MadeStore>
> = {
  bucket: BucketStore,
  table: TableStore,
  queue: QueueStore,
  topic: TopicStore,
  secret: SecretStore,
  bus: BusStore,
  repository: RepositoryStore,
};
