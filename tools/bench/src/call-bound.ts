import { type CallRecord, rateBuckets } from '@bulkhead/local-aws';

/** How long calls take at the rate that is the narrowest for them. Few enough for its burst, they may take less. */
export interface Bound {
  readonly milliseconds: number;
  /** The rate: of an operation in an account and Region, or of a service in the organization. */
  readonly rate: string;
  readonly calls: number;
  readonly perSecond: number;
}

/**
 * What AWS's rates make of calls: each rate on its own takes its calls by so many a second, and the slowest of them is
 * the bound, since all of them pass at the same time. Bursts are left out: they are for whoever else calls.
 */
export function callBound(calls: readonly CallRecord[]): Bound {
  const buckets = new Map<string, { readonly perSecond: number; calls: number }>();
  for (const { operation, accountId, region } of calls) {
    for (const { name, perSecond } of rateBuckets(operation, accountId ?? '', region)) {
      const bucket = buckets.get(name) ?? { perSecond, calls: 0 };
      bucket.calls += 1;
      buckets.set(name, bucket);
    }
  }
  const bounds = [...buckets].map(([rate, each]) => ({
    milliseconds: (each.calls / each.perSecond) * 1000,
    rate,
    ...each,
  }));
  const [slowest] = bounds.sort((one, other) => other.milliseconds - one.milliseconds);
  if (!slowest) throw new Error('rates bound calls of which AWS documents a rate, got none of them');
  return slowest;
}
