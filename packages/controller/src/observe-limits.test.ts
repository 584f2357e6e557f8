import { desiredLimits } from './desired-limits.ts';
import { observeLimits } from './observe-limits.ts';
import { AccessError, type Place } from './place.ts';
import { planLimits } from './plan-limits.ts';
import { idOf, listedAccounts, lock, now, organization, standard, worldWith } from './world.fixture.ts';

const desired = desiredLimits(organization, lock);
const options = { now, guardDeployed: false };

test('a place that can not be reached is unknown with the reason, and every other one is read all the same', async () => {
  const world = worldWith();
  const unreachable = idOf('example-shop-dev');
  const guarded =
    <Value>(read: (place: Place) => Promise<Value>) =>
    (place: Place) =>
      place.accountId === unreachable
        ? Promise.reject(new AccessError('sts:AssumeRole on bulkhead/controller is denied'))
        : read(place);
  const observed = await observeLimits(desired, {
    ...world,
    desk: {
      ...world.desk,
      quotas: guarded((place) => world.desk.quotas(place)),
      requests: guarded((place) => world.desk.requests(place)),
      automaticManagement: guarded((place) => world.desk.automaticManagement(place)),
    },
    meter: { usage: guarded((place) => world.meter.usage(place)) },
  });
  const { limits, actions } = planLimits(desired, observed, options);
  const unknown = limits.filter(({ state }) => state === 'unknown');
  expect(unknown.map(({ account }) => account)).toEqual(['example-shop-dev']);
  expect(unknown[0]?.reason).toBe('sts:AssumeRole on bulkhead/controller is denied');
  expect(actions.map(({ account }) => account)).not.toContain('example-shop-dev');
  expect(actions.map(({ account }) => account)).toContain('example-shop-prod');
});

test('each place where something is desired is read once, and no other one', async () => {
  const world = worldWith();
  const read: string[] = [];
  await observeLimits(desired, {
    ...world,
    desk: {
      ...world.desk,
      quotas: (place) => {
        read.push(`${place.accountId} ${place.region}`);
        return world.desk.quotas(place);
      },
    },
  });
  const places = new Set(desired.limits.map(({ account, region }) => `${idOf(account)} ${region}`));
  expect([...read].sort()).toEqual([...places].sort());
  expect(read.some((place) => place.startsWith(idOf('example-shop-open')))).toBe(false);
});

test('no more places are read at a time than was said', async () => {
  const world = worldWith();
  let reading = 0;
  let most = 0;
  const usage = async (place: Place) => {
    most = Math.max(most, ++reading);
    await Promise.resolve();
    reading--;
    return world.meter.usage(place);
  };
  await observeLimits(desired, { ...world, meter: { usage } }, { concurrency: 2 });
  expect(most).toBe(2);
});

test('accounts that can not be listed stop everything: no place is known without them', async () => {
  const directory = { list: () => Promise.reject(new AccessError('organizations:ListAccounts is denied')) };
  await expect(observeLimits(desired, { ...worldWith(), directory })).rejects.toThrow('organizations:ListAccounts');
});

test('budgets that can not be read are unknown, never 0', async () => {
  const ledger = { budgets: () => Promise.reject(new AccessError('budgets:ViewBudget is denied')) };
  const observed = await observeLimits(desired, { ...worldWith(), ledger });
  const { budgets } = planLimits(desired, observed, options);
  expect(budgets.map(({ spent }) => spent)).toEqual(
    budgets.map(() => ({ known: false, reason: 'budgets:ViewBudget is denied' })),
  );
  expect(budgets.length).toBeGreaterThan(0);
});

test('what was observed is plain data', async () => {
  const observed = await observeLimits(
    desired,
    worldWith({ usage: [{ accountId: idOf('example-lab-dev'), region: 'us-east-1', running: { 'r5.large': 2 } }] }),
  );
  expect(JSON.parse(JSON.stringify(observed))).toEqual(observed);
});

test('a closed account is not called', async () => {
  const accounts = listedAccounts.map((each) =>
    each.name === 'example-lab-dev' ? { ...each, state: 'suspended' as const } : each,
  );
  const observed = await observeLimits(desired, worldWith({ accounts }));
  expect(observed.places.map(({ accountId }) => accountId)).not.toContain(idOf('example-lab-dev'));
  expect(planLimits(desired, observed, options).accounts).toMatchObject([
    { account: 'example-lab-dev', problem: 'suspended' },
  ]);
});

test('a quota that AWS does not list in a Region is unknown', async () => {
  const observed = await observeLimits(desired, worldWith({ quotas: [] }));
  expect(planLimits(desired, observed, options).limits[0]).toMatchObject({
    state: 'unknown',
    reason: `AWS lists no quota ${standard} in this Region`,
  });
});
