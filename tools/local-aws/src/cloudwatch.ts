import {
  GetMetricData$,
  type GetMetricDataCommandInput,
  type GetMetricDataCommandOutput,
  type MetricDataQuery,
} from '@aws-sdk/client-cloudwatch';
import { findQuotaPool, findVcpu } from '@bulkhead/model';
import { AwsError } from './aws-error.ts';
import { type Call, operation } from './operation.ts';
import { awsJson } from './protocols.ts';
import { quotaCatalogue } from './quota.ts';
import { type Service, jsonCodes } from './service.ts';

/** vCPU that run in the caller's account and Region and draw on the quota with that usage class. */
function usedVcpu(usageClass: string, { world, caller, region }: Call): number {
  const quota = quotaCatalogue.find((each) => each.usageClass === usageClass);
  return world.instances
    .filter((each) => each.accountId === caller.accountId && each.region === region)
    .filter(({ state, lifecycle }) => state === 'running' && lifecycle === undefined)
    .filter(({ type }) => quota && findQuotaPool(type)?.onDemandQuotaCode === quota.quotaCode)
    .reduce((sum, { type }) => sum + (findVcpu(type) ?? 0), 0);
}

function resultOf({ Id, Label, MetricStat, Expression }: MetricDataQuery, end: Date, call: Call) {
  const { Namespace, MetricName, Dimensions = [] } = MetricStat?.Metric ?? {};
  if (Expression !== undefined || Namespace !== 'AWS/Usage' || MetricName !== 'ResourceCount') {
    const asked = Expression ?? `${Namespace ?? ''} ${MetricName ?? ''}`;
    throw new AwsError('InvalidParameterValueException', `local-aws has AWS/Usage ResourceCount only, got: ${asked}`);
  }
  const dimension = (name: string) => Dimensions.find(({ Name }) => Name === name)?.Value;
  const isKnown = dimension('Service') === 'EC2' && dimension('Resource') === 'vCPU';
  const period = (MetricStat?.Period ?? 60) * 1000;
  return {
    Id,
    Label: Label ?? MetricName,
    StatusCode: 'Complete' as const,
    Timestamps: isKnown ? [new Date(Math.floor(end.getTime() / period - 1) * period)] : [],
    Values: isKnown ? [usedVcpu(dimension('Class') ?? '', call)] : [],
  };
}

/** AWS/Usage, which EC2 publishes every minute: one value per metric, the newest. */
const getMetricData = operation<GetMetricDataCommandInput, GetMetricDataCommandOutput>(
  GetMetricData$,
  ({ MetricDataQueries = [], EndTime }, call) => ({
    MetricDataResults: MetricDataQueries.map((query) => resultOf(query, EndTime ?? new Date(call.clock.now()), call)),
    Messages: [],
  }),
);

export const cloudwatch: Service = {
  name: 'cloudwatch',
  target: 'GraniteServiceVersion20100801',
  protocol: awsJson('1.0'),
  operations: [getMetricData],
  codes: { ...jsonCodes, throttled: ['ThrottlingException', 'Rate exceeded', 400] },
};
