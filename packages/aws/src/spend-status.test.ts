import { type BudgetState, inMemoryBudgetLedger } from '@bulkhead/controller';
import { parseOrganization } from '@bulkhead/model';
import { readSpendStatus } from './spend-status.ts';

const organization = parseOrganization({
  name: 'acme',
  regions: { home: 'eu-west-1' },
  accountEmail: 'aws+{account}@acme.example',
  enterprise: {
    costCenter: 'CC-1',
    budget: { amount: '50', currency: 'USD', per: 'month' },
    owner: 'platform@acme.example',
    identity: { signIn: 'iam-users' },
    sharedServices: { retention: { years: 7 } },
    delivery: { pipelines: [] },
  },
  phases: {
    dev: { purpose: 'testing', data: 'synthetic', budget: { amount: '100', currency: 'USD', per: 'month' } },
    stage: { purpose: 'promoted changes', data: 'sanitized', budget: { amount: '200', currency: 'USD', per: 'month' } },
    prod: { purpose: 'customers', data: 'sensitive', protect: true },
  },
  businessUnits: {
    retail: { owner: 'retail@acme.example', costCenter: 'CC-100', phases: ['dev', 'stage', 'prod'] },
    bi: { owner: 'bi@acme.example', costCenter: 'CC-200', phases: ['dev'], delivery: 'own' },
  },
});

const read = (...states: readonly BudgetState[]) => readSpendStatus(organization, inMemoryBudgetLedger(states));
const state = (name: string, actual: string | null, forecast: string | null = null): BudgetState => ({
  name,
  limit: '100.0',
  actual,
  forecast,
});

test('each budget of the definition stands beside what AWS counted against it', async () => {
  const status = await read(state('acme-retail-dev', '12.5', '40'));
  expect(status.find(({ account }) => account === 'acme-retail-dev')).toEqual({
    account: 'acme-retail-dev',
    unit: 'retail',
    phase: 'dev',
    budget: '100',
    budgetAtAws: '100.0',
    actual: '12.5',
    forecast: '40',
    standing: 'within',
  });
});

test.each<[string, string | null, string | null, string]>([
  ['less than the budget', '99.99', null, 'within'],
  ['just the budget', '100.00', '100', 'within'],
  ['more than the budget by the last digit', '100.0000000001', '90', 'over'],
  ['less, and a forecast above', '10', '100.01', 'forecast-over'],
  ['nothing', '0', '0', 'within'],
  ['an amount that is not calculated yet', null, null, 'not-calculated'],
])('an account that has spent %s: %s, forecast %s, is %s', async (_, actual, forecast, standing) => {
  const status = await read(state('acme-retail-dev', actual, forecast));
  expect(status.find(({ account }) => account === 'acme-retail-dev')).toMatchObject({ actual, forecast, standing });
});

test('a budget that AWS does not have is missing, and its spend is unknown, not zero', async () => {
  const status = await read();
  expect(new Set(status.map(({ standing }) => standing))).toEqual(new Set(['missing']));
  expect(status[0]).toMatchObject({ budgetAtAws: null, actual: null, forecast: null });
});

test('the enterprise comes first, then units as they are defined, in each the most used budget first', async () => {
  const names = ['acme-bi-dev', 'acme-retail-dev', 'acme-retail-stage', 'acme-delivery'];
  const status = await read(...names.map((name) => state(name, '30')), state('acme-identity', '1'));
  expect(status.map(({ account }) => account)).toEqual([
    'acme-delivery',
    'acme-identity',
    'acme-shared-services',
    'acme-retail-dev',
    'acme-retail-stage',
    'acme-bi-dev',
    'acme-bi-delivery',
  ]);
});

test('accounts without a budget are left out', async () => {
  expect((await read()).map(({ account }) => account)).not.toContain('acme-retail-prod');
});
