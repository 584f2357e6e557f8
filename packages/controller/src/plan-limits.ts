import { type AccountStanding, accountStanding } from './account-standing.ts';
import type { DesiredAccount, DesiredLimit, DesiredLimits } from './desired-limits.ts';
import { type Known, known, unknown } from './known.ts';
import { limitState, openRequest } from './limit-state.ts';
import { usageOfPool } from './limit-usage.ts';
import { type MeansFacts, meansOfCap, meansOfCeiling } from './means.ts';
import { type ObservedLimits, type ObservedPlace, findPlace } from './observed-limits.ts';
import { planBudgets } from './plan-budgets.ts';
import { planFingerprint } from './plan-fingerprint.ts';
import { summaryOf } from './plan-summary.ts';
import type { AccountFinding, CapPlan, LimitPlan, Plan, QuotaAction } from './plan.ts';
import { type RequestRoom, requestRoom } from './request-room.ts';

export interface PlanOptions {
  /** ISO 8601, UTC. */
  readonly now: string;
  /** Whether the guard, which counts and freezes, runs in this organization. */
  readonly guardDeployed: boolean;
}

/**
 * The difference between what is desired and what was observed. The same input gives the same plan.
 *
 * Raises quotas to their ceilings, never beyond; asks for nothing on what is unknown, for nothing that is open or was
 * answered already, and for no more at once than AWS keeps open.
 */
export function planLimits(desired: DesiredLimits, observed: ObservedLimits, options: PlanOptions): Plan {
  const room = requestRoom(observed);
  const accounts = new Map(
    desired.accounts.map((account) => [
      account.name,
      { account, standing: accountStanding(account, observed.accounts) } as const,
    ]),
  );
  const limits = desired.limits.flatMap((limit): readonly LimitPlan[] => {
    const of = accounts.get(limit.account);
    return of ? [queueWithoutRoom(limitPlan(limit, of.account, of.standing, observed, options), room)] : [];
  });
  const actions = limits.flatMap(actionFor);
  const budgets = planBudgets(desired, observed);
  return {
    organization: desired.organization,
    scope: desired.scope,
    made: options.now,
    fingerprint: planFingerprint(desired, observed),
    accounts: [...accounts.values()].flatMap(({ account, standing }): readonly AccountFinding[] =>
      standing.kind === 'active' ? [] : [{ account: account.name, problem: standing.kind, reason: standing.reason }],
    ),
    limits,
    actions,
    budgets,
    summary: summaryOf(limits, actions, budgets),
  };
}

function limitPlan(
  limit: DesiredLimit,
  account: DesiredAccount,
  standing: AccountStanding,
  observed: ObservedLimits,
  { now, guardDeployed }: PlanOptions,
): LimitPlan {
  const { quotaCode, region, pool, ceiling, caps } = limit;
  const place = placeOf(standing, region, observed);
  const granted = then(
    then(place, ({ quotas }) => quotas),
    (quotas) => quotas[quotaCode] ?? unlisted(quotaCode),
  );
  const requests = then(
    then(place, (each) => each.requests),
    (all) => known(all.filter((request) => request.quotaCode === quotaCode)),
  );
  const automatic = then(place, (each) => each.automatic);
  const observedUsage = then(place, (each) => each.usage);
  const facts: MeansFacts = { limit, granted, automatic, guardDeployed };
  return {
    account: account.name,
    accountId: account.id,
    unit: account.unit,
    phase: account.phase,
    region,
    quotaCode,
    pool,
    ceiling,
    granted,
    pending: then(requests, (own) => known(openRequest(own) ?? null)),
    usage: then(observedUsage, (usage) => known(usageOfPool(pool, usage))),
    ...limitState({ ceiling, granted, requests, automatic, now }),
    means: meansOfCeiling(facts),
    caps: caps.map((cap): CapPlan => ({
      instanceType: cap.instanceType,
      atMost: cap.atMost,
      running: then(observedUsage, ({ running, spot }) =>
        known((running[cap.instanceType] ?? 0) + (spot[cap.instanceType] ?? 0)),
      ),
      committed: then(observedUsage, ({ committed }) => known(committed[cap.instanceType] ?? 0)),
      means: meansOfCap(cap, facts),
    })),
  };
}

function placeOf(standing: AccountStanding, region: string, observed: ObservedLimits): Known<ObservedPlace> {
  if (standing.kind !== 'active') return unknown(standing.reason);
  const place = findPlace(observed, { accountId: standing.id, region });
  return place ? known(place) : unknown(`account ${standing.id} was not read in ${region}, plan again`);
}

const unlisted = (quotaCode: string) => unknown(`AWS lists no quota ${quotaCode} in this Region`);

function then<From, To>(value: Known<From>, next: (value: From) => Known<To>): Known<To> {
  return value.known ? next(value.value) : value;
}

function queueWithoutRoom(limit: LimitPlan, room: RequestRoom): LimitPlan {
  if (limit.state !== 'to-request' || limit.accountId === null) return limit;
  const full = room.take({ accountId: limit.accountId, region: limit.region });
  return full === undefined ? limit : { ...limit, state: 'queued', reason: full };
}

function actionFor(limit: LimitPlan): readonly QuotaAction[] {
  const { account, accountId, region, quotaCode, ceiling, granted, state, reason } = limit;
  if (state !== 'to-request' || accountId === null || !granted.known) return [];
  const place = { accountId, region };
  return [{ kind: 'request-quota', account, place, quotaCode, from: granted.value.vcpu, to: ceiling, reason }];
}
