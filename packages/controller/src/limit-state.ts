import type { Known } from './known.ts';
import type { GrantedQuota, QuotaRequest } from './quota-desk.ts';

/** Every state of a limit, in the order of a table. */
export const limitStates = [
  'satisfied',
  'to-request',
  'queued',
  'pending',
  'case-opened',
  'partly-granted',
  'denied',
  'not-adjustable',
  'above-ceiling',
  'automatic-raising-on',
  'unknown',
] as const;
export type LimitState = (typeof limitStates)[number];

export interface StateReason {
  readonly state: LimitState;
  readonly reason: string;
}

/** What the state of a limit follows from, in vCPU. */
export interface LimitFacts {
  readonly ceiling: number;
  readonly granted: Known<GrantedQuota>;
  /** Of this quota. */
  readonly requests: Known<readonly QuotaRequest[]>;
  readonly automatic: Known<'off' | 'notify' | 'adjust'>;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/** How long AWS lists a request, and an answer stands. Source: ListRequestedServiceQuotaChangeHistory. */
const daysListed = 90;

/** The state of a limit by itself: what must wait for another one's request (`queued`) is the plan's to say. */
export function limitState({ ceiling, granted, requests, automatic, now }: LimitFacts): StateReason {
  if (!granted.known) return { state: 'unknown', reason: granted.reason };
  if (!requests.known) return { state: 'unknown', reason: requests.reason };
  if (!automatic.known) return { state: 'unknown', reason: automatic.reason };
  const { vcpu, adjustable } = granted.value;
  const open = openRequest(requests.value);
  if (vcpu > ceiling) {
    return {
      state: 'above-ceiling',
      reason: `AWS grants ${vcpu} vCPU, ${vcpu - ceiling} more than the ceiling of ${ceiling}; only AWS Support lowers a quota`,
    };
  }
  if (automatic.value === 'adjust') {
    return {
      state: 'automatic-raising-on',
      reason: `AWS raises quotas by itself in this Region, past any ceiling; turn automatic management off, nothing is asked for until then`,
    };
  }
  if (open) return openState(open, ceiling);
  if (vcpu === ceiling) return { state: 'satisfied', reason: `AWS grants the ceiling of ${ceiling} vCPU` };
  if (!adjustable) {
    return { state: 'not-adjustable', reason: `AWS grants ${vcpu} of ${ceiling} vCPU and does not raise this quota` };
  }
  const answer = requests.value.find(
    (request) =>
      request.desired === ceiling && !request.automatic && Date.parse(now) < Date.parse(listedUntil(request)),
  );
  return answer
    ? answeredState(answer, vcpu)
    : { state: 'to-request', reason: `AWS grants ${vcpu} vCPU, ${ceiling - vcpu} less than the ceiling of ${ceiling}` };
}

/** The request for a quota that AWS has not answered yet: there is at most one. */
export function openRequest(requests: readonly QuotaRequest[]): QuotaRequest | undefined {
  return requests.find(isOpen);
}

export function isOpen({ status }: Pick<QuotaRequest, 'status'>): boolean {
  return status === 'pending' || status === 'case-opened';
}

function openState({ id, status, desired, created, automatic }: QuotaRequest, ceiling: number): StateReason {
  const who = automatic ? "AWS's automatic management asked" : 'asked';
  const beyond =
    desired > ceiling
      ? `; that is beyond the ceiling of ${ceiling} and can't be taken back, ask AWS Support to deny it`
      : '';
  const since = `${who} for ${desired} vCPU on ${dayOf(created)} (request ${id})${beyond}`;
  return status === 'case-opened'
    ? { state: 'case-opened', reason: `AWS Support decides: ${since}` }
    : { state: 'pending', reason: `AWS decides: ${since}` };
}

function answeredState(request: QuotaRequest, vcpu: number): StateReason {
  const { id, desired, status, created } = request;
  const again = `ask AWS Support, or change the limit; asked for again from ${dayOf(listedUntil(request))}`;
  const asked = `request ${id} of ${dayOf(created)} for ${desired} vCPU`;
  if (status === 'approved') {
    return { state: 'partly-granted', reason: `AWS approved ${asked} and grants ${vcpu} so far; ${again}` };
  }
  // the outcome of a case stands in its text only: Service Quotas User Guide, request a quota increase
  const answer = status === 'case-closed' ? 'closed the case of' : status === 'invalid' ? 'refused' : 'denied';
  return { state: 'denied', reason: `AWS ${answer} ${asked} and grants ${vcpu}; ${again}` };
}

function listedUntil({ created }: QuotaRequest): string {
  const until = new Date(created);
  until.setUTCDate(until.getUTCDate() + daysListed);
  return until.toISOString();
}

const dayOf = (instant: string) => instant.slice(0, 10);
