import { openRequestLimits } from '@bulkhead/controller';
import { type Organization, type RuntimeAccount, isOptInRegion, limitsOf, runtimeAccountsOf } from '@bulkhead/model';

/** One quota that would have to be raised, in vCPU. */
export interface QuotaStep {
  readonly account: string;
  readonly region: string;
  readonly pool: string;
  readonly quotaCode: string;
  /** What AWS has by default, or what the definition let it grant so far. */
  readonly from: number;
  readonly to: number;
}

/** Requests that changes make necessary, as long as AWS has its defaults where nobody asked. */
export interface QuotaRequests {
  readonly requests: readonly QuotaStep[];
  /** How many times one asks: AWS keeps so many requests open at once, of an account and in a Region to opt in to. */
  readonly batches: number;
}

/** Quotas of new accounts, and those of others whose ceilings rise. */
export function quotaRequests(before: Organization, after: Organization): QuotaRequests {
  const old = new Map(runtimeAccountsOf(before).map((account) => [account.name, account]));
  const requests = runtimeAccountsOf(after).flatMap((account) => stepsOf(old.get(account.name), account));
  return { requests, batches: batchesOf(requests) };
}

function stepsOf(before: RuntimeAccount | undefined, after: RuntimeAccount): readonly QuotaStep[] {
  const granted = new Map(before && limitsOf(before).map(({ pool, perRegion }) => [pool.name, perRegion]));
  return limitsOf(after).flatMap(({ pool, perRegion }) =>
    Object.entries(perRegion).flatMap(([region, to]) => {
      const from = Math.max(pool.defaultVcpu, granted.get(pool.name)?.[region] ?? 0);
      return to > from
        ? [{ account: after.name, region, pool: pool.name, quotaCode: pool.onDemandQuotaCode, from, to }]
        : [];
    }),
  );
}

/** The fewest times to ask, when each time is answered before the next. */
export function batchesOf(requests: readonly Pick<QuotaStep, 'account' | 'region'>[]): number {
  const { perAccount, perOptInRegion } = openRequestLimits;
  const optIn = requests.filter(({ region }) => isOptInRegion(region));
  return Math.max(
    0,
    ...countsOf(requests.map(({ account }) => account)).map((count) => Math.ceil(count / perAccount)),
    ...countsOf(optIn.map(({ account, region }) => `${account} ${region}`)).map((count) =>
      Math.ceil(count / perOptInRegion),
    ),
  );
}

function countsOf(keys: readonly string[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()];
}
