import { BudgetsClient } from '@aws-sdk/client-budgets';
import { billedUntil, billedWorld, startCanned } from './billing.fixture.ts';
import { budgetLedger } from './budget-ledger.ts';
import { type Example, dev, management, prod, reader, startExample } from './world.fixture.ts';

let example: Example;
beforeEach(async () => {
  const world = billedWorld();
  const budget = { limit: '20000', timeUnit: 'MONTHLY', accountIds: [dev] };
  world.budgets.push(
    { ...budget, name: 'acme-retail-dev' },
    { ...budget, name: 'of-a-year', timeUnit: 'ANNUALLY' },
    ...Array.from({ length: 150 }, (_, at) => ({ ...budget, name: `other-${at}`, accountIds: [prod] })),
  );
  example = await startExample(world, { start: billedUntil });
});
afterEach(() => example.close());

const budgets = () =>
  budgetLedger({ client: example.session.budgets(management), accountId: management, role: reader }).budgets();

test('a monthly budget has its limit, what was spent and a forecast, as decimal text', async () => {
  const [own] = await budgets();
  expect(own).toMatchObject({ name: 'acme-retail-dev', limit: '20000' });
  expect([own?.actual, own?.forecast].every((amount) => /^\d+(\.\d+)?$/.test(amount ?? ''))).toBe(true);
});

test('every page is read, and budgets of other periods are left out', async () => {
  const names = (await budgets()).map(({ name }) => name);
  expect(names).toHaveLength(151);
  expect(names).not.toContain('of-a-year');
});

test('without history there is no forecast, and none is made up', async () => {
  example.aws.world.billing = undefined;
  const [own] = await budgets();
  expect(own).toMatchObject({ name: 'acme-retail-dev', forecast: null });
});

test.each([
  ['no spend at all', {}],
  ['an empty one', { CalculatedSpend: {} }],
])('a budget for which AWS tells %s is there, and not calculated yet', async (_, spend) => {
  const common = { BudgetType: 'COST', TimeUnit: 'MONTHLY', BudgetLimit: { Amount: '100.0', Unit: 'USD' } };
  const canned = await startCanned({ body: { Budgets: [{ BudgetName: 'acme-retail-dev', ...common, ...spend }] } });
  try {
    const client = new BudgetsClient(canned.client);
    const found = await budgetLedger({ client, accountId: management, role: reader }).budgets();
    expect(found).toEqual([{ name: 'acme-retail-dev', limit: '100.0', actual: null, forecast: null }]);
  } finally {
    await canned.close();
  }
});
