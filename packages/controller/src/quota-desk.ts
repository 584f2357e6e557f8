import type { Known } from './known.ts';
import type { Place } from './place.ts';

/** A quota as it holds in a place, in vCPU. */
export interface GrantedQuota {
  readonly quotaCode: string;
  readonly vcpu: number;
  /** `default` where AWS stores no applied value. */
  readonly source: 'applied' | 'default';
  readonly adjustable: boolean;
}

/** A request to raise a quota. AWS lists those of the last 90 days, and has no way to take one back. */
export interface QuotaRequest {
  readonly id: string;
  readonly quotaCode: string;
  /** vCPU. */
  readonly desired: number;
  readonly status: 'pending' | 'case-opened' | 'approved' | 'denied' | 'not-approved' | 'case-closed' | 'invalid';
  /** ISO 8601, UTC. */
  readonly created: string;
  /** Asked for by AWS's own automatic management. */
  readonly automatic: boolean;
}

/** What came of asking. `refused` is AWS's answer to this request; everything else rejects. */
export type RequestOutcome =
  | { readonly kind: 'requested'; readonly request: QuotaRequest }
  | {
      readonly kind: 'refused';
      /** `already-open` and `too-many-open` end by waiting; the others don't. */
      readonly why: 'not-greater' | 'already-open' | 'too-many-open' | 'not-adjustable' | 'no-such-quota' | 'other';
      readonly message: string;
    };

/** Where quotas of EC2 are read and raised. Rejects with an AccessError where the place can't be reached. */
export interface QuotaDesk {
  /** The vCPU quotas by code; one that could not be read is unknown, with its reason. */
  quotas(place: Place): Promise<ReadonlyMap<string, Known<GrantedQuota>>>;
  /** Open and closed, newest first. */
  requests(place: Place): Promise<readonly QuotaRequest[]>;
  /** Whether AWS raises quotas by itself when they are nearly used up (`adjust`), or only tells (`notify`). */
  automaticManagement(place: Place): Promise<Known<'off' | 'notify' | 'adjust'>>;
  /** Never asks twice: a call whose answer was lost is not repeated before the open requests were listed again. */
  request(place: Place, quotaCode: string, vcpu: number): Promise<RequestOutcome>;
}
