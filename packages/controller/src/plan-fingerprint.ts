import { type AccountStanding, accountStanding } from './account-standing.ts';
import { digestOf } from './digest.ts';
import type { DesiredLimits } from './desired-limits.ts';
import { isOpen } from './limit-state.ts';
import type { ObservedLimits, ObservedPlace } from './observed-limits.ts';

/**
 * A digest of what a plan's actions follow from: ceilings, how accounts stand, granted quotas, requests and automatic
 * management. Instances and spend change all the time and decide nothing; why something is unknown does neither.
 */
export function planFingerprint(desired: DesiredLimits, observed: ObservedLimits): string {
  const codes = new Set(desired.limits.map(({ quotaCode }) => quotaCode));
  return digestOf({
    limits: desired.limits,
    accounts: desired.accounts.map((account) => [
      account.name,
      standingFacts(accountStanding(account, observed.accounts)),
    ]),
    places: observed.places.map((place) => placeFacts(place, codes)),
  });
}

const standingFacts = (standing: AccountStanding) => (standing.kind === 'active' ? standing.id : standing.kind);

function placeFacts({ accountId, region, quotas, requests, automatic }: ObservedPlace, codes: ReadonlySet<string>) {
  return {
    accountId,
    region,
    quotas: quotas.known
      ? [...codes].map((code) => {
          const quota = quotas.value[code];
          return quota?.known ? [code, quota.value.vcpu, quota.value.adjustable] : [code, 'unknown'];
        })
      : 'unknown',
    requests: requests.known
      ? requests.value
          .filter((request) => isOpen(request) || codes.has(request.quotaCode))
          .map(({ id, quotaCode, desired, status }) => [id, quotaCode, desired, status])
      : 'unknown',
    automatic: automatic.known ? automatic.value : 'unknown',
  };
}
