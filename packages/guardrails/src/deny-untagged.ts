import type { Statement } from './policy.ts';

/** At the unit Runtime: nobody makes a store without saying how sensitive its data is. */
export function denyUntagged(): readonly Statement[] {
  return [];
}
