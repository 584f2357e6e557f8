import type { StoreKind } from '@bulkhead/model';
import type { StoreUses } from './store-uses.ts';
import { bucketUses } from './uses/bucket-uses.ts';
import { busUses } from './uses/bus-uses.ts';
import { queueUses } from './uses/queue-uses.ts';
import { repositoryUses } from './uses/repository-uses.ts';
import { secretUses } from './uses/secret-uses.ts';
import { tableUses } from './uses/table-uses.ts';
import { topicUses } from './uses/topic-uses.ts';

/** One small file for each kind. */
export const usesOf: Readonly<Record<StoreKind, StoreUses>> = {
  bucket: bucketUses,
  table: tableUses,
  queue: queueUses,
  topic: topicUses,
  secret: secretUses,
  bus: busUses,
  repository: repositoryUses,
};
