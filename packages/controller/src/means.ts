import { findQuotaPool } from '@bulkhead/model';
import type { DesiredCap, DesiredLimit } from './desired-limits.ts';
import type { Known } from './known.ts';
import type { GrantedQuota } from './quota-desk.ts';

/** What holds a limit, strongest first, and why it does. */
export interface Means {
  readonly kind: 'quota' | 'shape' | 'guard' | 'detect only';
  readonly reason: string;
}

/** What the means of a limit follow from. */
export interface MeansFacts {
  readonly limit: DesiredLimit;
  readonly granted: Known<GrantedQuota>;
  readonly automatic: Known<'off' | 'notify' | 'adjust'>;
  /** Whether the guard, which counts and freezes, runs in this organization. */
  readonly guardDeployed: boolean;
}

/** What holds a pool's ceiling. */
export function meansOfCeiling(facts: MeansFacts): Means {
  const { limit } = facts;
  const broken = whyQuotaFails(facts);
  if (broken === undefined) {
    return { kind: 'quota', reason: `the On-Demand quota is at or under the ceiling of ${limit.ceiling} vCPU` };
  }
  const allowed = limit.instanceTypes?.filter((type) => findQuotaPool(type)?.name === limit.pool);
  return allowed?.length === 0
    ? { kind: 'shape', reason: 'a policy allows no instance type of this pool' }
    : guardOrNothing(facts, broken);
}

/**
 * What holds a type's own cap. The quota does only where a pool filled with this type alone is no more than the cap;
 * the list of types does only where it leaves the type out, since no policy counts.
 */
export function meansOfCap(cap: DesiredCap, facts: MeansFacts): Means {
  const { ceiling, instanceTypes } = facts.limit;
  const { instanceType, vcpuEach, atMost } = cap;
  const fit = Math.floor(ceiling / vcpuEach);
  const broken =
    whyQuotaFails(facts) ??
    (fit > atMost ? `the ceiling of ${ceiling} vCPU has room for ${fit} ${instanceType}` : undefined);
  if (broken === undefined) {
    return {
      kind: 'quota',
      reason: `${ceiling} vCPU have room for ${fit} ${instanceType}, no more than the cap; Spot has a quota of its own`,
    };
  }
  return instanceTypes && !instanceTypes.includes(instanceType)
    ? { kind: 'shape', reason: `a policy allows other types only, ${instanceType} is not among them` }
    : guardOrNothing(facts, broken);
}

function whyQuotaFails({ limit: { ceiling }, granted, automatic }: MeansFacts): string | undefined {
  if (!granted.known) return `the quota is unknown: ${granted.reason}`;
  if (granted.value.vcpu > ceiling) return `the quota of ${granted.value.vcpu} vCPU is above the ceiling of ${ceiling}`;
  if (!automatic.known) return `whether AWS raises the quota by itself is unknown: ${automatic.reason}`;
  return automatic.value === 'adjust' ? 'AWS raises the quota by itself' : undefined;
}

function guardOrNothing({ limit: { atCap }, guardDeployed }: MeansFacts, broken: string): Means {
  if (atCap === 'warn') return { kind: 'detect only', reason: `${broken}, and the phase only warns at its caps` };
  return guardDeployed
    ? { kind: 'guard', reason: `${broken}; the guard counts and freezes the account at the cap` }
    : { kind: 'detect only', reason: `${broken}, and the guard is not deployed` };
}
