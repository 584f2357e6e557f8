import type { CountedBudget } from './budget-ledger.ts';
import type { AccountStanding } from './account-standing.ts';
import type { Scope } from './scope.ts';
import type { Known } from './known.ts';
import type { LimitState } from './limit-state.ts';
import type { LimitUsage } from './limit-usage.ts';
import type { Means } from './means.ts';
import type { Place } from './place.ts';
import type { GrantedQuota, QuotaRequest } from './quota-desk.ts';

/** A cap on an instance type in one Region, what counts against it, and what holds it. */
export interface CapPlan {
  readonly instanceType: string;
  /** Instances in this Region. */
  readonly atMost: number;
  /** On-Demand and Spot instances. */
  readonly running: Known<number>;
  /** Instances that Auto Scaling groups may still launch. */
  readonly committed: Known<number>;
  readonly means: Means;
}

/** One On-Demand quota of one account in one Region. All amounts in vCPU. */
export interface LimitPlan {
  readonly account: string;
  /** Null where the account is not in the lock. */
  readonly accountId: string | null;
  readonly unit: string;
  readonly phase: string;
  readonly region: string;
  readonly quotaCode: string;
  readonly pool: string;
  readonly ceiling: number;
  readonly granted: Known<GrantedQuota>;
  /** The open request; null where there is none. */
  readonly pending: Known<QuotaRequest | null>;
  readonly usage: Known<LimitUsage>;
  readonly state: LimitState;
  readonly reason: string;
  /** What holds the ceiling. */
  readonly means: Means;
  readonly caps: readonly CapPlan[];
}

/** The one thing that a plan can do to AWS. */
export interface QuotaAction {
  readonly kind: 'request-quota';
  readonly account: string;
  readonly place: Place;
  readonly quotaCode: string;
  /** vCPU granted when the plan was made. */
  readonly from: number;
  /** vCPU asked for: the ceiling. */
  readonly to: number;
  readonly reason: string;
}

/** An account whose limits are unknown because of how it stands in AWS. */
export interface AccountFinding {
  readonly account: string;
  readonly problem: Exclude<AccountStanding['kind'], 'active'>;
  readonly reason: string;
}

/** A budget of the definition, and what AWS has counted against it. */
export interface BudgetPlan {
  readonly account: string;
  readonly unit: string;
  readonly phase: string;
  /** Of the definition, in US dollars a month as decimal text. */
  readonly limit: string;
  readonly spent: Known<CountedBudget>;
}

export interface PlanSummary {
  /** Every state, also those that no limit is in. */
  readonly limits: Readonly<Record<LimitState, number>>;
  readonly actions: number;
  /** Limits and budgets that could not be read. */
  readonly unknown: number;
}

/** What is, what should be, and what `applyPlan` will do about it. Plain data. */
export interface Plan {
  readonly organization: string;
  readonly scope: Scope;
  /** When it was made, ISO 8601, UTC. */
  readonly made: string;
  /** Of what was desired and observed: another one means that the world has moved. Usage and spend don't count. */
  readonly fingerprint: string;
  readonly accounts: readonly AccountFinding[];
  readonly limits: readonly LimitPlan[];
  readonly actions: readonly QuotaAction[];
  readonly budgets: readonly BudgetPlan[];
  readonly summary: PlanSummary;
}
