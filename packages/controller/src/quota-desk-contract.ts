import { deepEqual, equal } from 'node:assert/strict';
import { quotaPools } from '@bulkhead/model';
import type { SeededQuota } from './in-memory-quota-desk.ts';
import type { Place } from './place.ts';
import type { QuotaDesk, RequestOutcome } from './quota-desk.ts';

/** A promise that every quota desk keeps. `check` rejects where this one does not. */
export interface DeskPromise {
  readonly promise: string;
  readonly check: (openDesk: (quotas: readonly SeededQuota[]) => Promise<QuotaDesk>) => Promise<void>;
}

const home: Place = { accountId: '000000000011', region: 'eu-west-1' };
const further: Place = { accountId: '000000000011', region: 'us-east-1' };
const optIn: Place = { accountId: '000000000011', region: 'eu-south-1' };
const otherAccount: Place = { accountId: '000000000012', region: 'eu-west-1' };
const standard = 'L-1216C47A';

const codes = quotaPools.flatMap(({ onDemandQuotaCode, spotQuotaCode }) =>
  spotQuotaCode === undefined ? [onDemandQuotaCode] : [onDemandQuotaCode, spotQuotaCode],
);
const quotasIn = (place: Place): readonly SeededQuota[] =>
  codes.map((quotaCode) => ({ place, quotaCode, vcpu: 5, source: 'applied', adjustable: true }));
const whyOf = (outcome: RequestOutcome) => (outcome.kind === 'refused' ? outcome.why : outcome.kind);

/** What the controller relies on; the twin in memory and the adapter over AWS keep all of it. */
export const quotaDeskContract: readonly DeskPromise[] = [
  {
    promise: 'a quota is read as it was granted, in its own account and Region only',
    check: async (openDesk) => {
      const desk = await openDesk([
        { place: home, quotaCode: standard, vcpu: 64, source: 'applied', adjustable: true },
      ]);
      const granted = { quotaCode: standard, vcpu: 64, source: 'applied', adjustable: true };
      deepEqual((await desk.quotas(home)).get(standard), { known: true, value: granted });
    },
  },
  {
    promise: 'a request that AWS takes is listed as open, with what was asked for',
    check: async (openDesk) => {
      const desk = await openDesk(quotasIn(home));
      equal(whyOf(await desk.request(home, standard, 100)), 'requested');
      const [listed, ...others] = await desk.requests(home);
      deepEqual([listed?.quotaCode, listed?.desired, listed?.automatic, others], [standard, 100, false, []]);
    },
  },
  {
    promise: 'a request never shows in another account or Region',
    check: async (openDesk) => {
      const desk = await openDesk([home, further, otherAccount].flatMap(quotasIn));
      await desk.request(home, standard, 100);
      deepEqual([await desk.requests(further), await desk.requests(otherAccount)], [[], []]);
    },
  },
  {
    promise: 'what is not greater than the granted value is refused, also the same value',
    check: async (openDesk) => {
      const desk = await openDesk(quotasIn(home));
      equal(whyOf(await desk.request(home, standard, 5)), 'not-greater');
      equal(whyOf(await desk.request(home, standard, 4)), 'not-greater');
      deepEqual(await desk.requests(home), []);
    },
  },
  {
    promise: 'a second request for a quota is refused while the first one is open',
    check: async (openDesk) => {
      const desk = await openDesk(quotasIn(home));
      await desk.request(home, standard, 100);
      equal(whyOf(await desk.request(home, standard, 200)), 'already-open');
      equal((await desk.requests(home)).length, 1);
    },
  },
  {
    promise: 'an account has 20 requests open and no more, over all Regions',
    check: async (openDesk) => {
      const desk = await openDesk([home, further, otherAccount].flatMap(quotasIn));
      const asks = [...codes.map((code) => [home, code] as const), ...codes.map((code) => [further, code] as const)];
      for (const [place, code] of asks.slice(0, 20)) equal(whyOf(await desk.request(place, code, 100)), 'requested');
      const [place, code] = asks[20] ?? [further, standard];
      equal(whyOf(await desk.request(place, code, 100)), 'too-many-open');
      equal(whyOf(await desk.request(otherAccount, standard, 100)), 'requested');
    },
  },
  {
    promise: 'a Region that an account has to opt into has 2 requests open and no more',
    check: async (openDesk) => {
      const desk = await openDesk([home, optIn].flatMap(quotasIn));
      const answers: string[] = [];
      for (const code of codes.slice(0, 3)) answers.push(whyOf(await desk.request(optIn, code, 100)));
      deepEqual(answers, ['requested', 'requested', 'too-many-open']);
      equal(whyOf(await desk.request(home, standard, 100)), 'requested');
    },
  },
  {
    promise: 'a quota that is not adjustable, or is none, is refused as that',
    check: async (openDesk) => {
      const desk = await openDesk([
        { place: home, quotaCode: standard, vcpu: 5, source: 'default', adjustable: false },
      ]);
      equal(whyOf(await desk.request(home, standard, 100)), 'not-adjustable');
      equal(whyOf(await desk.request(home, 'L-00000000', 100)), 'no-such-quota');
    },
  },
];
