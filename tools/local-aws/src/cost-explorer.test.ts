import { BudgetsClient, DescribeBudgetsCommand } from '@aws-sdk/client-budgets';
import {
  CostExplorerClient,
  GetCostAndUsageCommand,
  type GetCostAndUsageCommandInput,
  GetCostForecastCommand,
  RequestChangedException,
} from '@aws-sdk/client-cost-explorer';
import { type SampleInput, formatAmount, generateCharges, parseAmount } from '@bulkhead/sample-billing';
import { type LocalAws, startLocalAws } from './start-local-aws.ts';
import { clientOf, controllerOf, delivery, dev, management, prod, smallWorld } from './world.fixture.ts';

const member = (id: string, name: string, unit: string, phase: string, budget: string) => ({
  id,
  name,
  unit,
  phase,
  regions: ['eu-west-1'],
  budget,
});
const billing: SampleInput = {
  organization: 'acme',
  managementAccountId: management,
  accounts: [
    member(delivery, 'acme-delivery', 'enterprise', 'delivery', '8000'),
    member(dev, 'acme-retail-dev', 'retail', 'dev', '20000'),
    member(prod, 'acme-retail-prod', 'retail', 'prod', '300000'),
  ],
  lastMonth: '2026-10',
  months: 4,
  seed: 'acme',
};

// The generated bill has a former member besides, which the organization no longer lists.
const left = '034373749986';
let aws: LocalAws;
beforeAll(async () => {
  const world = { ...smallWorld(), billing };
  world.budgets.push({ name: 'acme-retail-dev', limit: '20000', timeUnit: 'MONTHLY', accountIds: [dev] });
  aws = await startLocalAws(world, { start: new Date('2026-10-31T12:00:00Z'), costExplorerPage: 6 });
});
afterAll(() => aws.close());

const settings = (as = `arn:aws:iam::${management}:user/administrator`) => clientOf(aws, as, 'us-east-1');
const explorer = () => new CostExplorerClient(settings());
const months = { TimePeriod: { Start: '2026-07-01', End: '2026-11-01' }, Granularity: 'MONTHLY' } as const;
const byAccount = { Type: 'DIMENSION', Key: 'LINKED_ACCOUNT' } as const;
const byRecordType = { Type: 'DIMENSION', Key: 'RECORD_TYPE' } as const;

/** Every page of an answer, as `month keys metric` to amount. */
async function read(query: Omit<GetCostAndUsageCommandInput, 'TimePeriod' | 'Granularity'>) {
  const amounts = new Map<string, bigint>();
  let pages = 0;
  let token: string | undefined;
  do {
    const page = await explorer().send(
      new GetCostAndUsageCommand({ ...months, ...query, ...(token ? { NextPageToken: token } : {}) }),
    );
    for (const { TimePeriod, Groups = [], Total = {} } of page.ResultsByTime ?? []) {
      const rows = query.GroupBy ? Groups : [{ Keys: [], Metrics: Total }];
      for (const { Keys = [], Metrics = {} } of rows) {
        for (const [metric, { Amount = '' }] of Object.entries(Metrics)) {
          amounts.set([TimePeriod?.Start?.slice(0, 7), ...Keys, metric].join(' '), parseAmount(Amount));
        }
      }
    }
    token = page.NextPageToken;
    pages += 1;
  } while (token !== undefined);
  return { amounts, pages };
}

/** The same sums from the charges that an export is written from. */
function charged(metric: 'billedCost' | 'effectiveCost', name: string, byMember: boolean) {
  const sums = new Map<string, bigint>();
  for (const charge of generateCharges(billing)) {
    const keys = byMember ? [(charge.account ?? charge.payer).id] : [];
    const key = [charge.billingMonth, ...keys, name].join(' ');
    sums.set(key, (sums.get(key) ?? 0n) + charge[metric]);
  }
  return sums;
}

const sorted = (amounts: ReadonlyMap<string, bigint>) =>
  Object.fromEntries([...amounts].map(([key, amount]): [string, string] => [key, formatAmount(amount)]).sort());

test.each([
  ['billed', 'billedCost', 'UnblendedCost'],
  ['effective', 'effectiveCost', 'AmortizedCost'],
] as const)('%s costs agree with the charges to the last digit, per account and month', async (_, cost, metric) => {
  const { amounts } = await read({ Metrics: [metric], GroupBy: [byAccount] });
  expect(sorted(amounts)).toEqual(sorted(charged(cost, metric, true)));
  expect(amounts.size).toBe(20);
});

test('an ungrouped query gives the total of the grouped one, by a path without groups', async () => {
  const { amounts } = await read({ Metrics: ['UnblendedCost'] });
  expect(sorted(amounts)).toEqual(sorted(charged('billedCost', 'UnblendedCost', false)));
});

test('record types tell tax, credits, support and the savings plan apart, and add up to the total', async () => {
  const { amounts } = await read({ Metrics: ['UnblendedCost'], GroupBy: [byRecordType] });
  const types = new Set([...amounts.keys()].map((key) => key.split(' ')[1]));
  expect([...types]).toEqual(expect.arrayContaining(['Credit', 'Fee', 'Support', 'Tax', 'Usage']));
  const sum = [...amounts.values()].reduce((total, amount) => total + amount, 0n);
  const total = [...charged('billedCost', 'x', false).values()].reduce((all, amount) => all + amount, 0n);
  expect(formatAmount(sum)).toBe(formatAmount(total));
});

test('every page is billed, and all pages together hold each group once', async () => {
  aws.calls.clear();
  const { amounts, pages } = await read({ Metrics: ['UnblendedCost'], GroupBy: [byAccount] });
  expect([amounts.size, pages, aws.calls.billedPages]).toEqual([20, 4, 4]);
});

test('a token is good for the same query only, and a refusal costs nothing', async () => {
  const query = { ...months, Metrics: ['UnblendedCost'], GroupBy: [byAccount] };
  const { NextPageToken } = await explorer().send(new GetCostAndUsageCommand(query));
  aws.calls.clear();
  const other = new GetCostAndUsageCommand({ ...query, Metrics: ['AmortizedCost'], NextPageToken });
  await expect(explorer().send(other)).rejects.toBeInstanceOf(RequestChangedException);
  expect(aws.calls.billedPages).toBe(0);
});

test.each([
  ['one account', { Dimensions: { Key: 'LINKED_ACCOUNT', Values: [dev] } } as const, [dev]],
  ['a tag of the account', { Tags: { Key: 'accountTag/Phase', Values: ['prod'] } }, [prod]],
  [
    'neither of two',
    { Not: { Dimensions: { Key: 'LINKED_ACCOUNT', Values: [dev, management] } } } as const,
    [left, delivery, prod],
  ],
  [
    'both conditions',
    {
      And: [
        { Dimensions: { Key: 'LINKED_ACCOUNT', Values: [dev, prod] } },
        { Or: [{ Tags: { Key: 'accountTag/Phase', Values: ['dev'] } }] },
      ],
    } as const,
    [dev],
  ],
])('a filter for %s leaves the rest out', async (_, filter, expected) => {
  const Filter = filter as NonNullable<GetCostAndUsageCommandInput['Filter']>;
  const { amounts } = await read({ Metrics: ['UnblendedCost'], GroupBy: [byAccount], Filter });
  expect([...new Set([...amounts.keys()].map((key) => key.split(' ')[1]))].sort()).toEqual(expected);
});

test('costs are grouped by two tags of the accounts at once, and what has no tag stands under an empty value', async () => {
  const tag = (Key: string) => ({ Type: 'TAG', Key }) as const;
  const { amounts } = await read({
    Metrics: ['UnblendedCost'],
    GroupBy: [tag('accountTag/Phase'), tag('accountTag/BusinessUnit')],
  });
  const keys = [...amounts.keys()].filter((key) => key.startsWith('2026-10'));
  expect(keys.map((key) => key.split(' ')[1])).toEqual([
    'accountTag/Phase$',
    'accountTag/Phase$delivery',
    'accountTag/Phase$dev',
    'accountTag/Phase$prod',
  ]);
});

test('the running month is estimated, accounts have names, and nothing of the future is known', async () => {
  const query = { ...months, Metrics: ['UnblendedCost'], GroupBy: [byAccount] };
  const TimePeriod = { Start: '2026-10-01', End: '2026-12-01' };
  const answer = await explorer().send(new GetCostAndUsageCommand({ ...query, TimePeriod }));
  expect(answer.ResultsByTime?.map(({ Estimated, Groups }) => [Estimated, Groups?.length])).toEqual([
    [true, 5],
    [true, 0],
  ]);
  expect(answer.DimensionValueAttributes).toContainEqual({
    Value: dev,
    Attributes: { description: 'acme-retail-dev' },
  });
  const closed = await explorer().send(
    new GetCostAndUsageCommand({ ...query, TimePeriod: { Start: '2026-09-01', End: '2026-10-01' } }),
  );
  expect(closed.ResultsByTime?.map(({ Estimated }) => Estimated)).toEqual([false]);
});

test.each([
  ['three groups', { GroupBy: [byAccount, byRecordType, byAccount] }, /at most 2/],
  ['no metric', { Metrics: [] }, /Metrics/],
  ['an end before the start', { TimePeriod: { Start: '2026-10-01', End: '2026-10-01' } }, /before end date/],
  ['a start in the future', { TimePeriod: { Start: '2026-11-01', End: '2026-11-02' } }, /current date/],
  ['a node with two operators', { Filter: { And: [], Or: [] } }, /exactly one of .* got: 2/],
])('%s is refused', async (_, part, message) => {
  const query = { ...months, Metrics: ['UnblendedCost'], ...part };
  await expect(explorer().send(new GetCostAndUsageCommand(query))).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringMatching(message),
  });
});

test('a forecast goes on as the last 30 days went', async () => {
  const TimePeriod = { Start: '2026-10-31', End: '2026-12-01' };
  const forecast = (start: string, Metric = 'UNBLENDED_COST' as const) =>
    explorer().send(
      new GetCostForecastCommand({ TimePeriod: { ...TimePeriod, Start: start }, Metric, Granularity: 'MONTHLY' }),
    );
  const { Total, ForecastResultsByTime = [] } = await forecast('2026-10-31');
  const [rest, november] = ForecastResultsByTime.map(({ MeanValue = '' }) => Number(MeanValue));
  expect(Number(Total?.Amount)).toBeCloseTo((rest ?? 0) + (november ?? 0), 4);
  expect((november ?? 0) / (rest ?? 1)).toBeCloseTo(30, 4);
  await expect(forecast('2026-10-30')).rejects.toMatchObject({ name: 'ValidationException' });
});

test('without history there is no forecast', async () => {
  const nowhere = { Dimensions: { Key: 'LINKED_ACCOUNT', Values: ['999999999999'] } } as const;
  const command = new GetCostForecastCommand({
    TimePeriod: { Start: '2026-10-31', End: '2026-11-30' },
    Metric: 'UNBLENDED_COST',
    Granularity: 'MONTHLY',
    Filter: { Dimensions: { ...nowhere.Dimensions, Values: [...nowhere.Dimensions.Values] } },
  });
  await expect(explorer().send(command)).rejects.toMatchObject({ name: 'DataUnavailableException' });
});

test('a budget tells what its accounts spent this month, and only to its own account', async () => {
  const describe = (AccountId: string, as?: string) =>
    new BudgetsClient(settings(as)).send(new DescribeBudgetsCommand({ AccountId }));
  const { Budgets = [] } = await describe(management);
  const october = charged('billedCost', 'x', true).get(`2026-10 ${dev} x`) ?? 0n;
  expect(Budgets).toMatchObject([
    {
      BudgetName: 'acme-retail-dev',
      BudgetLimit: { Amount: '20000', Unit: 'USD' },
      CalculatedSpend: { ActualSpend: { Amount: formatAmount(october), Unit: 'USD' } },
    },
  ]);
  expect(Number(Budgets[0]?.CalculatedSpend?.ForecastedSpend?.Amount)).toBeGreaterThanOrEqual(
    Number(formatAmount(october)),
  );
  await expect(describe(management, controllerOf(dev))).rejects.toMatchObject({ name: 'AccessDeniedException' });
});
