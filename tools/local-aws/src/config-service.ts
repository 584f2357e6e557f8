import {
  SelectAggregateResourceConfig$,
  type SelectAggregateResourceConfigCommandInput,
  type SelectAggregateResourceConfigCommandOutput,
} from '@aws-sdk/client-config-service';
import { AwsError } from './aws-error.ts';
import { type ConfigQuery, parseConfigQuery } from './config-select.ts';
import { type Call, operation } from './operation.ts';
import { pageOf, withToken } from './paging.ts';
import { awsJson } from './protocols.ts';
import { type Service, jsonCodes } from './service.ts';
import type { World, WorldRecord } from './world.ts';

const selectAggregate = operation<
  SelectAggregateResourceConfigCommandInput,
  SelectAggregateResourceConfigCommandOutput
>(
  SelectAggregateResourceConfig$,
  ({ ConfigurationAggregatorName: name = '', Expression = '', Limit, MaxResults, NextToken }, call) => {
    const { world, caller, region, options } = call;
    const isHere = world.aggregators.some(
      (each) => each.name === name && each.accountId === caller.accountId && each.region === region,
    );
    if (!isHere) {
      throw new AwsError(
        'NoSuchConfigurationAggregatorException',
        `The configuration aggregator does not exist: ${name}`,
      );
    }
    const limit = Limit ?? MaxResults ?? 0;
    if (limit < 0 || limit > 100) throw new AwsError('InvalidLimitException', `The limit is at most 100: ${limit}`);
    const query = parseConfigQuery(Expression);
    const results = answersTo(query, call).map((each) => JSON.stringify(each));
    // AWS's defaults: 25, of counts 500 (AWS Config API Reference)
    const size = limit === 0 ? (query.countedBy === undefined ? 25 : 500) : limit;
    const paging = { code: 'InvalidNextTokenException', emptyFirst: options.emptyPages };
    const { page, next } = pageOf(results, size, NextToken, paging);
    return {
      Results: page,
      QueryInfo: { SelectFields: query.properties.map((Name) => ({ Name })) },
      ...withToken(next),
    };
  },
  (_, { caller, region }) => ({
    // the id of an aggregator is AWS's choice
    resource: `arn:aws:config:${region}:${caller.accountId}:config-aggregator/config-aggregator-local0001`,
  }),
);

function answersTo({ properties, types, countedBy }: ConfigQuery, { world, clock }: Call): readonly object[] {
  if (countedBy === 'accountId') return countsByAccount(world);
  if (countedBy !== undefined) {
    throw new AwsError('InvalidExpressionException', `Resources are counted by accountId only here: ${countedBy}`);
  }
  const recordedAt = new Date(clock.now() - 600_000).toISOString();
  return seenIn(world)
    .filter(({ type }) => types === undefined || types.includes(type))
    .map((record) => itemOf(record, recordedAt))
    .map((item) => Object.fromEntries(Object.entries(item).filter(([name]) => properties.includes(name))));
}

/** What stands where AWS Config records. */
const seenIn = ({ records, recorders }: World) =>
  records.filter(({ accountId, region }) =>
    recorders.some((recorder) => recorder.accountId === accountId && recorder.region === region),
  );

/** Where AWS Config records, there is always something: the recorder's own role. */
function countsByAccount(world: World): readonly object[] {
  const seen = seenIn(world);
  return [...new Set(world.recorders.map(({ accountId }) => accountId))].map((accountId) => ({
    'COUNT(*)': 1 + seen.filter((record) => record.accountId === accountId).length,
    accountId,
  }));
}

const itemOf = (record: WorldRecord, recordedAt: string) => ({
  accountId: record.accountId,
  awsRegion: record.region,
  resourceType: record.type,
  resourceId: record.id,
  ...(record.name === undefined ? {} : { resourceName: record.name }),
  arn: record.arn,
  ...(record.tags && {
    tags: Object.entries(record.tags).map(([key, value]) => ({ key, value, tag: `${key}=${value}` })),
  }),
  configuration: record.configuration,
  supplementaryConfiguration: record.supplementaryConfiguration ?? {},
  configurationItemCaptureTime: record.recordedAt ?? recordedAt,
});

export const configService: Service = {
  name: 'config',
  target: 'StarlingDoveService',
  protocol: awsJson('1.1'),
  operations: [selectAggregate],
  codes: { ...jsonCodes, throttled: ['ThrottlingException', 'Rate exceeded', 400] },
};
