import { findQuotaPool, findVcpu } from '@bulkhead/model';
import { type Known, known, unknown } from './known.ts';
import type { InstanceCounts, ObservedUsage } from './observed-limits.ts';

/** What draws on one pool's On-Demand quota. */
export interface LimitUsage {
  /** vCPU that run On-Demand. Spot is a pool of its own. */
  readonly runningVcpu: Known<number>;
  /** vCPU that Auto Scaling groups may still launch. */
  readonly committedVcpu: Known<number>;
  readonly running: InstanceCounts;
  readonly spot: InstanceCounts;
  readonly committed: InstanceCounts;
}

/** The part of a place's usage that belongs to one pool. */
export function usageOfPool(pool: string, { running, spot, committed }: ObservedUsage): LimitUsage {
  const own = (counts: InstanceCounts) =>
    Object.fromEntries(Object.entries(counts).filter(([type]) => findQuotaPool(type)?.name === pool));
  return {
    runningVcpu: vcpuOf(own(running)),
    committedVcpu: vcpuOf(own(committed)),
    running: own(running),
    spot: own(spot),
    committed: own(committed),
  };
}

function vcpuOf(counts: InstanceCounts): Known<number> {
  const types = Object.entries(counts);
  const strangers = types.map(([type]) => type).filter((type) => findVcpu(type) === undefined);
  if (strangers.length > 0) return unknown(`the catalogue has no vCPU count for ${strangers.join(', ')}`);
  return known(types.reduce((sum, [type, count]) => sum + count * (findVcpu(type) ?? 0), 0));
}
