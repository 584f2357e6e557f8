import { isOptInRegion } from '@bulkhead/model';
import { isOpen } from './limit-state.ts';
import type { ObservedLimits } from './observed-limits.ts';
import type { Place } from './place.ts';

/** How many requests AWS keeps open at once. Source: Service Quotas User Guide, quotas of Service Quotas. */
export const openRequestLimits = { perAccount: 20, perOptInRegion: 2 } as const;

/** Room for further requests; taking it uses it up. */
export interface RequestRoom {
  /** Undefined where there is room, which is then taken; otherwise why there is none. */
  take(place: Place): string | undefined;
}

/** The room that the open requests leave. Those of other Regions are not seen; AWS refuses what they leave no room for. */
export function requestRoom({ places }: ObservedLimits): RequestRoom {
  const openIn = new Map<string, number>();
  const count = (key: string) => openIn.get(key) ?? 0;
  const add = ({ accountId, region }: Place, requests: number) => {
    const regionKey = keyOf({ accountId, region });
    openIn.set(accountId, count(accountId) + requests);
    openIn.set(regionKey, count(regionKey) + requests);
  };
  for (const place of places) add(place, place.requests.known ? place.requests.value.filter(isOpen).length : 0);
  const { perAccount, perOptInRegion } = openRequestLimits;
  return {
    take(place) {
      if (count(place.accountId) >= perAccount) {
        return `AWS keeps ${perAccount} requests of an account open at once, ask again when one is answered`;
      }
      if (isOptInRegion(place.region) && count(keyOf(place)) >= perOptInRegion) {
        return `AWS keeps ${perOptInRegion} requests open at once in ${place.region}, ask again when one is answered`;
      }
      add(place, 1);
      return undefined;
    },
  };
}

const keyOf = ({ accountId, region }: Place) => `${accountId} ${region}`;
