import type { Statement } from './policy.ts';

/** At the unit Runtime: nothing is shared with, copied to or restored from another account. */
export function denySharing(): readonly Statement[] {
  return [];
}
