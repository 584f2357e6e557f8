import {
  type Budget,
  type Lock,
  type Organization,
  type PhaseRules,
  type RuntimeAccount,
  limitsOf,
} from '@bulkhead/model';
import { type Scope, accountsInScope } from './scope.ts';

/** A cap on an instance type in one Region. */
export interface DesiredCap {
  readonly instanceType: string;
  readonly vcpuEach: number;
  /** Instances in this Region: its share of the account's cap. */
  readonly atMost: number;
}

/** What the definition allows an account of one On-Demand quota in one Region. */
export interface DesiredLimit {
  readonly account: string;
  readonly region: string;
  readonly quotaCode: string;
  /** The pool's name. */
  readonly pool: string;
  /** vCPU that the quota may be raised to, and never beyond. */
  readonly ceiling: number;
  readonly caps: readonly DesiredCap[];
  readonly atCap: PhaseRules['atCap'];
  /** The only types that may be launched; null where every type may. */
  readonly instanceTypes: readonly string[] | null;
}

/** A runtime account as the definition and the lock know it. */
export interface DesiredAccount {
  readonly name: string;
  readonly unit: string;
  readonly phase: string;
  /** Null where the lock has no id yet. */
  readonly id: string | null;
  /** US dollars a month as decimal text; null where the phase has no budget. */
  readonly budget: Budget['amount'] | null;
}

export interface DesiredLimits {
  readonly organization: string;
  readonly scope: Scope;
  readonly accounts: readonly DesiredAccount[];
  /** By account, quota and Region, home first: the order in which is asked. */
  readonly limits: readonly DesiredLimit[];
}

/**
 * What an organization's definition allows its runtime accounts, with the ids that its lock has for them.
 *
 * @throws QuestionError where the scope holds no account
 */
export function desiredLimits(organization: Organization, lock: Lock, scope: Scope = {}): DesiredLimits {
  const accounts = accountsInScope(organization, scope);
  return {
    organization: organization.name,
    scope,
    accounts: accounts.map(({ name, unit, phase, budget }) => ({
      name,
      unit,
      phase,
      id: lock.accounts?.[name]?.id ?? null,
      budget: budget?.amount ?? null,
    })),
    limits: accounts.flatMap(limitsIn),
  };
}

function limitsIn(account: RuntimeAccount): readonly DesiredLimit[] {
  const { name, rules } = account;
  return limitsOf(account).flatMap(({ pool, caps, perRegion }) =>
    rules.regions.map((region) => ({
      account: name,
      region,
      quotaCode: pool.onDemandQuotaCode,
      pool: pool.name,
      ceiling: perRegion[region] ?? 0,
      caps: caps.map((cap) => ({
        instanceType: cap.instanceType,
        vcpuEach: cap.vcpuEach,
        atMost: cap.perRegion[region] ?? 0,
      })),
      atCap: rules.atCap,
      instanceTypes: rules.instanceTypes ?? null,
    })),
  );
}
