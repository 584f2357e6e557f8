import { CostExplorerClient } from '@aws-sdk/client-cost-explorer';
import { ReconciliationError, SourceError, type SpendReport, reportMonth } from '@bulkhead/spend';
import { type Canned, startCanned } from './billing.fixture.ts';
import { costExplorerChargeSource } from './cost-explorer-charge-source.ts';
import { dev, management, prod, reader } from './world.fixture.ts';

const month = '2026-10';
const owner = { unit: 'retail', phase: 'dev' };
const attribution = { owners: new Map([[dev, owner]]), cells: [{ ...owner, budget: null }] };

/** Answers as Cost Explorer gives them, with amounts that a machine which adds up exactly never gives. */
const metrics = (Amount: string) => ({
  UnblendedCost: { Amount, Unit: 'USD' },
  AmortizedCost: { Amount, Unit: 'USD' },
});
const answer = (result: object): Canned => ({
  body: { ResultsByTime: [{ TimePeriod: { Start: '2026-10-01', End: '2026-11-01' }, Estimated: false, ...result }] },
});
const group = (id: string, amount: string) => ({ Keys: [id, 'Usage'], Metrics: metrics(amount) });
const groups = answer({ Total: {}, Groups: [group(dev, '0.3333333333'), group(prod, '0.3333333333')] });
const total = (amount: string) => answer({ Total: metrics(amount), Groups: [] });
const refusal = (__type: string, Message: string): Canned => ({ status: 400, body: { __type, Message } });

async function reported(...answers: readonly Canned[]): Promise<SpendReport> {
  const canned = await startCanned(...answers);
  try {
    const client = new CostExplorerClient(canned.client);
    const source = costExplorerChargeSource({ client, role: reader, lastMonth: month, months: 1 });
    return await reportMonth({ organization: 'acme', month, metric: 'billed', attribution, source });
  } finally {
    await canned.close();
  }
}

test('what Cost Explorer rounds away in its groups stands as a row within its bound', async () => {
  const report = await reported(groups, total('0.6666666667'));
  expect(report.rounding).toEqual({ cost: '0.0000000001', bound: '0.0000000003' });
  expect(report).toMatchObject({ total: '0.6666666667', unallocated: { cost: '0.3333333333' } });
  expect(report.reconciliation.difference).toBe('0');
});

test('more than rounding explains is no report', async () => {
  const made = reported(groups, total('0.6666666670'));
  await expect(made).rejects.toThrow(ReconciliationError);
  await expect(made).rejects.toThrow('more than the 0.0000000003 USD that rounding explains');
});

test.each([
  [
    'that is not enabled',
    refusal('AccessDeniedException', 'User not enabled for cost explorer access'),
    `Cost Explorer is not enabled in account ${management}, launch it once in its Billing console and wait a day`,
  ],
  [
    'without data yet',
    refusal('DataUnavailableException', 'Data is not available. Please try to adjust the time period.'),
    `Cost Explorer has no data for account ${management} yet, which takes a day after it was enabled: ce:GetCostAndUsage as ${reader}`,
  ],
  [
    'that the role may not ask',
    refusal('AccessDeniedException', 'User: x is not authorized to perform: ce:GetCostAndUsage on resource: y'),
    `${reader} may not call ce:GetCostAndUsage in us-east-1, allow it in the role's policy`,
  ],
])('Cost Explorer %s: a SourceError in one line says what to change', async (_, answer, message) => {
  const error = await reported(answer).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(SourceError);
  expect(error).toMatchObject({ message: expect.stringContaining(message) });
  expect(String(error)).not.toMatch(/\n|\.$/);
});
