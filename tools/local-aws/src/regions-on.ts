import { isOptInRegion } from '@bulkhead/model';
import type { Call } from './operation.ts';

/** Whether the caller's account can use a Region: it opted in to those that it was told to use. */
export function isRegionOn(region: string, { world, caller }: Pick<Call, 'world' | 'caller'>): boolean {
  if (!isOptInRegion(region)) return true;
  return world.accounts.some(({ id, regions }) => id === caller.accountId && regions.includes(region));
}
