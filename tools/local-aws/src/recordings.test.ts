import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatAmount, parseAmount } from '@bulkhead/sample-billing';
import type { GroupDefinition, ResultByTime } from '@aws-sdk/client-cost-explorer';
import { costAndUsage } from './cost-and-usage.ts';
import type { CostLine } from './cost-lines.ts';
import { type LocalAws, startLocalAws } from './start-local-aws.ts';
import { clientOf, controllerOf, dev, management, smallWorld } from './world.fixture.ts';

const recordings = join(import.meta.dirname, '../../../../shared/data');
const isThere = existsSync(recordings);
const ifThere = isThere ? test : test.skip;
const ifThereEach = isThere ? test.each : test.skip.each;
const why = isThere ? '' : ' (skipped: there is no ../shared/data beside the project)';

const read = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(recordings, path), 'utf8')) as Record<string, unknown>;

let aws: LocalAws;
beforeAll(async () => {
  const world = smallWorld();
  world.budgets.push({ name: 'dev', limit: '1200', timeUnit: 'MONTHLY', accountIds: [dev] });
  aws = await startLocalAws(world, { start: new Date('2026-10-15T00:00:00Z') });
});
afterAll(() => aws.close());

/** An answer as it travels, before a client reads it. */
async function raw(target: string, input: object, as = controllerOf(dev)): Promise<Record<string, unknown>> {
  const { accessKeyId } = clientOf(aws, as).credentials;
  const response = await fetch(aws.url, {
    method: 'POST',
    headers: {
      'x-amz-target': target,
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261015/us-east-1/x/aws4_request, Signature=x`,
    },
    body: JSON.stringify(input),
  });
  return (await response.json()) as Record<string, unknown>;
}

/** Members by path, each with the type of its value: what a client could rely on. */
function shapeOf(value: unknown, path = ''): Record<string, string> {
  if (Array.isArray(value)) return shapeOf(value[0], `${path}[]`);
  if (typeof value !== 'object' || value === null) return { [path]: typeof value };
  // The recorder wrote moments as objects; they travel as seconds.
  if ('__class__' in value) return { [path]: 'number' };
  return Object.assign({}, ...Object.entries(value).map(([key, each]) => shapeOf(each, `${path}.${key}`))) as Record<
    string,
    string
  >;
}

const quotas = 'ServiceQuotasV20190624';
const standard = { ServiceCode: 'ec2', QuotaCode: 'L-1216C47A' };
const administrator = `arn:aws:iam::${management}:user/administrator`;

ifThereEach<[string, string, string, object]>([
  [
    'the organization',
    'test_account_org_info/organizations.DescribeOrganization_1.json',
    'AWSOrganizationsV20161128.DescribeOrganization',
    {},
  ],
  ['services', 'test_service_quota/servicequotas.ListServices_1.json', `${quotas}.ListServices`, {}],
  [
    'quotas',
    'test_service_quota/servicequotas.ListServiceQuotas_1.json',
    `${quotas}.ListServiceQuotas`,
    { ServiceCode: 'ec2' },
  ],
  [
    'default quotas',
    'test_service_quota/servicequotas.ListAWSDefaultServiceQuotas_1.json',
    `${quotas}.ListAWSDefaultServiceQuotas`,
    { ServiceCode: 'firehose' },
  ],
  [
    'a new request',
    'test_service_quota/servicequotas.RequestServiceQuotaIncrease_1.json',
    `${quotas}.RequestServiceQuotaIncrease`,
    { ...standard, DesiredValue: 36 },
  ],
  [
    'requests of a quota',
    'test_service_quota/servicequotas.ListRequestedServiceQuotaChangeHistoryByQuota_1.json',
    `${quotas}.ListRequestedServiceQuotaChangeHistoryByQuota`,
    standard,
  ],
])(
  `%s has every member that the real service was seen to send, of the same type${why}`,
  async (_, file, target, input) => {
    const { data } = read(join('aws-api-recordings', file)) as { data: Record<string, unknown> };
    const { ResponseMetadata, ...recorded } = data;
    expect(ResponseMetadata).toBeDefined();
    expect(
      shapeOf(await raw(target, input, target.startsWith(quotas) ? controllerOf(dev) : administrator)),
    ).toMatchObject(shapeOf(recorded));
  },
);

ifThere(`a budget has the limit, spend and times of the real service${why}`, async () => {
  const { data } = read('aws-api-recordings/test_budget_query/budgets.DescribeBudgets_1.json') as {
    data: { Budgets: Record<string, unknown>[] };
  };
  const { Budgets } = await raw('AWSBudgetServiceGateway.DescribeBudgets', { AccountId: management }, administrator);
  const [budget = {}] = Budgets as Record<string, unknown>[];
  const { CostTypes, CostFilters, CalculatedSpend, ...recorded } = data.Budgets[0] ?? {};
  expect([CostTypes, CostFilters]).not.toContain(undefined);
  expect(shapeOf(budget)).toMatchObject(shapeOf(recorded));
  const { ActualSpend } = CalculatedSpend as { ActualSpend: object };
  expect(shapeOf(budget['CalculatedSpend'])).toMatchObject(shapeOf({ ActualSpend }));
});

interface CostRecording {
  readonly GroupDefinitions: GroupDefinition[];
  readonly ResultsByTime: ResultByTime[];
  readonly DimensionValueAttributes: unknown[];
}

/** The charges that would have given a recorded answer. */
function chargesOf({ GroupDefinitions, ResultsByTime }: CostRecording): CostLine[] {
  return ResultsByTime.flatMap(({ TimePeriod, Groups = [] }) =>
    Groups.map(({ Keys = [], Metrics = {} }): CostLine => {
      const key = (name: string) => Keys[GroupDefinitions.findIndex(({ Key }) => Key === name)];
      return {
        day: TimePeriod?.Start ?? '',
        accountId: key('LINKED_ACCOUNT') ?? '',
        accountName: 'InternalServices',
        service: key('SERVICE') ?? '',
        recordType: key('RECORD_TYPE') ?? '',
        unblended: parseAmount(Metrics['UnblendedCost']?.Amount ?? '0'),
        amortized: 0n,
        usage: parseAmount(Metrics['UsageQuantity']?.Amount ?? '0'),
        tags: { ProjectId: (key('ProjectId') ?? '').replace('ProjectId$', '') },
      };
    }),
  );
}

const costFiles = ['linkedaccount', 'recordtype', 'projectid', 'projectid_with_services'];

ifThereEach(costFiles)(
  `the same charges give the recorded answer of Cost Explorer, grouped by %s: groups, digits, order, open days${why}`,
  (name) => {
    const recording = read(`ce/costusage_daily_groupby_${name}.json`) as unknown as CostRecording;
    const { GroupDefinitions, ResultsByTime } = recording;
    const query = {
      TimePeriod: { Start: ResultsByTime[0]?.TimePeriod?.Start, End: ResultsByTime.at(-1)?.TimePeriod?.End },
      Granularity: 'DAILY' as const,
      Metrics: ['UsageQuantity', 'UnblendedCost'],
      GroupBy: GroupDefinitions,
    };
    const now = Date.parse(`${query.TimePeriod.End ?? ''}T00:00:00Z`);
    const answer = costAndUsage(chargesOf(recording), query, smallWorld(), now);
    // The order of two keys that differ in case only by the second is AWS's own affair.
    const byKeys = (results: readonly ResultByTime[]) =>
      results.map(({ Groups = [], ...rest }) => ({
        ...rest,
        Groups: Groups.map((group) => JSON.stringify(group)).sort(),
      }));
    expect(byKeys(answer).length).toBe(ResultsByTime.length);
    expect(byKeys(answer)).toEqual(byKeys(ResultsByTime));
    expect(Object.keys(answer[0] ?? {})).toEqual(Object.keys(ResultsByTime[0] ?? {}));
    expect(formatAmount(parseAmount(answer[0]?.Groups[0]?.Metrics?.['UnblendedCost']?.Amount ?? ''))).toBe(
      answer[0]?.Groups[0]?.Metrics?.['UnblendedCost']?.Amount,
    );
  },
);

ifThere(`members of Cost Explorer's answer travel in the recorded order${why}`, async () => {
  const recording = read('ce/costusage_daily_groupby_linkedaccount.json') as unknown as CostRecording;
  aws.world.costLines = chargesOf(recording);
  const answer = await raw(
    'AWSInsightsIndexService.GetCostAndUsage',
    {
      TimePeriod: { Start: '2022-10-01', End: '2022-10-02' },
      Granularity: 'DAILY',
      Metrics: ['UsageQuantity', 'UnblendedCost'],
      GroupBy: recording.GroupDefinitions,
    },
    administrator,
  );
  const first = { ...recording, ResultsByTime: recording.ResultsByTime.slice(0, 1) };
  expect(JSON.stringify(answer)).toBe(JSON.stringify(first));
});
