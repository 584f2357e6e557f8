import type { ListedAccount } from './account-directory.ts';
import type { BudgetState } from './budget-ledger.ts';
import type { Known } from './known.ts';
import type { Place } from './place.ts';
import type { GrantedQuota, QuotaRequest } from './quota-desk.ts';

/** Instances by type. */
export type InstanceCounts = Readonly<Record<string, number>>;

/** On-Demand instances, Spot instances, and what Auto Scaling groups may still launch. */
export interface ObservedUsage {
  readonly running: InstanceCounts;
  readonly spot: InstanceCounts;
  readonly committed: InstanceCounts;
}

/** What was read in one place. Each part is known or not by itself. */
export interface ObservedPlace extends Place {
  readonly quotas: Known<Readonly<Record<string, Known<GrantedQuota>>>>;
  /** Newest first. */
  readonly requests: Known<readonly QuotaRequest[]>;
  readonly automatic: Known<'off' | 'notify' | 'adjust'>;
  readonly usage: Known<ObservedUsage>;
}

/** What AWS told, as plain data: it can be saved, compared and planned on elsewhere. */
export interface ObservedLimits {
  readonly accounts: readonly ListedAccount[];
  readonly places: readonly ObservedPlace[];
  readonly budgets: Known<readonly BudgetState[]>;
}

/** What was read in a place; undefined where nothing was. */
export function findPlace(observed: ObservedLimits, { accountId, region }: Place): ObservedPlace | undefined {
  return observed.places.find((each) => each.accountId === accountId && each.region === region);
}
