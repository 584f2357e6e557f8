import { type CostMetric, SourceError } from '@bulkhead/spend';
import { billedUntil, billedWorld } from './billing.fixture.ts';
import { type CostExplorerChargeSource, costExplorerChargeSource } from './cost-explorer-charge-source.ts';
import { costExplorerEstimate } from './cost-explorer-estimate.ts';
import { type Example, deny, dev, management, reader, startExample } from './world.fixture.ts';

let example: Example;
beforeEach(async () => {
  const session = { pace: () => Promise.resolve() };
  example = await startExample(billedWorld(), { start: billedUntil, costExplorerPage: 10, session });
});
afterEach(() => example.close());

const open = (lastMonth = '2026-10', months = 4): CostExplorerChargeSource =>
  costExplorerChargeSource({ client: example.session.costExplorer(management), role: reader, lastMonth, months });

/** Exact to the ten places that Cost Explorer gives. */
function exact(amount: string): bigint {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d{1,10}))?$/.exec(amount) ?? [];
  return BigInt(`${sign}${whole}${part.padEnd(10, '0')}`);
}

test.each<CostMetric>(['billed', 'effective'])(
  '%s charges add up to the total of the other query, month by month',
  async (metric) => {
    const source = open();
    const { months } = await source.describe();
    expect(months).toEqual(['2026-07', '2026-08', '2026-09', '2026-10']);
    for (const month of months) {
      const charges = await source.charges({ metric, from: month, to: month });
      const sum = charges.reduce((total, { cost }) => total + exact(cost), 0n);
      expect([sum, charges.length > 0]).toEqual([exact(await source.total({ metric, month })), true]);
    }
  },
);

test('billed and effective costs differ where a commitment spreads its fee', async () => {
  const source = open();
  const [billed, effective] = await Promise.all(
    (['billed', 'effective'] as const).map((metric) => source.total({ metric, month: '2026-10' })),
  );
  expect(billed).not.toBe(effective);
});

test('whatever is asked, two queries are made, and their pages are counted as AWS bills them', async () => {
  const source = open();
  expect(source.billedPages()).toBe(0);
  await Promise.all([source.describe(), source.charges({ metric: 'billed', from: '2026-07', to: '2026-10' })]);
  await source.charges({ metric: 'effective', from: '2026-10', to: '2026-10' });
  await source.total({ metric: 'billed', month: '2026-10' });
  await source.total({ metric: 'effective', month: '2026-09' });
  const { rows } = await source.describe();
  expect(source.billedPages()).toBe(Math.ceil(rows / 10) + 1);
  expect(source.billedPages()).toBe(example.aws.calls.billedPages);
});

test('an open month is not settled, and closed ones are', async () => {
  expect((await open().describe()).settledMonths).toEqual(['2026-07', '2026-08', '2026-09']);
});

test('accounts have their names, and record types are told apart', async () => {
  const charges = await open().charges({ metric: 'billed', from: '2026-07', to: '2026-10' });
  expect(charges.find(({ accountId }) => accountId === dev)?.accountName).toBe('acme-retail-dev');
  expect(new Set(charges.map(({ kind }) => kind))).toEqual(
    new Set(['usage', 'purchase', 'credit', 'refund', 'tax', 'support']),
  );
});

test('charges of other months are left out', async () => {
  const charges = await open().charges({ metric: 'billed', from: '2026-08', to: '2026-09' });
  expect([...new Set(charges.map(({ month }) => month))]).toEqual(['2026-08', '2026-09']);
});

test('months in which nothing was charged are not held', async () => {
  expect((await open('2026-10', 14).describe()).months).toEqual(['2026-07', '2026-08', '2026-09', '2026-10']);
});

test('rounding is bounded by one unit of the tenth place for each group and the total', async () => {
  const source = open();
  const groups = (await source.charges({ metric: 'billed', from: '2026-10', to: '2026-10' })).length;
  expect(exact(await source.roundingBound({ month: '2026-10' }))).toBe(BigInt(groups + 1));
});

test.each<[string, () => Promise<unknown>, RegExp]>([
  ['list prices', () => open().total({ metric: 'list', month: '2026-10' }), /no list prices, .* got: list$/],
  [
    'a month outside the query',
    () => open().total({ metric: 'billed', month: '2026-01' }),
    /^ask for one of the 4 months up to 2026-10, got: 2026-01$/,
  ],
  ['a month in the future', () => open('2027-05', 1).describe(), /ValidationException: .*current date/],
  [
    'a role without permission',
    () => {
      deny(example.aws.world, management, 'ce:GetCostAndUsage');
      return open().describe();
    },
    /spend-reader may not call ce:GetCostAndUsage/,
  ],
])('%s: a SourceError says what to change', async (_, ask, message) => {
  const error = await ask().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(SourceError);
  expect(error).toMatchObject({ message: expect.stringMatching(message) });
});

test('a query that failed is made again when it is asked for again', async () => {
  const source = open();
  example.aws.faults.set([
    { operation: 'ce:GetCostAndUsage', kind: 'refuse', code: 'DataUnavailableException', at: 1 },
  ]);
  await expect(source.describe()).rejects.toThrow(/DataUnavailableException/);
  expect((await source.describe()).months).toHaveLength(4);
});

test('the estimate says what two queries cost, and each further page', () => {
  expect(costExplorerEstimate()).toEqual({ queries: 2, usd: '0.02', usdPerPage: '0.01' });
});
