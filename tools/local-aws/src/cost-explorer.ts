import { createHash } from 'node:crypto';
import {
  GetCostAndUsage$,
  type GetCostAndUsageCommandInput,
  type GetCostAndUsageCommandOutput,
  GetCostForecast$,
  type GetCostForecastCommandInput,
  type GetCostForecastCommandOutput,
} from '@aws-sdk/client-cost-explorer';
import { formatAmount } from '@bulkhead/sample-billing';
import { AwsError } from './aws-error.ts';
import { costAndUsage, getMetric } from './cost-and-usage.ts';
import { accountTags, invalid, isWithin } from './cost-filter.ts';
import { dailyRate } from './cost-forecast.ts';
import { type CostLine, costLinesOf, linesOfAccounts } from './cost-lines.ts';
import { dayOf, daysBetween, periodsOf } from './cost-periods.ts';
import { type Call, operation } from './operation.ts';
import { awsJson } from './protocols.ts';
import { resultPage } from './result-page.ts';
import { type Service, jsonCodes } from './service.ts';
import type { World } from './world.ts';

/** The payer sees every account, a member its own costs. */
function visibleLines({ world, caller }: Call): readonly CostLine[] {
  const lines = costLinesOf(world);
  if (caller.accountId === world.organization.managementAccountId) return lines;
  return linesOfAccounts(lines, [caller.accountId]);
}

/** The newest answer of a world stays as it is while its pages are read. */
const begun = new WeakMap<World, ReadonlyMap<string, ReturnType<typeof costAndUsage>>>();

const getCostAndUsage = operation<GetCostAndUsageCommandInput, GetCostAndUsageCommandOutput>(
  GetCostAndUsage$,
  ({ NextPageToken, ...query }, call) => {
    const fingerprint = createHash('sha256')
      .update(JSON.stringify([call.caller.accountId, query]))
      .digest('base64url');
    const [asked, at = '0'] = NextPageToken?.split('.') ?? [fingerprint];
    if (asked !== fingerprint) {
      throw new AwsError(
        'RequestChangedException',
        'Your request parameters changed between pages. Try again with the old token or without a token.',
      );
    }
    const lines = visibleLines(call);
    const results =
      (NextPageToken === undefined ? undefined : begun.get(call.world)?.get(fingerprint)) ??
      costAndUsage(lines, query, call.world, call.clock.now());
    begun.set(call.world, new Map([[fingerprint, results]]));
    const { page, next } = resultPage(results, Number(at), call.options.costExplorerPage);
    // Each page of an answer costs 0.01 USD, a refusal nothing.
    call.bill();
    return {
      ...(next === undefined ? {} : { NextPageToken: `${fingerprint}.${next}` }),
      ...(query.GroupBy ? { GroupDefinitions: query.GroupBy } : {}),
      ResultsByTime: page,
      DimensionValueAttributes: namesOf(
        query,
        page.flatMap(({ Groups }) => Groups.map(({ Keys = [] }) => Keys)),
        lines,
      ),
    };
  },
);

/** Names of the linked accounts that a page groups by. */
function namesOf({ GroupBy = [] }: GetCostAndUsageCommandInput, keys: readonly string[][], lines: readonly CostLine[]) {
  const place = GroupBy.findIndex(({ Type, Key }) => Type === 'DIMENSION' && Key === 'LINKED_ACCOUNT');
  if (place < 0) return [];
  const shown = new Set(keys.map((each) => each[place]));
  const names = new Map(lines.map(({ accountId, accountName }) => [accountId, accountName]));
  return [...names]
    .filter(([id]) => shown.has(id))
    .map(([Value, description]) => ({ Value, Attributes: { description } }));
}

const camelCase = (metric: string) =>
  metric.toLowerCase().replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());

const getCostForecast = operation<GetCostForecastCommandInput, GetCostForecastCommandOutput>(
  GetCostForecast$,
  ({ TimePeriod, Granularity, Metric = '', Filter }, call) => {
    const today = dayOf(call.clock.now());
    const periods = periodsOf(TimePeriod, Granularity);
    if ((periods[0]?.start ?? '') < today) {
      throw invalid('Start date (and hour) should be equal to or after the current date');
    }
    const tags = accountTags(call.world);
    const lines = visibleLines(call).filter((line) => !Filter || isWithin(Filter, line, tags));
    const rate = dailyRate(lines, today, getMetric(camelCase(Metric)));
    const values = periods.map(({ start, end }) => ({ start, end, mean: rate * BigInt(daysBetween(start, end)) }));
    const total = values.reduce((sum, { mean }) => sum + mean, 0n);
    call.bill();
    return {
      Total: { Amount: formatAmount(total), Unit: 'USD' },
      ForecastResultsByTime: values.map(({ start, end, mean }) => ({
        TimePeriod: { Start: start, End: end },
        MeanValue: formatAmount(mean),
      })),
    };
  },
);

export const costExplorer: Service = {
  name: 'ce',
  target: 'AWSInsightsIndexService',
  protocol: awsJson('1.1'),
  operations: [getCostAndUsage, getCostForecast],
  codes: { ...jsonCodes, throttled: ['LimitExceededException', 'Rate exceeded', 400] },
};
