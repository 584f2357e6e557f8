import { PlanFileError, parsePlan, renderPlan } from './plan-file.ts';
import { faultyDesk } from './faults.fixture.ts';
import { PlanMovedError } from './plan-moved-error.ts';
import { planOrganization, reconcile } from './reconcile.ts';
import { newQuotas, reconciliationOf, worldWith } from './world.fixture.ts';

test('a saved plan is applied where the world is as it was', async () => {
  const world = worldWith();
  const saved = parsePlan(renderPlan(await planOrganization(reconciliationOf(world))));
  const { plan, outcomes } = await reconcile(reconciliationOf(world), saved);
  expect([plan, outcomes.length]).toEqual([saved, saved.actions.length]);
});

test('a saved plan of one phase is compared with that phase only', async () => {
  const world = worldWith();
  const saved = await planOrganization({ ...reconciliationOf(world), scope: { phase: 'dev' } });
  const { outcomes } = await reconcile(reconciliationOf(world), saved);
  expect(outcomes.map(({ action }) => action.account)).toEqual(['example-shop-dev', 'example-lab-dev']);
});

test('a saved plan is refused where the world has moved, with what moved, and nothing is asked for', async () => {
  const saved = await planOrganization(reconciliationOf(worldWith()));
  const moved = worldWith({ quotas: newQuotas.map((quota) => ({ ...quota, vcpu: 7 })) });
  const applying = reconcile(reconciliationOf(moved), saved);
  await expect(applying).rejects.toThrow(PlanMovedError);
  await expect(applying).rejects.toThrow(
    'example-shop-dev eu-west-1 standard: was to-request (5 of 2400 vCPU), is to-request (7 of 2400 vCPU)',
  );
  expect(moved.desk.taken()).toEqual([]);
});

test('a plan of another organization is refused before anything is read', async () => {
  const { desk, ...sources } = worldWith();
  const plan = await planOrganization(reconciliationOf({ ...sources, desk }));
  const counted = faultyDesk(desk);
  const reconciled = reconcile(reconciliationOf({ ...sources, desk: counted }), { ...plan, organization: 'other' });
  await expect(reconciled).rejects.toThrow(
    new PlanFileError(['plan.organization: must be example, whose limits are applied, got: other']),
  );
  expect(counted.calls()).toBe(0);
});
