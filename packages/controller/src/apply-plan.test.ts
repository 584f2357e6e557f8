import { applyPlan } from './apply-plan.ts';
import { faultyDesk, faults } from './faults.fixture.ts';
import type { InMemoryQuotaDesk } from './in-memory-quota-desk.ts';
import { AccessError } from './place.ts';
import type { Plan } from './plan.ts';
import type { QuotaDesk, RequestOutcome } from './quota-desk.ts';
import { planOrganization, reconcile } from './reconcile.ts';
import { idOf, newQuotas, reconciliationOf, standard, worldWith } from './world.fixture.ts';

const plan = await planOrganization(reconciliationOf(worldWith()));
const onlyDev: Plan = { ...plan, actions: plan.actions.filter(({ account }) => account === 'example-shop-dev') };
const dev = { accountId: idOf('example-shop-dev'), region: 'eu-west-1' };
const askedOf = (desk: InMemoryQuotaDesk) =>
  desk
    .taken()
    .map(({ place, quotaCode, desired }) => `${place.accountId} ${place.region} ${quotaCode} ${desired}`)
    .sort();
const whole = plan.actions
  .map(({ place, quotaCode, to }) => `${place.accountId} ${place.region} ${quotaCode} ${to}`)
  .sort();
const refusing = (desk: QuotaDesk, why: Extract<RequestOutcome, { kind: 'refused' }>['why']): QuotaDesk => ({
  ...desk,
  request: () => Promise.resolve({ kind: 'refused', why, message: `AWS says ${why}` }),
});

test('each action has one outcome in the order of the plan, and nothing else is asked for', async () => {
  const { desk } = worldWith();
  const outcomes = await applyPlan(plan, desk);
  expect(outcomes.map(({ action }) => action)).toEqual(plan.actions);
  expect(outcomes.every(({ kind }) => kind === 'applied')).toBe(true);
  expect(askedOf(desk)).toEqual(whole);
});

test('a plan that is applied a second time asks for nothing', async () => {
  const { desk } = worldWith();
  await applyPlan(plan, desk);
  const outcomes = await applyPlan(plan, desk);
  expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['waiting']));
  expect(askedOf(desk)).toEqual(whole);
});

test('two applies at once ask for each quota once, and the second one waits', async () => {
  const { desk } = worldWith();
  const [first, second] = await Promise.all([applyPlan(plan, desk), applyPlan(plan, desk)]);
  expect(askedOf(desk)).toEqual(whole);
  const pairs = plan.actions.map((_, index) => [first[index]?.kind, second[index]?.kind].sort());
  expect(pairs).toEqual(plan.actions.map(() => ['applied', 'waiting']));
});

test.each([
  ['already-open', 'waiting'],
  ['too-many-open', 'waiting'],
  ['not-greater', 'skipped'],
  ['not-adjustable', 'failed'],
  ['no-such-quota', 'failed'],
  ['other', 'failed'],
] as const)('where AWS refuses with %s, the action is %s', async (why, kind) => {
  const outcomes = await applyPlan(onlyDev, refusing(worldWith().desk, why));
  expect(outcomes).toEqual([{ action: onlyDev.actions[0], kind, reason: `AWS says ${why}` }]);
});

test('a value that moved since the plan was made is skipped', async () => {
  const quotas = newQuotas.map((quota) => (quota.quotaCode === standard ? { ...quota, vcpu: 64 } : quota));
  const { desk } = worldWith({ quotas });
  const outcomes = await applyPlan(onlyDev, desk);
  expect(outcomes).toMatchObject([{ kind: 'skipped', reason: 'AWS grants 64 vCPU now, not 5 as planned; plan again' }]);
  expect(desk.taken()).toEqual([]);
});

test('a request that was denied since the plan was made is not repeated', async () => {
  const { desk } = worldWith();
  await applyPlan(onlyDev, desk);
  desk.answer('request-1', 'denied');
  await expect(applyPlan(onlyDev, desk)).resolves.toMatchObject([
    { kind: 'skipped', reason: expect.stringContaining('denied since the plan was made') },
  ]);
  expect(desk.taken()).toHaveLength(1);
});

test('a quota that became unknown is not asked for', async () => {
  const { desk } = worldWith({ quotas: [] });
  await expect(applyPlan(onlyDev, desk)).resolves.toMatchObject([
    { kind: 'failed', reason: expect.stringContaining('the quota is unknown') },
  ]);
  expect(desk.taken()).toEqual([]);
});

test('a lost answer is looked up: the request counts as applied, with what went wrong', async () => {
  const { desk } = worldWith();
  const outcomes = await applyPlan(onlyDev, faultyDesk(desk, 3, 'answer lost'));
  expect(outcomes).toMatchObject([
    {
      kind: 'applied',
      reason: expect.stringContaining('(request request-1); the answer was lost: answer lost at call 3'),
    },
  ]);
});

test('a call that had no effect has failed, and can be made again', async () => {
  const { desk } = worldWith();
  await expect(applyPlan(onlyDev, faultyDesk(desk, 3, 'no effect'))).resolves.toMatchObject([
    { kind: 'failed', reason: expect.stringContaining('AWS lists no request, apply again') },
  ]);
  expect(desk.taken()).toEqual([]);
});

test('an older request of AWS for the same value is not taken for the one that was lost', async () => {
  const older = { id: 'older', quotaCode: standard, desired: 2400, status: 'not-approved', automatic: true } as const;
  const { desk } = worldWith({ requests: [{ ...older, place: dev, created: '2026-11-01T00:00:00.000Z' }] });
  await expect(applyPlan(onlyDev, faultyDesk(desk, 3, 'no effect'))).resolves.toMatchObject([{ kind: 'failed' }]);
});

test('an account that can not be reached any more stops no other one', async () => {
  const { desk } = worldWith();
  const outcomes = await applyPlan(plan, {
    ...desk,
    request: (place, ...what) =>
      place.accountId === dev.accountId ? Promise.reject(new AccessError('denied')) : desk.request(place, ...what),
  });
  const failed = outcomes.filter(({ kind }) => kind !== 'applied');
  expect(failed.map(({ action, kind, reason }) => [action.account, kind, reason])).toEqual([
    ['example-shop-dev', 'failed', 'denied'],
  ]);
});

// enumerated: every fault at every call of plan and apply
const clean = worldWith();
const counting = faultyDesk(clean.desk);
await reconcile(reconciliationOf({ ...clean, desk: counting }));
const calls = Array.from({ length: counting.calls() }, (_, index) => index + 1);

test('plan and apply make as many calls as were counted: three a place to plan, three an action to apply', () => {
  const places = new Set(plan.limits.map(({ accountId, region }) => `${accountId ?? ''} ${region}`));
  expect(calls).toHaveLength(3 * places.size + 3 * plan.actions.length);
});

test.each(faults)('%s at any call: run again, the end is the same and no quota is asked for twice', async (fault) => {
  for (const at of calls) {
    const world = worldWith();
    await reconcile(reconciliationOf({ ...world, desk: faultyDesk(world.desk, at, fault) }));
    await reconcile(reconciliationOf(world));
    expect({ at, asked: askedOf(world.desk) }).toEqual({ at, asked: whole });
  }
});
