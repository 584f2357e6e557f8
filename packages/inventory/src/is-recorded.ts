import { type Store, storeArn } from '@bulkhead/model';
import type { RecordedStore } from './store-directory.ts';

/** Whether a store of the definition is among those that were recorded, by its ARN; a secret's is a pattern. */
export function isRecorded(store: Store, accountId: string, recorded: readonly RecordedStore[]): boolean {
  const arn = storeArn(store, accountId);
  const pattern = new RegExp(`^${arn.replace(/[.+^${}()|[\]\\*]/g, '\\$&').replaceAll('?', '.')}$`);
  // ARNs of buckets tell no account
  return recorded.some((each) => each.accountId === accountId && pattern.test(each.arn));
}
