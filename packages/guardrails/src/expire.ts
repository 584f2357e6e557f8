import type { RuntimeAccount } from '@bulkhead/model';
import type { Statement } from './policy.ts';

/** At a runtime account with an end: from that day on one can look and clear out, and nothing else. */
export function expire(_: RuntimeAccount): readonly Statement[] {
  return [];
}
