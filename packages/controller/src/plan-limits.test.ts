import { emptyLock } from '@bulkhead/model';
import { desiredLimits } from './desired-limits.ts';
import { known, unknown } from './known.ts';
import { observeLimits } from './observe-limits.ts';
import { planLimits } from './plan-limits.ts';
import type { SeededRequest } from './in-memory-quota-desk.ts';
import { type World, idOf, listedAccounts, lock, newQuotas, now, organization, worldWith } from './world.fixture.ts';

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

test('50 m5.12xlarge in dev are asked for as 2,400 vCPU, and 4 r5.large as 8', async () => {
  const { actions } = await planIn(worldWith());
  expect(actions.map(({ account, place, from, to }) => [account, place.region, from, to])).toEqual([
    ['example-shop-sandbox', 'eu-west-1', 5, 64],
    ['example-shop-dev', 'eu-west-1', 5, 2400],
    ['example-shop-prod', 'eu-west-1', 5, 4850],
    ['example-shop-prod', 'us-east-1', 5, 4850],
    ['example-shop-prod', 'eu-west-1', 0, 96],
    ['example-shop-prod', 'us-east-1', 0, 96],
    ['example-shop-dr', 'eu-central-1', 5, 9700],
    ['example-shop-dr', 'eu-central-1', 0, 192],
    ['example-lab-dev', 'us-east-1', 5, 8],
  ]);
});

test('a plan of one phase or unit has its accounts only', async () => {
  const scoped = desiredLimits(organization, lock, { unit: 'shop', phase: 'dev' });
  const { accounts, limits, budgets } = planLimits(scoped, await observeLimits(scoped, worldWith()), options);
  expect([accounts, limits.length, budgets.length, limits[0]?.account]).toEqual([[], 1, 1, 'example-shop-dev']);
});

test('running and committed vCPU are counted by pool, and Spot apart', async () => {
  const usage = [
    {
      ...prod,
      running: { 'm5.12xlarge': 3, 'r5.large': 2, 'p4d.24xlarge': 1 },
      spot: { 'm5.12xlarge': 1 },
      committed: { 'm5.12xlarge': 5 },
    },
  ];
  const { limits } = await planIn(worldWith({ usage }));
  const [standardPool, gpuPool] = limits.filter(
    ({ account, region }) => account === 'example-shop-prod' && region === prod.region,
  );
  expect(standardPool?.usage).toEqual(
    known({
      runningVcpu: known(148),
      committedVcpu: known(240),
      running: { 'm5.12xlarge': 3, 'r5.large': 2 },
      spot: { 'm5.12xlarge': 1 },
      committed: { 'm5.12xlarge': 5 },
    }),
  );
  expect(gpuPool?.usage).toMatchObject({ value: { runningVcpu: known(96) } });
  expect(standardPool?.caps).toMatchObject([{ running: known(4), committed: known(5) }]);
});

test('a type that the catalogue does not know makes the vCPU unknown, not less', async () => {
  const { limits, summary } = await planIn(worldWith({ usage: [{ ...prod, running: { 'm99.large': 1 } }] }));
  const limit = limits.find(({ account }) => account === 'example-shop-prod');
  expect(limit?.usage).toMatchObject({
    value: { runningVcpu: unknown('the catalogue has no vCPU count for m99.large'), running: { 'm99.large': 1 } },
  });
  expect(summary.unknown).toBe(1);
});

test('half of the accounts missing are as many findings, and the other half is planned', async () => {
  const { accounts, limits, actions } = await planIn(worldWith({ accounts: listedAccounts.slice(0, 3) }));
  expect(accounts.map(({ account, problem }) => [account, problem])).toEqual([
    ['example-shop-dr', 'missing'],
    ['example-shop-open', 'missing'],
    ['example-lab-dev', 'missing'],
  ]);
  expect(new Set(actions.map(({ account }) => account))).toEqual(
    new Set(['example-shop-sandbox', 'example-shop-dev', 'example-shop-prod']),
  );
  expect(limits.filter(({ state }) => state === 'unknown').map(({ account }) => account)).toEqual([
    'example-shop-dr',
    'example-shop-dr',
    'example-lab-dev',
  ]);
});

test('an organization that was never deployed is unknown as a whole, and nothing is asked for', async () => {
  const undeployed = desiredLimits(organization, emptyLock);
  const plan = planLimits(undeployed, await observeLimits(undeployed, worldWith({ accounts: [] })), options);
  expect(plan.actions).toEqual([]);
  expect(plan.summary.limits.unknown).toBe(plan.limits.length);
  expect(new Set(plan.accounts.map(({ problem }) => problem))).toEqual(new Set(['not-in-lock']));
});

test('budgets stand beside what was spent and is forecast; one that is not there is unknown', async () => {
  const budget = { name: 'example-shop-dev', limit: '200.0', actual: '150.25', forecast: '210.00' };
  const { budgets, summary } = await planIn(worldWith({ budgets: [budget] }));
  expect(budgets[0]).toEqual({
    account: 'example-shop-dev',
    unit: 'shop',
    phase: 'dev',
    limit: '200',
    spent: known(budget),
  });
  expect(budgets[1]?.spent).toEqual(
    unknown("AWS has no budget named example-shop-prod, deploy the organization's stack"),
  );
  expect(summary.unknown).toBe(budgets.length - 1);
});

test('a budget that AWS has but has not calculated yet is unknown, and told apart from one that is not there', async () => {
  const budget = { name: 'example-shop-dev', limit: '200.0', actual: null, forecast: null };
  const { budgets } = await planIn(worldWith({ budgets: [budget] }));
  expect(budgets[0]?.spent).toEqual(
    unknown('AWS has not calculated the budget example-shop-dev yet, look again in a day'),
  );
});

test('the summary counts each limit once', async () => {
  const { summary, limits, actions } = await planIn(worldWith());
  expect(Object.values(summary.limits).reduce((sum, count) => sum + count, 0)).toBe(limits.length);
  expect([summary.actions, summary.limits['to-request'], summary.unknown]).toEqual([actions.length, actions.length, 0]);
});

test('instances that start and stop do not change the fingerprint, a granted quota and a request do', async () => {
  const fingerprintIn = async (world: World) => (await planIn(world)).fingerprint;
  const before = await fingerprintIn(worldWith());
  await expect(fingerprintIn(worldWith({ usage: [{ ...prod, running: { 'm5.large': 1 } }] }))).resolves.toBe(before);
  const raised = newQuotas.map((quota) => (quota.place.accountId === prod.accountId ? { ...quota, vcpu: 64 } : quota));
  await expect(fingerprintIn(worldWith({ quotas: raised }))).resolves.not.toBe(before);
  await expect(fingerprintIn(worldWith({ requests: [open('r', 'L-1216C47A')] }))).resolves.not.toBe(before);
  await expect(fingerprintIn(worldWith({ automatic: () => known('adjust') }))).resolves.not.toBe(before);
  await expect(fingerprintIn(worldWith({ accounts: listedAccounts.slice(1) }))).resolves.not.toBe(before);
});
