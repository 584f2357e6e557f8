import { isOptInRegion } from '@bulkhead/model';
import { type Known, known } from './known.ts';
import { isOpen, openRequest } from './limit-state.ts';
import type { Place } from './place.ts';
import type { GrantedQuota, QuotaDesk, QuotaRequest, RequestOutcome } from './quota-desk.ts';
import { openRequestLimits } from './request-room.ts';

/** A quota as it holds in a place. */
export interface SeededQuota extends GrantedQuota {
  readonly place: Place;
}

export interface SeededRequest extends QuotaRequest {
  readonly place: Place;
}

/** What a desk starts with. */
export interface QuotaWorld {
  readonly quotas: readonly SeededQuota[];
  readonly requests?: readonly SeededRequest[];
  /** By default off everywhere. */
  readonly automatic?: (place: Place) => Known<'off' | 'notify' | 'adjust'>;
  /** The clock, ISO 8601, UTC. */
  readonly now: () => string;
}

/** A desk with AWS's rules in memory, and AWS's side of it. */
export interface InMemoryQuotaDesk extends QuotaDesk {
  /** Answers an open request; `granted` (vCPU) is by default what was asked for where it is approved. */
  answer(id: string, status: QuotaRequest['status'], granted?: number): void;
  /** Every request ever taken, oldest first. */
  readonly taken: () => readonly SeededRequest[];
}

const listedMilliseconds = 90 * 24 * 60 * 60 * 1000;

/** A quota desk that keeps to the rules of Service Quotas: only upwards, one open request a quota, 20 an account. */
export function inMemoryQuotaDesk({ quotas, requests = [], automatic, now }: QuotaWorld): InMemoryQuotaDesk {
  const granted = new Map(quotas.map((quota) => [keyOf(quota.place, quota.quotaCode), quota]));
  const all: SeededRequest[] = [...requests];
  const isListed = ({ created }: QuotaRequest) => Date.parse(now()) - Date.parse(created) < listedMilliseconds;

  const refusal = (place: Place, quotaCode: string, vcpu: number): RequestOutcome | undefined => {
    const quota = granted.get(keyOf(place, quotaCode));
    if (!quota) return refused('no-such-quota', `there is no quota ${quotaCode} in ${place.region}`);
    if (!quota.adjustable) return refused('not-adjustable', `quota ${quotaCode} is not adjustable`);
    const open = all.filter((request) => isOpen(request) && request.place.accountId === place.accountId);
    const openHere = open.filter((request) => request.place.region === place.region);
    if (openRequest(openHere.filter((request) => request.quotaCode === quotaCode))) {
      return refused('already-open', 'Only one open service quota increase request is allowed per quota');
    }
    if (vcpu <= quota.vcpu) {
      return refused('not-greater', 'You must provide a quota value greater than the current quota value');
    }
    const full =
      open.length >= openRequestLimits.perAccount ||
      (isOptInRegion(place.region) && openHere.length >= openRequestLimits.perOptInRegion);
    return full ? refused('too-many-open', 'too many requests of this account are open') : undefined;
  };

  return {
    quotas: (place) =>
      Promise.resolve(
        new Map(
          [...granted.values()]
            .filter((quota) => isSame(quota.place, place))
            .map(({ place: _, ...quota }) => [quota.quotaCode, known(quota)]),
        ),
      ),
    requests: (place) =>
      Promise.resolve(
        all
          .filter((request) => isSame(request.place, place) && isListed(request))
          .map(({ place: _, ...request }) => request)
          .reverse(),
      ),
    automaticManagement: (place) => Promise.resolve(automatic?.(place) ?? known('off')),
    request: (place, quotaCode, vcpu) => {
      const no = refusal(place, quotaCode, vcpu);
      if (no) return Promise.resolve(no);
      const id = `request-${all.length + 1}`;
      const request = { id, quotaCode, desired: vcpu, status: 'pending', created: now(), automatic: false } as const;
      all.push({ place, ...request });
      return Promise.resolve({ kind: 'requested', request });
    },
    answer: (id, status, vcpu) => {
      const index = all.findIndex((request) => request.id === id);
      const request = all[index];
      if (!request) return;
      all[index] = { ...request, status };
      const key = keyOf(request.place, request.quotaCode);
      const quota = granted.get(key);
      const value = vcpu ?? (status === 'approved' ? request.desired : undefined);
      if (quota && value !== undefined) granted.set(key, { ...quota, vcpu: value, source: 'applied' });
    },
    taken: () => [...all],
  };
}

const keyOf = ({ accountId, region }: Place, quotaCode: string) => `${accountId} ${region} ${quotaCode}`;
const isSame = (a: Place, b: Place) => a.accountId === b.accountId && a.region === b.region;
const refused = (why: Extract<RequestOutcome, { kind: 'refused' }>['why'], message: string): RequestOutcome => ({
  kind: 'refused',
  why,
  message,
});
