import type { RuntimeAccount } from './account.ts';
import { findVcpu } from './instance-types.ts';
import { type QuotaPool, findQuotaPool, quotaPools } from './quota-pools.ts';
import type { InstanceCap } from './values.ts';

/** A number per Region of an account, home first. */
export type PerRegion = Readonly<Record<string, number>>;

/** A cap on one instance type, shared out over the account's Regions. */
export interface TypeCap {
  readonly instanceType: string;
  readonly vcpuEach: number;
  /** Instances over all Regions. */
  readonly atMost: number;
  /** Instances per Region. */
  readonly perRegion: PerRegion;
}

/** What an account may use of one quota pool, in vCPU: the sum of its caps, plus the allowance for other types. */
export interface PoolCeiling {
  readonly pool: QuotaPool;
  readonly caps: readonly TypeCap[];
  /** Allowance for types without a cap, over all Regions. */
  readonly otherVcpu: number;
  /** Over all Regions. */
  readonly vcpu: number;
  /** What the quota in each Region may be raised to, and never beyond. */
  readonly perRegion: PerRegion;
}

/** The quota ceilings that follow from the caps of an account's phase; none where the phase limits nothing. */
export function limitsOf({ rules }: RuntimeAccount): readonly PoolCeiling[] {
  return quotaPools.flatMap((pool): readonly PoolCeiling[] => {
    const caps = rules.limits.filter(({ instanceType }) => findQuotaPool(instanceType) === pool);
    const allowance = pool.name === 'standard' ? rules.otherVcpu : undefined;
    return caps.length === 0 && allowance === undefined ? [] : [ceilingOf(pool, caps, allowance ?? 0, rules.regions)];
  });
}

function ceilingOf(
  pool: QuotaPool,
  instanceCaps: readonly InstanceCap[],
  otherVcpu: number,
  regions: readonly string[],
): PoolCeiling {
  const caps = instanceCaps.map(({ instanceType, atMost, perRegion }): TypeCap => {
    const vcpuEach = findVcpu(instanceType) ?? 0;
    return { instanceType, vcpuEach, atMost, perRegion: byRegion(regions, perRegion ?? shareOut(atMost, regions)) };
  });
  const others = shareOut(otherVcpu, regions);
  const vcpuIn = (region: string) =>
    caps.reduce((sum, cap) => sum + (cap.perRegion[region] ?? 0) * cap.vcpuEach, others[region] ?? 0);
  return {
    pool,
    caps,
    otherVcpu,
    vcpu: regions.reduce((sum, region) => sum + vcpuIn(region), 0),
    perRegion: Object.fromEntries(regions.map((region) => [region, vcpuIn(region)])),
  };
}

/** Evenly, the remainder at home. */
function shareOut(total: number, regions: readonly string[]): PerRegion {
  const share = Math.floor(total / regions.length);
  const remainder = total - share * regions.length;
  return Object.fromEntries(regions.map((region, index) => [region, index === 0 ? share + remainder : share]));
}

const byRegion = (regions: readonly string[], shares: PerRegion): PerRegion =>
  Object.fromEntries(regions.map((region) => [region, shares[region] ?? 0]));
