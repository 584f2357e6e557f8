import type { InstanceCounts } from './observed-limits.ts';
import type { Place } from './place.ts';
import type { UsageMeter } from './usage-meter.ts';

/** What runs in a place; what is left out is none. */
export interface SeededUsage extends Place {
  readonly running?: InstanceCounts;
  readonly spot?: InstanceCounts;
  readonly committed?: InstanceCounts;
}

/** A meter of places that are already in memory; nothing runs in any other place. */
export function inMemoryUsageMeter(places: readonly SeededUsage[]): UsageMeter {
  return {
    usage: ({ accountId, region }) => {
      const found = places.find((place) => place.accountId === accountId && place.region === region);
      return Promise.resolve({
        running: mapOf(found?.running),
        spot: mapOf(found?.spot),
        committed: mapOf(found?.committed),
      });
    },
  };
}

const mapOf = (counts: InstanceCounts = {}): ReadonlyMap<string, number> => new Map(Object.entries(counts));
