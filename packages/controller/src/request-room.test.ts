import { quotaPools } from '@bulkhead/model';
import { desiredLimits } from './desired-limits.ts';
import { observeLimits } from './observe-limits.ts';
import { planLimits } from './plan-limits.ts';
import type { SeededRequest } from './in-memory-quota-desk.ts';
import { type World, idOf, lock, now, organization, worldWith } from './world.fixture.ts';

const options = { now, guardDeployed: false };
const desired = desiredLimits(organization, lock);
const planIn = async (world: World) => planLimits(desired, await observeLimits(desired, world), options);
const prod = { accountId: idOf('example-shop-prod'), region: 'eu-west-1' };
const open = (id: string, quotaCode: string, place = prod): SeededRequest => ({
  place,
  id,
  quotaCode,
  desired: 10_000,
  status: 'pending',
  created: now,
  automatic: false,
});

test('what AWS has no room for is queued, and asked for when there is room', async () => {
  const codes = quotaPools.flatMap(({ onDemandQuotaCode, spotQuotaCode }) => [onDemandQuotaCode, spotQuotaCode ?? '']);
  const elsewhere = codes.filter((code) => code !== 'L-1216C47A' && code !== 'L-417A185B');
  const requests = Array.from({ length: 19 }, (_, index) =>
    open(`other-${index}`, `${elsewhere[index] ?? ''}-${index}`),
  );
  const { limits, actions } = await planIn(worldWith({ requests }));
  const states = limits.filter(({ account }) => account === 'example-shop-prod').map(({ state }) => state);
  expect(states).toEqual(['to-request', 'queued', 'queued', 'queued']);
  expect(actions.filter(({ account }) => account === 'example-shop-prod')).toHaveLength(1);
  expect(limits.find(({ state }) => state === 'queued')?.reason).toContain('20 requests of an account open at once');
  expect(limits.filter(({ account }) => account === 'example-shop-dr').map(({ state }) => state)).toEqual([
    'to-request',
    'to-request',
  ]);
});

test('a Region that an account opts into takes 2 requests at once', async () => {
  const limit = desired.limits.find(({ account }) => account === 'example-shop-dev');
  if (!limit) throw new Error('the fixture has no limit in dev');
  const place = { accountId: idOf('example-shop-dev'), region: 'eu-south-1' };
  const limits = ['standard', 'p', 'x'].map((pool) => {
    const code = quotaPools.find(({ name }) => name === pool)?.onDemandQuotaCode ?? '';
    return { ...limit, region: place.region, pool, quotaCode: code, ceiling: 960 };
  });
  const quotas = limits.map(({ quotaCode }) => ({
    place,
    quotaCode,
    vcpu: 0,
    source: 'default' as const,
    adjustable: true,
  }));
  const inOptIn = { ...desired, limits };
  const plan = planLimits(inOptIn, await observeLimits(inOptIn, worldWith({ quotas })), options);
  expect(plan.limits.map(({ state }) => state)).toEqual(['to-request', 'to-request', 'queued']);
  expect(plan.limits[2]?.reason).toContain('2 requests open at once in eu-south-1');
});
