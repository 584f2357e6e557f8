import { inMemoryBudgetLedger } from '@bulkhead/controller';
import { parseOrganization } from '@bulkhead/model';
import { readSpendStatus } from './spend-status.ts';

const organization = parseOrganization({
  name: 'acme',
  regions: { home: 'eu-west-1' },
  accountEmail: 'aws+{account}@acme.example',
  enterprise: {
    costCenter: 'CC-1',
    owner: 'platform@acme.example',
    identity: { signIn: 'iam-users' },
    sharedServices: { retention: { years: 7 } },
    delivery: { pipelines: [] },
  },
  phases: {
    dev: { purpose: 'testing', data: 'synthetic', budget: { amount: '100', currency: 'USD', per: 'month' } },
    prod: { purpose: 'customers', data: 'sensitive', protect: true },
  },
  businessUnits: { retail: { owner: 'retail@acme.example', costCenter: 'CC-100', phases: ['dev', 'prod'] } },
});

test('each budget of the definition stands beside what AWS counted against it', async () => {
  const state = { name: 'acme-retail-dev', limit: '100.0', actual: '12.5', forecast: null };
  expect(await readSpendStatus(organization, inMemoryBudgetLedger([state]))).toEqual([
    { account: 'acme-retail-dev', unit: 'retail', phase: 'dev', limit: '100', spent: { known: true, value: state } },
  ]);
});

test('a budget that AWS tells nothing about is unknown, not zero', async () => {
  const [status] = await readSpendStatus(organization, inMemoryBudgetLedger([]));
  expect(status?.spent).toMatchObject({ known: false, reason: expect.stringContaining('acme-retail-dev') });
});
